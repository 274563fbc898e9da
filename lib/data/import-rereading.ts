import "server-only";

import type { EntryNumber, FactSource, FileTotals, SetAsideReason } from "@/lib/domain";

import { queryOn, type BulkTenant } from "./bulk-tenant";

/** Where the set-aside rows of these entries stand, of whichever import. */
export async function setAsideOf(
  t: BulkTenant,
  numbers: readonly EntryNumber[],
): Promise<
  readonly { readonly number: EntryNumber; readonly source: FactSource; readonly place: SetAsideReason }[]
> {
  const rows = await queryOn(t)<{
    entry_number: EntryNumber;
    import_id: string;
    file_row: number;
    reason: SetAsideReason;
  }>(
    `SELECT entry_number, import_id::text, file_row, reason FROM set_aside_rows
     WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[])`,
    [t.orgId, numbers],
  );
  return rows.map((row) => ({
    number: row.entry_number,
    source: { file: row.import_id, row: row.file_row },
    place: row.reason,
  }));
}

/** Forgets which rows of one import were set aside: those without an entry, and those of these entries. */
export async function forgetSetAside(
  t: BulkTenant,
  importId: string,
  numbers: readonly EntryNumber[],
): Promise<void> {
  await queryOn(t)(
    `DELETE FROM set_aside_rows WHERE org_id = $1::uuid AND import_id = $2::uuid
       AND (entry_number IS NULL OR entry_number = ANY ($3::text[]))`,
    [t.orgId, importId, numbers],
  );
}

/** What the lines of one import teach of ordinary rates, to be taught anew. */
export async function forgetColumn1Evidence(t: BulkTenant, importId: string): Promise<void> {
  await queryOn(t)("DELETE FROM column1_observations WHERE org_id = $1::uuid AND import_id = $2::uuid", [
    t.orgId,
    importId,
  ]);
}

/** The counts of an import after another reading of it: its rows as they are stored now. */
export async function recountImport(
  t: BulkTenant,
  importId: string,
  { accounting, problems }: FileTotals,
  entryCount: number,
): Promise<void> {
  await queryOn(t)(
    `UPDATE imports i SET problems = $3::jsonb, money_not_screened = $4::numeric, entry_count = $5::int,
       set_aside_by_reason = s.by_reason, rows_set_aside = s.rows, rows_used = i.rows_read - s.rows
     FROM (SELECT coalesce(sum(n), 0)::int AS rows, coalesce(jsonb_object_agg(reason, n), '{}') AS by_reason
           FROM (SELECT reason, count(*) AS n FROM set_aside_rows
                 WHERE org_id = $1::uuid AND import_id = $2::uuid GROUP BY reason) r) s
     WHERE i.org_id = $1::uuid AND i.id = $2::uuid`,
    [t.orgId, importId, JSON.stringify(problems), accounting.moneyNotScreened.toFixed(), entryCount],
  );
}

/** Lines of entries that one import showed and shows no more; those of other entries are replaced with their entry. */
export async function removeLines(
  t: BulkTenant,
  importId: string,
  numbers: readonly EntryNumber[],
): Promise<void> {
  for (const table of ["entry_lines", "fact_rows"])
    await queryOn(t)(
      `DELETE FROM ${table} WHERE org_id = $1::uuid AND import_id = $2::uuid AND entry_number = ANY ($3::text[])`,
      [t.orgId, importId, numbers],
    );
}

/** Whether one of these entries stands on a downloaded declaration, whose record must stay whole. */
export async function areDeclared(t: BulkTenant, numbers: readonly EntryNumber[]): Promise<boolean> {
  const rows = await queryOn(t)(
    `SELECT d.id FROM declarations d JOIN declaration_entries e ON e.org_id = d.org_id AND e.declaration_id = d.id
     WHERE d.org_id = $1::uuid AND d.frozen_at IS NOT NULL AND e.entry_number = ANY ($2::text[]) LIMIT 1`,
    [t.orgId, numbers],
  );
  return rows.length > 0;
}
