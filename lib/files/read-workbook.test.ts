import { readFileSync } from "node:fs";
import path from "node:path";

import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";

import { ok, type RawRow, type RecognisedHeader } from "@/lib/domain";

import { readEntriesFile } from "./read-entries-file";
import { readTable } from "./read-table";
import { aWorkbook, type SheetSketch, textRow } from "./testing/a-workbook";
import { aZip, onDisk } from "./testing/a-zip";

const HEADINGS = ["Entry Summary Number", "Entry Date", "HTS Number - Full", "Line Tariff Duty Amount"];
const HEADER = textRow(1, HEADINGS);
const report = (rows: string, more: Partial<SheetSketch> = {}): SheetSketch => ({
  name: "Main Report",
  rows: HEADER + rows,
  ...more,
});

/** The rows below the heading row, or why the workbook is refused. */
async function read(bytes: Buffer, options: { readonly signal?: AbortSignal } = {}) {
  const rows: RawRow[] = [];
  const sink = { add: (raw: RawRow) => (rows.push(raw), null) };
  const table = await readTable({ path: onDisk(bytes) }, (_header: RecognisedHeader) => ok(sink), options);
  return table.ok ? { rows, end: table.value.end } : { problem: table.problem };
}
const cellsBelow = async (...args: Parameters<typeof read>) => {
  const found = await read(...args);
  return "rows" in found ? found.rows.map(({ cells }) => cells) : found.problem;
};
const refusal = async (bytes: Buffer) => {
  const found = await read(bytes);
  return "rows" in found ? null : found.problem;
};
const sheet = (cells: string) => aWorkbook([report(`<row r="2">${cells}</row>`)]);

describe("a cell of a workbook", () => {
  it.each([
    ["an entry number saved as a number", '<c r="A2"><v>98712345671</v></c>', "98712345671"],
    ["an entry number written with an exponent", '<c r="A2"><v>9.8712345671E10</v></c>', "98712345671"],
    ["a claim number of twelve digits", '<c r="A2"><v>900000000001</v></c>', "900000000001"],
    ["an entry number that Excel took for an exponent", '<c r="A2"><v>8E+126</v></c>', "8E+126"],
    ["an amount", '<c r="A2" s="3"><v>1234.5</v></c>', "1234.5"],
    ["an amount with the noise of a binary fraction", '<c r="A2"><v>32090.000000000004</v></c>', "32090"],
    ["a small amount", '<c r="A2"><v>1E-2</v></c>', "0.01"],
    ["a very small amount", '<c r="A2"><v>1.5E-9</v></c>', "0.0000000015"],
    ["a negative amount", '<c r="A2"><v>-1200</v></c>', "-1200"],
    ["a date in a built-in format", '<c r="A2" s="1"><v>45726</v></c>', "2025-03-10"],
    ["a date in a format of its own", '<c r="A2" s="2"><v>45726.75</v></c>', "2025-03-10"],
    ["a number whose format only quotes the word day", '<c r="A2" s="3"><v>45726</v></c>', "45726"],
    ["the last day before Excel's leap day", '<c r="A2" s="1"><v>59</v></c>', "1900-02-28"],
    ["the first day after it", '<c r="A2" s="1"><v>61</v></c>', "1900-03-01"],
    ["an inline text", '<c r="A2" t="inlineStr"><is><t>00112345678</t></is></c>', "00112345678"],
    [
      "a text in several runs",
      '<c r="A2" t="inlineStr"><is><r><t>AB</t></r><r><t xml:space="preserve"> C</t></r></is></c>',
      "AB C",
    ],
    ["entities", '<c r="A2" t="str"><v>A &amp; B &#8211; &#x43; &lt;</v></c>', "A & B – C <"],
    ["a control character", '<c r="A2" t="str"><v>A_x0009_B</v></c>', "A\tB"],
    [
      "a formula by its saved value",
      '<c r="A2" t="str"><f>HYPERLINK("http://x")</f><v>ZZX10000011</v></c>',
      "ZZX10000011",
    ],
    ["a truth value", '<c r="A2" t="b"><v>1</v></c>', "TRUE"],
    ["an error", '<c r="A2" t="e"><v>#REF!</v></c>', "#REF!"],
    ["attributes in single quotes and another order", "<c t='str' r='A2'><v>x</v></c>", "x"],
  ])("reads %s", async (_what, cell, text) => {
    expect(await cellsBelow(sheet(cell))).toEqual([[text]]);
  });

  it("reads shared texts, without the reading aids of Japanese ones", async () => {
    const workbook = aWorkbook(
      [report('<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" t="s"><v>0</v></c></row>')],
      { sharedTexts: ["<t>HARBOR &amp; CO</t>", '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>'] },
    );
    expect(await cellsBelow(workbook)).toEqual([["東京", "", "HARBOR & CO"]]);
  });

  it("counts days from 1904 where the workbook says so", async () => {
    const workbook = aWorkbook([report('<row r="2"><c r="B2" s="1"><v>44264</v></c></row>')], {
      from1904: true,
    });
    expect(await cellsBelow(workbook)).toEqual([["", "2025-03-10"]]);
  });
});

