import { describe, expect, it } from "vitest";

import { parseEntryNumber, withFittingCheckDigit } from "../identifiers";
import { amountOutlook } from "./repair-amount";
import { entryTypeOutlook, originOutlook, tariffNumberOutlook } from "./repair-codes";
import { dayOutlook } from "./repair-day";
import { entryNumberOutlook } from "./repair-entry-number";
import type { RepairOutlook } from "./repair-proposal";

const fitting = (text: string): readonly [string] => {
  const parsed = parseEntryNumber(text);
  if (!parsed.ok) throw new Error(text);
  return [withFittingCheckDigit(parsed.value)];
};

/** `restore-leading-zeros 00401234562 check-digit`, one text a candidate; a loss by its name. */
const inShort = (outlook: RepairOutlook): readonly string[] =>
  outlook.state === "unrecoverable"
    ? [outlook.loss]
    : outlook.candidates.map(({ action, proposed, proof }) => `${action} ${proposed} ${proof}`);

describe("an entry number that cannot be read", () => {
  it.each([
    {
      found: "401234562",
      state: "proven",
      says: ["restore-leading-zeros 00401234562 check-digit"],
      because: "N2: nine digits, and with two zeros the check digit fits",
    },
    {
      found: `="401234562"`,
      state: "proven",
      says: ["restore-leading-zeros 00401234562 check-digit"],
      because: "N1: the wrapping of a spreadsheet is no part of the number",
    },
    {
      found: "4.01234562E+08",
      state: "proven",
      says: ["restore-leading-zeros 00401234562 check-digit"],
      because: "all nine digits are shown",
    },
    {
      found: "9.8712345671E+10",
      state: "proven",
      says: ["write-out-scientific 98712345671 check-digit"],
      because: "all eleven digits are shown, and the last one fits",
    },
    {
      found: "9.8712345672E+10",
      state: "likely",
      says: ["write-out-scientific 98712345672 only-reading"],
      because: "all digits are shown, and the check digit does not fit",
    },
    {
      found: "9.87123E+10",
      state: "unrecoverable",
      says: ["digits-lost-to-scientific"],
      because: "five digits were rounded away",
    },
    {
      found: "9.87E+10",
      state: "unrecoverable",
      says: ["digits-lost-to-scientific"],
      because: "a narrow column shows three digits",
    },
    {
      found: "8.00E+126",
      state: "unrecoverable",
      says: ["digits-lost-to-scientific"],
      because: "an E stood in the filer code, and several numbers come to one power of ten",
    },
    {
      found: "ZZX-10000O1-1",
      state: "proven",
      says: ["read-letters-as-digits ZZX10000011 check-digit"],
      because: "N5: O for zero after the filer code, and the check digit fits",
    },
    {
      found: "ZZX-10000O1-2",
      state: "unrecoverable",
      says: ["not-understood"],
      because: "N5: with zero for O the check digit does not fit",
    },
    {
      found: "98712345671.0",
      state: "proven",
      says: ["drop-decorations 98712345671 check-digit"],
      because: "N4: a spreadsheet took it for a number and wrote a decimal",
    },
    {
      found: "#ZZX1000001-1",
      state: "proven",
      says: ["drop-decorations ZZX10000011 check-digit"],
      because: "N4: a mark stands before a whole number",
    },
    {
      found: "Entry No. ZZX-1000001-1",
      state: "proven",
      says: ["drop-decorations ZZX10000011 check-digit"],
      because: "the heading was typed into the cell",
    },
    {
      found: "ZZX-1000014",
      state: "unrecoverable",
      says: ["not-understood"],
      because: "a letter and nine digits may lack any digit",
    },
    { found: "ZZX-100001-", state: "unrecoverable", says: ["not-understood"], because: "it is cut short" },
    { found: "  ", state: "unrecoverable", says: ["cell-is-blank"], because: "nothing is there" },
  ])("$found is $state because $because", ({ found, state, says }) => {
    const outlook = entryNumberOutlook(found);
    expect({ state: outlook.state, says: inShort(outlook) }).toEqual({ state, says });
  });

  it("N6: ten digits that fit with a zero may as well have lost the check digit, so both are shown", () => {
    const [whole] = fitting("01234567890");
    const outlook = entryNumberOutlook(whole.slice(1));
    expect(outlook.state).toBe("likely");
    expect(outlook.candidates.map(({ action }) => action)).toEqual([
      "restore-leading-zeros",
      "add-check-digit",
    ]);
  });

  it("a check digit that had to be worked out proves nothing", () => {
    const outlook = entryNumberOutlook("9871234567");
    expect(inShort(outlook)).toEqual(["add-check-digit 98712345671 check-digit-computed"]);
    expect(outlook.state).toBe("likely");
  });
});

