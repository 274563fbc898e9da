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
