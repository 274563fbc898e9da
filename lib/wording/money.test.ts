import { describe, expect, it } from "vitest";
import { formatUsd, formatUsdOrNull, formatUsdRange } from "./money";

describe("amounts as people read them", () => {
  it.each([
    { amount: "0.00", words: "0.00", because: "zero is an amount" },
    { amount: "999.99", words: "999.99", because: "no separator below a thousand" },
    { amount: "1000.00", words: "1,000.00", because: "separators from a thousand on" },
    { amount: "1234567.00", words: "1,234,567.00", because: "every three digits" },
    { amount: "-1200.00", words: "\u22121,200.00", because: "a real minus sign stands in front" },
    { amount: "5", words: "5.00", because: "cents are always shown" },
    { amount: "5.5", words: "5.50", because: "cents have two digits" },
  ])("$amount reads $words because $because", ({ amount, words }) => {
    expect(formatUsd(amount)).toBe(words);
  });

  it.each(["1234.567", "1,234.00", "", "1e3", "NaN", ".5"])(
    "refuses %j, which would need rounding or guessing",
    (text) => {
      expect(() => formatUsd(text)).toThrow("exchange form");
    },
  );

  it("keeps an unknown amount unknown", () => {
    expect(formatUsdOrNull(null)).toBeNull();
  });

  it.each([
    { min: "10.00", max: "10.00", words: "10.00" },
    { min: "0.00", max: "6781.50", words: "0.00 to 6,781.50" },
    { min: "210.00", max: null, words: "210.00 or more" },
  ])("a range from $min to $max reads $words", ({ min, max, words }) => {
    expect(formatUsdRange(min, max)).toBe(words);
  });
});
