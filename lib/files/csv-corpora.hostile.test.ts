import { promisify } from "node:util";

import spectrum from "csv-spectrum";
import fc from "fast-check";
import Papa from "papaparse";
import { inferSchema, initParser } from "udsv";
import { describe, expect, it } from "vitest";

import { isBlankRow, type RawRow } from "@/lib/domain";

import { readCsvRows } from "./csv-rows";

type Table = readonly (readonly string[])[];

function* piecesOf(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** The rows of a text as we read it; null when it is refused or a quote stands where none belongs. */
async function ourRows(text: string, sizes: readonly number[]): Promise<Table | null> {
  const rows: RawRow[] = [];
  const end = await readCsvRows(piecesOf(Buffer.from(text), sizes), (batch) => {
    rows.push(...batch);
    return null;
  });
  const isBroken = rows.some(({ brokenQuotes }) => brokenQuotes === true);
  return end.ok && !isBroken ? rows.map(({ cells }) => cells) : null;
}

/** What we leave out or make alike on purpose: blank lines, and the kind of line end inside a cell. */
const asOurs = (rows: Table): Table =>
  rows
    .map((cells) => cells.map((cell) => cell.replaceAll(/\r+\n/g, "\n")))
    .filter((cells) => !isBlankRow(cells));

function papaRows(text: string, delimiter: string, newline: "\r\n" | "\n"): Table | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
  return errors.length === 0 ? asOurs(data) : null;
}

/** The first row is to udsv the names of the columns. */
function udsvRows(text: string, col: string, row: "\r\n" | "\n"): Table {
  const schema = inferSchema(text, { col, row, encl: '"' });
  return asOurs([HEADINGS, ...initParser(schema).stringArrs(text)]);
}

describe("csv-spectrum", () => {
  it("is read as it says, file by file", async () => {
    const samples = (await promisify(spectrum)()) ?? [];
    expect(samples).toHaveLength(12);
    for (const { name, csv, json } of samples) {
      // Its authors changed the telephone number in one of the two.
      const text = csv.toString().replace("2095257564", "1234567890");
      const records = [JSON.parse(json.toString())].flat() as Record<string, string>[];
      const rows = records.map((record) => Object.values(record));
      for (const sizes of [[1], [7, 3], [100_000]])
        expect(await ourRows(text, sizes), name).toEqual(asOurs([Object.keys(records[0] ?? {}), ...rows]));
    }
  });
});

const HEADINGS = ["Entry Number", "HTS Code", "Duty"] as const;
const delimiters = fc.constantFrom(",", ";", "\t", "|");
const lineEnds = fc.constantFrom("\r\n" as const, "\n" as const);
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });

describe("another reader of the same text", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "é", "日", "😀", '"', ",", ";", "\t", "|", "\n", " ", "'", "=", "0"),
    maxLength: 6,
  });
  const table = fc.array(
    fc.array(fc.tuple(cell, fc.boolean()), { minLength: HEADINGS.length, maxLength: HEADINGS.length }),
    { minLength: 1, maxLength: 10 },
  );

  it("Papa Parse and udsv find the same cells in every table, however it is quoted and cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(table, delimiters, lineEnds, sizes, fc.boolean(), async (rows, by, end, cut, last) => {
        const line = rows.map((cells) => cells.map(([text, quote]) => written(text, quote, by)).join(by));
        const text = [HEADINGS.join(by), ...line].join(end) + (last ? end : "");
        const expected = asOurs([HEADINGS, ...rows.map((cells) => cells.map(([each]) => each))]);
        expect(await ourRows(text, cut)).toEqual(expected);
        expect(papaRows(text, by, end)).toEqual(expected);
        expect(udsvRows(text, by, end)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it("Papa Parse finds the same cells in every text that it has no complaint of", async () => {
    const noise = fc.string({ unit: fc.constantFrom("a", "1", '"', ",", "\n", " "), maxLength: 40 });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(noise, lineEnds, sizes, async (text, end, cut) => {
        const whole = [HEADINGS.join(","), ...text.split("\n")].join(end);
        const expected = papaRows(whole, ",", end);
        if (expected === null) return;
        compared++;
        expect(await ourRows(whole, cut)).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});

/** Quoted where it must be, and where a program may like to. */
const written = (text: string, quote: boolean, delimiter: string): string =>
  quote || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
