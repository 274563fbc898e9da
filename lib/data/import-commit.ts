import "server-only";

import {
  setAsideCount,
  type EntryNumber,
  type ExportDay,
  type FactSource,
  type ProblemGroup,
  type RowAccounting,
  type RowMove,
  type SetAsideReason,
  type SetAsideRow,
} from "@/lib/domain";

import { insertByCopy, type Cell } from "./bulk";
import { holdBooks, queryOn, type BulkTenant } from "./bulk-tenant";
import type { ImportPreview } from "./import-preview";
import type { ColumnMapping, Recognition } from "./imports";

/** What the reading of a file came to, apart from its entries. */
export type ReadFile = {
  readonly reportType: string;
  readonly comparedColumns: readonly string[];
  readonly mapping: readonly ColumnMapping[];
  readonly recognition: Recognition;
  readonly accounting: RowAccounting;
  readonly problems: readonly ProblemGroup[];
  readonly entryCount: number;
  /** The day on which the report was made; null: the file does not say it, and what a person said stays. */
  readonly exportDay: ExportDay | null;
};

/** An import that waits to be read or added, and what decides whether it goes into the books. */
export type TakenImport = {
  readonly state: "stored" | "reading" | "adding";
  /** What somebody saw before saying that it be added; null where nothing was shown. */
  readonly shown: ImportPreview | null;
  /** No column was named by a person. */
  readonly isCertain: boolean;
  /** The organization wants files that only add entries to go into the books without a question. */
  readonly addsUnasked: boolean;
};

/**
 * Takes the import for this transaction; imports of one organization wait for each other here, because each merges
 * its rows with what the others left.
 * @returns null when it was read, refused or taken out already
 */
export async function takeImport(t: BulkTenant, importId: string): Promise<TakenImport | null> {
  const query = queryOn(t);
  await holdBooks(query, t.orgId);
  const [row] = await query<TakenImport>(
    `SELECT i.state::text, i.preview AS shown, coalesce(i.mapping_basis = 'recognised', true) AS "isCertain",
            o.adds_files_unasked AS "addsUnasked"
     FROM imports i JOIN organizations o ON o.id = i.org_id
     WHERE i.org_id = $1::uuid AND i.id = $2::uuid AND i.state IN ('stored', 'reading', 'adding') FOR UPDATE OF i`,
    [t.orgId, importId],
  );
  return row ?? null;
}

/** The columns by which rows compare must stand before the first row is compared with another file's. */
export async function noteComparedColumns(
  t: BulkTenant,
  importId: string,
  columns: readonly string[],
): Promise<void> {
  await queryOn(t)(
    "UPDATE imports SET compared_columns = $3::text[] WHERE org_id = $1::uuid AND id = $2::uuid",
    [t.orgId, importId, columns],
  );
}

/** Importers of record that the file names. A name that is known already stays. */
export async function noteImporters(t: BulkTenant, importers: ReadonlyMap<string, string>): Promise<void> {
  await insertByCopy(
    t.client,
    "importers",
    ["org_id", "number", "name"],
    [...importers].map(([number, name]) => [t.orgId, number, name]),
    "ON CONFLICT (org_id, number) DO UPDATE SET name = excluded.name WHERE importers.name = '' AND excluded.name <> ''",
  );
}

/** Rows of any file of the organization; the reason of one may change when a later file contradicts it. */
export async function writeSetAsideRows(t: BulkTenant, rows: readonly SetAsideRow[]): Promise<void> {
  if (rows.length === 0) return;
  await insertByCopy(
    t.client,
    "set_aside_rows",
    ["org_id", "import_id", "file_row", "reason", "entry_number", "problems", "cells"],
    rows.map((row) => setAsideCells(t.orgId, row)),
    "ON CONFLICT (org_id, import_id, file_row) DO UPDATE SET reason = excluded.reason",
  );
}

const setAsideCells = (orgId: string, row: SetAsideRow): readonly Cell[] => [
  ...[orgId, row.source.file, String(row.source.row), row.reason, row.number],
  ...[JSON.stringify(row.problems), JSON.stringify(row.cells)],
];

/** A row that a row of another file moved between used and set aside, or from reason to reason. */
export type EntryRowMove = RowMove & { readonly number: EntryNumber };

/**
 * Keeps the list of set-aside rows in step with rows that moved.
 * @param ofOthers - those of earlier imports, whose stored counts follow; the import at hand counts its own
 */
