import { describe, expect, it } from "vitest";
import { addDays, day } from "../day";
import { toCents, type Usd, usd, usdText } from "../money";
import type { DayToTry, EndKind } from "./reconcile-days";
import { endsAround, endsGiving, readingLines } from "./reconcile-lines";

const PAID_ON = day("2025-04-15");
const REFUNDED_ON = day("2026-06-01");

/** Ten days before the refund to ten days after it. */
const ENDS: readonly DayToTry<EndKind>[] = Array.from({ length: 21 }, (_, index) => ({
  on: addDays(REFUNDED_ON, index - 10),
  kind: "given",
  daysOff: index - 10,
}));

const lineOf = (principal: Usd) =>
  readingLines(principal, usd("0"), [{ on: PAID_ON, kind: "payment-date", daysOff: 0 }], ["corporation"])[0]!;

const daysOff = (ends: readonly DayToTry<EndKind>[]) => ends.map((end) => end.daysOff);

describe("the days to which a reading gives what CBP paid", () => {
  // $100,000 earns $14.62 a day in June 2026.
  const large = lineOf(usd("100000"));
  const paidTo = (off: number) => toCents(large.interestTo(ENDS[off + 10]!));

  it.each([-10, -9, -1, 0, 1, 9, 10])("are the one day %i from the refund for a large principal", (off) => {
    expect(daysOff(endsGiving(paidTo(off), ENDS, large))).toEqual([off]);
  });

  it.each(["5000.00", "6825.04", "9000.00"])("are none for %s, which no day gives to the cent", (paid) => {
    expect(endsGiving(usd(paid), ENDS, large)).toEqual([]);
  });

  it("are the seven nearest to the named day where a small principal earns the same cents for weeks", () => {
    const small = lineOf(usd("1.00"));
    expect(usdText(toCents(small.interestTo(ENDS[10]!)))).toBe("0.07");
    expect(daysOff(endsGiving(usd("0.07"), ENDS, small))).toEqual([0, -1, 1, -2, 2, -3, 3]);
  });
});

describe("the days nearest to what CBP paid", () => {
  const line = lineOf(usd("100000"));
  const [first, last] = [ENDS[0]!, ENDS.at(-1)!];

  it("are the last one below it and the first one that reaches it", () => {
    expect(daysOff(endsAround(usd("6825.04"), ENDS, line))).toEqual([0, 1]);
    expect(daysOff(endsAround(usd("6825.03"), ENDS, line))).toEqual([-1, 0]);
    expect(daysOff(endsAround(usd("6825.02"), ENDS, line))).toEqual([-1, 0]);
  });

  it("are only the first where every day gives more, only the last where every day gives less", () => {
    expect(endsAround(usd("5000.00"), ENDS, line)).toEqual([first]);
    expect(endsAround(usd("9000.00"), ENDS, line)).toEqual([last]);
  });
});

describe("the readings to try", () => {
  it("take every start with every class, and each with the default convention first", () => {
    const starts = [
      { on: PAID_ON, kind: "payment-date", daysOff: 0 },
      { on: day("2025-04-01"), kind: "entry-date", daysOff: 0 },
    ] as const;
    const lines = readingLines(usd("100000"), usd("6825.00"), starts, ["corporation", "other"]);
    const ours = lines
      .map((line) => line.readingTo(ENDS[10]!))
      .filter(({ convention }) => convention === "default")
      .map(({ start, rateClass, interest, difference }) => [
        start.kind,
        rateClass,
        usdText(interest),
        usdText(difference),
      ]);
    expect(lines[0]!.readingTo(ENDS[10]!).convention).toBe("default");
    expect(ours).toEqual([
      ["payment-date", "corporation", "6825.03", "0.03"],
      ["payment-date", "other", "8037.46", "1212.46"],
      ["entry-date", "corporation", "7071.14", "246.14"],
      ["entry-date", "other", "8327.89", "1502.89"],
    ]);
  });
});
