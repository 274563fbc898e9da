import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addUsd, toCents, usd, usdOfCents, usdText, wholeCentsOf, ZERO_USD } from "./money";

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

  it("are the amount itself", () => {
    fc.assert(
      fc.property(someCents, (cents) => {
        const amount = usd("1").times(cents).div(100) as typeof ZERO_USD;
        expect(wholeCentsOf(amount)).toBe(cents === 0 ? 0 : cents);
        expect(usdOfCents(cents).toFixed()).toBe(amount.toFixed());
        expect(addUsd(usdOfCents(cents), usd("0.001")).toFixed()).toBe(amount.plus("0.001").toFixed());
      }),
    );
  });
});

describe("amounts", () => {
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
