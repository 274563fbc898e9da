import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { inOrganizationByCopy, queryOn } from "@/lib/data/bulk-tenant";
import { loadEntries } from "@/lib/data/entries-load";
import { clearUnnamedClockSets } from "@/lib/data/clock-sets";
import { entryNumberBatches } from "@/lib/data/entry-numbers";
import { queueJob } from "@/lib/data/job-queue";
import { hasStaleScreenings } from "@/lib/data/screenings-write";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import { addDays, easternDay, RULES } from "@/lib/domain";

import { screeningBase, storeScreenings } from "./screening";

/** Few enough that a page waits for no more than a fraction of a second between two batches. */
const ENTRIES_PER_BATCH = 200;

/** Screens every entry of the organization as of today, and queues the same for the next day. */
export async function screenOrganization(scope: OrgScope): Promise<void> {
  await inOrganizationByCopy(scope, async (t) => {
    const base = await screeningBase(t, today());
    for await (const numbers of entryNumberBatches(t, ENTRIES_PER_BATCH)) {
      const entries = await loadEntries(queryOn(t), t.orgId, numbers);
      await storeScreenings(t, [...entries.values()], base);
    }
    await clearUnnamedClockSets(t);
  });
  await screenTomorrow(scope);
}

/** The law of a screening made now, as a job that is queued with it says. */
export const lawOfToday = () => ({ rulesVersion: RULES.version, asOf: today() });

/** Screens the organization only where some verdict rests on other rules or on another day. */
export async function refreshScreenings(scope: OrgScope): Promise<void> {
  const { rulesVersion: version, asOf: on } = lawOfToday();
  const stale = await inOrganizationByCopy(scope, (t) => hasStaleScreenings(t, { version, on }));
  if (stale) await screenOrganization(scope);
  else await screenTomorrow(scope);
}

/** Leaves today's verdicts as they are. */
export const screenTomorrow = (scope: OrgScope): Promise<void> =>
  inOrganization(scope, queueTomorrowsScreening);

/**
 * Lanes move with the day, so a screening waits for the next one in US Eastern time: 05:10 UTC is past midnight there
 * in summer and in winter. At most one waits for each organization, and a start with other rules brings it forward.
 */
export async function queueTomorrowsScreening(t: Tenant): Promise<void> {
  const startAfter = new Date(`${addDays(easternDay(now()), 1)}T05:10:00Z`);
  await queueJob(
    t,
    "screen-organization",
    { orgId: t.orgId, userId: t.userId, ...lawOfToday() },
    { singletonKey: t.orgId, startAfter },
  );
}
