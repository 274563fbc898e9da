import {
  cellKindOf,
  cellText,
  checkCell,
  err,
  ok,
  type RawRow,
  type RecognisedHeader,
  type Result,
} from "@/lib/domain";

import type { ReadOptions } from "./csv-rows";
import { readReturned, type ReturnedSheet } from "./read-annotated";
import type { SurveyedRow } from "./read-repairs";
import type { ReturnedRefusal } from "./returned-refusal";
import { surveyReading, type StoredReading } from "./stored-reading";
import { markOf, parseRowKey, writable } from "./write-annotated";

/** A cell that somebody changed in the workbook. */
type ReturnedChange = {
  readonly row: number;
  readonly columnIndex: number;
  readonly text: string;
  readonly column: string;
  /** As the file has it. */
  readonly original: string;
};

export type ReturnedWorkbook = {
  readonly rows: number;
  readonly changes: readonly ReturnedChange[];
  readonly refused: readonly ReturnedRefusal[];
};

export type ReturnedQuestion = {
  readonly reading: StoredReading;
  readonly importId: string;
  /** Where the workbook lies that came back. */
  readonly workbook: string;
};

export type UnusableWorkbook = { readonly kind: "workbook-gone" | "too-many-changes" };

/** More than a person changes; a column that was filled down by mistake is stopped here. */
const CHANGES_MAX = 5_000;

/** What a returned workbook changes, before anything is stored: by key, whatever the order of its rows and columns. */
export async function compareReturned(
  { reading, importId, workbook }: ReturnedQuestion,
  watch: ReadOptions = {},
): Promise<Result<ReturnedWorkbook, UnusableWorkbook>> {
  const sheet = await readReturned(workbook).catch(gone);
  if (sheet === null) return err({ kind: "workbook-gone" });
  const { byRow, refused } = rowsByKey(sheet, importId);
  const changes: ReturnedChange[] = [];
  const see = (row: SurveyedRow, header: RecognisedHeader): void => {
    const returned = byRow.get(row.raw.row);
    if (returned === undefined) return;
    byRow.delete(row.raw.row);
    const { sheetRow } = returned;
    if (markOf(row.raw.cells) !== returned.mark) return void refused.push({ sheetRow, kind: "key-changed" });
    const { headings } = header.layout;
    for (const change of changesIn(row, returned.cells, columnsIn(sheet, headings), headings)) {
      const checked = checkCell(cellKindOf(header.columns[change.columnIndex]?.field ?? null), change.text);
      const { row: fileRow, column } = change;
      if (checked.ok) changes.push(change);
      else refused.push({ sheetRow, kind: "cell", row: fileRow, column, problem: checked.problem });
    }
  };
  await surveyReading(reading, see, watch);
  for (const { sheetRow } of byRow.values()) refused.push({ sheetRow, kind: "row-not-there" });
  if (changes.length > CHANGES_MAX || sheet.isCut) return err({ kind: "too-many-changes" });
  const inOrder = refused.toSorted((a, b) => a.sheetRow - b.sheetRow);
  return ok({ rows: sheet.rows.length, changes, refused: inOrder });
}

function gone(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  return null;
}

type ReturnedRow = {
  readonly sheetRow: number;
  readonly mark: string;
  readonly cells: RawRow["cells"];
};

function rowsByKey({ rows, keyColumn }: ReturnedSheet, importId: string) {
  const byRow = new Map<number, ReturnedRow>();
  const refused: ReturnedRefusal[] = [];
  for (const { row: sheetRow, cells } of rows) {
    const key = parseRowKey(cells[keyColumn] ?? "");
    if (key === null) refused.push({ sheetRow, kind: "no-key" });
    else if (key.importId !== importId) refused.push({ sheetRow, kind: "other-import" });
    else if (byRow.has(key.row)) refused.push({ sheetRow, kind: "key-twice" });
    else byRow.set(key.row, { sheetRow, mark: key.mark, cells });
  }
  return { byRow, refused };
}

/** Where each column of the file stands in the sheet: by heading, the second of two equal ones being the second. */
function columnsIn({ headings }: ReturnedSheet, wanted: readonly string[]): readonly (number | null)[] {
  const taken = new Set<number>();
  return wanted.map((heading) => {
    const at = headings.findIndex((found, index) => found === cellText(heading) && !taken.has(index));
    if (at >= 0) taken.add(at);
    return at < 0 || heading === "" ? null : at;
  });
}

/** Cells that say something else than the file and than its repairs; blank is no change, because nobody can mean it. */
function changesIn(
  { raw, cells }: SurveyedRow,
  returned: readonly string[],
  columns: readonly (number | null)[],
  headings: readonly string[],
): readonly ReturnedChange[] {
  return columns.flatMap((at, columnIndex): ReturnedChange[] => {
    if (at === null) return [];
    const text = (returned[at] ?? "").trim();
    const original = raw.cells[columnIndex] ?? "";
    const known = [original, cells[columnIndex] ?? ""];
    if (text === "" || known.some((cell) => cellText(writable(cell)) === cellText(text))) return [];
    return [{ row: raw.row, columnIndex, column: headings[columnIndex] ?? "", text, original }];
  });
}
