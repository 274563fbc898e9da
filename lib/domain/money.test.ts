import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addUsd,
  compareUsd,
  subtractUsd,
  toCents,
  type Usd,
  usd,
  usdOfCents,
  usdText,
  wholeCentsOf,
  ZERO_USD,
} from "./money";

const someCents = fc.oneof(
  fc.integer({ min: -2_000, max: 2_000 }),
  fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
);

describe("whole cents", () => {
  it.each([
    ["0", 0],
    ["0.01", 1],
    ["0.05", 5],
    ["0.10", 10],
    ["-12.5", -1250],
    ["9999999.99", 999_999_999],
    ["10000000", 1_000_000_000],
    ["9999999999.99", 999_999_999_999],
    ["10000000000", null],
    ["0.005", null],
    ["1.00000001", null],
    ["12345678.123", null],
  ])("%s USD is %s cents", (text, cents) => expect(wholeCentsOf(usd(text))).toBe(cents));

  // Zero, parts of a dollar, both sides of every word of seven digits, zero words between, and the largest of all.
  const SHAPES = [
    ...[0, 1, 5, 9, 10, 50, 99, 100, 101, 110, 999, 1_000, 12_345, 100_000],
    ...[999_999_999, 1_000_000_000, 1_000_000_001, 1_000_000_010, 1_000_000_100, 10_000_000_000],
    ...[100_000_000_000_000, 999_999_999_999, 1_000_000_000_000, 99_999_999_999_999],
    ...[100_000_000_000_099, 120_000_000_000_000, 999_999_999_999_999],
  ];
  it.each(SHAPES.flatMap((cents) => [cents, -cents]))("%d make the very object that text makes", (cents) => {
    const digits = String(Math.abs(cents)).padStart(3, "0");
    const text = `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    expect(usdOfCents(cents)).toEqual(usd(text));
    expect(Object.keys(usdOfCents(cents)).sort()).toEqual(Object.keys(usd(text)).sort());
    expect(usdOfCents(cents).times("1.07").plus("3").toFixed()).toBe(
      usd(text).times("1.07").plus("3").toFixed(),
    );
  });

  it("are the amount itself", () => {
    fc.assert(
      fc.property(someCents, (cents) => {
        const amount = usd("1").times(cents).div(100) as typeof ZERO_USD;
        expect(wholeCentsOf(amount)).toBe(cents === 0 ? 0 : cents);
        expect(usdOfCents(cents)).toEqual(cents === 0 ? ZERO_USD : amount);
        expect(addUsd(usdOfCents(cents), usd("0.001")).toFixed()).toBe(amount.plus("0.001").toFixed());
      }),
    );
  });
});

/** Whole cents, parts of a cent, and amounts too large for whole cents. */
const someAmount = fc
  .tuple(someCents, fc.constantFrom("1", "10", "0.001", "12345678901234.5", "0.0000001"))
  .map(([cents, unit]) => usd(unit).times(cents).div(100) as Usd);

describe("amounts", () => {
  it("are added, subtracted and compared as Decimals are, in whole cents or not", () => {
    fc.assert(
      fc.property(someAmount, someAmount, fc.boolean(), (a, other, isSame) => {
        const b = isSame ? (a.times(1) as Usd) : other;
        expect(addUsd(a, b)).toEqual(a.plus(b));
        expect(subtractUsd(a, b)).toEqual(a.minus(b));
        expect(Math.sign(compareUsd(a, b))).toBe(a.comparedTo(b));
        expect(toCents(a)).toEqual(a.toDecimalPlaces(2));
      }),
      { numRuns: 500 },
    );
  });

  it("add up exactly, zero included", () => {
    expect(usdText(addUsd(usd("0.10"), usd("0.20")))).toBe("0.30");
    expect(addUsd(ZERO_USD, usd("5")).equals(usd("5"))).toBe(true);
    expect(addUsd(usd("5"), ZERO_USD).equals(usd("5"))).toBe(true);
  });

  it.each([
    ["0.005", "0.01"],
    ["-0.005", "-0.01"],
    ["1.004", "1.00"],
    ["-0.004", "0.00"],
  ])("%s is %s in cents", (amount, cents) => expect(usdText(toCents(usd(amount)))).toBe(cents));
});
