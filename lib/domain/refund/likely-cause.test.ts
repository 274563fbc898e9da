import { describe, expect, it } from "vitest";
import type { TariffLine } from "../entry";
import { type HtsNumber, parseHtsNumber } from "../identifiers";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { NO_COLUMN1_RATES, withGivenRates } from "./column1-rates";
import type { LikelyCause } from "./mismatch";
import { stackOf } from "./stack";

const rates = (percent: string): ReadonlyMap<HtsNumber, string> =>
  new Map([[parseHtsNumber("8413.91.9085")!, percent]]);

/** Cause of the first row whose duty is not what its number asks for; null where every row fits. */
function causeOf(sketch: EntrySketch, column1: string | null = null): LikelyCause | null {
  const known = column1 === null ? NO_COLUMN1_RATES : withGivenRates(NO_COLUMN1_RATES, rates(column1));
  for (const { flags } of stackOf(anEntry(sketch), known)) {
    for (const flag of flags) if ("cause" in flag) return flag.cause;
  }
  return null;
}

/** A line of 10,000.00 value with these numbers and duties, all of one origin. */
const line = (
  entered: string,
  origin: string,
  ...numbers: readonly [hts: string, duty: string][]
): EntrySketch => ({
  entered,
  lines: [
    ...numbers.map(([hts, duty]): TariffLine => aLine({ hts, duty, origin })),
    aCommodity({ value: "10000", origin }),
  ],
});

/** Two numbers whose duties stand on one row. */
const together = (...parts: readonly (readonly [code: string, percent: string])[]) => ({
  kind: "two-programs-on-one-row",
  parts: parts.map(([code, percent]) => ({ code, percent })),
});

