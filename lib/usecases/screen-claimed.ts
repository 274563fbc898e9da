import "server-only";

import { setImmediate as nextTurn } from "node:timers/promises";

import { queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { loadEntries } from "@/lib/data/entries-load";
import { movedAcceptances, type EntryNumber } from "@/lib/domain";

import { acceptances } from "./claim-book";
import { storeScreenings, type ScreeningBase, type VerdictMove } from "./screening";

const ENTRIES_PER_BATCH = 200;

/**
 * Screens entries of which a report told claims, or does not tell them any more, and those whose acceptance its words
 * moved: what is said of a whole claim reaches entries that the report does not list. Those that no file shows are no
 * entries yet: what was told of them waits until one does.
 * @param acceptedBefore - the acceptances until then
 * @param screened - entries that were screened with it already
 */
export async function screenClaimed(
  t: BulkTenant,
  claimed: readonly EntryNumber[],
  acceptedBefore: ScreeningBase["acceptances"],
  base: ScreeningBase,
  screened: { readonly has: (number: EntryNumber) => boolean },
  note: (move: VerdictMove) => void = () => undefined,
): Promise<void> {
  const now = { ...base, acceptances: await acceptances(t) };
  const numbers = new Set(movedAcceptances(acceptedBefore, now.acceptances));
  for (const number of claimed) if (!screened.has(number)) numbers.add(number);
  await screenAll(t, [...numbers], now, note);
}

async function screenAll(
  t: BulkTenant,
  numbers: readonly EntryNumber[],
  base: ScreeningBase,
  note: (move: VerdictMove) => void,
): Promise<void> {
  for (let start = 0; start < numbers.length; start += ENTRIES_PER_BATCH) {
    const batch = await loadEntries(queryOn(t), t.orgId, numbers.slice(start, start + ENTRIES_PER_BATCH));
    for (const move of await storeScreenings(t, [...batch.values()], base)) note(move);
    await nextTurn();
  }
}
