import "server-only";

import type { EntryNumber } from "@/lib/domain";

import { queryIn, queryOn, type BulkTenant } from "./bulk-tenant";
import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** A downloaded declaration that rests on entries of an import; its file may be anywhere by now. */
export type RestingDeclaration = {
  readonly id: string;
  readonly fileName: string;
  readonly entries: number;
};

/**
 * What a file takes with it when it is taken out: known before, so that it can be said before. A declaration rests on
 * what was in the books when it was downloaded, and rows that are filed again rest on the file that says CBP dropped them.
 */
const RESTING = `
  SELECT d.id::text, d.file_name AS "fileName", count(*)::int AS entries
  FROM declarations d JOIN declaration_entries e ON e.org_id = d.org_id AND e.declaration_id = d.id
  WHERE d.org_id = ${ORG} AND e.org_id = ${ORG} AND (
    (d.frozen_at >= (SELECT committed_at FROM imports WHERE org_id = ${ORG} AND id = $2::uuid) AND e.entry_number IN (
      SELECT entry_number FROM entry_lines WHERE org_id = ${ORG} AND import_id = $2::uuid
      UNION SELECT entry_number FROM fact_rows WHERE org_id = ${ORG} AND import_id = $2::uuid
      UNION SELECT entry_number FROM set_aside_rows WHERE org_id = ${ORG} AND import_id = $2::uuid))
    OR (e.refiled_from IS NOT NULL AND d.state <> 'withdrawn' AND e.entry_number IN (
      SELECT entry_number FROM claim_rows WHERE org_id = ${ORG} AND import_id = $2::uuid AND outcome = 'failed')))
  GROUP BY d.id, d.file_name ORDER BY d.file_name`;

/**
 * Declarations with entries that the import shows: downloaded ones, withdrawn ones included, for their record rests on it
 * too; and those on which rows stand again that the import shows as dropped.
 */
export const declarationsRestingOn = (
  t: Tenant | BulkTenant,
  importId: string,
): Promise<readonly RestingDeclaration[]> => queryIn(t)<RestingDeclaration>(RESTING, [t.orgId, importId]);

/** Marks a committed import as being taken out. @returns false when it is not in the books, or on its way out already */
export async function beginUndo(t: Tenant, importId: string): Promise<boolean> {
  const rows = await queryOf(t)(
    `UPDATE imports SET stage = 'undoing', refusal = NULL WHERE org_id = $1::uuid AND id = $2::uuid AND state = 'committed'
       AND stage IS DISTINCT FROM 'undoing' RETURNING id`,
    [t.orgId, importId],
  );
  return rows.length === 1;
}

/** Whether the import is still in the books, and somebody wants it out. */
export async function isUndoAsked(t: BulkTenant, importId: string): Promise<boolean> {
  const rows = await queryOn(t)(
    `SELECT id FROM imports WHERE org_id = $1::uuid AND id = $2::uuid AND state = 'committed' AND stage = 'undoing'
     FOR UPDATE`,
    [t.orgId, importId],
  );
  return rows.length === 1;
}

/** Why an import that somebody wanted out is still in the books, as `imports.refusal` keeps it. */
type UndoStop =
  /** Rows of this other import would come back into use, and they stand in its stored file alone, which is gone. */
  | { readonly kind: "undo-needs-file"; readonly fileName: string }
  /** By a fault of ours, or because the machine did not get to it. */
  | { readonly kind: "undo-failed" };

/** The import stays in the books. @param stop - null: a declaration rests on it, which its page says by itself */
export async function endUndo(
  t: Tenant | BulkTenant,
  importId: string,
  stop: UndoStop | null,
): Promise<void> {
  await queryIn(t)(
    `UPDATE imports SET stage = NULL, refusal = $3::jsonb
     WHERE org_id = $1::uuid AND id = $2::uuid AND stage = 'undoing'`,
    [t.orgId, importId, stop && JSON.stringify(stop)],
  );
}

/** Entries that the import shows, by number. */
export async function entriesShownBy(t: BulkTenant, importId: string): Promise<readonly EntryNumber[]> {
  const rows = await queryOn(t)<{ entry_number: EntryNumber }>(
    `SELECT entry_number FROM entry_lines WHERE org_id = $1::uuid AND import_id = $2::uuid
     UNION SELECT entry_number FROM fact_rows WHERE org_id = $1::uuid AND import_id = $2::uuid
     UNION SELECT entry_number FROM set_aside_rows
       WHERE org_id = $1::uuid AND import_id = $2::uuid AND entry_number IS NOT NULL ORDER BY 1`,
    [t.orgId, importId],
  );
  return rows.map(({ entry_number }) => entry_number);
}

