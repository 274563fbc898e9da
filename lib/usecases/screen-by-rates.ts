import "server-only";

import { setImmediate as nextTurn } from "node:timers/promises";

import { queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { entriesWithTariffNumbers } from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
import type { Column1Rates, EntryNumber } from "@/lib/domain";

import { storeScreenings, type ScreeningBase, type VerdictMove } from "./screening";

const ENTRIES_PER_BATCH = 200;

/**
 * Screens the entries whose refund rests on an ordinary rate that was just learnt, made doubtful or forgotten.
 * @param before - the rates until then; `base` holds those of now
 * @param screened - entries that were screened with the new rates already
 */
export async function screenByNewRates(
  t: BulkTenant,
  before: Column1Rates,
  base: ScreeningBase,
  screened: { readonly has: (number: EntryNumber) => boolean },
  note: (move: VerdictMove) => void = () => undefined,
): Promise<void> {
  const changed = [...new Set([...before.keys(), ...base.column1.keys()])].filter(
    (hts) => before.get(hts)?.percent !== base.column1.get(hts)?.percent,
  );
  if (changed.length === 0) return;
  const touched = await entriesWithTariffNumbers(t, changed);
  const numbers = touched.filter((number) => !screened.has(number));
  for (let start = 0; start < numbers.length; start += ENTRIES_PER_BATCH) {
    const batch = await loadEntries(queryOn(t), t.orgId, numbers.slice(start, start + ENTRIES_PER_BATCH));
    for (const move of await storeScreenings(t, [...batch.values()], base)) note(move);
    await nextTurn();
  }
}
