import type { Entry, EntryFactName, TariffLine } from "../entry";
import { type Fact, valuesOf } from "../facts";
import { comparedCellsOf, textOf } from "./compared-cells";
import { FACT_NAMES } from "./fact-values";

/** new: no file showed the entry before. conflict: a fact or a row contradicts what was known. */
export type EntryChangeKind = "new" | "changed" | "identical" | "conflict";

/** A fact to which a file adds a value; `before` is empty where nothing was known. */
export type FactChange = {
  readonly fact: EntryFactName;
  readonly before: readonly string[];
  readonly added: readonly string[];
};

/** What a file did to one entry, whatever it did to the verdict. */
export type EntryChange = {
  readonly kind: EntryChangeKind;
  /** Tariff rows that are used and were not there before. */
  readonly linesAdded: number;
  /** Tariff rows that are used as before, now with cells that were not known. */
  readonly linesCompleted: number;
  readonly facts: readonly FactChange[];
  /** Conflicts between rows that were not there before, or have a variant more. */
  readonly rowsInConflict: number;
};

/** Compares an entry with what was known of it; null: nothing was. */
export function entryChange(before: Entry | null, after: Entry): EntryChange {
  if (before === null)
    return { kind: "new", linesAdded: after.lines.length, linesCompleted: 0, facts: [], rowsInConflict: 0 };
  const facts = factChanges(before, after);
  const rowsInConflict = newConflicts(before, after);
  const { added, gone } = usedRows(before, after);
  const linesAdded = Math.max(0, added - gone);
  const linesCompleted = added - linesAdded;
  const contradicts = rowsInConflict > 0 || facts.some((fact) => fact.before.length > 0);
  const isSame = facts.length === 0 && added === 0 && gone === 0;
  const kind = contradicts ? "conflict" : isSame ? "identical" : "changed";
  return { kind, linesAdded, linesCompleted, facts, rowsInConflict };
}

function factChanges(before: Entry, after: Entry): readonly FactChange[] {
  return FACT_NAMES.flatMap((fact) => {
    const known = before.facts[fact] as Fact<unknown>;
    const shown = after.facts[fact] as Fact<unknown>;
    if (shown.length === known.length) return [];
    const values = valuesOf(known);
    const added = valuesOf(shown).filter((value) => !values.includes(value));
    return added.length === 0 ? [] : [{ fact, before: values.map(String), added: added.map(String) }];
  });
}

/** By content: a row that stands in another file now is the same row. */
function usedRows(before: Entry, after: Entry): { readonly added: number; readonly gone: number } {
  const known = new Set(before.lines);
  const others = after.lines.filter((line) => !known.delete(line));
  const left = new Map<string, number>();
  for (const line of known) left.set(contentOf(line), (left.get(contentOf(line)) ?? 0) + 1);
  let found = 0;
  for (const line of others) {
    const count = left.get(contentOf(line)) ?? 0;
    if (count > 0) found++;
    left.set(contentOf(line), count - 1);
  }
  return { added: others.length - found, gone: known.size - found };
}

function newConflicts(before: Entry, after: Entry): number {
  const known = new Set(before.conflicts.flatMap(({ variants }) => variants.map(contentOf)));
  return after.conflicts.filter(({ variants }) => variants.some((line) => !known.has(contentOf(line))))
    .length;
}

const contentOf = (line: TariffLine): string => textOf(comparedCellsOf(line));
