import { describe, expect, it } from "vitest";
import { day } from "../day";
import { usdText } from "../money";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { allRowsOf, ieepaPaidOn, linesOf } from "./entry-line";
import { RatesToCome } from "./rates-to-come";
import { rememberingRoles, roleOf } from "./tariff-role";

const ENTERED = day("2025-09-15");
const linesOfSketch = (sketch: EntrySketch) => linesOf(anEntry(sketch), ENTERED);
const oneLine = (sketch: EntrySketch) => linesOfSketch(sketch)[0]!;

describe("the lines of an entry", () => {
  it.each<[readonly (string | null)[], readonly (string | null)[]]>([
    [
      ["1", "2", "3"],
      ["1", "2", "3"],
    ],
    [
      ["3", "2", "1"],
      ["1", "2", "3"],
    ],
    [
      ["2", "10", "1"],
      ["1", "2", "10"],
    ],
    [
      ["12", "11", "13"],
      ["11", "12", "13"],
    ],
    [
      ["9", "11", "10"],
      ["9", "10", "11"],
    ],
    [
      ["2", null, "1"],
      [null, "1", "2"],
    ],
    [
      ["1", "2", "1", "2"],
      ["1", "2"],
    ],
  ])("whose rows come as %j are told as %j", (found, told) => {
    const lines = found.map((line, index) => aLine({ line, row: index + 2 }));
    const result = linesOfSketch({ lines });
    expect(result.map(({ lineNumber }) => lineNumber)).toEqual(told);
    for (const { lineNumber, rows } of result)
      expect(rows.map(({ row }) => row)).toEqual(lines.filter((row) => row.lineNumber === lineNumber));
  });

  it("take in the conflicts of their line, which may have no other row", () => {
    const conflicts = ["3", "1"].map((line) => [aLine({ line, duty: "1" }), aLine({ line, duty: "2" })]);
    const result = linesOfSketch({ lines: [aLine({ line: "5" }), aLine({ line: "1" })], conflicts });
    expect(
      result.map(({ lineNumber, rows, conflicts: torn }) => [lineNumber, rows.length, torn.length]),
    ).toEqual([
      ["1", 1, 1],
      ["3", 0, 1],
      ["5", 1, 0],
    ]);
    expect(allRowsOf(result[0]!).map(({ row }) => row.duty?.toFixed())).toEqual(["100", "1", "2"]);
    expect(allRowsOf(result[2]!)).toHaveLength(1);
  });
});

describe("R21: the value of a line", () => {
  const goods = aCommodity({ value: "1000" });
  it.each<[string, EntrySketch, string | null]>([
    ["that of its goods", { lines: [aLine(), goods] }, "1000.00"],
    [
      "the sum of two numbers of goods",
      { lines: [goods, aCommodity({ hts: "8501.10.4020", value: "250.50" })] },
      "1250.50",
    ],
    ["never that of a Chapter 99 row", { lines: [aLine({ value: "1000" }), goods] }, "1000.00"],
    ["unknown without goods", { lines: [aLine({ value: "1000" })] }, null],
    ["unknown where one of the goods has none", { lines: [goods, aCommodity({ value: null })] }, null],
    [
      "unknown where the goods are in conflict",
      { lines: [aLine()], conflicts: [[goods, aCommodity({ value: "2000" })]] },
      null,
    ],
    [
      "unknown where one of the variants may be goods",
      { lines: [goods], conflicts: [[aLine(), aCommodity()]] },
      null,
    ],
    [
      "known where only duty is in conflict",
      { lines: [goods], conflicts: [[aLine({ duty: "1" }), aLine({ duty: "2" })]] },
      "1000.00",
    ],
  ])("is %s", (_what, sketch, value) => {
    const found = oneLine(sketch).value;
    expect(found && usdText(found)).toBe(value);
  });
});

