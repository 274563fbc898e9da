import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { column1RatesOf } from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
import { importerTermsOf } from "@/lib/data/importers";
import { exportDays, importNames } from "@/lib/data/imports";
import { inOrganization, queryOf } from "@/lib/data/tenant";
import {
  conflictsOf,
  screenEntry,
  stackOf,
  type Day,
  type Entry,
  type EntryConflicts,
  type EntryNumber,
  type HtsNumber,
  type ImporterTerms,
  type Screening,
  type StackRow,
} from "@/lib/domain";

import { acceptances } from "./claim-book";
import { termsOf } from "./screening";

/** One entry with everything the rules say of it today, worked out afresh: the amounts come with their derivation. */
export type EntryView = {
  readonly entry: Entry;
  readonly screening: Screening;
  readonly stack: readonly StackRow[];
  /** What the files disagree on, settled or not. */
  readonly conflicts: EntryConflicts;
  /** What the importer of record says of its interest. */
  readonly terms: ImporterTerms;
  /** File names of the imports that facts and lines were read from. */
  readonly importNames: ReadonlyMap<string, string>;
  /** When the reports of the entry were made, by import; those whose day nobody knows are left out. */
  readonly exportDays: ReadonlyMap<string, Day>;
};

/** Null when the organization has no such entry. */
export async function viewEntry(scope: OrgScope, number: EntryNumber, asOf: Day): Promise<EntryView | null> {
  return inOrganization(scope, async (t) => {
    const query = queryOf(t);
    const entry = (await loadEntries(query, t.orgId, [number])).get(number);
    if (!entry) return null;
    const column1 = await column1RatesOf(query, t.orgId, tariffNumbersOf(entry));
    const terms = termsOf(entry, await importerTermsOf(query, t.orgId));
    const acceptance = (await acceptances(t)).get(number) ?? null;
    const context = { asOf, column1, acceptance, ...terms };
    return {
      entry,
      screening: screenEntry(entry, context),
      conflicts: conflictsOf(entry, context),
      terms,
      stack: stackOf(entry, column1),
      importNames: await importNames(query, t.orgId),
      exportDays: await exportDays(query, t.orgId, filesOf(entry)),
    };
  });
}

/** The imports that show something of the entry. */
const filesOf = ({ facts, lines, conflicts }: Entry): readonly string[] => {
  const shown = [...Object.values(facts).flat(), ...lines, ...conflicts.flatMap(({ variants }) => variants)];
  return [...new Set(shown.map(({ source }) => source.file))];
};

const tariffNumbersOf = ({ lines, conflicts }: Entry): readonly HtsNumber[] =>
  [...lines, ...conflicts.flatMap(({ variants }) => variants)].flatMap(({ hts }) => hts ?? []);
