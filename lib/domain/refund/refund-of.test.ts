import { describe, expect, it } from "vitest";
import type { TariffLine } from "../entry";
import { parseHtsNumber } from "../identifiers";
import { usdText } from "../money";
import { aCommodity, aLine, anEntry, type EntrySketch, type LineSketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import { type Column1Rates, NO_COLUMN1_RATES, withGivenRates } from "./column1-rates";
import { refundOf } from "./refund-of";

const text = (sketch: EntrySketch, column1: Column1Rates = NO_COLUMN1_RATES): string => {
  const { min, certain, max } = refundOf(anEntry(sketch), column1);
  return [min, certain, max].map((amount) => (amount === null ? "?" : usdText(amount))).join(" ");
};
const lines = (...sketches: LineSketch[]): { lines: readonly TariffLine[] } => ({
  lines: sketches.map(aLine),
});

describe("netting", () => {
  it.each<[string, EntrySketch, string]>([
    [
      "R6 M8: a negative IEEPA row nets with the others",
      lines({ duty: "100" }, { duty: "-25.50" }),
      "74.50 74.50 74.50",
    ],
    [
      "M8: on another line and another IEEPA number",
      lines({}, { duty: "-30", line: "2", hts: "9903.01.24" }),
      "70.00 70.00 70.00",
    ],
    [
      "M8: another program's credit changes nothing",
      lines({}, { duty: "-30", hts: "9903.88.03" }),
      "100.00 100.00 100.00",
    ],
    ["M8: nor does a credit without number", lines({}, { duty: "-30", hts: null }), "100.00 100.00 100.00"],
    [
      "M6b: a net below zero stays negative in all three",
      lines({ duty: "10" }, { duty: "-25" }),
      "-15.00 -15.00 -15.00",
    ],
    ["M7: a net of exactly zero", lines({ duty: "10" }, { duty: "-10" }), "0.00 0.00 0.00"],
    [
      "M17: other programs and ordinary duty are not money",
      lines({}, { duty: "5", hts: "9903.81.90" }, { duty: "7", hts: "7326.90.8688" }),
      "100.00 100.00 100.00",
    ],
    [
      "R20: more than two decimals are kept and rounded once",
      lines({ duty: "0.004" }, { duty: "0.004" }),
      "0.01 0.01 0.01",
    ],
  ])("%s", (_rule, sketch, expected) => expect(text(sketch)).toBe(expected));
});

describe("what cannot be read", () => {
  it.each<[string, EntrySketch, string]>([
    ["R10: a blank duty on an IEEPA number has no upper bound", lines({}, { duty: null }), "100.00 ? ?"],
    ["R11: duty without number may be IEEPA", lines({}, { duty: "40", hts: null }), "100.00 ? 140.00"],
    [
      "R11: no number and no duty claims nothing",
      lines({}, { duty: null, hts: null }),
      "100.00 100.00 100.00",
    ],
    [
      "M10: duty on an IEEPA number that does not exist",
      lines({}, { duty: "40", hts: "9903.01.36" }),
      "100.00 ? 140.00",
    ],
    [
      "M9: duty on an exemption number is no money",
      lines({}, { duty: "40", hts: "9903.01.33" }),
      "100.00 100.00 100.00",
    ],
    ["M11: a wrong period leaves the money", lines({ hts: "9903.01.20" }), "100.00 100.00 100.00"],
  ])("%s", (_rule, sketch, expected) => expect(text(sketch)).toBe(expected));
});

describe("rows in conflict", () => {
  it.each<[string, EntrySketch, string]>([
    [
      "R4: the range of all variants",
      { ...lines({}), conflicts: [[aLine({ duty: "10" }), aLine({ duty: "25" })]] },
      "110.00 ? 125.00",
    ],
    [
      "R4: of three variants",
      { lines: [], conflicts: [[aLine({ duty: "10" }), aLine({ duty: "30" }), aLine({ duty: "20" })]] },
      "10.00 ? 30.00",
    ],
    [
      "R13: a later zero",
      { lines: [], conflicts: [[aLine({ duty: "10" }), aLine({ duty: "0" })]] },
      "0.00 ? 10.00",
    ],
    [
      "R5: variants that differ in value only",
      { lines: [], conflicts: [[aLine({ value: "1" }), aLine({ value: "2" })]] },
      "100.00 100.00 100.00",
    ],
    [
      "R4: a variant of another program",
      { lines: [], conflicts: [[aLine(), aLine({ hts: "9903.88.03" })]] },
      "0.00 ? 100.00",
    ],
  ])("%s", (_rule, sketch, expected) => expect(text(sketch)).toBe(expected));
});

describe("lines of the 15 % agreements", () => {
  const hts = parseHtsNumber("8413.91.9085")!;
  const given = (percent: string): Column1Rates => withGivenRates(new Map(), new Map([[hts, percent]]));
  const eu = (...rows: LineSketch[]) => lines({ hts: "9903.02.20", duty: "150" }, ...rows);
  const pump: LineSketch = { hts: "8413.91.9085", duty: "0", value: "1000" };

  it.each<[string, EntrySketch, string, string]>([
    ["paid less ordinary duty", eu(pump), "2.5", "125.00 125.00 125.00"],
    [
      "M3: ordinary duty is rounded half up to the cent",
      eu({ ...pump, value: "1000.20" }),
      "2.5",
      "124.99 124.99 124.99",
    ],
    ["free of ordinary duty", eu(pump), "0", "150.00 150.00 150.00"],
    ["M13: split, the IEEPA row is the refund", eu({ ...pump, duty: "25" }), "2.5", "150.00 150.00 150.00"],
    [
      "M13: any duty on the commodity row means split",
      eu({ ...pump, duty: "0.01" }),
      "2.5",
      "150.00 150.00 150.00",
    ],
    ["M15: ordinary duty above what was paid", eu(pump), "16", "0.00 ? 150.00"],
    ["M5: several commodity numbers", eu(pump, { ...pump, hts: "8413.91.9096" }), "2.5", "0.00 ? 150.00"],
    ["M5: Chapter 98", eu(pump, { hts: "9802.00.8040", duty: "0" }), "2.5", "0.00 ? 150.00"],
    ["M5: no commodity row", eu(), "2.5", "0.00 ? 150.00"],
    ["M5: blank value", eu({ ...pump, value: null }), "2.5", "0.00 ? 150.00"],
    ["M5: zero value", eu({ ...pump, value: "0" }), "2.5", "0.00 ? 150.00"],
    ["M5: a preference claimed", eu({ ...pump, spi: "KR" }), "2.5", "0.00 ? 150.00"],
    ["R10: blank duty on the commodity row", eu({ ...pump, duty: null }), "2.5", "0.00 ? ?"],
    [
      "R21: a value on the Chapter 99 row is no base",
      lines({ hts: "9903.02.20", duty: "150", value: "9999" }, pump),
      "2.5",
      "125.00 125.00 125.00",
    ],
    [
      "R4: variants of the IEEPA row",
      {
        lines: [aLine(pump)],
        conflicts: [[aLine({ hts: "9903.02.20", duty: "150" }), aLine({ hts: "9903.02.20", duty: "160" })]],
      },
      "2.5",
      "125.00 ? 135.00",
    ],
    [
      "a correction of the 15 % row",
      eu(pump, { hts: "9903.02.20", duty: "-30" }),
      "2.5",
      "95.00 95.00 95.00",
    ],
  ])("%s", (_rule, sketch, percent, expected) => expect(text(sketch, given(percent))).toBe(expected));

  it("M14: unknown ordinary duty is a range that never changes the lane", () => {
    const screening = screened({ entered: "2025-09-10", ...eu(pump) });
    expect([screening.lane, usdText(screening.refund.min), usdText(screening.refund.max!)]).toEqual([
      "cape-ready",
      "0.00",
      "150.00",
    ]);
  });
});

describe("the refundable amount", () => {
  it.each([
    ["excluded", { type: "08" }],
    ["court", { liquidated: "2026-01-10" }],
    ["protest", { liquidated: "2026-08-01" }],
    ["needs-data", { entered: null }],
  ])("M16 D6: is shown in the lane %s", (lane, sketch) => {
    const screening = screened(sketch);
    expect([screening.lane, usdText(screening.refund.certain!)]).toEqual([lane, "100.00"]);
  });

  it("M16: is 0.00 in the lane not-ieepa", () => {
    expect(usdText(screened({ entered: "2026-02-24", lines: [aLine(), aCommodity()] }).refund.certain!)).toBe(
      "0.00",
    );
  });
});
