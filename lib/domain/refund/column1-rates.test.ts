import { describe, expect, it } from "vitest";
import type { TariffLine } from "../entry";
import { parseHtsNumber } from "../identifiers";
import { usd } from "../money";
import { aLine, anEntry, type LineSketch } from "../testing/an-entry";
import { learnColumn1Rates, percentBehind, withGivenRates } from "./column1-rates";

const hts = parseHtsNumber("8413.91.9085")!;
const row = (sketch: LineSketch): TariffLine => aLine({ hts, value: "1000", duty: "25", ...sketch });
const learnt = (...entries: (readonly TariffLine[])[]) =>
  learnColumn1Rates(entries.map((lines) => anEntry({ lines }))).get(hts)?.percent ?? null;

describe("ordinary rates learnt from the data", () => {
  it.each<[string, readonly TariffLine[], string | null]>([
    ["M1: a row with value and duty", [row({})], "2.5"],
    ["M1: beside other programs", [row({}), aLine({ hts: "9903.88.03", duty: "250" })], "2.5"],
    ["M1: a preference teaches nothing", [row({ spi: "KR" })], null],
    ["M1: two commodity numbers on the line", [row({}), row({ hts: "8413.91.9096" })], null],
    ["M1: the other number on another line", [row({}), row({ hts: "8413.91.9096", line: "2" })], "2.5"],
    ["M1: Chapter 98 on the line", [row({}), aLine({ hts: "9802.00.8040", duty: "0" })], null],
    ["M1: eight digits only", [row({ hts: "8413.91.90" })], null],
    ["M1: no value", [row({ value: null })], null],
    ["M2: duty 0 teaches no freedom", [row({ duty: "0" })], null],
    ["M1: a credit", [row({ duty: "-25" })], null],
    ["M4: rows that disagree", [row({}), row({ duty: "26", line: "2" })], null],
    ["M4: a row with duty 0 does not spoil", [row({}), row({ duty: "0", line: "2" })], "2.5"],
  ])("%s", (_rule, lines, percent) => {
    expect(learnt(lines)).toBe(percent);
  });

  it("M4: agree across entries in any order, and stay unknown once one row disagrees", () => {
    expect(learnt([row({})], [row({ value: "2000", duty: "50" })])).toBe("2.5");
    expect(learnt([row({})], [row({ duty: "99" })], [row({})])).toBeNull();
    expect(learnt([row({ duty: "99" })], [row({})], [row({})])).toBeNull();
  });

  it("M1: a rate the user gives overrides the learnt one", () => {
    const rates = withGivenRates(learnColumn1Rates([anEntry({ lines: [row({})] })]), new Map([[hts, "3"]]));
    expect(rates.get(hts)).toEqual({ percent: "3", basis: "given" });
  });

  it.each([
    ["1000", "25", "2.5"],
    ["1000", "20", "2"],
    ["333.33", "8.83", "2.65"],
    ["12400", "2046", "16.5"],
    ["1234.56", "33.33", "2.7"],
    ["1000000", "26543.21", null],
  ])("M3: value %s and duty %s mean %s %%", (value, duty, percent) => {
    expect(percentBehind(usd(value), usd(duty))).toBe(percent);
  });
});
