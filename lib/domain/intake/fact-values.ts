import type { EntryFactName, EntryFacts } from "../entry";
import type { Fact, Sighting } from "../facts";
import type { ColumnField } from "../law/column-aliases";

type FactValue<N extends EntryFactName> = EntryFacts[N] extends Fact<infer T> ? T : never;

/** What one row says of its entry; blank cells say nothing. */
export type FactValues = { [N in EntryFactName]?: FactValue<N> };

/** Facts read as the file words them. */
export const TEXT_FACTS = [
  ...(["importerName", "liquidationStatus", "reconciliationFlag", "controlStatus", "summaryStatus"] as const),
  ...([
    "statementStatus",
    "pscFlag",
    "protestNumber",
    "protestStatus",
    "drawbackFlag",
    "suretyFlag",
  ] as const),
  ...(["adcvdCase", "monthlyStatement"] as const),
] as const satisfies readonly (EntryFactName & ColumnField)[];

/** Facts that are calendar days. */
export const DAY_FACTS = [
  ...(["entryDate", "entryFiledDate", "importDate", "liquidationDate"] as const),
  ...(["reconciliationDueDate", "paymentDate"] as const),
] as const satisfies readonly (EntryFactName & ColumnField)[];

/** An entry of which nothing is known. */
const NO_FACTS: EntryFacts = {
  entryType: [],
  entryDate: [],
  entryFiledDate: [],
  importDate: [],
  importerNumber: [],
  importerName: [],
  portOfEntry: [],
  liquidationDate: [],
  liquidationStatus: [],
  liquidationBlank: [],
  reconciliationFlag: [],
  controlStatus: [],
  summaryStatus: [],
  statementStatus: [],
  pscFlag: [],
  protestNumber: [],
  protestStatus: [],
  drawbackFlag: [],
  suretyFlag: [],
  reconciliationDueDate: [],
  adcvdCase: [],
  paymentDate: [],
  monthlyStatement: [],
};

export const FACT_NAMES = Object.keys(NO_FACTS) as readonly EntryFactName[];

/** Sightings by name while they are collected. */
export type FactSightings = Map<EntryFactName, FactSightingList>;
type FactSightingList = Sighting<string | true>[];

/** Facts nobody saw share one empty list: an entry of a large file knows eight of them, not twenty-three. */
export function toEntryFacts(sightings: FactSightings): EntryFacts {
  // Each list was filled under the name of its own fact, which the map cannot say in its type.
  const facts: Record<EntryFactName, FactSightingList> = { ...(NO_FACTS as Record<EntryFactName, never[]>) };
  for (const [name, list] of sightings) facts[name] = list;
  return facts as unknown as EntryFacts;
}
