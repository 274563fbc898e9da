// A file like ACE's report ES-003 with the liquidation columns, of any size, always the same for the same seed.
import fs from "node:fs";
import { once } from "node:events";

const HEADINGS = [
  ...["Entry Summary Number", "Entry Type Code", "Importer Number", "Importer Name", "Port of Entry Code"],
  ...["Entry Date", "Entry Summary Date", "Initial Entry Summary Create Date", "Reconciliation Indicator"],
  ...["Control Status", "Post Summary Correction Indicator", "Liquidation Date", "Liquidation Status"],
  ...["Protest Number", "Protest Status", "Entry Summary Line Number", "Review Team Number"],
  ...["Country of Origin Code", "Country of Export Code", "Manufacturer ID", "Foreign Exporter ID"],
  ...["Line SPI Code", "Standard Visa Number", "Textile Category Code", "Textile Category"],
  ...["Tariff Ordinal Number", "HTS Number - Full", "Line Tariff Quantity (1)", "Line Tariff UOM (1) Code"],
  ...["Line Tariff Quantity (2)", "Line Tariff UOM (2) Code", "Line Tariff Quantity (3)"],
  ...["Line Tariff UOM (3) Code", "Line Tariff Goods Value Amount", "Line Tariff Duty Amount"],
];

const IMPORTERS = Array.from({ length: 60 }, (_, index) => [
  `${10 + index}-${String(123_456_700 + index * 4_321).padStart(9, "0")}`,
  index % 3 === 0 ? `"HARBOR ${index} GOODS, INC"` : `NORTHFIELD ${index} IMPORTS LLC`,
]);
const PORTS = ["2704", "2720", "1001", "1401", "3901", "5301", "0401", "2809", "1703", "4601"];
const TYPES = [
  ...Array.from({ length: 80 }, () => "01"),
  ...["03", "03", "03", "03", "03", "06", "06", "06", "02", "02", "11", "11", "11", "21", "31", "31", "23"],
  ...["07", "08", "86"],
];

/** What filers stack on a commodity number, and on which days of entry: codes with their percent of the value. */
const STACKS = [
  ...[1, 2].map(() => ({
    origin: "CN",
    codes: [
      ["99038803", 25],
      ["99030120", 10],
    ],
    until: "2025-03-03",
  })),
  {
    origin: "CN",
    codes: [
      ["99038803", 25],
      ["99030124", 20],
    ],
    from: "2025-03-04",
    until: "2025-04-04",
  },
  ...[1, 2, 3].map(() => ({
    ...{
      origin: "CN",
      codes: [
        ["99038803", 25],
        ["99030124", 20],
        ["99030125", 10],
      ],
    },
    ...{ from: "2025-05-14", until: "2025-11-09" },
  })),
  ...[1, 2, 3].map(() => ({
    ...{
      origin: "CN",
      codes: [
        ["99038815", 7.5],
        ["99030124", 10],
        ["99030125", 10],
      ],
    },
    from: "2025-11-10",
  })),
  {
    origin: "CN",
    codes: [
      ["99030124", 20],
      ["99030133", 0],
    ],
    from: "2025-04-05",
    until: "2025-11-09",
  },
  ...[1, 2].map(() => ({
    ...{ origin: "DE", codes: [["99030220", 15]], withColumn1: true, from: "2025-08-07" },
  })),
  { origin: "JP", codes: [["99030273", 15]], withColumn1: true, from: "2025-08-07" },
  {
    origin: "BR",
    codes: [
      ["99030177", 40],
      ["99030209", 10],
    ],
    from: "2025-08-07",
  },
  {
    origin: "IN",
    codes: [
      ["99030226", 25],
      ["99030184", 25],
    ],
    from: "2025-08-27",
    until: "2026-02-06",
  },
  ...[1, 2, 3].map(() => ({ origin: "VN", codes: [["99030269", 20]], from: "2025-08-07" })),
  ...[1, 2].map(() => ({ origin: "TW", codes: [["99030125", 10]], from: "2025-04-05" })),
  {
    origin: "DE",
    codes: [
      ["99038191", 50],
      ["99030133", 0],
    ],
    from: "2025-06-04",
  },
  { origin: "MX", codes: [["99030101", 25]], from: "2025-03-04" },
  { origin: "IT", codes: [["99030132", 0]], from: "2025-04-05" },
  { origin: "FR", codes: [] },
];
/** Commodity numbers with the ordinary rate of each. */
const COMMODITIES = Array.from({ length: 400 }, (_, index) => [
  `${39 + (index % 55)}${String(10_000_000 + index * 217_391).slice(0, 8)}`,
  [0, 0, 2.5, 3.9, 5.3, 6.5, 1.8, 4.2][index % 8],
]);