describe("the likely cause of a duty that is not the number's own rate", () => {
  it.each<[string, EntrySketch, object | null]>([
    [
      "a 232 amount on the IEEPA number, and nothing on the 232 number",
      line("2025-07-10", "CN", ["9903.01.25", "5000"], ["9903.81.91", "0"]),
      { kind: "duty-of-another-number-of-the-line", code: "9903.81.91", percent: "50" },
    ],
    [
      "an IEEPA amount on the 232 number",
      line("2025-07-10", "CN", ["9903.81.91", "1000"], ["9903.01.25", "0"]),
      { kind: "duty-of-another-number-of-the-line", code: "9903.01.25", percent: "10" },
    ],
    [
      "the China numbers swapped",
      line("2025-07-10", "CN", ["9903.01.24", "1000"], ["9903.01.25", "2000"]),
      { kind: "duty-of-another-number-of-the-line", code: "9903.01.25" },
    ],
    [
      "301 duty on the fentanyl number",
      line("2025-07-10", "CN", ["9903.88.01", "0"], ["9903.01.24", "2500"], ["9903.01.25", "1000"]),
      { kind: "duty-of-another-number-of-the-line", code: "9903.88.01" },
    ],
    [
      "232 duty on the exemption beside it",
      line("2025-07-10", "DE", ["9903.01.33", "5000"], ["9903.81.91", "0"]),
      { kind: "duty-of-another-number-of-the-line", code: "9903.81.91" },
    ],
    [
      "both China duties on one row",
      line("2025-07-10", "CN", ["9903.01.24", "0"], ["9903.01.25", "3000"]),
      together(["9903.01.25", "10"], ["9903.01.24", "20"]),
    ],
    [
      "all three on one row",
      line("2025-07-10", "CN", ["9903.88.01", "0"], ["9903.01.24", "5500"], ["9903.01.25", "0"]),
      { kind: "two-programs-on-one-row" },
    ],
    [
      "both China duties on one row, the other number missing",
      line("2025-07-10", "CN", ["9903.01.25", "3000"]),
      together(["9903.01.25", "10"], ["9903.01.24", "20"]),
    ],
    [
      "the fentanyl rate before the cut",
      line("2025-11-10", "CN", ["9903.01.24", "2000"]),
      {
        kind: "rate-of-another-period",
        ...{ code: "9903.01.24", percent: "20", from: "2025-03-04", until: "2025-11-09" },
      },
    ],
    ["the same the day before", line("2025-11-09", "CN", ["9903.01.24", "2000"]), null],
    [
      "the steel rate before June",
      line("2025-06-04", "DE", ["9903.81.91", "2500"]),
      { kind: "rate-of-another-period", percent: "25", until: "2025-06-03" },
    ],
    [
      "the baseline rate on a country's number while goods were in transit",
      line("2025-10-04", "VN", ["9903.02.69", "1000"]),
      { kind: "in-transit-baseline", code: "9903.01.25", percent: "10" },
    ],
    [
      "the same a day too late is another number's rate",
      line("2025-10-05", "VN", ["9903.02.69", "1000"]),
      { kind: "rate-of-another-origin", percent: "10" },
    ],
    [
      "the fentanyl rate on the reciprocal number, alone on the line",
      line("2025-07-10", "CN", ["9903.01.25", "2000"]),
      { kind: "rate-of-another-number", code: "9903.01.24" },
    ],
    [
      "the rate of the goods' own number under another country's",
      line("2025-11-10", "VN", ["9903.02.26", "2000"]),
      { kind: "rate-of-another-number", code: "9903.02.69" },
    ],
    [
      "another country's rate",
      line("2025-11-10", "VN", ["9903.02.69", "1900"]),
      { kind: "rate-of-another-origin", percent: "19" },
    ],
    [
      "232 by metal content on one line, the metal",
      line("2025-07-10", "DE", ["9903.81.91", "1370"]),
      { kind: "part-of-the-value", percentOfValue: "27.4" },
    ],
    [
      "232 by metal content on one line, the rest",
      line("2025-07-10", "DE", ["9903.01.25", "726"], ["9903.81.91", "1370"]),
      { kind: "part-of-the-value", percentOfValue: "72.6" },
    ],
    [
      "an amount behind which there is no rate",
      line("2025-07-10", "DE", ["9903.01.25", "1234"]),
      { kind: "fits-no-row-of-the-registry" },
    ],
    [
      "the steel rate from June on, on the day before it",
      line("2025-06-03", "DE", ["9903.81.91", "5000"]),
      { kind: "rate-of-another-period", percent: "50", from: "2025-06-04", until: "2026-04-05" },
    ],
    [
      "the rate of vehicles on the baseline number",
      line("2025-07-10", "DE", ["9903.01.25", "2500"]),
      { kind: "rate-of-another-number", code: "9903.94.01", percent: "25" },
    ],
    [
      "the fentanyl rate of China on German goods",
      line("2025-07-10", "DE", ["9903.01.25", "2000"]),
      { kind: "fits-no-row-of-the-registry" },
    ],
    [
      "Brazil's own duty and the baseline on one row",
      line("2025-09-15", "BR", ["9903.01.25", "5000"]),
      together(["9903.01.25", "10"], ["9903.01.77", "40"]),
    ],
    [
      "both of India's duties on one row",
      line("2025-09-15", "IN", ["9903.02.26", "5000"]),
      together(["9903.02.26", "25"], ["9903.01.84", "25"]),
    ],
    [
      "Mexico's fentanyl duty and the baseline on one row",
      line("2025-07-10", "MX", ["9903.01.25", "3500"]),
      together(["9903.01.25", "10"], ["9903.01.01", "25"]),
    ],
    [
      "the baseline rate on China's 125 % number while goods were in transit",
      line("2025-04-20", "CN", ["9903.01.63", "1000"]),
      { kind: "in-transit-baseline", code: "9903.01.25", percent: "10" },
    ],
    ["a rate that fits", line("2025-07-10", "DE", ["9903.01.25", "1000"]), null],
    [
      "a 122 number with a 301 duty",
      line("2026-03-10", "CN", ["9903.03.01", "2500"], ["9903.88.01", "0"]),
      { kind: "duty-of-another-number-of-the-line", code: "9903.88.01" },
    ],
  ])("%s", (_case, sketch, cause) => {
    const found = causeOf(sketch);
    if (cause === null) expect(found).toBeNull();
    else expect(found).toMatchObject(cause);
  });

  it.each<[string, string, string | null]>([
    ["two cents above the band of half a percent", "3015.10", "fits-no-row-of-the-registry"],
    ["inside it", "3015.00", "two-programs-on-one-row"],
    ["at its lower end", "2985.08", "two-programs-on-one-row"],
    ["below it", "2985.07", "fits-no-row-of-the-registry"],
  ])("M12: a sum of two programs, %s", (_case, duty, kind) => {
    expect(causeOf(line("2025-07-10", "CN", ["9903.01.24", "0"], ["9903.01.25", duty]))?.kind).toBe(kind);
  });

  it("a number of any origin, where no file shows the origin", () => {
    const lines = [aLine({ duty: "2000" }), aCommodity({ value: "10000" })];
    expect(causeOf({ entered: "2025-07-10", lines })).toMatchObject({
      kind: "rate-of-another-number",
      code: "9903.01.24",
    });
  });

  it("no ordinary duty where the line has two numbers of goods", () => {
    const lines = [
      aLine({ duty: "1250", origin: "DE" }),
      aCommodity({ value: "5000", duty: "250", origin: "DE" }),
      aCommodity({ hts: "8501.10.4020", value: "5000", origin: "DE" }),
    ];
    expect(causeOf({ entered: "2025-07-10", lines })?.kind).not.toBe("includes-ordinary-duty");
  });

  it("the ordinary duty on top, by a known rate or by the commodity row", () => {
    const filed = line("2025-07-10", "DE", ["9903.01.25", "1250"]);
    const cause = { kind: "includes-ordinary-duty", hts: "8413919085", percent: "2.5" };
    expect(causeOf(filed, "2.5")).toEqual(cause);
    expect(causeOf(filed, "3.7")?.kind).not.toBe("includes-ordinary-duty");
    const twice = [aLine({ duty: "1250", origin: "DE" }), aCommodity({ value: "10000", duty: "250" })];
    expect(causeOf({ entered: "2025-07-10", lines: twice })).toEqual(cause);
  });

  it("a whole 15 % agreement with the ordinary duty once more", () => {
    const filed = line("2025-09-10", "DE", ["9903.02.20", "1750"]);
    expect(causeOf(filed, "2.5")).toMatchObject({ kind: "includes-ordinary-duty", percent: "2.5" });
  });
});
