import type { EntryFactName, EntryFacts } from "../entry";
import type { Fact, FactSource, Sighting } from "../facts";
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

/** The facts of an entry while they are collected. */
export type FactsInTheMaking = Record<EntryFactName, FactSightingList>;
type FactSightingList = Sighting<string | true>[];

/** Facts nobody saw share one empty list: an entry of a large file knows eight of them, not twenty-three. */
export const noFactsYet = (): FactsInTheMaking => ({ ...(NO_FACTS as Record<EntryFactName, never[]>) });

/** Adds every fact of a row that was not seen with the same value before. */
export function addFacts(making: FactsInTheMaking, facts: FactValues, source: FactSource): void {
  for (const name of Object.keys(facts) as EntryFactName[]) {
    const value = facts[name];
    const seen = making[name];
    if (value === undefined) continue;
    if (seen.length === 0) making[name] = [{ value, source }];
    else if (!seen.some((sighting) => sighting.value === value)) seen.push({ value, source });
  }
}

/** Each list was filled under the name of its own fact, which a record of lists cannot say in its type. */
export const toEntryFacts = (making: FactsInTheMaking): EntryFacts => making as unknown as EntryFacts;
