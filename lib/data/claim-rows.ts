import "server-only";

import type { ClaimOutcome, ClaimRow, ClaimSighting, EntryNumber } from "@/lib/domain";

import { insertByCopy } from "./bulk";
import { queryOn, type BulkTenant } from "./bulk-tenant";
import type { Query } from "./tenant";

/** Keeps what a report says of claims, row by row, also of entries that no file shows yet. */
export async function writeClaimRows(t: BulkTenant, claims: readonly ClaimRow[]): Promise<void> {
  if (claims.length === 0) return;
  await insertByCopy(
    t.client,
    "claim_rows",
    ["org_id", "import_id", "file_row", "entry_number", "claim_number", "outcome", "status", "message"],
    claims.map(({ source, number, claimNumber, outcome, status, message }) => [
      ...[t.orgId, source.file, String(source.row), number],
      ...[claimNumber, outcome, status, message],
    ]),
  );
}

/** Entries of which an import tells claims. */
export async function entriesClaimedIn(t: BulkTenant, importId: string): Promise<readonly EntryNumber[]> {
  const rows = await queryOn(t)<{ entry_number: EntryNumber }>(
    "SELECT DISTINCT entry_number FROM claim_rows WHERE org_id = $1::uuid AND import_id = $2::uuid ORDER BY 1",
    [t.orgId, importId],
  );
  return rows.map((row) => row.entry_number);
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
