import { describe, expect, it } from "vitest";

import { usdText } from "../money";
import { assembled } from "../testing/a-table";
import { aNumber } from "../testing/an-entry";
import { setAsideCount } from "./accounting";
import type { AssembledFile } from "./assembled-file";
import { mergeEntries } from "./merge-entries";

const A = "ZZX10000011";
const WIDE =
  "Entry Number|Entry Type|Import Date|Line Number|HTS Number|Additional HTS|Entered Value (USD)|Regular Duty Amount (USD)|Section 301 Duty Amount (USD)|Section 232 Duty Amount (USD)|IEEPA Duty Amount (USD)|Total Duty Amount (USD)";
const PER_NUMBER =
  "Entry-No|Line Item|HTS Number|Entered Value (USD)|9903.01.24|9903.01.24a|9903.01.10 (25%)|9903.88.03|9903.03.01|Summe TAX";
const row = (numbers: string, amounts: string) =>
  `${A}|01|3/10/25|1|4202.92.3131|${numbers}|20,000.00|${amounts}`;

const entryOf = (file: AssembledFile) => {
  const entry = file.entries.get(aNumber(A));
  if (entry === undefined) throw new Error("No entry");
  return entry;
};
const linesOf = (file: AssembledFile) =>
  entryOf(file).lines.map(({ htsFound, duty, value }) =>
    [htsFound, duty && usdText(duty), value && usdText(value)].join(" "),
  );

describe("a report with a column for each program", () => {
  it("gives each Chapter 99 number the duty of its program, and the value to the commodity number", () => {
    const file = assembled([
      WIDE,
      row("9903.88.03; 9903.01.24", " 3,520.00 | 5,000.00 | - | 4,000.00 |12,520.00"),
    ]);
    expect(linesOf(file)).toEqual([
      "99038803 5000.00 ",
      "99030124 4000.00 ",
      "4202.92.3131 3520.00 20000.00",
    ]);
    expect(entryOf(file).lines.map(({ source }) => [source.row, source.part])).toEqual([
      [2, undefined],
      [2, 1],
      [2, 2],
    ]);
    expect(file.accounting).toMatchObject({ read: 1, used: 1 });
  });

  it.each([
    {
      numbers: "9903.01.24; 9903.01.25",
      lines: ["99030124; 99030125 3720.00 "],
      because: "one amount for two numbers is never apportioned",
    },
    {
      numbers: "9903.01.24; 9903.01.33",
      lines: ["99030124 3720.00 ", "99030133 0.00 "],
      because: "an exemption number carries no duty",
    },
    {
      numbers: "9903.01.24; 9903.02.20",
      lines: ["99030220; 99030124 3720.00 "],
      because: "ordinary duty is inside the amount as soon as it is inside one of its numbers",
    },
    {
      numbers: "9903.01.33; 9903.88.03",
      lines: ["99030133 0.00 ", "99038803  ", "IEEPA Duty Amount (USD) 3720.00 "],
      because: "no listed number can carry it",
    },
    {
      numbers: "",
      lines: ["IEEPA Duty Amount (USD) 3720.00 "],
      because: "the column names the program and no number",
    },
  ])("with $numbers is read so because $because", ({ numbers, lines }) => {
    expect(linesOf(assembled([WIDE, row(numbers, "0|||3,720.00|3,720.00")]))).toEqual([
      ...lines,
      "4202.92.3131 0.00 20000.00",
    ]);
  });

  it("where the program cost nothing, none of its numbers did", () => {
    const file = assembled([WIDE, row("9903.01.24; 9903.01.25", "0| - | - | - |0")]);
    expect(linesOf(file)).toEqual(["99030124 0.00 ", "99030125 0.00 ", "4202.92.3131 0.00 20000.00"]);
  });

  it("R10: a blank cell is unknown, and so is the duty of a number that no column reaches", () => {
    const file = assembled([WIDE, row("9903.01.24; 9903.03.01", "0||||600")]);
    expect(linesOf(file)).toEqual(["99030124  ", "99030301  ", "4202.92.3131 0.00 20000.00"]);
  });

  it("names the column of an amount that cannot be read", () => {
    const file = assembled([WIDE, row("9903.01.24", "0|||1.2.3|0")]);
    expect(file.problems).toMatchObject([
      { kind: "duty-unreadable", column: "IEEPA Duty Amount (USD)", count: 1 },
    ]);
  });

  it("R6: of a row with a negative amount only the amounts are read, and they net", () => {
    const file = assembled([
      WIDE,
      row("9903.01.24", "2,550|0|0|6,000|8,550"),
      row("9903.01.24", " - | - | - | (1,200.00)|(1,200.00)").replace("20,000.00", " - "),
    ]);
    expect(linesOf(file)).toEqual([
      "99030124 6000.00 ",
      "4202.92.3131 2550.00 20000.00",
      "99030124 -1200.00 ",
    ]);
    expect(file.accounting).toMatchObject({ read: 2, used: 2 });
  });

  it("R15, N2: money on a row without a readable number is all its IEEPA duty", () => {
    const file = assembled([WIDE, row("9903.88.03; 9903.01.24", "0|5|0|1,100|0").replace(A, "401234562")]);
    expect(usdText(file.accounting.moneyNotScreened)).toBe("1100.00");
    expect(file.setAside).toMatchObject([{ reason: "entry-number-lost-zeros" }]);
  });

  it("R17: a row that repeats another is one row set aside, whatever its parts", () => {
    const twice = row("9903.88.03; 9903.01.24", "3,520|5,000|0|4,000|12,520");
    const { accounting, setAside } = assembled([WIDE, twice, twice]);
    expect(accounting).toMatchObject({ read: 2, used: 1, setAside: { "identical-repeat": 1 } });
    expect(setAside.map(({ source, twin }) => [source.row, twin?.row])).toEqual([[3, 2]]);
  });

  it("a row with parts in conflict is one row, set aside when none of its parts is used", () => {
    const { accounting } = assembled([
      WIDE,
      row("9903.01.24", "3,520|0|0|4,000|0"),
      row("9903.01.24", "3,521|0|0|4,001|0"),
    ]);
    expect(accounting).toMatchObject({ read: 2, used: 0, setAside: { "same-key-conflict": 2 } });
    expect(accounting.used + setAsideCount(accounting)).toBe(2);
  });
});

