import { proposedText, repairReason } from "@/lib/wording/repairs";

import type { SurveyedRow } from "./read-repairs";
import { surveyReading, type StoredReading } from "./stored-reading";
import { markOf, toRowKey, writeAnnotated, type AnnotatedCell, type AnnotatedRow } from "./write-annotated";

export type AnnotateQuestion = {
  readonly reading: StoredReading;
  readonly importId: string;
  /** Also the rows without a problem. */
  readonly everyRow: boolean;
};

/** As many rows as a spreadsheet program opens without a pause. */
const ANNOTATED_ROWS_MAX = 20_000;

export type AnnotatedWorkbook = {
  readonly content: Uint8Array;
  readonly rows: number;
  /** Rows that did not fit. */
  readonly left: number;
};

/**
 * The rows of a stored file that have a problem, or all of them, as a workbook: bad cells coloured, the reason beside,
 * every cell text.
 */
export async function annotateReading({
  reading,
  importId,
  everyRow,
}: AnnotateQuestion): Promise<AnnotatedWorkbook> {
  const rows: AnnotatedRow[] = [];
  let left = 0;
  const { header } = await surveyReading(reading, (row) => {
    if (!everyRow && row.repairs.length === 0) return;
    if (rows.length < ANNOTATED_ROWS_MAX) rows.push(toAnnotatedRow(importId, row));
    else left++;
  });
  const content = new Uint8Array(await writeAnnotated(header.layout.headings, rows));
  return { content, rows: rows.length, left };
}

function toAnnotatedRow(importId: string, { raw, cells, repairs }: SurveyedRow): AnnotatedRow {
  const bad = new Set(repairs.map(({ columnIndex }) => columnIndex));
  const mended = cells.flatMap((cell, index) => (cell === (raw.cells[index] ?? "") ? [] : [index]));
  const was = mended.map((index) => `Repaired; the file says ${raw.cells[index] ?? "nothing"}.`);
  return {
    key: toRowKey({ importId, row: raw.row, mark: markOf(raw.cells) }),
    reason: [...repairs.map(repairReason), ...was].join("\n"),
    proposed: repairs
      .map(proposedText)
      .filter((text) => text !== "")
      .join("\n"),
    cells: cells.map((text, index): AnnotatedCell => ({
      text,
      tone: bad.has(index) ? "bad" : mended.includes(index) ? "mended" : null,
    })),
  };
}
