import { describe, expect, it } from "vitest";

import { checkDeclarationFile } from "@/lib/domain";

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

describe("pasted numbers", () => {
  it.each([`${NUMBER}\nZZX10000017`, `${NUMBER}, ZZX10000017`, ` ${NUMBER};\tZZX10000017\r\n`])(
    "%j",
    (text) => {
      expect(checkDeclarationFile(pastedNumbers(text)).numbers).toEqual([NUMBER, "ZZX10000017"]);
    },
  );
});
