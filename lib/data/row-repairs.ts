import "server-only";

import type { RepairAction, RowRepair } from "@/lib/domain";

import { insertByCopy } from "./bulk";
import { queryOn, type BulkTenant } from "./bulk-tenant";
import type { Query } from "./tenant";

export type StoredRepair = RowRepair & {
  readonly by: string;
  readonly at: Date;
};

type RepairRow = {
  readonly file_row: number;
  readonly column_index: number;
  readonly original: string;
  readonly repaired: string;
  readonly action: RepairAction;
  readonly repaired_by: string;
  readonly repaired_at: Date;
};

/** The repairs accepted for one file, in the order of the file; whole columns first. */
export async function rowRepairsOf(
  query: Query,
  orgId: string,
  importId: string,
): Promise<readonly StoredRepair[]> {
  const rows = await query<RepairRow>(
    `SELECT file_row, column_index, original, repaired, action, repaired_by::text, repaired_at FROM row_repairs
     WHERE org_id = $1::uuid AND import_id = $2::uuid ORDER BY file_row, column_index`,
    [orgId, importId],
  );
  return rows.map((row) => ({
    row: row.file_row,
    columnIndex: row.column_index,
    original: row.original,
    repaired: row.repaired,
    action: row.action,
    by: row.repaired_by,
    at: row.repaired_at,
  }));
}

/** Puts repairs beside the file; a cell that was repaired before takes the later one. */
export async function writeRowRepairs(
  t: BulkTenant,
  importId: string,
  repairs: readonly RowRepair[],
  at: Date,
): Promise<void> {
  await insertByCopy(
    t.client,
    "row_repairs",
    [
      ...["org_id", "import_id", "file_row", "column_index", "original", "repaired", "action"],
      ...["repaired_by", "repaired_at"],
    ],
    repairs.map(({ row, columnIndex, original, repaired, action }) => [
      ...[t.orgId, importId, String(row), String(columnIndex), original, repaired, action],
      ...[t.userId, at.toISOString()],
    ]),
    `ON CONFLICT (org_id, import_id, file_row, column_index) DO UPDATE SET repaired = excluded.repaired,
       action = excluded.action, repaired_by = excluded.repaired_by, repaired_at = excluded.repaired_at`,
  );
}

/** Takes repairs back: the cells say again what the file says. */
export async function deleteRowRepairs(
  t: BulkTenant,
  importId: string,
  cells: readonly Pick<RowRepair, "row" | "columnIndex">[],
): Promise<void> {
  await queryOn(t)(
    `DELETE FROM row_repairs r USING unnest($3::int[], $4::int[]) AS gone (file_row, column_index)
     WHERE r.org_id = $1::uuid AND r.import_id = $2::uuid AND r.file_row = gone.file_row
       AND r.column_index = gone.column_index`,
    [t.orgId, importId, cells.map(({ row }) => row), cells.map(({ columnIndex }) => columnIndex)],
  );
}