describe("the rows of a workbook", () => {
  it("keep their row numbers; blank ones and the declared size make no difference", async () => {
    const rows = `<row r="2"/><row r="3"><c r="A3" s="1"/></row>${textRow(7, ["ZZX10000011"])}${textRow(9, ["ZZX10000029"])}`;
    const found = await read(aWorkbook([report(rows, { dimension: "A1:XFD1048576" })]));
    expect("rows" in found && found.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [7, "ZZX10000011"],
      [9, "ZZX10000029"],
    ]);
  });

  it("come from Main Report, wherever it stands", async () => {
    const parameters = { name: "Parameters", rows: textRow(1, ["Report Parameters:"]) };
    const found = await read(aWorkbook([parameters, report(textRow(2, ["ZZX10000011"]))]));
    expect("rows" in found && found.end).toMatchObject({ format: "xlsx", sheet: "Main Report" });
  });

  it("come from the first sheet with headings we know where none has that name, hidden ones last", async () => {
    const sheets = [
      { ...report(textRow(2, ["A"])), name: "Old", hidden: true as const },
      { name: "Notes", rows: textRow(1, ["Dear colleague"]) },
      { ...report(textRow(2, ["B"])), name: "Lines" },
    ];
    const found = await read(aWorkbook(sheets));
    expect("rows" in found && found.end).toMatchObject({ sheet: "Lines" });
  });

  it("are the same as those of the CSV file with the same cells", async () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "é", "日", "😀", "&", "<", '"', " ", "1", "'", "]"),
      maxLength: 8,
    });
    const row = fc.array(text, { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (given) => {
        const escaped = given.map((cells) =>
          cells.map((cell) => cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;")),
        );
        const xml = escaped.map((cells, index) =>
          textRow(index + 2, cells).replaceAll("<t>", '<t xml:space="preserve">'),
        );
        // The cells have no references: a blank one is written out, so that its neighbours keep their column.
        const placed = xml.map((rowXml, index) => placeCells(rowXml, escaped[index] ?? []));
        const fromWorkbook = await cellsBelow(aWorkbook([report(placed.join(""))]));
        const wanted = given.filter((cells) => cells.some((cell) => cell.trim() !== ""));
        const nothing = { kind: "no-data-rows", headerRow: 1 };
        expect(fromWorkbook).toEqual(wanted.length === 0 ? nothing : wanted.map(withoutTrailingBlanks));
      }),
      { numRuns: 40, examples: [[[[" ", "", "", ""]]]] },
    );
  });

  it("stop being read when the reader is told to", async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => textRow(index + 2, ["ZZX10000011"])).join("");
    await expect(
      read(aWorkbook([report(rows)]), { signal: AbortSignal.abort(new Error("left")) }),
    ).rejects.toThrow("left");
  });
});

const withoutTrailingBlanks = (cells: readonly string[]) =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);

function placeCells(rowXml: string, cells: readonly string[]): string {
  const columns = cells.flatMap((cell, column) => (cell === "" ? [] : "ABCD".charAt(column)));
  return rowXml.replaceAll("<c ", () => `<c r="${columns.shift() ?? ""}1" `);
}

describe("the samples as workbooks", () => {
  it.each(["ace-es003-with-liquidation.csv", "broker-grouped-titled.csv"])(
    "%s gives the same entries and the same accounting",
    async (name) => {
      const bytes = readFileSync(path.resolve(import.meta.dirname, "../../public/samples", name));
      const { data } = Papa.parse<string[]>(bytes.toString("utf8").replace(/^\uFEFF/, ""));
      const rows = data.map((cells, index) => {
        const escaped = cells.map((cell) => cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
        const xml = escaped.map((cell, column) =>
          cell === ""
            ? ""
            : `<c r="${columnName(column)}${index + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`,
        );
        return `<row r="${index + 1}">${xml.join("")}</row>`;
      });
      const workbook = onDisk(aWorkbook([{ name: "Main Report", rows: rows.join("") }]));
      const [a, b] = [
        await readEntriesFile({ path: workbook }, { file: "x" }),
        await readEntriesFile([bytes], { file: "x" }),
      ];
      if (!a.ok || !b.ok) throw new Error(JSON.stringify([a, b]));
      expect(a.value.assembled.accounting).toEqual(b.value.assembled.accounting);
      expect(JSON.stringify([...a.value.assembled.entries])).toBe(
        JSON.stringify([...b.value.assembled.entries]),
      );
    },
  );
});

const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);

