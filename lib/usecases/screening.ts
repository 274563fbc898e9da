import "server-only";

import { holdBooks, queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { column1RatesOf } from "@/lib/data/column1-observations";
import { rateClassesOf } from "@/lib/data/importers";
import type { ScreenedEntry } from "@/lib/data/screenings-write";
import {
  createInterestTable,
  knownValue,
  screenEntry,
  type Column1Rates,
  type Day,
  type Entry,
  type InterestTable,
  type RateClass,
} from "@/lib/domain";

/** What the screening of one organization on one day shares between its entries. */
export type ScreeningBase = {
  readonly asOf: Day;
  readonly column1: Column1Rates;
  readonly rateClasses: ReadonlyMap<string, RateClass>;
  readonly interestTable: InterestTable;
};

/**
 * Reads what a screening rests on, in the transaction that will hold its verdicts. Ask for it before the entries are
 * loaded: from here on nobody else changes them.
 */
export async function screeningBase(t: BulkTenant, asOf: Day): Promise<ScreeningBase> {
  const query = queryOn(t);
  await holdBooks(query, t.orgId);
  return {
    asOf,
    column1: await column1RatesOf(query, t.orgId),
    rateClasses: await rateClassesOf(query, t.orgId),
    interestTable: createInterestTable(),
  };
}

/** The class of the importer of record; corporation while nobody said otherwise. */
export const rateClassOf = (entry: Entry, rateClasses: ReadonlyMap<string, RateClass>): RateClass =>
  rateClasses.get(knownValue(entry.facts.importerNumber) ?? "") ?? "corporation";

/** The verdict on one entry, as it is stored. */
export function screened(entry: Entry, base: ScreeningBase): ScreenedEntry {
  const { asOf, column1, interestTable } = base;
  const rateClass = rateClassOf(entry, base.rateClasses);
  return {
    number: entry.number,
    screening: screenEntry(entry, { asOf, column1, rateClass, interestTable }),
  };
}
