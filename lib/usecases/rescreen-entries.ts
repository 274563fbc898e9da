import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { inOrganizationByCopy, queryOn } from "@/lib/data/bulk-tenant";
import { loadEntries } from "@/lib/data/entries-load";
import type { Day, EntryNumber } from "@/lib/domain";

import { screeningBase, storeScreenings } from "./screening";

/** Screens some entries afresh: a verdict of yesterday must not be filed today. */
export async function rescreenEntries(
  scope: OrgScope,
  numbers: readonly EntryNumber[],
  asOf: Day,
): Promise<void> {
  await inOrganizationByCopy(scope, async (t) => {
    const base = await screeningBase(t, asOf);
    const entries = await loadEntries(queryOn(t), t.orgId, numbers);
    await storeScreenings(t, [...entries.values()], base);
  });
}
