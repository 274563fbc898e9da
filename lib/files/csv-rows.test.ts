import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";

import type { RawRow } from "@/lib/domain";

import { type ByteSource, readCsvRows } from "./csv-rows";

/** The same bytes in chunks of these sizes, over and over. */
function* chunks(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function read(source: ByteSource | string) {
  const rows: RawRow[] = [];
  const end = await readCsvRows(typeof source === "string" ? [Buffer.from(source)] : source, (batch) => {
    rows.push(...batch);
    return null;
  });
  return { end, rows };
}
const cellsOf = async (source: ByteSource | string) => (await read(source)).rows.map(({ cells }) => cells);
const refusalOf = async (source: ByteSource | string) => {
  const { end } = await read(source);
  return end.ok ? null : end.problem;
};

describe("rows of a delimited file", () => {
  it("are the same for every table, line end, delimiter and size of chunks", async () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "é", "日", "😀", '"', ",", ";", "\n", " ", "1", "'"),
      maxLength: 6,
    });
    const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom("\r\n", "\n"),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 3 }),
        async (given, newline, delimiter, bom, sizes, padding) => {
          const header = ["Entry Number", "HTS Code", "Duty"];
          // Beyond the head on which the format is decided, the text is parsed piece by piece.
          const filler = Array.from({ length: padding * 1500 }, (_, index) => [
            `f${index}`,
            'say "x", é',
            "1\n2",
          ]);
          const rows = [header, ...filler, ...given];
          const csv = Papa.unparse(rows, { newline, delimiter, quotes: (_value, column) => column === 1 });
          const bytes = Buffer.from((bom ? "\uFEFF" : "") + csv);
          const big = padding > 0 ? sizes.map((size) => size * 9973) : sizes;
          const blank = (cells: readonly string[]) =>
            cells.every((cell) => cell.replaceAll("'", "").trim() === "");
          const found = await cellsOf(chunks(bytes, big));
          expect(found.filter((cells) => !blank(cells))).toEqual(rows.filter((cells) => !blank(cells)));
        },
      ),
      { numRuns: 120 },
    );
  }, 60_000);

  it("know their true line: blank lines and line breaks inside quotes count", async () => {
    const { rows } = await read('Title\r\n\r\nEntry Number,Duty\r\nA,"1\r\n2\r\n3"\r\n,,\r\nB,2');
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 4, 8]);
  });

  it.each([
    { name: "line feeds", csv: "Entry Number,Duty\nA,1\nB,2" },
    { name: "carriage returns", csv: "Entry Number,Duty\rA,1\rB,2\r" },
    { name: "mixed line ends", csv: "Entry Number,Duty\nA,1\r\nB,2\r\n" },
    { name: "semicolons", csv: "Entry Number;Duty\r\nA;1\r\nB;2" },
    { name: "tabs", csv: "Entry Number\tDuty\nA\t1\nB\t2" },
    { name: "a byte order mark", csv: "\uFEFFEntry Number,Duty\nA,1\nB,2" },
    { name: "commas in the title above", csv: 'Broker, Inc;\n"a, b, c, d";\nEntry Number;Duty\nA;1\nB;2' },
  ])("are read with $name", async ({ csv }) => {
    const cells = await cellsOf(csv);
    expect(cells.slice(-2)).toEqual([
      ["A", "1"],
      ["B", "2"],
    ]);
  });

  it("say when a quote stands where none belongs", async () => {
    const { rows } = await read('Entry Number,Name,Duty\nA,"5" pipe",1\nB,"ok",2\n');
    expect(rows.map(({ row, brokenQuotes }) => [row, brokenQuotes])).toEqual([
      [1, undefined],
      [2, true],
      [3, undefined],
    ]);
  });
});

describe("the encoding", () => {
  const utf8 = Buffer.from("Name,Duty\nZoë – Müller,1\n");
  const latin = Buffer.from([
    ...Buffer.from("Name,Duty\nZo"),
    0xeb,
    0x20,
    0x96,
    ...Buffer.from(" M"),
    0xfc,
    ...Buffer.from("ller,1\n"),
  ]);

  it.each([1, 2, 3, 5, 1000])("is told apart in chunks of %i bytes", async (size) => {
    for (const bytes of [utf8, latin])
      expect((await cellsOf(chunks(bytes, [size])))[1]).toEqual(["Zoë – Müller", "1"]);
  });

  it.each<[string, Buffer]>([
    ["with its mark", Buffer.from("\uFEFFEntry Number\tDuty\r\nZoë – Müller 😀\t1\r\n", "utf16le")],
    ["without its mark", Buffer.from("Entry Number\tDuty\r\nZoë – Müller 😀\t1\r\n", "utf16le")],
    [
      "in network order",
      Buffer.from("\uFEFFEntry Number\tDuty\r\nZoë – Müller 😀\t1\r\n", "utf16le").swap16(),
    ],
  ])("is UTF-16 %s, in chunks of any size", async (_how, bytes) => {
    for (const size of [1, 2, 3, 5, 1000]) {
      const { rows, end } = await read(chunks(bytes, [size]));
      expect(rows.map(({ cells }) => cells)).toEqual([
        ["Entry Number", "Duty"],
        ["Zoë – Müller 😀", "1"],
      ]);
      expect(end).toMatchObject({
        ok: true,
        value: { encoding: expect.stringMatching(/^utf-16/) as string },
      });
    }
  });

  it("may show late: everything before was ASCII", async () => {
    const plain = Buffer.from(`Name,Duty\n${"abc,1\n".repeat(30_000)}`);
    const { rows, end } = await read([Buffer.concat([plain, latin.subarray(10)])]);
    expect(rows.at(-1)?.cells[0]).toBe("Zoë – Müller");
    expect(end).toMatchObject({ ok: true, value: { encoding: "windows-1252" } });
  });

  it("shows broken bytes in a UTF-8 file, and invents no letters", async () => {
    const late = Buffer.from(`Zoë,1\n${"abc,1\n".repeat(30_000)}`);
    const { rows, end } = await read([Buffer.concat([Buffer.from("Name,Duty\n"), late, latin.subarray(10)])]);
    expect(rows.at(-1)?.cells[0]).toContain("\uFFFD");
    expect(end).toMatchObject({ ok: true, value: { encoding: "utf-8" } });
  });
});

