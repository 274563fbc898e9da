import { describe, expect, it } from "vitest";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { reasonKinds, screened } from "../testing/screened";
import type { AmountRange } from "./amount-range";
import { type Column1Rates, NO_COLUMN1_RATES, withGivenRates } from "./column1-rates";
import { stackOf } from "./stack";

const GIVEN: Column1Rates = withGivenRates(NO_COLUMN1_RATES, new Map([[aCommodity().hts!, "2.5"]]));
const range = (amount: AmountRange | null) =>
  amount &&
  (amount.max?.equals(amount.min)
    ? amount.min.toFixed()
    : `${amount.min.toFixed()}..${amount.max?.toFixed() ?? ""}`);
const money = (sketch: EntrySketch, rates = GIVEN) =>
  stackOf(anEntry(sketch), rates).map(({ authority, refundable, stays }) => [
    authority,
    range(refundable),
    range(stays),
  ]);

describe("the stacking view", () => {
  it("shows for each number its authority, what comes back and what stays", () => {
    const lines = [
      aLine({ hts: "9903.88.03", duty: "250" }),
      aLine({ duty: "100" }),
      aCommodity({ duty: "25" }),
    ];
    expect(money({ lines })).toEqual([
      ["SECTION_301", "0", "250"],
      ["IEEPA", "100", "0"],
      ["COLUMN_1", "0", "25"],
    ]);
  });

  it("counts Chapter 98 with the ordinary duty, and a number that cannot be read with nothing", () => {
    const lines = [aLine({ hts: "9802.00.8040", duty: "5" }), aLine({ hts: null, duty: "7" })];
    expect(money({ lines })).toEqual([
      ["COLUMN_1", "0", "5"],
      [null, "0..7", "0..7"],
    ]);
    const [, unreadable] = stackOf(anEntry({ lines }), GIVEN);
    expect([unreadable?.code, unreadable?.programName, unreadable?.percentInRegistry]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("takes the ordinary duty of a 15 % line off its first 15 % row only", () => {
    const lines = [
      aLine({ hts: "9903.02.20", duty: "100", row: 2 }),
      aLine({ hts: "9903.02.20", duty: "50", row: 3 }),
      aCommodity({ value: "1000", row: 4 }),
    ];
    expect(money({ lines })).toEqual([
      ["IEEPA", "75", "25"],
      ["IEEPA", "50", "0"],
      ["COLUMN_1", "0", "0"],
    ]);
    expect(money({ lines }, NO_COLUMN1_RATES)).toEqual([
      ["IEEPA", "0..100", "0..100"],
      ["IEEPA", "0..50", "0..50"],
      ["COLUMN_1", "0", "0"],
    ]);
    const [fifteen, more] = lines;
    expect(money({ lines: [fifteen!, more!, aCommodity({ value: "1000", duty: "25" })] })).toEqual([
      ["IEEPA", "100", "0"],
      ["IEEPA", "50", "0"],
      ["COLUMN_1", "0", "25"],
    ]);
  });

  it("does not say what stays of a duty that cannot be read", () => {
    expect(money({ lines: [aLine({ duty: null })] })).toEqual([["IEEPA", "0..", null]]);
    expect(money({ lines: [aLine({ hts: "9903.88.03", duty: null })] })).toEqual([
      ["SECTION_301", "0", null],
    ]);
  });

  it("marks the variants of a conflict, and only them", () => {
    const conflicts = [[aLine({ duty: "90", row: 7 }), aLine({ duty: "100", row: 8 })]];
    const rows = stackOf(anEntry({ lines: [aCommodity({ row: 4 })], conflicts }), GIVEN);
    expect(rows.map(({ place, inConflict }) => [place.fileRow, inConflict])).toEqual([
      [4, false],
      [7, true],
      [8, true],
    ]);
  });

  it("shows a remark on the very row, line and ordinal that it is about", () => {
    const at = (line: string, ordinal: string, row: number, value: string | null = null) =>
      aLine({ line, ordinal, row, value });
    const lines = [at("1", "1", 2, "9"), at("1", "2", 2), at("2", "1", 2), at("1", "1", 3)];
    const other = { ...at("1", "1", 2), source: { file: "other.csv", row: 2 } };
    const rows = stackOf(anEntry({ lines: [...lines, other] }), GIVEN);
    expect(
      rows.filter(({ flags }) => flags.some(({ kind }) => kind === "value-on-chapter-99-row")),
    ).toMatchObject([{ place: { file: "sample.csv", fileRow: 2, lineNumber: "1", ordinal: "1" } }]);
  });
});

describe("what is odd about a row", () => {
  it.each<[string, Parameters<typeof aLine>[0], string, boolean]>([
    ["a number that cannot be read, with duty", { hts: null, duty: "5" }, "tariff-number-unreadable", true],
    [
      "… with a duty cell that cannot be read either",
      { hts: null, duty: null, dutyFound: "?" },
      "tariff-number-unreadable",
      true,
    ],
    [
      "… with a blank duty cell",
      { hts: null, duty: null, dutyFound: " " },
      "tariff-number-unreadable",
      false,
    ],
    ["… with no duty", { hts: null, duty: "0" }, "tariff-number-unreadable", false],
    ["a blank duty on an IEEPA number", { duty: null }, "ieepa-duty-unreadable", true],
    ["… on an exemption", { hts: "9903.01.33", duty: null }, "ieepa-duty-unreadable", false],
    ["… on a 301 number", { hts: "9903.88.03", duty: null }, "ieepa-duty-unreadable", false],
    ["a 301 number outside its dates", { hts: "9903.88.04", duty: "5" }, "wrong-period", false],
    [
      "a fentanyl number of China on goods of Mexico",
      { hts: "9903.01.24", origin: "MX" },
      "origin-not-covered",
      true,
    ],
    ["… on goods of China", { hts: "9903.01.24", origin: "CN" }, "origin-not-covered", false],
    ["… on goods of an unknown origin", { hts: "9903.01.24" }, "origin-not-covered", false],
    [
      "… on goods of Ontario, as CBP writes it",
      { hts: "9903.01.24", origin: "XO" },
      "origin-not-covered",
      false,
    ],
    [
      "a 301 number of China on goods of Germany",
      { hts: "9903.88.03", origin: "DE" },
      "origin-not-covered",
      false,
    ],
  ])("%s: %s %s", (_case, row, kind, flagged) => {
    expect(reasonKinds(screened({ lines: [aLine(row), aCommodity()] })).includes(kind)).toBe(flagged);
  });

  it("is not said of the origin while the day of entry is unknown", () => {
    const lines = [aLine({ hts: "9903.01.24", origin: "MX" }), aCommodity()];
    expect(reasonKinds(screened({ lines, entered: null }))).not.toContain("origin-not-covered");
  });

  it.each([
    ["9802.00.8040", "100", true, "duty is due on part of the value"],
    ["9801.00.1012", "100", false, "goods returned have no partial base"],
    ["9802.00.8040", "0", false, "no duty stands on the line's Chapter 99 numbers"],
  ])("%s beside %s of IEEPA duty is remarked: %s, because %s", (hts, duty, flagged) => {
    const lines = [aLine({ hts, duty: "0" }), aLine({ duty }), aCommodity()];
    expect(reasonKinds(screened({ lines })).includes("chapter-98-base")).toBe(flagged);
  });
});
