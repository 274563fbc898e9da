import Decimal from "decimal.js";
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

/** As decimal.js itself makes it. */
const decimal = (text: string): Decimal => new (Decimal.clone({ precision: 40 }))(text);

/** All that decimal.js looks at in a Decimal. */
const partsOf = ({ s, e, d }: Decimal) => ({ s, e, d });

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
    expect(partsOf(usdOfCents(cents))).toEqual(partsOf(decimal(text)));
    expect(usdOfCents(cents).times("1.07").plus("3").toFixed()).toBe(
      usd(text).times("1.07").plus("3").toFixed(),
    );
  });

  it("are the amount itself", () => {
    fc.assert(
      fc.property(someCents, (cents) => {
        const amount = decimal(`${cents}`).div(100) as Usd;
        expect(wholeCentsOf(amount)).toBe(cents);
        expect(wholeCentsOf(usdOfCents(cents))).toBe(cents);
        expect(partsOf(usdOfCents(cents))).toEqual(partsOf(amount));
        expect(JSON.stringify(usdOfCents(cents))).toBe(JSON.stringify(amount));
        expect(usdOfCents(cents).isZero()).toBe(amount.isZero());
        expect(usdOfCents(cents).isNegative()).toBe(amount.isNegative());
        expect(usdOfCents(cents).decimalPlaces()).toBe(amount.decimalPlaces());
        expect(usdOfCents(cents).toFixed()).toBe(amount.toFixed());
        for (const places of [0, 1, 2, 3, 9])
          expect(usdOfCents(cents).toFixed(places)).toBe(amount.toFixed(places));
        expect(usdOfCents(cents).toFixed(1, Decimal.ROUND_DOWN)).toBe(amount.toFixed(1, Decimal.ROUND_DOWN));
        expect(addUsd(usdOfCents(cents), usd("0.001")).toFixed()).toBe(amount.plus("0.001").toFixed());
      }),
    );
  });
});

/** Whole cents, parts of a cent, and amounts too large for whole cents. */
const someText = fc
  .tuple(someCents, fc.constantFrom("1", "10", "0.001", "12345678901234.5", "0.0000001"))
  .map(([cents, unit]) => decimal(unit).times(cents).div(100).toFixed());

/** No amount is negative zero: it would be another amount than zero to whoever compares them part by part. */
const positiveZero = (amount: Decimal): Decimal => (amount.isZero() ? amount.abs() : amount);

describe("amounts", () => {
  it("are added, subtracted, compared and rounded as Decimals are, in whole cents or not", () => {
    fc.assert(
      fc.property(someText, someText, fc.boolean(), fc.boolean(), (text, other, isSame, isRaw) => {
        const [a, b] = [decimal(text), decimal(isSame ? text : other)];
        const [left, right] = isRaw ? [a as Usd, b as Usd] : [usd(a.toFixed()), usd(b.toFixed())];
        expect(partsOf(addUsd(left, right))).toEqual(partsOf(a.plus(b)));
        expect(partsOf(subtractUsd(left, right))).toEqual(partsOf(positiveZero(a.minus(b))));
        expect(Math.sign(compareUsd(left, right))).toBe(a.comparedTo(b));
        expect(partsOf(toCents(left))).toEqual(partsOf(positiveZero(a.toDecimalPlaces(2))));
      }),
      { numRuns: 1_000 },
    );
  });

  it("are as good as Decimals to decimal.js, on either side", () => {
    fc.assert(
      fc.property(someText, someText, (text, other) => {
        const [a, b] = [decimal(text), decimal(other)];
        const [left, right] = [usd(text), usd(other)];
        expect(partsOf(left.times(right))).toEqual(partsOf(a.times(b)));
        expect(partsOf(decimal("3").times(left).minus(right))).toEqual(
          partsOf(decimal("3").times(a).minus(b)),
        );
        expect([left.abs().toFixed(), left.negated().toFixed()]).toEqual([
          a.abs().toFixed(),
          a.negated().toFixed(),
        ]);
        expect([left.gt(right), left.equals(right), left.lessThan(right)]).toEqual([
          a.gt(b),
          a.equals(b),
          a.lt(b),
        ]);
        expect([left.toFixed(2), left.toString()]).toEqual([a.toFixed(2), a.toString()]);
      }),
      { numRuns: 1_000 },
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
