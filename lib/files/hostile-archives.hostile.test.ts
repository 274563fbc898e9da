import { randomBytes } from "node:crypto";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { describeRefusal } from "@/lib/wording/refusals";

import { openArchive } from "./archive";
import type { FileRefusal } from "./file-refusal";
import { ARCHIVE_LIMITS } from "./limits";
import { readEntriesFile } from "./read-entries-file";
import { aWorkbook, textRow, type SheetSketch } from "./testing/a-workbook";
import { aZip, onDisk, type ZipPart } from "./testing/a-zip";
import { unpackArchive } from "./unpack-archive";

const HEADER = textRow(1, [
  "Entry Summary Number",
  "Entry Date",
  "HTS Number - Full",
  "Line Tariff Duty Amount",
]);
const report = (rows: string): SheetSketch => ({ name: "Main Report", rows: HEADER + rows });
const CSV = "Entry Summary Number,Entry Date,HTS Number - Full,Line Tariff Duty Amount\r\n";

/** Repeats itself, but less than a bomb does: about thirty times smaller when packed. */
const dense = (bytes: number): string => {
  const line = () => randomBytes(20).toString("hex") + "A".repeat(1200);
  return Array.from({ length: Math.ceil(bytes / 1240) }, line).join("");
};

const SECONDS_MAX = 10;
const MEGABYTES_MAX = 400;
let before: { readonly at: number; readonly rss: number };

beforeEach(() => {
  before = { at: performance.now(), rss: process.memoryUsage.rss() };
});
afterEach(() => {
  expect((performance.now() - before.at) / 1000, "seconds").toBeLessThan(SECONDS_MAX);
  expect((process.memoryUsage.rss() - before.rss) / 1e6, "megabytes").toBeLessThan(MEGABYTES_MAX);
});

async function refusalOf(bytes: Buffer): Promise<FileRefusal | null> {
  const read = await readEntriesFile({ path: onDisk(bytes) }, { file: "" });
  return read.ok ? null : read.problem;
}

/** Opened as an archive of files: why not, or what came out and what lies in the folder afterwards. */
async function unpacked(bytes: Buffer) {
  const folder = await mkdtemp(path.join(tmpdir(), "capedesk-unpack-"));
  const archive = await openArchive(onDisk(bytes));
  if (!archive.ok) return { refusal: archive.problem, stored: await readdir(folder) };
  archive.value.close();
  const names: string[] = [];
  for await (const file of unpackArchive(onDisk(bytes), folder))
    names.push(file.ok ? file.value.name : file.problem.refusal.kind);
  return { names, stored: await readdir(folder) };
}

describe("a bomb", () => {
  const megabyteOfNothing = "A".repeat(900_000);
  it.each<[string, () => readonly ZipPart[], object, string]>([
    [
      "of one part that packs a thousand times",
      () => [{ name: "a.csv", content: "A".repeat(3_000_000) }],
      { kind: "archive-too-large", because: "ratio" },
      "200 times its size",
    ],
    [
      "of many parts, each too small to count alone",
      () => Array.from({ length: 40 }, (_, index) => ({ name: `${index}.csv`, content: megabyteOfNothing })),
      { kind: "archive-too-large", because: "ratio" },
      "200 times its size",
    ],
    [
      "of more parts than we look at",
      () => Array.from({ length: ARCHIVE_LIMITS.partsMax + 1 }, (_, at) => ({ name: `${at}`, content: "" })),
      { kind: "archive-too-large", because: "parts" },
      "more than 2,000 files",
    ],
    [
      "of many parts under one name",
      () => Array.from({ length: ARCHIVE_LIMITS.partsMax + 1 }, () => ({ name: "a.csv", content: "" })),
      { kind: "archive-too-large", because: "parts" },
      "more than 2,000 files",
    ],
    [
      "that declares a cell of more than four gigabytes",
      () => [
        { name: "a.csv", content: "", declaredBytes: 2 ** 32 - 2 },
        { name: "b.csv", content: "", declaredBytes: 2 ** 30 },
      ],
      { kind: "archive-too-large" },
      "archive unpacks to more than",
    ],
  ])("%s is refused before a byte of it is unpacked", async (_, parts, expected, words) => {
    const bytes = aZip(parts());
    const { refusal, stored } = await unpacked(bytes);
    expect(refusal).toMatchObject(expected);
    expect(refusal && describeRefusal(refusal)).toContain(words);
    expect(stored).toEqual([]);
    expect(await refusalOf(bytes)).toEqual(refusal);
  });

  it("that hides its size is cut off where its declared size ends", async () => {
    const bytes = aZip([{ name: "a.csv", content: "A".repeat(50_000_000), declaredBytes: 40_000 }]);
    const archive = await openArchive(onDisk(bytes));
    if (!archive.ok) throw new Error(archive.problem.kind);
    let received = 0;
    const pour = async () => {
      for await (const piece of archive.value.unpack("a.csv")) received += piece.length;
    };
    await expect(pour()).rejects.toThrow("a.csv");
    archive.value.close();
    expect(received).toBeLessThanOrEqual(40_000 + 65_536);
    expect(await unpacked(bytes)).toEqual({ names: ["archive-damaged"], stored: [] });
  });

  it("inside another archive is not opened: that archive's name and what to do are said", async () => {
    const inner = aZip([{ name: "a.csv", content: CSV }]);
    const { names, stored } = await unpacked(aZip([{ name: "inner.zip", content: inner }]));
    expect([names, stored.length]).toEqual([["inner.zip"], 1]);
    const refusal = await refusalOf(inner);
    expect(refusal && describeRefusal(refusal)).toMatch(/^This is a ZIP archive\. Unpack it/);
  });
});