describe("a hostile or damaged workbook is refused", () => {
  const bomb = "A".repeat(3_000_000);
  it.each([
    ["with a damaged directory", aWorkbook([report("")]).subarray(0, -30), { kind: "archive-damaged" }],
    [
      "that is only the beginning of one",
      Buffer.from("PK\u0003\u0004 nothing more"),
      { kind: "archive-damaged" },
    ],
    [
      "under a password",
      aZip([{ name: "xl/workbook.xml", content: "", encrypted: true }]),
      { kind: "archive-encrypted" },
    ],
    [
      "that packs a part a thousand times",
      aWorkbook([report("")], {}, [{ name: "xl/media/x", content: bomb }]),
      { kind: "archive-too-large", because: "ratio" },
    ],
    [
      "of thousands of parts",
      aZip(Array.from({ length: 2001 }, (_, index) => ({ name: `p${index}`, content: "" }))),
      { kind: "archive-too-large", because: "parts" },
    ],
    [
      "that declares terabytes",
      aZip(
        Array.from({ length: 3 }, (_, index) => ({
          name: `p${index}`,
          content: "",
          declaredBytes: 2 ** 32 - 2,
        })),
      ),
      { kind: "archive-too-large" },
    ],
    [
      "with entities of its own",
      aWorkbook(
        [report("")].map((s) => ({ ...s, rows: "" })),
        {},
        [
          {
            name: "xl/workbook.xml",
            content: '<!DOCTYPE x [<!ENTITY a "b">]><workbook><sheets/></workbook>',
          },
        ],
      ),
      { kind: "workbook-damaged", part: "entities" },
    ],
    [
      "with a reference to no shared text",
      sheet('<c r="A2" t="s"><v>7</v></c>'),
      { kind: "workbook-damaged" },
    ],
    [
      "with rows out of order",
      aWorkbook([report(textRow(9, ["A"]) + textRow(3, ["B"]))]),
      { kind: "workbook-damaged" },
    ],
    ["with a cell beyond the last column", sheet('<c r="ZZZZ2"><v>1</v></c>'), { kind: "workbook-damaged" }],
    [
      "with a comment among its rows",
      aWorkbook([report("<!-- x --><row r='2'/>")]),
      { kind: "workbook-damaged" },
    ],
    [
      "with more columns than we read",
      sheet('<c r="ZZ2"><v>1</v></c>'),
      { kind: "too-many-columns", row: 2, found: 702 },
    ],
    [
      "that is a ZIP archive of something else",
      aZip([{ name: "a.csv", content: "Entry Number\r\n" }]),
      { kind: "foreign-format", format: "zip" },
    ],
    [
      "without a sheet of headings",
      aWorkbook([{ name: "Notes", rows: textRow(1, ["Hello"]) }]),
      { kind: "no-header" },
    ],
    ["without a row below the headings", aWorkbook([report("")]), { kind: "no-data-rows", headerRow: 1 }],
  ])("%s", async (_how, bytes, expected) => {
    expect(await refusal(bytes)).toMatchObject(expected);
  });

  it("whose sheet unpacks to more than it declares", async () => {
    const parts = aWorkbook([report(textRow(2, ["A"]))]);
    const lying = Buffer.from(parts);
    // The declared size of the last part stands 24 bytes into its entry of the directory.
    const at = lying.lastIndexOf(Buffer.from("PK\u0001\u0002"));
    lying.writeUInt32LE(10, at + 24);
    expect(await refusal(lying)).toMatchObject({ kind: "archive-damaged" });
  });

  it("never throws, whatever bytes stand in it", async () => {
    const honest = aWorkbook([report(textRow(2, ["ZZX10000011", "2025-03-10", "99030124", "5"]))]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Buffer.from(honest);
          for (const [at, value] of changes) bytes[at] = value;
          await read(bytes);
        },
      ),
      { numRuns: 300 },
    );
  });
});
