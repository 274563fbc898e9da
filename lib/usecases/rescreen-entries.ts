import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { inOrganizationByCopy, queryOn } from "@/lib/data/bulk-tenant";
import { loadEntries } from "@/lib/data/entries-load";
import { writeScreenings } from "@/lib/data/screenings-write";
import type { Day, EntryNumber } from "@/lib/domain";

import { screened, screeningBase } from "./screening";

/** Screens some entries afresh: a verdict of yesterday must not be filed today. */
export async function rescreenEntries(
  scope: OrgScope,
  numbers: readonly EntryNumber[],
  asOf: Day,
): Promise<void> {
  await inOrganizationByCopy(scope, async (t) => {
    const base = await screeningBase(t, asOf);
    const entries = await loadEntries(queryOn(t), t.orgId, numbers);
    await writeScreenings(
      t,
      [...entries.values()].map((entry) => screened(entry, base)),
    );
  });
}