describe("names of parts", () => {
  it.each([
    "../../etc/passwd",
    "a/../../b.csv",
    "/etc/passwd",
    "C:\\Windows\\system.ini",
    "C:/a.csv",
    "..\\..\\a.csv",
    "\\\\server\\share\\a.csv",
  ])("%j is refused with the whole archive, and nothing is written", async (name) => {
    const bytes = aZip([
      { name: "good.csv", content: CSV },
      { name, content: CSV },
    ]);
    const { refusal, stored } = await unpacked(bytes);
    expect(refusal).toEqual({ kind: "archive-names" });
    expect(refusal && describeRefusal(refusal)).toContain("outside its folder");
    expect(stored).toEqual([]);
  });

  it.each([
    ["a\u0000.csv", "a\uFFFD.csv"],
    ["\u001b[31mred\r\n.csv", "\uFFFD[31mred\uFFFD\uFFFD.csv"],
    ["__proto__", "__proto__"],
    ["folder/constructor", "constructor"],
    ["CON", "CON"],
    [`${"x".repeat(5000)}.csv`, `${"x".repeat(196)}.csv`],
    ["....csv", "....csv"],
  ])("%j only names: the file lies under the hash of its bytes", async (name, shown) => {
    const { names, stored } = await unpacked(aZip([{ name, content: CSV }]));
    expect(names).toEqual([shown]);
    expect(stored).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });
});

