import type { Day } from "./day";
import type { Entry } from "./entry";
import { valuesOf } from "./facts";

/** Which column the day of entry was read from; the last two only stand in and are inferred. */
export type EntryDateColumn = "entryDate" | "entryFiledDate" | "importDate";

/** The days on which the goods may have been entered. Several: the files disagree. None: no usable column has one. */
export type EnteredOn = {
  readonly days: readonly Day[];
  readonly column: EntryDateColumn | null;
};

// Release and summary dates never stand in: both regularly lie days away from the day of entry (19 CFR 141.68).
const ENTRY_DATE_COLUMNS = [
  "entryDate",
  "entryFiledDate",
  "importDate",
] as const satisfies readonly EntryDateColumn[];

/** The Entry Date decides; only where no file has one, Entry Filed Date and then Import Date stand in. */
export function enteredOn({ facts }: Pick<Entry, "facts">): EnteredOn {
  for (const column of ENTRY_DATE_COLUMNS) {
    const days = valuesOf(facts[column]);
    if (days.length > 0) return { days, column };
  }
  return { days: [], column: null };
}

/** The one day of entry, or null when unknown or torn. */
export function knownEntryDay(entry: Pick<Entry, "facts">): Day | null {
  const [only, another] = entry.facts.entryDate;
  if (only !== undefined && another === undefined) return only.value; // nearly every entry
  const { days } = enteredOn(entry);
  return days.length === 1 ? (days[0] ?? null) : null;
}
