import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { RawRow } from "../intake/raw-row";
import { aNumber, entryNumbers } from "../testing/an-entry";
import { checkDeclarationFile, type HeldFile } from "./check-file";
import { cleanedFiles } from "./cleaned-files";
import { toDeclarationCsv } from "./to-csv";

const [A = "", B = "", C = ""] = entryNumbers(3);

const aFile = (lines: readonly string[], of: Partial<HeldFile> = {}): HeldFile => ({
  name: "CAPE.csv",
  bytes: lines.join("\r\n").length,
  byteOrderMark: false,
  quotes: false,
  rows: lines.flatMap((line, index): readonly RawRow[] =>
    line === "" ? [] : [{ row: index + 1, cells: line.split(",") }],
  ),
  ...of,
});
const dashed = (number: string) => `${number.slice(0, 3)}-${number.slice(3)}`;
const found = (file: HeldFile) => {
  const { asItIs, findings } = checkDeclarationFile(file);
  return [asItIs, ...findings.map(({ kind, rows }) => [kind, ...rows].join(" "))];
};

describe("a CAPE file somebody already has", () => {
  it.each<readonly [what: string, file: HeldFile, answer: readonly string[]]>([
    ["the byte-exact form", aFile(["Entry Number", A, B]), ["fits"]],
    ["another kind of file", aFile(["Entry Number", A], { name: "CAPE.xlsx" }), ["refused", "not-csv"]],
    ["a heading without numbers", aFile(["Entry Number"]), ["refused", "empty"]],
    ["nothing at all", aFile([]), ["refused", "heading-missing", "empty"]],
    ["no heading: the first row is an entry", aFile([A, B]), ["refused", "heading-missing"]],
    ["a heading in other letters", aFile(["entry number", A]), ["doubtful", "heading-inexact 1"]],
    ["a heading below a blank line", aFile(["", "Entry Number", A]), ["doubtful", "heading-inexact 2"]],
    ["one byte below 1 MB", aFile(["Entry Number", A], { bytes: 999_999 }), ["fits"]],
    ["1 MB", aFile(["Entry Number", A], { bytes: 1_000_000 }), ["refused", "too-large"]],
    ["Excel's mark", aFile(["Entry Number", A], { byteOrderMark: true }), ["doubtful", "byte-order-mark"]],
    ["quoted numbers", aFile(["Entry Number", A], { quotes: true }), ["doubtful", "quotes"]],
    ["blank rows in between", aFile(["Entry Number", A, "", "", B]), ["doubtful", "blank-row 3 4"]],
    ["a second column", aFile(["Entry Number,Port", `${A},2704`, B]), ["doubtful", "extra-columns 1 2"]],
    ["a column of empty cells", aFile(["Entry Number", `${A},`]), ["fits"]],
    ["dashes, which CBP drops", aFile(["Entry Number", dashed(A)]), ["fits", "number-decorated 2"]],
    ["a number twice", aFile(["Entry Number", A, B, A]), ["refused", "repeated 4"]],
    [
      "a number twice, once with dashes",
      aFile(["Entry Number", A, dashed(A)]),
      ["refused", "repeated 3", "number-decorated 3"],
    ],
    ["text that is no number", aFile(["Entry Number", "TOTAL", A]), ["refused", "number-unreadable 2"]],
    [
      "two filers, one number with a failing check digit",
      aFile(["Entry Number", A, "31600000015"]),
      ["doubtful", "check-digit 3", "several-filers"],
    ],
  ])("%s", (_, file, answer) => {
    expect(found(file)).toEqual(answer);
  });

  it("9,999 entries fit, 10,000 do not, whatever the guide's message says", () => {
    const numbers = entryNumbers(10_000);
    expect(found(aFile(["Entry Number", ...numbers.slice(0, 9_999)]))).toEqual(["fits"]);
    expect(found(aFile(["Entry Number", ...numbers]))).toEqual(["refused", "too-many-entries"]);
  });

  it("names CBP's own words, and none where CBP has published none", () => {
    const words = (file: HeldFile) =>
      checkDeclarationFile(file).findings.map(({ message }) => message?.message ?? null);
    expect(words(aFile([A]))).toEqual(["Header title row cannot be missing"]);
    expect(words(aFile(["Entry Number", A], { quotes: true }))).toEqual([null]);
  });

  it("offers readings of a damaged number and applies none", () => {
    const { numbers, unreadable } = checkDeclarationFile(aFile(["Entry Number", "1600000010", A]));
    expect(numbers).toEqual([A]);
    expect(unreadable).toMatchObject([{ row: 2, found: "1600000010" }]);
  });

  it("lists every row that the clean file writes otherwise or leaves out", () => {
    const { changes } = checkDeclarationFile(aFile(["Entry Number", A, dashed(B), A]));
    expect(changes).toEqual([
      { row: 3, found: dashed(B), written: B },
      { row: 4, found: A, written: null },
    ]);
  });

  it("calls a reading proven only where the check digit that was there fits, and puts it back in its row", () => {
    const check = checkDeclarationFile(aFile(["Entry Number", A, "112345673", "112345678", "ABC1234567", B]));
    expect(check.unreadable.map(({ row, proven }) => [row, proven])).toEqual([
      [3, "00112345673"],
      [4, null],
      [5, null],
    ]);
    expect(cleanedFiles(check)).toEqual([toDeclarationCsv([aNumber(A), aNumber(B)])]);
    const back = [{ row: 3, number: aNumber(C) }];
    expect(cleanedFiles(check, back)).toEqual([toDeclarationCsv([aNumber(A), aNumber(C), aNumber(B)])]);
    expect(cleanedFiles(check, [{ row: 3, number: aNumber(B) }])).toEqual([
      toDeclarationCsv([aNumber(A), aNumber(B)]),
    ]);
  });

  it("counts the entries of every filer", () => {
    expect([...checkDeclarationFile(aFile(["Entry Number", A, B, C])).filers.values()]).toEqual([3]);
  });

  it("gives back files that fit, with every readable number once", () => {
    const numbers = entryNumbers(40);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...numbers, "", "x"), { maxLength: 60 }), (lines) => {
        const check = checkDeclarationFile(aFile(["Entry Number", ...lines]));
        const files = cleanedFiles(check);
        expect(files.join("")).toBe(check.numbers.length === 0 ? "" : toDeclarationCsv(check.numbers));
        expect(new Set(check.numbers)).toEqual(new Set(lines.filter((line) => line.length === 11)));
        for (const file of files) expect(found(aFile(file.trimEnd().split("\r\n")))).toEqual(["fits"]);
      }),
    );
  });

  it("splits more than one file holds", () => {
    const files = cleanedFiles(checkDeclarationFile(aFile(["Entry Number", ...entryNumbers(10_001)])));
    expect(files.map((file) => file.split("\r\n").length - 2)).toEqual([9_999, 2]);
  });
});
