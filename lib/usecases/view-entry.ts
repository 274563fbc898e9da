import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { column1RatesOf } from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
import { rateClassesOf } from "@/lib/data/importers";
import { importNames } from "@/lib/data/imports";
import { inOrganization, queryOf } from "@/lib/data/tenant";
import {
  interestWorksheet,
  screenEntry,
  stackOf,
  type Day,
  type Entry,
  type EntryNumber,
  type InterestWorksheet,
  type RateClass,
  type Screening,
  type StackRow,
} from "@/lib/domain";

import { rateClassOf } from "./screening";

/** One entry with everything the rules say of it today, worked out afresh: the amounts come with their derivation. */
export type EntryView = {
  readonly entry: Entry;
  readonly screening: Screening;
  readonly stack: readonly StackRow[];
  readonly rateClass: RateClass;
  /** Null where no interest runs. */
  readonly worksheet: InterestWorksheet | null;
  /** File names of the imports that facts and lines were read from. */
  readonly importNames: ReadonlyMap<string, string>;
};

/** Null when the organization has no such entry. */
export async function viewEntry(scope: OrgScope, number: EntryNumber, asOf: Day): Promise<EntryView | null> {
  return inOrganization(scope, async (t) => {
    const query = queryOf(t);
    const entry = (await loadEntries(query, t.orgId, [number])).get(number);
    if (!entry) return null;
    const column1 = await column1RatesOf(query, t.orgId);
    const rateClass = rateClassOf(entry, await rateClassesOf(query, t.orgId));
    const screening = screenEntry(entry, { asOf, column1, rateClass });
    return {
      entry,
      screening,
      rateClass,
      stack: stackOf(entry, column1),
      worksheet: worksheetOf(screening, rateClass),
      importNames: await importNames(query, t.orgId),
    };
  });
}

function worksheetOf({ refund, interest }: Screening, rateClass: RateClass): InterestWorksheet | null {
  if (refund.certain === null || !interest?.from || !interest.to) return null;
  return interestWorksheet(refund.certain, interest.from, interest.to, rateClass);
}
