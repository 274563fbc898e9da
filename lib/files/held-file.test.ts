import { describe, expect, it } from "vitest";

import { checkDeclarationFile, cleanedFiles } from "@/lib/domain";
import { entryNumbers } from "@/lib/domain/testing/an-entry";

import { pastedNumbers, readHeldFile } from "./held-file";

const NUMBER = "ZZX10000009";
const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (text: string) => readHeldFile("a.csv", bytes(text)).rows;

describe("a file that is meant for CBP's upload", () => {
  it("is read as it is, with true line numbers and without blank lines", () => {
    expect(rowsOf(`Entry Number\r\n${NUMBER}\r\n\r\n${NUMBER}\r\n`)).toEqual([
      { row: 1, cells: ["Entry Number"] },
      { row: 2, cells: [NUMBER] },
      { row: 4, cells: [NUMBER] },
    ]);
  });

  it.each([
    ["UTF-8 as Excel saves it", [0xef, 0xbb, 0xbf, ...bytes(`Entry Number\n${NUMBER}`)]],
    ["UTF-16", [0xff, 0xfe, ...Buffer.from(`Entry Number\n${NUMBER}`, "utf16le")]],
  ])("%s shows its mark and keeps its text", (_, content) => {
    const file = readHeldFile("a.csv", Uint8Array.from(content));
    expect(file.byteOrderMark).toBe(true);
    expect(file.rows.map(({ cells }) => cells)).toEqual([["Entry Number"], [NUMBER]]);
  });

  it("quotes are seen and unwrapped", () => {
    const file = readHeldFile("a.csv", bytes(`"Entry Number"\n"${NUMBER}"`));
    expect([file.quotes, file.rows[1]?.cells]).toEqual([true, [NUMBER]]);
  });

  it("counts its bytes, not its characters", () => {
    expect(readHeldFile("a.csv", bytes("é")).bytes).toBe(2);
  });
});

describe("CBP's template after a day in Excel", () => {
  const numbers = entryNumbers(10_000);
  const dashed = (number: string) => `${number.slice(0, 3)}-${number.slice(3, 10)}-${number.slice(10)}`;
  const lines = numbers.map((number, index) => `"${dashed(number)}",${String(index)},`);
  const text = `\uFEFF"Entry Number","No.",\r\n${lines.join("\r\n")}\r\n,,\r\n\r\n${dashed(numbers[0]!)},,\r\n`;
  const check = checkDeclarationFile(readHeldFile("CAPE upload (2).csv", bytes(text)));

  it("loses no number, and every quirk is named with its rows", () => {
    expect(check.numbers).toEqual(numbers);
    expect(check.asItIs).toBe("refused");
    expect(new Map(check.findings.map(({ kind, rows }) => [kind, rows.length]))).toEqual(
      new Map([
        ["too-many-entries", 0],
        ["repeated", 1],
        ["byte-order-mark", 0],
        ["quotes", 0],
        ["blank-row", 2],
        ["extra-columns", 10_001],
        ["number-decorated", 10_001],
      ]),
    );
  });

  it("comes back as two files that CBP takes", () => {
    const files = cleanedFiles(check);
    expect(files.map((file) => file.split("\r\n").length - 2)).toEqual([9_999, 1]);
    expect(files.join("")).not.toMatch(/["\uFEFF,-]/);
  });
});

describe("pasted numbers", () => {
  it.each([`${NUMBER}\nZZX10000017`, `${NUMBER}, ZZX10000017`, ` ${NUMBER};\tZZX10000017\r\n`])(
    "%j",
    (text) => {
      expect(checkDeclarationFile(pastedNumbers(text)).numbers).toEqual([NUMBER, "ZZX10000017"]);
    },
  );
});