describe("what several parts of a screening ask of a line", () => {
  const fifteen = aLine({ hts: "9903.02.20", duty: "150" });
  it.each<[string, EntrySketch, boolean]>([
    ["a 15 % number", { lines: [fifteen, aCommodity()] }, true],
    ["an IEEPA number beside ordinary duty", { lines: [aLine(), aCommodity()] }, false],
    ["a 15 % number in conflict", { lines: [aCommodity()], conflicts: [[aLine(), fifteen]] }, true],
    [
      "a 15 % number in the second of two conflicts",
      {
        lines: [],
        conflicts: [
          [aLine(), aLine({ duty: "1" })],
          [aLine(), fifteen],
        ],
      },
      true,
    ],
    [
      "other numbers in conflict",
      { lines: [aCommodity()], conflicts: [[aLine(), aLine({ duty: "1" })]] },
      false,
    ],
  ])("%s: the ordinary duty is inside %s", (_case, sketch, inside) => {
    expect(oneLine(sketch).hasOrdinaryDutyInside).toBe(inside);
  });

  it("a Chapter 98 number on it", () => {
    expect(oneLine({ lines: [aLine({ hts: "9802.00.8040" }), aCommodity()] }).hasChapter98).toBe(true);
    expect(oneLine({ lines: [aLine(), aCommodity()] }).hasChapter98).toBe(false);
  });

  it("R4: IEEPA duty on 15 % numbers and on others; a conflict between them counts once, among the first", () => {
    const line = oneLine({
      lines: [aLine({ duty: "10" }), fifteen],
      conflicts: [
        [aLine({ duty: "7" }), aLine({ hts: "9903.02.20", duty: "5" })],
        [aLine({ duty: "1" }), aLine({ duty: "2" })],
      ],
    });
    const paid = (withOrdinaryDuty: boolean) => {
      const { min, max } = ieepaPaidOn(line, withOrdinaryDuty);
      return [usdText(min), max && usdText(max)];
    };
    expect(paid(true)).toEqual(["155.00", "157.00"]);
    expect(paid(false)).toEqual(["11.00", "12.00"]);
  });
});

describe("what a tariff number does", () => {
  it.each([
    ["9903.01.24", "ieepa-duty", "ieepa-fentanyl"],
    ["9903.01.25", "ieepa-duty", "ieepa-reciprocal"],
    ["9903.01.77", "ieepa-duty", "ieepa-other"],
    ["9903.01.33", "ieepa-exemption", "ieepa-reciprocal"],
    ["9903.88.03", "other-chapter-99", "section-301"],
    ["9903.81.91", "other-chapter-99", "section-232-or-201"],
    ["9903.45.25", "other-chapter-99", "section-232-or-201"],
    ["9903.03.01", "other-chapter-99", null],
    ["9903.96.01", "ieepa-exemption", null],
    ["9802.00.8040", "chapter-98", "chapter-98"],
    ["8413.91.9085", "commodity", "commodity"],
    ["8499.03.0125", "commodity", "commodity"],
  ])("%s: %s, in the block %s", (hts, kind, block) => {
    const row = aLine({ hts });
    expect(roleOf(row, ENTERED)).toMatchObject({ kind, block });
    expect(rememberingRoles()(row, ENTERED)).toEqual(roleOf(row, ENTERED));
  });

  it("is looked up once for a number, a day and an origin, and anew for any other", () => {
    const roles = rememberingRoles();
    const china = roles(aLine({ hts: "9903.01.24", origin: "CN" }), ENTERED);
    expect(roles(aLine({ hts: "9903.01.24", origin: "CN", duty: "7" }), ENTERED)).toBe(china);
    const others = [
      { row: aLine({ hts: "9903.01.24", origin: "DE" }), on: ENTERED },
      { row: aLine({ hts: "9903.01.24", origin: "CN" }), on: day("2025-02-10") },
      { row: aLine({ hts: "9903.01.25", origin: "CN" }), on: ENTERED },
      { row: aLine({ hts: "9903.01.24", origin: "CN" }), on: null },
    ];
    for (const { row, on } of others) expect(roles(row, on)).toEqual(roleOf(row, on));
    expect(roles(aLine({ hts: "9903.01.24", origin: "CN" }), ENTERED)).toBe(china);
  });
});

describe("rates that later lines may teach", () => {
  it("tell once whether anybody asked, and answer that none is known", () => {
    const rates = new RatesToCome();
    expect(rates.takeAsked()).toBe(false);
    rates.get();
    expect([rates.takeAsked(), rates.takeAsked()]).toEqual([true, false]);
    expect([rates.has(), rates.takeAsked(), rates.takeAsked()]).toEqual([false, true, false]);
  });
});