/** A small seeded generator (mulberry32): the same file every time, on every machine. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const DAY = 86_400_000;
const FIRST_ENTRY = Date.UTC(2025, 1, 4);
const ENTRY_DAYS = 390;
const AS_OF = Date.UTC(2026, 10, 21);
const usDay = (time) => {
  const on = new Date(time);
  return [on.getUTCMonth() + 1, on.getUTCDate(), on.getUTCFullYear()]
    .map((part) => String(part).padStart(2, "0"))
    .join("/");
};
const US_DAYS = new Map();
function usDayOf(time) {
  const known = US_DAYS.get(time) ?? usDay(time);
  US_DAYS.set(time, known);
  return known;
}

const isInForce = ({ from = "2025-01-01", until = "2026-12-31" }, time) =>
  Date.parse(from) <= time && time <= Date.parse(until);
const STACKS_BY_DAY = Array.from({ length: ENTRY_DAYS }, (_, index) =>
  STACKS.filter((stack) => isInForce(stack, FIRST_ENTRY + index * DAY)),
);

/** Luhn over the first ten characters, letters read as digits (ACE CATAIR, Appendix E). */
function withCheckDigit(first10) {
  let sum = 0;
  for (let index = 0; index < 10; index++) {
    const code = first10.charCodeAt(index);
    const letter = code - 65;
    const digit = code <= 57 ? code - 48 : letter < 18 ? (letter % 9) + 1 : letter - 16;
    const value = digit * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return first10 + String((10 - (sum % 10)) % 10);
}

/** `$1,234.50`, in quotes where it holds a comma, as ACE prints it. */
function money(cents) {
  const text = String(Math.abs(cents)).padStart(3, "0");
  const whole = text.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
  const amount = `${cents < 0 ? "-" : ""}$${whole}.${text.slice(-2)}`;
  return amount.includes(",") ? `"${amount}"` : amount;
}

/** CBP liquidates on Fridays, mostly 314 days after entry, at times some quarters later; a date ahead is a schedule. */
function liquidationOf(random, entered) {
  const roll = random();
  if (roll < 0.06) return ["", "Suspended"];
  if (roll < 0.08) return ["", "Extended"];
  if (roll < 0.2) return ["", "Unliquidated"];
  if (roll < 0.21) return ["", ""];
  const cycle = entered + (314 + (random() < 0.15 ? 90 * Math.ceil(random() * 3) : 0)) * DAY;
  const liquidated = cycle + ((12 - new Date(cycle).getUTCDay()) % 7) * DAY;
  if (liquidated > AS_OF + 40 * DAY) return ["", "Unliquidated"];
  return [usDayOf(liquidated), liquidated > AS_OF ? "Unliquidated" : "Liquidated"];
}

/** The rows of one entry: about nine, each a tariff number of one of its lines. */
function entryRows(number, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const [importer, name] = pick(IMPORTERS);
  const day = Math.floor(random() * ENTRY_DAYS);
  const entered = FIRST_ENTRY + day * DAY;
  const [liquidated, status] = liquidationOf(random, entered);
  const protest = status === "Liquidated" && random() < 0.01 ? "520126100045,Open" : ",";
  const flags = `${random() < 0.03 ? "Y" : "N"},Trade Control,N,${liquidated},${status},${protest}`;
  const dates = `${usDayOf(entered)},${usDayOf(entered + 10 * DAY)},${usDayOf(entered + 2 * DAY)}`;
  const head = `${number},${pick(TYPES)},${importer},${name},${pick(PORTS)},${dates},${flags}`;
  const rows = [];
  const lines = random() < 0.12 ? 13 : 1 + Math.floor(random() * 4);
  for (let line = 1; line <= lines; line++) {
    const { origin, codes, withColumn1 } = pick(STACKS_BY_DAY[day]);
    const [hts, percent] = pick(COMMODITIES);
    const value = 50_000 + Math.floor(random() * 4_000_000);
    const maker = `${origin}EXATES${100 + Math.floor(random() * 300)}CIT`;
    const middle = `${line},T01,${origin},${origin},${maker},,${random() < 0.01 ? "A" : ""},,,`;
    codes.forEach(([code, rate], index) => {
      const duty = money(Math.round((value * rate) / 100));
      rows.push(`${head},${middle},${index + 1},${code},,,,,,,$0.00,${duty}`);
    });
    // The agreements of 15 % put the ordinary duty on the Chapter 99 number, and few filers split it.
    const ordinary = withColumn1 && random() < 0.9 ? 0 : Math.round((value * percent) / 100);
    const goods = `${Math.ceil(value / 777)},NO,,,,,${money(value)},${money(ordinary)}`;
    rows.push(`${head},${middle},${codes.length + 1},${hts},${goods}`);
  }
  if (random() < 0.004) rows.push(rows[0]); // printed twice
  if (random() < 0.004) rows.push(`${head},${lines},T01,CN,CN,,,,,,,9,99030124,,,,,,,$0.00,-$12.50`);
  return rows;
}

/** Writes the file, heading row included, and answers how many entries its rows belong to. */
export async function writeSampleFile(path, rows, seed = 20_251_121) {
  const random = randomFrom(seed);
  const out = fs.createWriteStream(path);
  const lineEnd = "\r\n";
  let piece = HEADINGS.join(",") + lineEnd;
  let [written, entries] = [0, 0];
  while (written < rows) {
    entries += 1;
    const number = withCheckDigit(`ZZX${String(1_000_000 + entries)}`);
    const own = entryRows(number, random).slice(0, rows - written);
    piece += own.join(lineEnd) + lineEnd;
    written += own.length;
    if (piece.length < 1_000_000) continue;
    if (!out.write(piece)) await once(out, "drain");
    piece = "";
  }
  out.end(piece);
  await once(out, "close");
  return entries;
}