describe("a file that is no table", () => {
  const zip = (name: string) =>
    Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(26), Buffer.from(name)]);

  it.each([
    { name: "nothing", bytes: Buffer.alloc(0), refusal: { kind: "empty-file" } },
    { name: "a byte order mark", bytes: Buffer.from("\uFEFF\r\n"), refusal: { kind: "empty-file" } },
    { name: "an archive", bytes: zip("a.csv"), refusal: { kind: "foreign-format", format: "zip" } },
    {
      name: "an old workbook",
      bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]),
      refusal: { kind: "foreign-format", format: "xls" },
    },
    { name: "a PDF", bytes: Buffer.from("%PDF-1.7\n"), refusal: { kind: "foreign-format", format: "pdf" } },
    {
      name: "a gzip",
      bytes: Buffer.from([0x1f, 0x8b, 8]),
      refusal: { kind: "foreign-format", format: "gzip" },
    },
    {
      name: "zero bytes",
      bytes: Buffer.from("Entry Number,Duty\nA\0,1"),
      refusal: { kind: "foreign-format", format: "binary" },
    },
    {
      name: "a web page",
      bytes: Buffer.from("\n<!DOCTYPE html><html>"),
      refusal: { kind: "markup", language: "html" },
    },
    {
      name: "a table in HTML",
      bytes: Buffer.from("<table><tr>"),
      refusal: { kind: "markup", language: "html" },
    },
    {
      name: "XML",
      bytes: Buffer.from('<?xml version="1.0"?><Workbook>'),
      refusal: { kind: "markup", language: "xml" },
    },
  ])("is refused by name: $name", async ({ bytes, refusal }) => {
    expect(await refusalOf([bytes])).toEqual(refusal);
    expect(await refusalOf(chunks(bytes, [1]))).toEqual(refusal);
  });

  it("is refused for zero bytes far behind its head", async () => {
    const bytes = Buffer.from(`Entry Number,Duty\n${"A,1\n".repeat(50_000)}\0`);
    expect(await refusalOf([bytes])).toEqual({ kind: "foreign-format", format: "binary" });
  });

  it("is refused for 257 columns, and read with 256 and empty ones behind", async () => {
    const columns = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join(",");
    expect(await refusalOf(columns(257))).toEqual({ kind: "too-many-columns", row: 1, found: 257, max: 256 });
    expect(await refusalOf(`${columns(256)},,,,`)).toBeNull();
  });
});

describe("a row without end", () => {
  const megabyte = Buffer.alloc(1_000_000, "x");

  /** Fifty megabytes; remembers how much of it was asked for and whether the reader let go. */
  function endless(start: string) {
    const seen = { megabytes: 0, letGo: false };
    async function* source(): AsyncGenerator<Buffer> {
      try {
        yield Buffer.from(start);
        for (; seen.megabytes < 50; seen.megabytes++) yield megabyte;
      } finally {
        seen.letGo = true;
      }
    }
    return { seen, source: source() };
  }

  it("is refused after its first megabyte, and the source is let go", async () => {
    const { seen, source } = endless("Entry Number,Duty\nA,1\n");
    expect(await refusalOf(source)).toMatchObject({ kind: "row-too-long", row: 3 });
    expect(seen).toEqual({ megabytes: 1, letGo: true });
  });

  it("is called an unclosed quote when it runs over lines, with the row where it opens", async () => {
    const lines = "B,2\n".repeat(300_000);
    expect(await refusalOf(`Entry Number,Duty\nA,1\n"B,1\n${lines}`)).toEqual({
      kind: "unclosed-quote",
      row: 3,
    });
    expect(await refusalOf('Entry Number,Duty\nA,1\n"B,1\nC,2\n')).toEqual({
      kind: "unclosed-quote",
      row: 3,
    });
  });
});

describe("reading", () => {
  it("reports bytes and rows as it goes, and stops when the user leaves", async () => {
    const csv = Buffer.from(`Entry Number,Duty\n${"A,1\n".repeat(60_000)}`);
    const seen: { bytes: number; rows: number }[] = [];
    const end = await readCsvRows([csv], () => null, { onProgress: (progress) => seen.push(progress) });
    expect(end).toMatchObject({ ok: true, value: { bytes: csv.length, rows: 60_001 } });
    expect(seen.length).toBeGreaterThan(2);

    const leaving = new AbortController();
    const stopped = readCsvRows([csv], () => null, {
      signal: leaving.signal,
      onProgress: () => leaving.abort(),
    });
    await expect(stopped).rejects.toThrow("aborted");
  });
});
