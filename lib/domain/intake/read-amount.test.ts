import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readAmount } from "./read-amount";

const amountOf = (cell: string): string | null => {
  const reading = readAmount(cell);
  return reading.kind === "amount" ? reading.amount.toFixed() : null;
};

describe("an amount cell", () => {
  it.each([
    { cell: "$1,234.50", amount: "1234.5", because: "ACE prints currency signs and thousands commas" },
    { cell: "1234.50", amount: "1234.5", because: "plain text is the common form" },
    { cell: " 20,000.00 ", amount: "20000", because: "accounting formats pad with blanks" },
    { cell: "\u00A05.00\u00A0", amount: "5", because: "no-break blanks are blanks" },
    { cell: ".50", amount: "0.5", because: "a missing zero changes nothing" },
    { cell: '="12.00"', amount: "12", because: "the Excel text wrapper is no part of it" },
    { cell: "(1,200.00)", amount: "-1200", because: "R19: parentheses are negative" },
    { cell: "$(1,200.00)", amount: "-1200", because: "R19: with the sign before them too" },
    { cell: "($1,200.00)", amount: "-1200", because: "R19: and inside" },
    { cell: "5.00-", amount: "-5", because: "R19: a trailing minus is negative" },
    { cell: "-$5.00", amount: "-5", because: "a leading minus is negative" },
    { cell: "\u22125.00", amount: "-5", because: "a typographic minus is a minus" },
    { cell: " -   ", amount: "0", because: "R18: a lone dash is zero" },
    { cell: "$ -", amount: "0", because: "R18: as accounting formats print it" },
    { cell: "FREE", amount: "0", because: "R18: free of duty" },
    { cell: "(0.00)", amount: "0", because: "minus zero is zero" },
    { cell: "0.123456", amount: "0.123456", because: "R20: all decimals are kept" },
  ])("reads $cell as $amount because $because", ({ cell, amount }) => {
    expect(amountOf(cell)).toBe(amount);
  });

  it.each([
    { cell: "5.00 CR", because: "R19: it could be a credit" },
    { cell: "1.234,50", because: "R19: European separators" },
    { cell: "1 234.50", because: "blanks may separate two amounts" },
    { cell: "12,34", because: "the comma separates no thousands" },
    { cell: "1,2345", because: "the comma separates no thousands" },
    { cell: "9.87E+10", because: "digits are lost" },
    { cell: "(5.00", because: "the parenthesis is not closed" },
    { cell: "(-5.00)", because: "twice negative is unclear" },
    { cell: "-5.00-", because: "twice negative is unclear" },
    { cell: "12.5%", because: "it is a rate" },
    { cell: "#REF!", because: "it is an error of the spreadsheet" },
    { cell: "N/A", because: "it is no amount" },
    { cell: "1".repeat(31), because: "nobody paid that" },
  ])("does not guess $cell because $because", ({ cell }) => {
    expect(readAmount(cell)).toEqual({ kind: "unreadable" });
  });

  it("R10: is blank, and not zero, when nothing stands there", () => {
    expect(readAmount("  ")).toEqual({ kind: "blank" });
  });

  it("says the same on the quick way for plain amounts as on the way for all others", () => {
    const part = fc.constantFrom(
      "$",
      "0",
      "1",
      "12",
      "123",
      "1234",
      ",",
      ",000",
      ",123",
      ".",
      ".5",
      ".50",
      ".05",
      "-",
    );
    const someAmount = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(someAmount, (cell) => {
        const ALWAYS_SLOW = ` ${cell}`; // a blank in front is no part of the amount, and no plain amount has one
        expect(readAmount(cell)).toEqual(readAmount(ALWAYS_SLOW));
      }),
      { numRuns: 2_000 },
    );
  });
});