describe("a workbook", () => {
  const DOCTYPE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const withPart = (name: string, content: string) =>
    aWorkbook([report(textRow(2, ["ZZX10000011"]))], {}, [{ name, content }]);
  const LAUGHS = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(1000)}">]>`;

  it.each([
    ["xl/workbook.xml", `${DOCTYPE}<workbook><sheets><sheet name="&x;"/></sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `${DOCTYPE}<Relationships/>`],
    ["xl/styles.xml", `${DOCTYPE}<styleSheet/>`],
    ["xl/sharedStrings.xml", `${DOCTYPE}<sst><si><t>&x;</t></si></sst>`],
    ["xl/sharedStrings.xml", `<sst>${" ".repeat(9000)}${LAUGHS}<si><t>&b;</t></si></sst>`],
    ["xl/worksheets/sheet1.xml", `${DOCTYPE}<worksheet><sheetData>${HEADER}</sheetData></worksheet>`],
    ["xl/worksheets/sheet1.xml", `<worksheet><sheetData>${HEADER}${LAUGHS}</sheetData></worksheet>`],
  ])("whose %s declares entities is refused, and none is looked up", async (name, content) => {
    const refusal = await refusalOf(withPart(name, content));
    expect(refusal?.kind).toBe("workbook-damaged");
    expect(refusal && describeRefusal(refusal)).toContain("Save As, Excel Workbook");
  });

  it("shows an entity that nobody declared as it stands", async () => {
    const rows = `<row r="2"><c t="inlineStr"><is><t>&x;</t></is></c></row>`;
    const read = await readEntriesFile({ path: onDisk(aWorkbook([report(rows)])) }, { file: "" });
    if (!read.ok) throw new Error(read.problem.kind);
    expect(read.value.assembled.setAside).toMatchObject([{ cells: ["&x;"] }]);
  });

  it("of 16,384 columns is refused by their number", async () => {
    const cells = Array.from({ length: 16_384 }, () => "<c><v>1</v></c>").join("");
    const refusal = await refusalOf(aWorkbook([report(`<row r="2">${cells}</row>`)]));
    expect(refusal).toMatchObject({ kind: "too-many-columns", row: 2, max: 256 });
    const csv = Buffer.from(CSV + "1,".repeat(16_383) + "1\r\n");
    expect(await refusalOf(csv)).toMatchObject({ kind: "too-many-columns", row: 2, found: 16_384 });
  });

  it("with a cell that goes on for more than a row may hold is refused while it is unpacked", async () => {
    const bytes = aWorkbook([
      report(`<row r="2"><c t="inlineStr"><is><t>${dense(30_000_000)}</t></is></c></row>`),
    ]);
    expect(await refusalOf(bytes)).toEqual({ kind: "workbook-damaged", part: "endless element" });
  });

  // Each would keep a search that looks at everything again for every character busy for days.
  it.each([
    [
      "sharedStrings.xml",
      `<sst><si>${"<rPh ".repeat(1_000_000)}${randomBytes(60_000).toString("hex")}</si></sst>`,
    ],
    ["styles.xml", `<styleSheet><numFmt formatCode="${"[".repeat(900_000)}" numFmtId="9"/></styleSheet>`],
    ["styles.xml", `<styleSheet>${"<numFmtX".repeat(100_000)}></styleSheet>`],
    ["worksheets/sheet1.xml", `<worksheet>${"<rowX".repeat(190_000)}></worksheet>`],
    ["worksheets/sheet1.xml", `<worksheet><row>${"<cX".repeat(300_000)}></row></worksheet>`],
    ["worksheets/sheet1.xml", `<worksheet>${"<row ".repeat(190_000)}`],
    ["worksheets/sheet1.xml", `<worksheet><row><c t="${" r=".repeat(300_000)}`],
  ])("whose %s opens again and again and never closes is answered in time", async (name, content) => {
    const kind = (await refusalOf(withPart(`xl/${name}`, content)))?.kind;
    expect(["no-header", "no-data-rows", "workbook-damaged", "empty-file", undefined]).toContain(kind);
  });

  it("of millions of rows without a cell is refused by their number", async () => {
    const rows = `<row r="2"/><row r="5000001"/>`;
    expect(await refusalOf(aWorkbook([report(rows)]))).toEqual({ kind: "too-many-rows", max: 5_000_000 });
  });

  it("with a text longer than the whole memory for texts is refused", async () => {
    const bytes = withPart("xl/sharedStrings.xml", `<sst><si><t>${dense(30_000_000)}</t></si></sst>`);
    expect(await refusalOf(bytes)).toMatchObject({ kind: "workbook-damaged" });
  });
});

describe("a text file", () => {
  it("with a cell of one gigabyte is refused after the first megabyte", async () => {
    let sent = 0;
    function* gigabyte(): Generator<Buffer> {
      yield Buffer.from(CSV + '"');
      for (const piece = Buffer.alloc(1_000_000, "x"); sent < 1000; sent++) yield piece;
    }
    const read = await readEntriesFile(gigabyte(), { file: "" });
    expect(read).toMatchObject({ ok: false, problem: { kind: "row-too-long", row: 2 } });
    expect(sent).toBeLessThanOrEqual(2);
  });

  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__"])(
    "with a column named %s and cells of that name is read like any other",
    async (name) => {
      const csv = `Entry Summary Number,Importer Name,HTS Number - Full,Line Tariff Duty Amount,${name},${name}
ZZX10000011,${name},99030124,100.00,${name},x
${name},${name},${name},${name},${name},y
`;
      const read = await readEntriesFile([Buffer.from(csv)], { file: "" });
      if (!read.ok) throw new Error(read.problem.kind);
      const { entries, setAside } = read.value.assembled;
      expect([...entries.values()]).toMatchObject([
        { number: "ZZX10000011", facts: { importerName: [{ value: name }] } },
      ]);
      expect(setAside).toMatchObject([{ cells: [name, name, name, name, name, "y"] }]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});
