import { createReadStream } from "node:fs";

import { cellText, type RawRow } from "@/lib/domain";

import { openArchive } from "./archive";
import { readCsvRows, type RowTaker } from "./csv-rows";
import type { FileRefusal } from "./file-refusal";
import { readSheetRows } from "./read-workbook";
import { looksLikeArchive } from "./sniff-format";
import { isWorkbook, openWorkbook } from "./workbook";
import { KEY_HEADING, parseRowKey } from "./write-annotated";

/** A workbook of problems that came back, or the sheet of it saved as text. */
export type ReturnedSheet = {
  readonly headings: readonly string[];
  readonly keyColumn: number;
  readonly rows: readonly RawRow[];
  /** There are more rows than are looked at. */
  readonly isCut: boolean;
};

/** More than ever went out. */
const RETURNED_ROWS_MAX = 25_000;

/** Unpacked; three times what 20,000 wide rows come to. */
const RETURNED_BYTES_MAX = 150_000_000;

/** Stops a reading that knows enough. */
const ENOUGH: FileRefusal = { kind: "empty-file" };

/** Reads a returned workbook; null when the file is none, whatever else it is. */
export async function readReturned(path: string, rowsMax = RETURNED_ROWS_MAX): Promise<ReturnedSheet | null> {
  const rows: RawRow[] = [];
  let head: RawRow | null = null;
  let isCut = false;
  const take: RowTaker = (batch) => {
    for (const raw of batch) {
      if (head === null) {
        head = raw;
        if (keyColumnIn(raw) < 0) return ENOUGH;
      } else if (rows.length < rowsMax) rows.push(raw);
      else {
        isCut = true;
        return ENOUGH;
      }
    }
    return null;
  };
  await readFirstSheet(path, take);
  const found = head as RawRow | null;
  if (found === null || keyColumnIn(found) < 0) return null;
  return { headings: found.cells.map(cellText), keyColumn: keyColumnIn(found), rows, isCut };
}

/** The import for which a workbook went out; null when the file is no such workbook. */
export async function importOfReturned(path: string): Promise<string | null> {
  const sheet = await readReturned(path, 1);
  const key = sheet?.rows[0]?.cells[sheet.keyColumn] ?? "";
  return parseRowKey(key)?.importId ?? null;
}

const keyColumnIn = ({ cells }: RawRow): number => cells.findIndex((cell) => cellText(cell) === KEY_HEADING);

async function readFirstSheet(path: string, take: RowTaker): Promise<void> {
  if (!(await looksLikeArchive(path))) {
    await readCsvRows(createReadStream(path), take);
    return;
  }
  const archive = await openArchive(path);
  if (!archive.ok) return;
  try {
    const unpacked = [...archive.value.parts.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    if (!isWorkbook(archive.value) || unpacked > RETURNED_BYTES_MAX) return;
    const workbook = await openWorkbook(archive.value);
    const [sheet] = workbook.sheets;
    if (sheet !== undefined) await readSheetRows(archive.value, workbook, sheet, take, { batchRows: 1 });
  } catch (error) {
    // Damaged or hostile: whoever reads it as a report says what is wrong with it.
    console.warn("A file could not be looked at as a returned workbook:", error);
  } finally {
    archive.value.close();
  }
}
