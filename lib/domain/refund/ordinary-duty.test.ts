import { describe, expect, it } from "vitest";
import { day } from "../day";
import { usd, usdText } from "../money";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import type { AmountRange } from "./amount-range";
import { type Column1Rates, NO_COLUMN1_RATES, withGivenRates } from "./column1-rates";
import { linesOf } from "./entry-line";
import { contradicts, type OrdinaryDuty, ordinaryDutyOf, refundableOf } from "./ordinary-duty";

const goods = aCommodity({ value: "1000" });
const fifteen = aLine({ hts: "9903.02.20", duty: "150" });
const RATES: Column1Rates = withGivenRates(NO_COLUMN1_RATES, new Map([[goods.hts!, "2.5"]]));

const ordinary = (sketch: EntrySketch, rates = RATES) =>
  ordinaryDutyOf(linesOf(anEntry(sketch), day("2025-09-15"))[0]!, rates);
const inWords = (found: OrdinaryDuty | null) => {
  if (found === null) return "none";
  if (found.kind === "on-commodity-row") return found.kind;
  return found.kind === "known" ? `known: ${usdText(found.duty)}` : `${found.because} ${found.hts ?? "-"}`;
};
const HTS = "8413919085";

describe("the ordinary duty of a 15 % line", () => {
  it.each<[string, EntrySketch, string]>([
    ["stands inside the 15 %", { lines: [fifteen, goods] }, "known: 25.00"],
    [
      "of the same goods on two rows goes by their whole value",
      { lines: [fifteen, goods, goods] },
      "known: 50.00",
    ],
    ["is no question on another line", { lines: [aLine(), goods] }, "none"],
    [
      "M13: stands on its own row where the broker split it",
      { lines: [fifteen, aCommodity({ duty: "0.01" })] },
      "on-commodity-row",
    ],
    [
      "M13: stands on its own row where one of two rows bears it",
      { lines: [fifteen, goods, aCommodity({ duty: "25" })] },
      "on-commodity-row",
    ],
    ["M5: is unknown without goods", { lines: [fifteen] }, "no-commodity-row -"],
    [
      "M5: is unknown for two numbers of goods",
      { lines: [fifteen, goods, aCommodity({ hts: "8501.10.4020" })] },
      "several-commodity-numbers -",
    ],
    [
      "R10: is unknown where the goods' duty is blank",
      { lines: [fifteen, aCommodity({ duty: null })] },
      `commodity-duty-blank ${HTS}`,
    ],
    [
      "R10: is unknown where one of two goods' duties is blank",
      { lines: [fifteen, goods, aCommodity({ duty: null })] },
      `commodity-duty-blank ${HTS}`,
    ],
    [
      "M5: is unknown beside Chapter 98",
      { lines: [fifteen, goods, aLine({ hts: "9802.00.8040", duty: "0" })] },
      `chapter-98 ${HTS}`,
    ],
    [
      "M5: is unknown under a preference",
      { lines: [fifteen, aCommodity({ spi: "KR" })] },
      `preference-claimed ${HTS}`,
    ],
    ["M5: is unknown without value", { lines: [fifteen, aCommodity({ value: null })] }, `no-value ${HTS}`],
    [
      "M5: is unknown on a value of zero",
      { lines: [fifteen, aCommodity({ value: "0" })] },
      `no-value ${HTS}`,
    ],
    [
      "is unknown where 15 % and another number are in conflict",
      { lines: [goods], conflicts: [[fifteen, aLine()]] },
      `row-conflict ${HTS}`,
    ],
    [
      "is unknown where other rows are in conflict",
      { lines: [fifteen, goods], conflicts: [[aLine({ duty: "1" }), aLine({ duty: "2" })]] },
      `row-conflict ${HTS}`,
    ],
    [
      "is known where 15 % rows differ in their duty only",
      { lines: [goods], conflicts: [[fifteen, aLine({ hts: "9903.02.20", duty: "149" })]] },
      "known: 25.00",
    ],
  ])("%s", (_case, sketch, expected) => {
    expect(inWords(ordinary(sketch))).toBe(expected);
  });

  it("M1: is unknown while nobody has told its rate", () => {
    expect(inWords(ordinary({ lines: [fifteen, goods] }, NO_COLUMN1_RATES))).toBe(`no-rate ${HTS}`);
  });
});

describe("what comes back of the duty on 15 % numbers", () => {
  const range = (text: string): AmountRange => {
    const [min = "0", max = min] = text.split("..");
    return { min: usd(min), max: max === "" ? null : usd(max) };
  };
  const shown = ({ min, max }: AmountRange) => `${min.toFixed()}..${max?.toFixed() ?? ""}`;
  const known = (duty: string): OrdinaryDuty => ({
    kind: "known",
    hts: goods.hts!,
    duty: usd(duty),
    rate: { percent: "2.5", basis: "given" },
  });
  const unknown = (because: "no-rate" | "commodity-duty-blank"): OrdinaryDuty => ({
    kind: "unknown",
    hts: null,
    because,
  });

  it.each<[string, string, OrdinaryDuty, string]>([
    ["all but the ordinary duty", "150", known("25"), "125..125"],
    ["nothing where ordinary duty is all of it", "150", known("150"), "0..0"],
    ["M15: nothing up to all where ordinary duty is more than was paid", "150", known("150.01"), "0..150"],
    ["less the ordinary duty, of either amount", "100..150", known("25"), "75..125"],
    ["nothing, or the rest of the larger amount", "100..150", known("120"), "0..30"],
    ["the rest of a correction and a payment", "-50..150", known("25"), "-50..125"],
    ["without bound where none is known", "100..", known("25"), "75.."],
    ["all where the broker split it", "150", { kind: "on-commodity-row" }, "150..150"],
    ["M14: nothing up to all while the rate is unknown", "150", unknown("no-rate"), "0..150"],
    ["R10: without bound where the goods' duty is blank", "150", unknown("commodity-duty-blank"), "0.."],
  ])("is %s", (_what, paid, found, expected) => {
    expect(shown(refundableOf(range(paid), found))).toBe(expected);
  });

  it("M15: contradicts the rate only where it is known, and more than was paid", () => {
    expect(contradicts(known("150.01"), range("150"))).toBe(true);
    expect(contradicts(known("150"), range("150"))).toBe(false);
    expect(contradicts(known("150"), range("100.."))).toBe(false);
    expect(contradicts({ kind: "on-commodity-row" }, range("0"))).toBe(false);
    expect(contradicts(null, range("0"))).toBe(false);
  });
});
