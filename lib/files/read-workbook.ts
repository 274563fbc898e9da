import { setImmediate } from "node:timers/promises";

import { err, isBlankRow, ok, type RawRow, type Result } from "@/lib/domain";

import type { Archive } from "./archive";
import type { ReadEnd, ReadOptions, RowTaker } from "./csv-rows";
import type { FileRefusal } from "./file-refusal";
import { FILE_LIMITS } from "./limits";
import { type Sheet, streamedElements, type Workbook } from "./workbook";
import { rowCells, rowNumber } from "./workbook-cells";

/** Rows handed on together. */
const ROWS_PER_BATCH = 500;

type SheetOptions = ReadOptions & { readonly batchRows?: number };

/**
 * Streams the rows of one sheet with their row numbers in Excel; wholly blank rows are left out. The size a sheet
 * declares for itself is not looked at: reports declare twice what they hold.
 * Throws WorkbookDamage for a sheet that no spreadsheet program wrote.
 */
export async function readSheetRows(
  archive: Archive,
  { context }: Workbook,
  sheet: Sheet,
  takeRows: RowTaker,
  { onProgress, signal, betweenPieces, batchRows = ROWS_PER_BATCH }: SheetOptions = {},
): Promise<Result<ReadEnd, FileRefusal>> {
  const unpacked = archive.parts.get(sheet.part)?.bytes ?? 0;
  let batch: RawRow[] = [];
  let [row, rows, read] = [0, 0, 0];
  const bytes = () => Math.floor((archive.packedBytes * Math.min(read, unpacked)) / Math.max(unpacked, 1));
  const pass = (): FileRefusal | null => {
    rows += batch.length;
    if (rows > FILE_LIMITS.rowsMax) return { kind: "too-many-rows", max: FILE_LIMITS.rowsMax };
    const refusal = batch.length > 0 ? takeRows(batch) : null;
    batch = [];
    onProgress?.({ bytes: bytes(), rows });
    return refusal;
  };

  for await (const { tag, body, prefix } of streamedElements(
    archive.unpack(sheet.part),
    "worksheet",
    "row",
  )) {
    row = rowNumber(tag, row);
    if (row > FILE_LIMITS.rowsMax) return err({ kind: "too-many-rows", max: FILE_LIMITS.rowsMax });
    read += tag.length + body.length;
    const cells = rowCells(body, prefix, context);
    if (!Array.isArray(cells))
      return err({ kind: "too-many-columns", row, found: cells.found, max: FILE_LIMITS.columnsMax });
    if (isBlankRow(cells)) continue;
    batch.push({ row, cells });
    if (batch.length < batchRows) continue;
    signal?.throwIfAborted();
    const refusal = pass();
    if (refusal !== null) return err(refusal);
    await betweenPieces?.();
    await setImmediate(); // others get their turn between two batches
  }
  signal?.throwIfAborted();
  read = unpacked;
  const refusal = pass();
  return refusal === null
    ? ok({ bytes: archive.packedBytes, rows, format: "xlsx", sheet: sheet.name })
    : err(refusal);
}
