import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { inOrganizationByCopy, queryOn } from "@/lib/data/bulk-tenant";
import { loadEntries } from "@/lib/data/entries-load";
import { entryNumberBatches } from "@/lib/data/entry-numbers";
import { queueJob } from "@/lib/data/job-queue";
import { writeScreenings } from "@/lib/data/screenings-write";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import { addDays, easternDay } from "@/lib/domain";
import { env } from "@/lib/env";

import { screened, screeningBase } from "./screening";

/** Few enough that a page waits for no more than a fraction of a second between two batches. */
const ENTRIES_PER_BATCH = 200;

/** Screens every entry of the organization as of today, and queues the same for the next day. */
export async function screenOrganization(scope: OrgScope): Promise<void> {
  await inOrganizationByCopy(scope, async (t) => {
    const base = await screeningBase(t, today());
    for await (const numbers of entryNumberBatches(t, ENTRIES_PER_BATCH)) {
      const entries = await loadEntries(queryOn(t), t.orgId, numbers);
      await writeScreenings(
        t,
        [...entries.values()].map((entry) => screened(entry, base)),
      );
    }
  });
  await inOrganization(scope, queueTomorrowsScreening);
}

/**
 * Lanes move with the day, so a screening waits for the next one in US Eastern time: 05:10 UTC is past midnight there
 * in summer and in winter. At most one waits for each organization.
 */
export async function queueTomorrowsScreening(t: Tenant): Promise<void> {
  if (env.CAPEDESK_TODAY !== undefined) return; // that day never ends
  const startAfter = new Date(`${addDays(easternDay(now()), 1)}T05:10:00Z`);
  await queueJob(
    t,
    "screen-organization",
    { orgId: t.orgId, userId: t.userId },
    { singletonKey: t.orgId, startAfter },
  );
}
