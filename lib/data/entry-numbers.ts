import "server-only";

import type { EntryNumber } from "@/lib/domain";

import { queryOn, type BulkTenant } from "./bulk-tenant";

/** Every entry number of the organization, a batch at a time, in order. */
export async function* entryNumberBatches(
  t: BulkTenant,
  batch: number,
): AsyncGenerator<readonly EntryNumber[]> {
  let after = "";
  for (;;) {
    const rows = await queryOn(t)<{ number: EntryNumber }>(
      "SELECT number FROM entries WHERE org_id = $1::uuid AND number > $2 ORDER BY number LIMIT $3",
      [t.orgId, after, batch],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ number }) => number);
    after = last.number;
  }
}

/** Those of these numbers of which the books say anything: entries, and entries that only a report of claims names. */
export async function numbersInBooks(
  t: BulkTenant,
  numbers: readonly EntryNumber[],
): Promise<ReadonlySet<EntryNumber>> {
  const rows = await queryOn(t)<{ number: EntryNumber }>(
    `SELECT number FROM entries WHERE org_id = $1::uuid AND number = ANY ($2::text[])
     UNION SELECT entry_number FROM claim_rows WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[])`,
    [t.orgId, numbers],
  );
  return new Set(rows.map(({ number }) => number));
}
