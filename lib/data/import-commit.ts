import "server-only";

import {
  setAsideCount,
  type EntryNumber,
  type FactSource,
  type ProblemGroup,
  type RowAccounting,
  type SetAsideReason,
  type SetAsideRow,
} from "@/lib/domain";

import { insertByCopy, type Cell } from "./bulk";
import { holdBooks, queryOn, type BulkTenant } from "./bulk-tenant";
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
};

/**
 * Takes the import for this transaction; imports of one organization wait for each other here, because each merges
 * its rows with what the others left.
 * @returns false when it was read or refused already
 */
export async function takeImport(t: BulkTenant, importId: string): Promise<boolean> {
  const query = queryOn(t);
  await holdBooks(query, t.orgId);
  const rows = await query<{ state: string }>(
    "SELECT state::text FROM imports WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE",
    [t.orgId, importId],
  );
  return rows[0]?.state === "stored" || rows[0]?.state === "reading";
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

/** A row that a row of another file moved between used and set aside, or from reason to reason; null stands for used. */
export type RowMove = {
  readonly number: EntryNumber;
  readonly source: FactSource;
  readonly from: SetAsideReason | null;
  readonly to: SetAsideReason | null;
};

/**
 * Keeps the list of set-aside rows in step with rows that moved.
 * @param ofOthers - those of earlier imports, whose stored counts follow; the import at hand counts its own
 */
export async function moveRows(
  t: BulkTenant,
  moves: readonly RowMove[],
  ofOthers: readonly RowMove[],
): Promise<void> {
  const setAside = moves.flatMap(({ number, source, to }) =>
    to === null ? [] : [{ source, reason: to, number, problems: [], cells: [], twin: null }],
  );
  await writeSetAsideRows(t, setAside);
  const query = queryOn(t);
  for (const { source } of moves.filter(({ to }) => to === null))
    await query(
      "DELETE FROM set_aside_rows WHERE org_id = $1::uuid AND import_id = $2::uuid AND file_row = $3",
      [...[t.orgId, source.file, source.row]],
    );
  await moveCounts(t, ofOthers);
}

/** One update per import and reason, however many rows moved. A row that changes its reason leaves one and joins another. */
async function moveCounts(t: BulkTenant, moves: readonly RowMove[]): Promise<void> {
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

/** Ends the import in the transaction of its rows. */
export async function markCommitted(
  t: BulkTenant,
  importId: string,
  file: ReadFile,
  at: Date,
): Promise<void> {
  const { accounting } = file;
  await queryOn(t)(
    `UPDATE imports SET state = 'committed', committed_at = $3::timestamptz, report_type = $4::text,
       mapping = $5::jsonb, recognition = $6::jsonb, problems = $7::jsonb, set_aside_by_reason = $8::jsonb,
       rows_read = $9::int, rows_used = $10::int, rows_set_aside = $11::int, money_not_screened = $12::numeric,
       entry_count = $13::int, bytes_read = byte_size
     WHERE org_id = $1::uuid AND id = $2::uuid`,
    [
      ...[t.orgId, importId, at.toISOString(), file.reportType],
      ...[file.mapping, file.recognition, file.problems, accounting.setAside].map((json) =>
        JSON.stringify(json),
      ),
      ...[accounting.read, accounting.used, setAsideCount(accounting)],
      ...[accounting.moneyNotScreened.toFixed(), file.entryCount],
    ],
  );
}

/** Rows of an import as counted and as stored; all of it as text, so that equal means equal. */
type Conservation = Readonly<
  Record<"id" | "orphans" | "read" | "used" | "set_aside" | "stored_used" | "stored_aside", string>
> & { readonly reasons_hold: boolean };

const CONSERVATION = `
  SELECT i.id::text, i.rows_read::text AS read, i.rows_used::text AS used, i.rows_set_aside::text AS set_aside,
         (SELECT count(*) FROM tariff_lines l LEFT JOIN entries e ON e.org_id = l.org_id AND e.number = l.entry_number
          WHERE l.org_id = i.org_id AND l.import_id = i.id AND e.number IS NULL)::text AS orphans,
         ((SELECT count(*) FROM tariff_lines l
           WHERE l.org_id = i.org_id AND l.import_id = i.id AND l.disposition = 'used')
          + (SELECT count(*) FROM fact_rows f WHERE f.org_id = i.org_id AND f.import_id = i.id))::text AS stored_used,
         (SELECT count(*) FROM set_aside_rows s WHERE s.org_id = i.org_id AND s.import_id = i.id)::text AS stored_aside,
         NOT EXISTS (
           (SELECT key, value::bigint FROM jsonb_each_text(i.set_aside_by_reason) WHERE value <> '0')
           EXCEPT
           (SELECT reason, count(*) FROM set_aside_rows s WHERE s.org_id = i.org_id AND s.import_id = i.id GROUP BY reason)
         ) AS reasons_hold
  FROM imports i WHERE i.org_id = $1::uuid AND i.id = ANY ($2::uuid[])`;

/**
 * Sums that must hold before commit, instead of a foreign key on every line: a broken one is our fault and undoes all.
 * @param importIds - the import at hand, and earlier ones of which it moved rows
 */
export async function assertConserved(t: BulkTenant, importIds: readonly string[]): Promise<void> {
  const rows = await queryOn(t)<Conservation>(CONSERVATION, [t.orgId, importIds]);
  for (const row of rows)
    if (!isConserved(row)) throw new Error(`Import ${row.id} does not add up: ${JSON.stringify(row)}`);
  if (rows.length < importIds.length) throw new Error(`Not every import is there: ${importIds.join(", ")}`);
}

const isConserved = ({
  orphans,
  read,
  used,
  set_aside,
  stored_used,
  stored_aside,
  reasons_hold,
}: Conservation) =>
  orphans === "0" &&
  used === stored_used &&
  set_aside === stored_aside &&
  BigInt(read) === BigInt(used) + BigInt(set_aside) &&
  reasons_hold;
