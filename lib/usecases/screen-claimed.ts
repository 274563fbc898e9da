import "server-only";

import { setImmediate as nextTurn } from "node:timers/promises";

import { queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { loadEntries } from "@/lib/data/entries-load";
import type { EntryNumber } from "@/lib/domain";

import { storeScreenings, type ScreeningBase, type VerdictMove } from "./screening";

const ENTRIES_PER_BATCH = 200;

/**
 * Screens entries of which a report told claims, or does not tell them any more. Those that no file shows are no entries
 * yet: what was told of them waits until one does.
 * @param screened - entries that were screened with it already
 */
export async function screenClaimed(
  t: BulkTenant,
  claimed: readonly EntryNumber[],
  base: ScreeningBase,
  screened: { readonly has: (number: EntryNumber) => boolean },
  note: (move: VerdictMove) => void = () => undefined,
): Promise<void> {
  const numbers = [...new Set(claimed)].filter((number) => !screened.has(number));
  for (let start = 0; start < numbers.length; start += ENTRIES_PER_BATCH) {
    const batch = await loadEntries(queryOn(t), t.orgId, numbers.slice(start, start + ENTRIES_PER_BATCH));
    for (const move of await storeScreenings(t, [...batch.values()], base)) note(move);
    await nextTurn();
  }
}
