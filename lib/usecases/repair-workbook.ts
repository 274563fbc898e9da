import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { env } from "@/lib/env";
import { cellKindOf, cellText, checkCell, err, type Result } from "@/lib/domain";
import { readReturned, type ReturnedSheet } from "@/lib/files/read-annotated";
import type { ReturnedRefusal } from "@/lib/files/returned-refusal";
import type { SurveyedRow } from "@/lib/files/read-repairs";
import { removeUpload, uploadPath } from "@/lib/files/stored-upload";
import {
  markOf,
  parseRowKey,
  toRowKey,
  writable,
  writeAnnotated,
  type AnnotatedCell,
  type AnnotatedRow,
} from "@/lib/files/write-annotated";
import { proposedText, repairReason } from "@/lib/wording/repairs";

import { typeCells, type AcceptProblem, type TypedCell } from "./accept-repairs";
import type { Repaired } from "./repair-import";
import { repairableImport, surveyStored } from "./survey-repairs";

export type AnnotatedFile = {
  readonly fileName: string;
  readonly content: Buffer;
  /** Rows that did not fit. */
  readonly left: number;
};

/** As many rows as a spreadsheet program opens without a pause. */
const ANNOTATED_ROWS_MAX = 20_000;

/**
 * The rows of a file that have a problem, or all of them, as a workbook: bad cells coloured, the reason beside, every
 * cell text. Null when the rows of the import are not known.
 */
export async function annotateImport(
  scope: OrgScope,
  importId: string,
  everyRow: boolean,
): Promise<AnnotatedFile | null> {
  const found = await repairableImport(scope, importId);
  if (found === null) return null;
  const { stored, accepted } = found;
  const rows: AnnotatedRow[] = [];
  let left = 0;
  const { header } = await surveyStored(scope, stored, accepted, (row) => {
    if (!everyRow && row.repairs.length === 0) return;
    if (rows.length < ANNOTATED_ROWS_MAX) rows.push(toAnnotatedRow(importId, row));
    else left++;
  });
  const content = await writeAnnotated(header.layout.headings, rows);
  return { fileName: `${stemOf(stored.fileName)}-problems.xlsx`, content, left };
}

/** Without its ending, and short enough for another one. */
const stemOf = (fileName: string): string => fileName.replace(/\.[^.]+$/, "").slice(0, 60);

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

/** A cell that somebody changed in the workbook. */
type ReturnedChange = TypedCell & {
  readonly column: string;
  /** As the file has it. */
  readonly original: string;
};

export type ReturnedWorkbook = {
  readonly rows: number;
  readonly changes: readonly ReturnedChange[];
  readonly refused: readonly ReturnedRefusal[];
};

export type ReturnedProblem = { readonly kind: "not-repairable" | "workbook-gone" | "too-many-changes" };

/** More than a person changes; a column that was filled down by mistake is stopped here. */
const CHANGES_MAX = 5_000;

/** What a returned workbook changes, before anything is stored: by key, whatever the order of its rows and columns. */
export async function viewReturned(
  scope: OrgScope,
  importId: string,
  sha256: string,
): Promise<Result<ReturnedWorkbook, ReturnedProblem>> {
  const found = await repairableImport(scope, importId);
  if (found === null) return err({ kind: "not-repairable" });
  const sheet = await readReturned(uploadPath(env.DATA_DIR, scope.orgId, sha256)).catch(gone);
  if (sheet === null) return err({ kind: "workbook-gone" });
  const { byRow, refused } = rowsByKey(sheet, importId);
  const changes: ReturnedChange[] = [];
  await surveyStored(scope, found.stored, found.accepted, (row, header) => {
    const returned = byRow.get(row.raw.row);
    if (returned === undefined) return;
    byRow.delete(row.raw.row);
    if (markOf(row.raw.cells) !== returned.mark)
      return void refused.push({ sheetRow: returned.sheetRow, kind: "key-changed" });
    const { headings } = header.layout;
    for (const change of changesIn(row, returned.cells, columnsIn(sheet, headings), headings)) {
      const field = header.columns[change.columnIndex]?.field ?? null;
      const checked = checkCell(cellKindOf(field), change.text);
      if (checked.ok) changes.push(change);
      else {
        const { sheetRow } = returned;
        refused.push({
          sheetRow,
          kind: "cell",
          row: change.row,
          column: change.column,
          problem: checked.problem,
        });
      }
    }
  });
  for (const { sheetRow } of byRow.values()) refused.push({ sheetRow, kind: "row-not-there" });
  if (changes.length > CHANGES_MAX || sheet.isCut) return err({ kind: "too-many-changes" });
  return {
    ok: true,
    value: {
      rows: sheet.rows.length,
      changes,
      refused: refused.toSorted((a, b) => a.sheetRow - b.sheetRow),
    },
  };
}

/** Stores what the workbook changes and lets go of the workbook. */
export async function acceptReturned(
  scope: OrgScope,
  importId: string,
  sha256: string,
): Promise<Result<Repaired, AcceptProblem | ReturnedProblem>> {
  const returned = await viewReturned(scope, importId, sha256);
  if (!returned.ok) return returned;
  const accepted = await typeCells(scope, importId, returned.value.changes);
  if (accepted.ok) await removeUpload(uploadPath(env.DATA_DIR, scope.orgId, sha256));
  return accepted;
}

function gone(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  return null;
}

type ReturnedRow = { readonly sheetRow: number; readonly mark: string; readonly cells: readonly string[] };

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