/**
 * Other imports of which rows on these entries are kept in their files alone: repeats, and rows of wide reports that
 * stand for several tariff rows, one of which may repeat while another one is used.
 */
export async function importsWithDroppedRows(
  t: BulkTenant,
  importId: string,
  numbers: readonly EntryNumber[],
): Promise<readonly string[]> {
  const rows = await queryOn(t)<{ id: string }>(
    `WITH touched AS (SELECT unnest($3::text[]) AS number)
     SELECT s.import_id::text AS id FROM set_aside_rows s JOIN touched ON touched.number = s.entry_number
     WHERE s.org_id = $1::uuid AND s.import_id <> $2::uuid AND s.reason = 'identical-repeat'
       AND NOT EXISTS (SELECT FROM tariff_lines l WHERE l.org_id = s.org_id AND l.entry_number = s.entry_number
                       AND l.import_id = s.import_id AND l.file_row = s.file_row)
     UNION
     SELECT l.import_id::text FROM entry_lines l JOIN touched ON touched.number = l.entry_number
     JOIN imports i ON i.org_id = l.org_id AND i.id = l.import_id
     WHERE l.org_id = $1::uuid AND l.import_id <> $2::uuid
       AND EXISTS (SELECT FROM unnest(i.compared_columns) name WHERE name LIKE '%?')
     ORDER BY 1`,
    [t.orgId, importId, numbers],
  );
  return rows.map(({ id }) => id);
}

const TABLES_OF_ROWS = [
  ...["entry_lines", "fact_rows", "payment_rows", "bank_rows", "refund_rows"],
  ...["set_aside_rows", "column1_observations"],
] as const;

/** Everything that stands under the import itself; its entries are settled anew afterwards. */
export async function removeRows(t: BulkTenant, importId: string): Promise<void> {
  for (const table of TABLES_OF_ROWS)
    await queryOn(t)(`DELETE FROM ${table} WHERE org_id = $1::uuid AND import_id = $2::uuid`, [
      t.orgId,
      importId,
    ]);
}

/** A draft that lost entries, because no other file shows them. */
export type ShortenedDraft = { readonly id: string; readonly fileName: string; readonly entries: number };

/** Entries that no file shows any more, with their verdicts; drafts lose them too. */
export async function removeEntries(
  t: BulkTenant,
  numbers: readonly EntryNumber[],
): Promise<readonly ShortenedDraft[]> {
  const query = queryOn(t);
  const drafts = await query<ShortenedDraft>(
    `WITH gone AS (
       DELETE FROM declaration_entries WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[])
       RETURNING declaration_id, live)
     SELECT d.id::text, d.file_name AS "fileName", count(*)::int AS entries FROM gone
     JOIN declarations d ON d.org_id = $1::uuid AND d.id = gone.declaration_id
     WHERE d.state = 'draft' GROUP BY d.id, d.file_name ORDER BY d.file_name`,
    [t.orgId, numbers],
  );
  for (const [table, column] of [
    ["rule_effects", "entry_number"],
    ["screenings", "entry_number"],
    ["entries", "number"],
  ] as const)
    await query(`DELETE FROM ${table} WHERE org_id = $1::uuid AND ${column} = ANY ($2::text[])`, [
      t.orgId,
      numbers,
    ]);
  await query(
    `UPDATE declarations d SET state = 'withdrawn' WHERE d.org_id = $1::uuid AND d.id = ANY ($2::uuid[])
       AND NOT EXISTS (SELECT FROM declaration_entries e WHERE e.org_id = d.org_id AND e.declaration_id = d.id)`,
    [t.orgId, drafts.map(({ id }) => id)],
  );
  return drafts;
}

/** Ends the undo in its transaction. The counts stay, as what the file came to while it was in the books. */
export async function markUndone(t: BulkTenant, importId: string, at: Date): Promise<void> {
  await queryOn(t)(
    `UPDATE imports SET state = 'undone', stage = NULL, preview = NULL, undone_at = $3::timestamptz, undone_by = $4::uuid
     WHERE org_id = $1::uuid AND id = $2::uuid`,
    [t.orgId, importId, at.toISOString(), t.userId],
  );
}