describe("an amount that cannot be read", () => {
  it.each([
    {
      found: "1.234,50",
      says: ["swap-separators 1234.50 only-reading"],
      because: "R19: European separators",
    },
    { found: "-1.234.567,5", says: ["swap-separators -1234567.5 only-reading"], because: "the sign stays" },
    { found: "12,34", says: ["swap-separators 12.34 only-reading"], because: "two digits follow the comma" },
    { found: "1 234,50", says: ["swap-separators 1234.50 only-reading"], because: "blanks for thousands" },
    {
      found: "1'234.50",
      says: ["swap-separators 1234.50 only-reading"],
      because: "apostrophes for thousands",
    },
    {
      found: "1,234.50 USD",
      says: ["drop-decorations 1,234.50 only-reading"],
      because: "the currency is ours",
    },
    { found: "1,234.50*", says: ["drop-decorations 1,234.50 only-reading"], because: "a footnote mark" },
    {
      found: "5.00 CR",
      says: ["drop-decorations -5.00 one-of-several", "drop-decorations 5.00 one-of-several"],
      because: "R19: whose credit it is cannot be told",
    },
    { found: "1.23E+05", says: ["digits-lost-to-scientific"], because: "cents were rounded away" },
    { found: "1.234.50", says: ["not-understood"], because: "it has two points" },
    { found: "n/a", says: ["not-understood"], because: "it is a word" },
    { found: "1.234,50 EUR", says: ["not-understood"], because: "another currency is another amount" },
  ])("$found: $because", ({ found, says }) => {
    const outlook = amountOutlook(found);
    expect(inShort(outlook)).toEqual(says);
    expect(outlook.state).not.toBe("proven");
  });
});

describe("a date that cannot be read", () => {
  it.each([
    { found: "13/02/2025", says: ["read-day-first 2025-02-13 one-of-several"] },
    { found: "13.02.25", says: ["read-day-first 2025-02-13 one-of-several"] },
    { found: "10-Mar-2025", says: ["write-date-plainly 2025-03-10 only-reading"] },
    { found: "March 10, 2025", says: ["write-date-plainly 2025-03-10 only-reading"] },
    { found: "2025/03/10", says: ["write-date-plainly 2025-03-10 only-reading"] },
    { found: "31/02/2025", says: ["not-understood"] },
    { found: "soon", says: ["not-understood"] },
  ])("$found", ({ found, says }) => {
    expect(inShort(dayOutlook(found))).toEqual(says);
  });
});

describe("other codes that cannot be read", () => {
  it.each([
    {
      of: tariffNumberOutlook,
      found: "9903.01.24 (20%)",
      says: ["drop-decorations 9903.01.24 only-reading"],
    },
    {
      of: tariffNumberOutlook,
      found: "9903.88.03; 9903.01.24",
      says: ["drop-decorations 9903.88.03 one-of-several", "drop-decorations 9903.01.24 one-of-several"],
    },
    { of: tariffNumberOutlook, found: "4029900", says: ["restore-leading-zeros 04029900 only-reading"] },
    { of: tariffNumberOutlook, found: "9903012", says: ["not-understood"] },
    { of: tariffNumberOutlook, found: "3.04E+08", says: ["digits-lost-to-scientific"] },
    { of: originOutlook, found: "CN - CHINA", says: ["drop-decorations CN only-reading"] },
    { of: originOutlook, found: "Canada", says: ["not-understood"] },
    { of: entryTypeOutlook, found: "Type 1", says: ["drop-decorations 01 only-reading"] },
    { of: entryTypeOutlook, found: "Consumption", says: ["not-understood"] },
  ])("$found", ({ of, found, says }) => {
    expect(inShort(of(found))).toEqual(says);
  });
});