describe("a report with a column for each Chapter 99 number", () => {
  it("is read by the numbers in its headings; a zero says that the number is not on the line", () => {
    const file = assembled([PER_NUMBER, `${A}|1|4202.92.3131|20000|4000|0|0|5000|0|9000`]);
    expect(linesOf(file)).toEqual(["99030124 4000.00 ", "99038803 5000.00 ", "4202.92.3131  20000.00"]);
  });

  it("adds the columns of one number", () => {
    const file = assembled([PER_NUMBER, `${A}|1|4202.92.3131|20000|4000.10|0.20|||| `]);
    expect(linesOf(file)).toEqual(["99030124 4000.30 ", "4202.92.3131  20000.00"]);
  });
});

describe("beside ES-003", () => {
  const ES003 =
    "Entry Summary Number|Entry Summary Line Number|Tariff Ordinal Number|HTS Number - Full|Line Tariff Goods Value Amount|Line Tariff Duty Amount";
  const es003 = (first: string) =>
    assembled([
      ES003,
      `${A}|1|1|99030124|0|${first}`,
      `${A}|1|2|99030125|0|1240`,
      `${A}|1|3|4202923131|20000|0`,
    ]);
  const wide = assembled([WIDE, row("9903.01.24; 9903.01.25", "0|||3,720.00|")], "wide.csv");

  it.each([
    [wide, es003("2480")],
    [es003("2480"), wide],
  ])("an amount for two numbers repeats the two rows that add up to it, in either order", (a, b) => {
    const { entry } = mergeEntries(entryOf(a), entryOf(b));
    expect(entry.conflicts).toEqual([]);
    expect(entry.lines.map(({ source, duty }) => [source.file, duty && usdText(duty)])).toEqual([
      ["a.csv", "2480.00"],
      ["a.csv", "1240.00"],
      ["a.csv", "0.00"],
    ]);
    expect(entry.echoes).toHaveLength(2);
  });

  it("R4: an amount that they do not add up to is a conflict", () => {
    const { entry } = mergeEntries(entryOf(wide), entryOf(es003("2490")));
    expect(entry.conflicts).toHaveLength(1);
  });
});
