import "server-only";

import type { ClaimOutcome, ClaimRow, ClaimSighting, EntryNumber, FactSource } from "@/lib/domain";

import { insertByCopy } from "./bulk";
import { queryOn, type BulkTenant } from "./bulk-tenant";
import type { Query } from "./tenant";

/** An entry that a report of tariff rows shows without any IEEPA number. */
export type EntryWithoutIeepa = { readonly number: EntryNumber; readonly source: FactSource };

/** What one file says of claims. */
export type ClaimsOfFile = {
  readonly rows: readonly ClaimRow[];
  readonly withoutIeepa: readonly EntryWithoutIeepa[];
};

/** Keeps what a report says of claims, row by row, also of entries that no file shows yet. */
export async function writeClaimsOfFile(t: BulkTenant, { rows, withoutIeepa }: ClaimsOfFile): Promise<void> {
  if (rows.length > 0) await writeRows(t, rows);
  if (withoutIeepa.length === 0) return;
  await insertByCopy(
    t.client,
    "entries_without_ieepa",
    ["org_id", "import_id", "entry_number", "file_row"],
    withoutIeepa.map(({ number, source }) => [t.orgId, source.file, number, String(source.row)]),
  );
}

async function writeRows(t: BulkTenant, rows: readonly ClaimRow[]): Promise<void> {
  await insertByCopy(
    t.client,
    "claim_rows",
    [
      ...["org_id", "import_id", "file_row", "entry_number", "claim_number", "outcome", "status", "message"],
      ...["status_of", "liquidated_on", "refund_on", "refund_status"],
    ],
    rows.map(({ source, number, claimNumber, outcome, status, message, ...refund }) => [
      ...[t.orgId, source.file, String(source.row), number],
      ...[claimNumber, outcome, status, message],
      ...[refund.statusOf, refund.liquidatedOn, refund.refundOn, refund.refundStatus],
    ]),
  );
}

/** Takes back all that an import says of claims. @returns the entries of which it said something */
export async function removeClaimsOfFile(t: BulkTenant, importId: string): Promise<readonly EntryNumber[]> {
  const rows = await queryOn(t)<{ number: EntryNumber }>(
    `WITH rows AS (DELETE FROM claim_rows WHERE org_id = $1::uuid AND import_id = $2::uuid RETURNING entry_number),
          shown AS (DELETE FROM entries_without_ieepa WHERE org_id = $1::uuid AND import_id = $2::uuid
                    RETURNING entry_number)
     SELECT entry_number AS number FROM rows UNION SELECT entry_number FROM shown ORDER BY 1`,
    [t.orgId, importId],
  );
  return rows.map(({ number }) => number);
}

/** What reports say of claims of these entries, each statement once. */
export async function claimsInReports(
  query: Query,
  orgId: string,
  numbers: readonly EntryNumber[],
): Promise<readonly (ClaimSighting & { readonly number: EntryNumber })[]> {
  return query<ClaimSighting & { number: EntryNumber; outcome: ClaimOutcome }>(
    `SELECT DISTINCT entry_number AS number, claim_number AS "claimNumber", outcome, message FROM claim_rows
     WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[]) ORDER BY 1, 2, 3, 4`,
    [orgId, numbers],
  );
}
