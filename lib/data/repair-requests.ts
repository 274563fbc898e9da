import "server-only";

import { v7 as uuidv7 } from "uuid";

import { queryIn, type BulkTenant } from "./bulk-tenant";
import type { Tenant } from "./tenant";

/** A cell that a person typed, or chose among its candidates. */
export type TypedCell = { readonly row: number; readonly columnIndex: number; readonly text: string };

/** What somebody wants done to the cells of a file. */
export type RepairWish =
  /** The one candidate of every cell of the group. */
  | { readonly kind: "accept-group"; readonly key: string }
  /** All dates of the file are day first. */
  | { readonly kind: "accept-day-first" }
  | { readonly kind: "type-cells"; readonly cells: readonly TypedCell[] }
  | { readonly kind: "take-back"; readonly row: number; readonly columnIndex: number }
  | { readonly kind: "take-all-back" }
  /** What a returned workbook changes. */
  | { readonly kind: "accept-returned"; readonly sha256: string };

export type RepairRequest = {
  readonly id: string;
  readonly importId: string;
  readonly wish: RepairWish;
  readonly askedBy: string;
  /** As data, for the use case and `lib/wording`; null while it waits or is under way. */
  readonly outcome: unknown;
  readonly endedAt: Date | null;
};

const COLUMNS = `id::text, import_id::text AS "importId", wish, asked_by::text AS "askedBy", outcome,
  ended_at AS "endedAt"`;

/**
 * Notes a wish, unless one of the same import is open. What the same person was told of earlier wishes is forgotten.
 * @returns null when one is open
 */
export async function askForRepair(
  t: Tenant,
  importId: string,
  wish: RepairWish,
  at: Date,
): Promise<string | null> {
  const query = queryIn(t);
  const [row] = await query<{ id: string }>(
    `INSERT INTO repair_requests (org_id, id, import_id, wish, asked_by, asked_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::text::jsonb, $5::uuid, $6::timestamptz)
     ON CONFLICT (org_id, import_id) WHERE outcome IS NULL DO NOTHING RETURNING id::text`,
    [t.orgId, uuidv7(), importId, JSON.stringify(wish), t.userId, at.toISOString()],
  );
  if (row === undefined) return null;
  await query(
    `DELETE FROM repair_requests
     WHERE org_id = $1::uuid AND import_id = $2::uuid AND asked_by = $3::uuid AND outcome IS NOT NULL`,
    [t.orgId, importId, t.userId],
  );
  return row.id;
}

/** Whether this very person asked for this very thing, and it is open. */
export async function isAskedFor(t: Tenant, importId: string, wish: RepairWish): Promise<boolean> {
  const rows = await queryIn(t)(
    `SELECT id FROM repair_requests
     WHERE org_id = $1::uuid AND import_id = $2::uuid AND asked_by = $3::uuid AND outcome IS NULL
       AND wish = $4::text::jsonb`,
    [t.orgId, importId, t.userId, JSON.stringify(wish)],
  );
  return rows.length === 1;
}

/** Null when it was forgotten, with its import or for a later wish. */
export async function repairRequest(t: Tenant, id: string): Promise<RepairRequest | null> {
  const [row] = await queryIn(t)<RepairRequest>(
    `SELECT ${COLUMNS} FROM repair_requests WHERE org_id = $1::uuid AND id = $2::uuid`,
    [t.orgId, id],
  );
  return row ?? null;
}

/** The wish of an import that waits or is under way, whoever asked. */
export async function openRepairRequest(t: Tenant, importId: string): Promise<RepairRequest | null> {
  const [row] = await queryIn(t)<RepairRequest>(
    `SELECT ${COLUMNS} FROM repair_requests
     WHERE org_id = $1::uuid AND import_id = $2::uuid AND outcome IS NULL`,
    [t.orgId, importId],
  );
  return row ?? null;
}

/** The last wish of this very person that came to an end. */
export async function endedRepairRequest(t: Tenant, importId: string): Promise<RepairRequest | null> {
  const [row] = await queryIn(t)<RepairRequest>(
    `SELECT ${COLUMNS} FROM repair_requests
     WHERE org_id = $1::uuid AND import_id = $2::uuid AND asked_by = $3::uuid AND outcome IS NOT NULL
     ORDER BY ended_at DESC LIMIT 1`,
    [t.orgId, importId, t.userId],
  );
  return row ?? null;
}

/** @returns false when it was over already */
export async function endRepairRequest(
  t: Tenant | BulkTenant,
  id: string,
  outcome: object,
  at: Date,
): Promise<boolean> {
  const rows = await queryIn(t)(
    `UPDATE repair_requests SET outcome = $3::text::jsonb, ended_at = $4::timestamptz
     WHERE org_id = $1::uuid AND id = $2::uuid AND outcome IS NULL RETURNING id`,
    [t.orgId, id, JSON.stringify(outcome), at.toISOString()],
  );
  return rows.length === 1;
}
