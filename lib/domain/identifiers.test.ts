import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chapter99CodeOf,
  checkDigitFor,
  filerCodeOf,
  formatEntryNumber,
  hasFittingCheckDigit,
  parseEntryNumber,
  parseHtsNumber,
  withFittingCheckDigit,
} from "./identifiers";

const read = (found: string) => {
  const result = parseEntryNumber(found);
  return result.ok ? result.value : result.problem.kind;
};
const proposalsFor = (found: string) => {
  const result = parseEntryNumber(found);
  return result.ok || result.problem.kind === "entry-number-missing" ? [] : result.problem.proposals;
};

describe("the check digit", () => {
  it.each([
    ["ABC1234567", "6"],
    ["XYZ7654321", "1"],
    ["A1B2345678", "8"],
    ["ZZZ9999999", "0"],
    ["0010000001", "7"],
    ["ZZX1000001", "1"],
    ["9871234567", "1"],
    ["0040123456", "2"],
    ["8E00000012", "6"],
  ])("of %s is %s", (first10, digit) => {
    expect(checkDigitFor(first10)).toBe(digit);
  });

  it("refuses anything but the first ten characters", () => {
    expect(() => checkDigitFor("ABC123456")).toThrow("ABC123456");
    expect(() => checkDigitFor("abc1234567")).toThrow();
  });

  it("catches every error in a single digit", () => {
    const digits = fc.stringMatching(/^[0-9A-Z]{3}\d{7}$/).filter((text) => !text.startsWith("000"));
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (first10, at, shift) => {
          const wrong = String((first10.charCodeAt(at) - 48 + shift) % 10);
          const changed = first10.slice(0, at) + wrong + first10.slice(at + 1);
          expect(checkDigitFor(changed)).not.toBe(checkDigitFor(first10));
        },
      ),
    );
  });
});

describe("reading an entry number", () => {
  it.each([
    ["ABC12345676", "ABC12345676"],
    ["abc-1234567-6", "ABC12345676"],
    ["  ABC 1234567 6 ", "ABC12345676"],
    ["ABC\u00a01234567\u20136", "ABC12345676"],
    ["ABC\u20101234567\u22126", "ABC12345676"],
    ['="00401234562"', "00401234562"],
    ["'00401234562", "00401234562"],
    ["\u2019ABC12345676\u2019", "ABC12345676"],
    ["8E000000126", "8E000000126"],
  ])("N1 N4: %j is %s", (found, number) => {
    expect(read(found)).toBe(number);
  });

  it.each([
    ["", "entry-number-missing"],
    [" - ", "entry-number-missing"],
    ["00012345670", "entry-number-unreadable"], // N7: filer code 000
    ["ABC1234A676", "entry-number-unreadable"], // N7: a letter after the third character
    ["9.87123E+10", "entry-number-unreadable"],
    ["8.00E+126", "entry-number-unreadable"],
    ["8E+126", "entry-number-unreadable"],
    ["98712345671.0", "entry-number-unreadable"], // N4: a trailing .0
    ["\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff10\uff11", "entry-number-unreadable"], // full width
    ["\u017fBC12345676", "entry-number-unreadable"], // a long s, which toUpperCase() would turn into S
    ["AB12345676", "entry-number-unreadable"],
    ["ABC123456789", "entry-number-unreadable"],
    ["=ABC12345676", "entry-number-unreadable"],
  ])("N4 N7: %j is %s", (found, kind) => {
    expect(read(found)).toBe(kind);
  });

  it("N3: a failing check digit still parses, and the digit that fits can be shown", () => {
    const result = parseEntryNumber("ZZX10000204");
    if (!result.ok) throw new Error(result.problem.kind);
    expect(hasFittingCheckDigit(result.value)).toBe(false);
    expect(withFittingCheckDigit(result.value)).toBe("ZZX10000201");
    expect(hasFittingCheckDigit(withFittingCheckDigit(result.value))).toBe(true);
  });

  it("N2: nine digits whose check digit fits once padded are proposed, not read", () => {
    expect(read("401234562")).toBe("entry-number-lost-zeros");
    expect(proposalsFor("401234562")).toEqual(["00401234562"]);
  });

  it("N6: ten digits that fit once padded may also have lost the check digit, so both are proposed", () => {
    expect(read("1200000121")).toBe("entry-number-lost-zeros");
    expect(proposalsFor("1200000121")).toEqual(["01200000121", "1200000121" + checkDigitFor("1200000121")]);
  });

  it("N2: nine or ten digits that do not fit once padded are unreadable", () => {
    expect(read("401234563")).toBe("entry-number-unreadable");
    expect(proposalsFor("401234563")).toEqual([]);
    expect(read("9871234567")).toBe("entry-number-unreadable");
    expect(proposalsFor("9871234567")).toEqual(["98712345671"]);
  });

  it("N2: characters that are not all digits are never padded", () => {
    expect(read("8E00000126")).toBe("entry-number-unreadable");
    expect(proposalsFor("8E00000126")).toEqual([]);
  });

  it("N5: O for 0 and I for 1 are proposed where the check digit then fits, never applied", () => {
    expect(read("ZZXIOOOO0II")).toBe("entry-number-unreadable");
    expect(proposalsFor("ZZXIOOOO0II")).toEqual(["ZZX10000011"]);
    expect(proposalsFor("ZZXIOOOO0I2")).toEqual([]);
  });

  it("reads what it wrote, hyphens or not", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9A-Z][0-9A-Z]{2}\d{8}$/), (text) => {
        const result = parseEntryNumber(text);
        if (!result.ok) throw new Error(result.problem.kind);
        expect(read(formatEntryNumber(result.value))).toBe(text);
        expect(filerCodeOf(result.value)).toBe(text.slice(0, 3));
      }),
    );
  });

  it("never fails to answer, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const result = parseEntryNumber(text);
        if (result.ok) expect(result.value).toMatch(/^[0-9A-Z]{3}\d{8}$/);
        else expect(result.problem.found).toBe(text);
      }),
    );
  });
});

describe("reading a tariff number", () => {
  it.each([
    ["9903.01.25", "99030125"],
    ["99030125", "99030125"],
    ["9903012500", "9903012500"],
    ["8421.39.01 15", "8421390115"],
    ["0304890000", "0304890000"],
    ["304890000", "0304890000"], // Chapter 03 lost its zero
    ['="0304890000"', "0304890000"],
  ])("%s is %s", (found, hts) => {
    expect(parseHtsNumber(found)).toBe(hts);
  });

  it.each([
    "",
    "FREE",
    "8421",
    "842139",
    "8421390",
    "84213901150",
    "990301250",
    "0012345678",
    "8421.39.01A5",
    "012345678",
  ])("%j is no tariff number", (found) => {
    expect(parseHtsNumber(found)).toBeNull();
  });

  it.each([
    ["9903012500", "9903.01.25"],
    ["99030125", "9903.01.25"],
    ["9902010100", "9902.01.01"],
    ["9802004000", null],
    ["8421390115", null],
  ])("%s stands for Chapter 99 code %s", (found, code) => {
    const hts = parseHtsNumber(found);
    if (hts === null) throw new Error(found);
    expect(chapter99CodeOf(hts)).toBe(code);
  });
});