export async function moveRows(
  t: BulkTenant,
  moves: readonly EntryRowMove[],
  ofOthers: readonly EntryRowMove[],
): Promise<void> {
  const setAside = moves.flatMap(({ number, source, to }) =>
    to === null ? [] : [{ source, reason: to, number, problems: [], cells: [], twin: null }],
  );
  await writeSetAsideRows(t, setAside);
  const used = moves.flatMap(({ source, to }) => (to === null ? source : []));
  if (used.length > 0)
    await queryOn(t)(
      `DELETE FROM set_aside_rows s USING unnest($2::uuid[], $3::int[]) AS used (import_id, file_row)
       WHERE s.org_id = $1::uuid AND s.import_id = used.import_id AND s.file_row = used.file_row`,
      [t.orgId, used.map(({ file }) => file), used.map(({ row }) => row)],
    );
  await moveCounts(t, ofOthers);
}

/** One update per import and reason, however many rows moved. A row that changes its reason leaves one and joins another. */
async function moveCounts(t: BulkTenant, moves: readonly EntryRowMove[]): Promise<void> {
  const steps = new Map<string, CountStep>();
  const count = ({ file }: FactSource, reason: SetAsideReason | null, rows: number): void => {
    if (reason === null) return;
    const step = steps.get(`${file} ${reason}`) ?? { importId: file, reason, rows: 0 };
    steps.set(`${file} ${reason}`, { ...step, rows: step.rows + rows });
  };
  for (const { source, from, to } of moves) {
    count(source, from, -1);
    count(source, to, 1);
  }
  for (const { importId, reason, rows } of steps.values()) await addToCounts(t, importId, reason, rows);
}

type CountStep = { readonly importId: string; readonly reason: SetAsideReason; readonly rows: number };

async function addToCounts(
  t: BulkTenant,
  importId: string,
  reason: SetAsideReason,
  rows: number,
): Promise<void> {
  await queryOn(t)(
    `UPDATE imports SET rows_used = rows_used - $3::int, rows_set_aside = rows_set_aside + $3::int,
       set_aside_by_reason = jsonb_set(set_aside_by_reason, ARRAY[$4::text],
         to_jsonb(coalesce((set_aside_by_reason ->> $4::text)::int, 0) + $3::int))
     WHERE org_id = $1::uuid AND id = $2::uuid`,
    [t.orgId, importId, rows, reason],
  );
}

/** What a file says of claims counts from the day of the file, so it must stand before claims are folded with it. */
export async function noteExportDay(
  t: BulkTenant,
  importId: string,
  exportDay: ExportDay | null,
): Promise<void> {
  if (exportDay === null) return;
  await queryOn(t)("UPDATE imports SET export_date = $3::date WHERE org_id = $1::uuid AND id = $2::uuid", [
    ...[t.orgId, importId, exportDay.day],
  ]);
}

/** Ends the reading of the import in the transaction of its rows: added to the books, or shown to be. */
export async function markRead(
  t: BulkTenant,
  importId: string,
  state: "committed" | "previewed",
  file: ReadFile,
  preview: ImportPreview,
): Promise<void> {
  const { accounting, exportDay } = file;
  const recognition: Recognition = { ...file.recognition, exportDayBasis: exportDay?.basis ?? null };
  await queryOn(t)(
    `UPDATE imports SET state = $3::import_state, committed_at = CASE WHEN $3 = 'committed' THEN clock_timestamp() END,
       report_type = $4::text, mapping = $5::jsonb, recognition = $6::jsonb, problems = $7::jsonb,
       set_aside_by_reason = $8::jsonb, preview = $9::jsonb, rows_read = $10::int, rows_used = $11::int,
       rows_set_aside = $12::int, money_not_screened = $13::numeric, entry_count = $14::int,
       bytes_read = byte_size, stage = NULL, export_date = coalesce($15::date, export_date)
     WHERE org_id = $1::uuid AND id = $2::uuid`,
    [
      ...[t.orgId, importId, state, file.reportType],
      ...[file.mapping, recognition, file.problems, accounting.setAside, preview].map((json) =>
        JSON.stringify(json),
      ),
      ...[accounting.read, accounting.used, setAsideCount(accounting)],
      ...[accounting.moneyNotScreened.toFixed(), file.entryCount, exportDay?.day ?? null],
    ],
  );
}
