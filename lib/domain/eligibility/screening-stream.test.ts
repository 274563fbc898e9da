import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { day } from "../day";
import type { Entry } from "../entry";
import { EntryAssembly } from "../intake/entry-assembly";
import { EntryStream } from "../intake/entry-stream";
import type { FileLayout } from "../intake/layout";
import type { RawRow } from "../intake/raw-row";
import { recogniseHeader } from "../intake/recognise-header";
import { Surveyor } from "../intake/survey";
import { learnColumn1Rates, ratesBehind } from "../refund/column1-rates";
import { rawRows } from "../testing/a-table";
import { screenEntry, type Screening } from "./screen-entry";
import { ScreeningStream } from "./screening-stream";

const HEADINGS =
  "Entry Summary Number|Entry Date|Country of Origin Code|Entry Summary Line Number|Tariff Ordinal Number|Line SPI Code|HTS Number - Full|Line Tariff Goods Value Amount|Line Tariff Duty Amount|Line Tariff Quantity (1)";

const layout = ((): FileLayout => {
  const header = recogniseHeader(rawRows(HEADINGS));
  if (header.kind !== "recognised") throw new Error(header.kind);
  return header.layout;
})();

const NUMBERS = ["ZZX10000011", "ZZX10000029", "ZZX10000037", "ZZX10000045"] as const;
const GOODS = ["8413919085", "3926909910"] as const;

/** A tariff number of a line with its value and duty: goods at 2.5 % and others, 15 % lines, and oddities. */
const someNumber = fc.oneof(
  fc.tuple(
    fc.constantFrom(...GOODS),
    fc.constantFrom("$1,000.00|$25.00", "400|10", "400|10.01", "7|1", "1000|0", "1000|", "|25"),
  ),
  fc.tuple(fc.constantFrom("9903.02.20", "99030220"), fc.constantFrom("|$150.00", "0|60")),
  fc.tuple(
    fc.constantFrom("98020040", "84139190", "x", "Total", ""),
    fc.constantFrom("1000|25", "|", "1000|-25", "99999999999|2499999999.98"),
  ),
);

const HEADS = (number: string): readonly string[] => [
  `${number}|09/15/2025`,
  `${number}|`,
  "|", // continues the entry above
  `${number}x|`,
];

/** The rows of one line, numbered as reports number them but for an oddity now and then. */
const someLine = fc.record({
  ordinals: fc.constantFrom(["1", "2", "3"], ["1", "2", "3"], ["1", "2", "2"], ["2", "1", ""]),
  head: fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 3),
  spi: fc.constantFrom("", "", "", "A"),
  numbers: fc.array(someNumber, { minLength: 1, maxLength: 3 }),
  odd: fc.constantFrom("", "", "", "12", "12|too many", "repeat"),
});

/** The rows of some entries, one after the other; the rows of the last may stand where others have been. */
const someRows = fc
  .tuple(
    fc.array(fc.array(someLine, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
    fc.constantFrom(...NUMBERS, null, null, null),
  )
  .map(([entries, again]): readonly RawRow[] => {
    const rows = entries.flatMap((lines, entry) =>
      lines.flatMap(({ ordinals, head, spi, numbers, odd }, line) => {
        const number = (entry === entries.length - 1 ? again : null) ?? NUMBERS[entry] ?? "";
        const own = numbers.map(([hts, amounts], at) =>
          [HEADS(number)[head], "DE", line + 1, ordinals[at], spi, hts, amounts, odd].join("|"),
        );
        return odd === "repeat" ? [...own, ...own.slice(0, 1)] : own;
      }),
    );
    return rawRows(HEADINGS, ...rows).slice(1);
  });

const BASE = { asOf: day("2026-11-21"), rateClass: "corporation" } as const;

function surveyOf(rows: readonly RawRow[]) {
  const surveyor = new Surveyor(layout);
  for (const row of rows) surveyor.add(row);
  return surveyor.finish();
}

function atOnce(rows: readonly RawRow[]) {
  const assembly = new EntryAssembly(layout, "a.csv");
  for (const row of rows) assembly.add(row);
  const entries = [...assembly.finish().entries.values()];
  const column1 = learnColumn1Rates(entries);
  const screenings = new Map(
    entries.map((entry) => [entry.number, screenEntry(entry, { ...BASE, column1 })]),
  );
  return { column1, screenings };
}

/** Screened in two passes; `heldMax` is how many entries ever waited. */
function inPasses(rows: readonly RawRow[]) {
  const survey = surveyOf(rows);
  const column1 = survey.column1Evidence && ratesBehind(survey.column1Evidence);
  const screenings = new Map<Entry["number"], Screening>();
  let [come, heldMax] = [0, 0];
  const screening = new ScreeningStream({ ...BASE, column1 }, ({ number }, screened) =>
    screenings.set(number, screened),
  );
  const takeEntry = (entry: Entry): void => {
    screening.add(entry);
    heldMax = Math.max(heldMax, ++come - screenings.size);
  };
  const stream = new EntryStream(layout, "a.csv", { takeEntry, takeSetAside: () => undefined }, survey);
  for (const row of rows) stream.add(row);
  stream.finish();
  screening.finish();
  return { survey, column1, screenings, heldMax };
}

describe("a file screened in two passes", () => {
  it("M1: shows what its entries put together at once show, whatever its rows teach of ordinary rates", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { column1, screenings } = atOnce(rows);
        const passes = inPasses(rows);
        expect(passes.screenings).toEqual(screenings);
        if (passes.column1 === null) expect(passes.survey.placesOf.size).toBeGreaterThan(0);
        else expect(passes.column1).toEqual(column1);
        if (passes.column1 !== null) expect(passes.heldMax).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  const lineOf = (number: string, hts: string, amounts: string): readonly string[] => [
    `${number}|09/15/2025|DE|1|1||9903.02.20||$150.00`,
    `${number}|09/15/2025|DE|1|2||${hts}|${amounts}`,
  ];
  const [A, B] = NUMBERS;
  const asking = lineOf(A, "8413919085", "1000|0");
  const refundOf = (...rows: readonly string[]) =>
    inPasses(rawRows(HEADINGS, ...rows).slice(1))
      .screenings.get(A as Entry["number"])
      ?.refund.certain?.toFixed();

  it("M1: knows a rate that only a later line teaches, and doubts it once another line disagrees", () => {
    const teaching = lineOf(B, "8413919085", "1000|25");
    expect(refundOf(...asking, ...teaching)).toBe("125");
    expect(refundOf(...asking, ...teaching, ...lineOf(NUMBERS[2], "8413919085", "1000|30"))).toBeUndefined();
  });

  it("learns nothing ahead where an entry stands in two places: its rows together may teach something else", () => {
    const rows = rawRows(HEADINGS, ...asking, ...lineOf(B, "8413919085", "1000|25"), ...asking).slice(1);
    expect(surveyOf(rows).column1Evidence).toBeNull();
    expect(inPasses(rows).heldMax).toBe(2);
  });
});
