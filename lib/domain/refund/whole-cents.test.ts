import Decimal from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type Usd, usd, wholeCentsOf } from "../money";
import { dutyAt, isDutyAt, isWithinTolerance, percentOf } from "./assessed-duty";
import { percentBehind } from "./column1-rates";
import { dutyCentsAt, percentBehindCents } from "./whole-cents";

const amount = (cents: number) => usd(`${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, "0")}`);
const someCents = fc.oneof(
  fc.integer({ min: 1, max: 5_000_000 }),
  fc.integer({ min: 1, max: 999_999_999_999 }),
);
const somePercent = fc.oneof(
  fc.constantFrom("0", "2.5", "7.5", "10", "15", "20", "25", "125", "0.25"),
  fc.integer({ min: 0, max: 99_999 }).map((hundredths) => `${hundredths / 100}`),
);

/** The duty as decimal.js works it out, in which no cents are counted. */
const exactDutyAt = (value: Usd, percent: string): Usd =>
  new Decimal(value.toFixed()).times(percent).div(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP) as Usd;

describe("duty in whole cents is the duty in Usd", () => {
  it("at any rate on any value", () => {
    fc.assert(
      fc.property(someCents, somePercent, (value, percent) => {
        const cents = dutyCentsAt(value, percent);
        const exact = exactDutyAt(amount(value), percent);
        if (cents !== null && wholeCentsOf(exact) !== null) expect(cents).toBe(wholeCentsOf(exact));
        expect(dutyAt(amount(value), percent).equals(exact)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("also where it is compared with the duty filed", () => {
    fc.assert(
      fc.property(
        someCents,
        somePercent,
        fc.integer({ min: -3, max: 3 }),
        fc.nat(1000),
        (value, percent, off, share) => {
          const expected = dutyAt(amount(value), percent);
          const filed = expected
            .plus(expected.times(share).div(100_000))
            .toDecimalPlaces(2)
            .plus(off / 100);
          const duty = filed as typeof expected;
          expect(isDutyAt(duty, amount(value), percent)).toBe(isWithinTolerance(duty, expected));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("and the percentage behind it is the one with the fewest decimals", () => {
    fc.assert(
      fc.property(someCents, somePercent, fc.integer({ min: 0, max: 2 }), (value, percent, off) => {
        const duty = (wholeCentsOf(dutyAt(amount(value), percent)) ?? 0) + off;
        if (duty <= 0) return;
        const behind = percentBehindCents(value, duty, 2);
        if (behind === null) return;
        const fitting = [0, 1, 2]
          .map((decimals) => amount(duty).times(100).div(amount(value)).toDecimalPlaces(decimals).toString())
          .find((text) => wholeCentsOf(dutyAt(amount(value), text)) === duty);
        expect(behind).toBe(fitting ?? "none");
      }),
      { numRuns: 1000 },
    );
  });
});

describe("duty in whole cents", () => {
  it.each<[number, string, number | null, string]>([
    [10_000, "25", 2_500, "a quarter of 100.00"],
    [10_000, "7.5", 750, "a rate may have decimals"],
    [10_000, "16.75", 1_675, "two of them"],
    [9, "5", 0, "0.45 of a cent is none"],
    [10, "5", 1, "half a cent is one"],
    [0, "25", 0, "no value bears no duty"],
    [10_000, "0", 0, "free is free"],
    [10_000, "9", 900, "nine is a digit"],
    [10_000, "12.345678", 1_235, "nine characters are read"],
    [10_000, "12.3456789", null, "ten may be too many digits"],
    [10_000, "7,5", null, "a comma is no decimal point"],
    [10_000, "7/5", null, "nor is a stroke"],
    [10_000, "7:5", null, "nor a colon"],
    [10_000, "1e1", null, "nor is a power of ten plain text"],
    [-1, "25", null, "corrections are counted in Usd"],
    [4_503_599_627_370_495, "1", 45_035_996_273_705, "the largest value that stays exact"],
    [4_503_599_627_370_496, "1", null, "and one cent more"],
  ])("%d cents at %s %% are %s because %s", (value, percent, cents) => {
    expect(dutyCentsAt(value, percent)).toBe(cents);
  });

  it.each<[number, number, string | null]>([
    [10_000, 1_000, "10"],
    [10_000, 250, "2.5"],
    [10_000, 105, "1.05"],
    [1_000_000, 500, "0.05"],
    [10_000, 1_675, "16.75"],
    [10_000, 10_000, "100"],
    [1_000_000, 12_345, "none"],
    [400_000_000_000_000, 400_000_000_000_000, null],
  ])("of %d cents a duty of %d cents is %s %%", (value, duty, percent) => {
    expect(percentBehindCents(value, duty, 2)).toBe(percent);
  });

  it.each([
    ["400.00", "398.00", true, "half a percent of what was filed is tolerated"],
    ["400.00", "397.99", false, "a cent more is not"],
    ["1.00", "1.01", true, "one cent is"],
    ["1.00", "1.02", false, "two cents of a dollar are not"],
  ])("a filed duty of %s where %s is due fits: %s, because %s", (filed, due, fits) => {
    expect(isDutyAt(usd(filed), usd(due), "100")).toBe(fits);
    expect(isWithinTolerance(usd(filed), usd(due))).toBe(fits);
  });

  it.each<[string | null, string | null, string | null]>([
    ["25", "100", "25"],
    ["0", "100", "0"],
    ["1", "3", "33.33"],
    ["25", "0", null],
    ["25", "-1", null],
    ["25", null, null],
    [null, "100", null],
  ])("%s on a value of %s is %s %%", (duty, value, percent) => {
    expect(percentOf(duty === null ? null : usd(duty), value === null ? null : usd(value))).toBe(percent);
  });

  it.each<[string, string, string | null]>([
    ["1000.00", "25.00", "2.5"],
    ["100.005", "2.50", "2.5"],
    ["100.005", "16.75", "16.75"],
    ["33.335", "1.00", "3"],
    ["10000.005", "123.45", null],
  ])("M3: a duty on %s of %s teaches %s, parts of a cent included", (value, duty, percent) => {
    expect(percentBehind(usd(value), usd(duty))).toBe(percent);
  });
});
