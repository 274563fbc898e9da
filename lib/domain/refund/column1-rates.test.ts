import { describe, expect, it } from "vitest";
import type { TariffLine } from "../entry";
import { parseHtsNumber } from "../identifiers";
import { usd } from "../money";
import { aLine, anEntry, type LineSketch } from "../testing/an-entry";
import {
  type Column1Rate,
  column1RateOf,
  type Column1Rates,
  learnColumn1Rates,
  NO_COLUMN1_RATES,
  percentBehind,
  withGivenRates,
  withPublishedRates,
} from "./column1-rates";
import { lineRefundsOf } from "./refund-of";
import { rowFlagsOf } from "./stack";

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

  describe("with rates of the published tariff schedule", () => {
    const other = parseHtsNumber("8413.91.9096")!;
    const parent = parseHtsNumber("8413.91.90")!;
    const taught = learnColumn1Rates([anEntry({ lines: [row({})] })]);
    const edition = "HTS 2026 Revision 5";

    it.each<[string, Column1Rates, Column1Rate | null]>([
      ["learnt alone", taught, { percent: "2.5", basis: "learnt" }],
      [
        "published and the same",
        withPublishedRates(taught, new Map([[hts, "2.5"]]), edition),
        { percent: "2.5", basis: "published", edition },
      ],
      [
        "published and another one",
        withPublishedRates(taught, new Map([[hts, "3"]]), edition),
        { percent: "3", basis: "published", edition, learnt: "2.5" },
      ],
      [
        "published at eight digits",
        withPublishedRates(taught, new Map([[parent, "3"]])),
        { percent: "3", basis: "published", learnt: "2.5" },
      ],
      [
        "published at both",
        withPublishedRates(
          taught,
          new Map([
            [parent, "3"],
            [hts, "4"],
          ]),
        ),
        { percent: "4", basis: "published", learnt: "2.5" },
      ],
      ["published for another number", withPublishedRates(NO_COLUMN1_RATES, new Map([[other, "3"]])), null],
      [
        "given, then published",
        withPublishedRates(withGivenRates(taught, new Map([[hts, "1"]])), new Map([[hts, "3"]])),
        { percent: "1", basis: "given" },
      ],
      [
        "published, then given",
        withGivenRates(withPublishedRates(taught, new Map([[hts, "3"]])), new Map([[hts, "1"]])),
        { percent: "1", basis: "given" },
      ],
      [
        "given at eight digits, published at ten",
        withGivenRates(withPublishedRates(taught, new Map([[hts, "3"]])), new Map([[parent, "1"]])),
        { percent: "1", basis: "given" },
      ],
    ])("%s", (_case, rates, rate) => expect(column1RateOf(rates, hts)).toEqual(rate));

    it.each<[string, Column1Rates, readonly string[]]>([
      ["learnt", taught, ["column-1-learnt"]],
      ["published", withPublishedRates(NO_COLUMN1_RATES, new Map([[parent, "2.5"]])), ["column-1-published"]],
      [
        "published against the lines",
        withPublishedRates(taught, new Map([[hts, "3"]])),
        ["column-1-published", "column-1-disagrees"],
      ],
      ["given", withGivenRates(taught, new Map([[hts, "3"]])), ["column-1-given"]],
      ["unknown", NO_COLUMN1_RATES, ["column-1-unknown"]],
    ])("a 15 %% line says on whose word its ordinary rate is: %s", (_case, rates, kinds) => {
      const lines = [aLine({ hts: "9903.02.20", duty: "150" }), row({ duty: "0" })];
      const entry = anEntry({ lines });
      const flags = rowFlagsOf(lineRefundsOf(entry, rates), entry);
      expect(flags.map(({ kind }) => kind)).toEqual(kinds);
    });
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
