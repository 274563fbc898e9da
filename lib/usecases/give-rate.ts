import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { inOrganizationByCopy, queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { entriesWithTariffNumbers } from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
import { deleteGivenRate, writeGivenRate } from "@/lib/data/given-rates";
import { queueScreeningAfresh } from "@/lib/data/job-queue";
import { err, ok, type EntryNumber, type HtsNumber, type Result } from "@/lib/domain";

import { lawOfToday } from "./screen-organization";
import { screeningBase, storeScreenings } from "./screening";

/** More than these are screened in the background: a form answers within a few seconds. */
const ENTRIES_AT_ONCE_MAX = 2000;
const ENTRIES_PER_BATCH = 200;

/** What follows from a rate: how many entries carry its number, and whether their verdicts are new already. */
export type RateTaken = {
  readonly entries: number;
  readonly inBackground: boolean;
};

/**
 * Keeps the ordinary rate that somebody looked up for a tariff number of the organization's lines; it goes before any
 * other.
 * @param percent - "2.5" means 2.5 % of the value; 0 to 100
 */
export function giveRate(
  scope: OrgScope,
  hts: HtsNumber,
  percent: string,
): Promise<Result<RateTaken, { readonly kind: "number-not-found" }>> {
  return inOrganizationByCopy(scope, async (t) => {
    const numbers = await entriesWithTariffNumbers(t, [hts]);
    if (numbers.length === 0) return err({ kind: "number-not-found" });
    await writeGivenRate(t, hts, percent);
    await recordAudit(t, "rate.given", hts, { percent });
    return ok(await screenAgain(t, numbers));
  });
}

/** Takes a given rate back: the published or learnt one stands again, if there is one. */
export function withdrawRate(
  scope: OrgScope,
  hts: HtsNumber,
): Promise<Result<RateTaken, { readonly kind: "rate-not-given" }>> {
  return inOrganizationByCopy(scope, async (t) => {
    const percent = await deleteGivenRate(t, hts);
    if (percent === null) return err({ kind: "rate-not-given" });
    await recordAudit(t, "rate.withdrawn", hts, { percent });
    return ok(await screenAgain(t, await entriesWithTariffNumbers(t, [hts])));
  });
}

/** In the transaction of the rate, so that no page shows one without the other; in the background when many wait. */
async function screenAgain(t: BulkTenant, numbers: readonly EntryNumber[]): Promise<RateTaken> {
  const entries = numbers.length;
  if (entries > ENTRIES_AT_ONCE_MAX) {
    await queueScreeningAfresh(t, lawOfToday());
    return { entries, inBackground: true };
  }
  const base = await screeningBase(t, today());
  for (let start = 0; start < entries; start += ENTRIES_PER_BATCH) {
    const batch = await loadEntries(queryOn(t), t.orgId, numbers.slice(start, start + ENTRIES_PER_BATCH));
    await storeScreenings(t, [...batch.values()], base);
  }
  return { entries, inBackground: false };
}
