import type { Entry, EntryFactName, LineConflict, SettledFact, SettledRow, TariffLine } from "../entry";
import { type Fact, valuesOf } from "../facts";
import { bySource } from "../intake/compared-cells";
import { allAgree, isRow, isSameRow } from "./row-content";

/** Every sighting of a fact, as text: only `liquidationBlank` is none, and it never has two values. */
export const sightingsOf = ({ facts }: Pick<Entry, "facts">, fact: EntryFactName): Fact<string> =>
  facts[fact] as Fact<string>;

/**
 * The choice that settles a torn fact: it holds while the files show the chosen value, and no value but those it was
 * chosen over. Null: nobody chose, or a file has shown another value since.
 */
export function choiceOfFact(entry: Entry, fact: EntryFactName): SettledFact | null {
  const values = valuesOf(sightingsOf(entry, fact));
  const holding = entry.answers.settledFacts.filter(
    (choice) =>
      choice.fact === fact &&
      values.includes(choice.value) &&
      values.every((value) => value === choice.value || choice.over.includes(value)),
  );
  return holding.at(-1) ?? null;
}

/** The true variant by this choice; null where it does not hold: no variant is the chosen one, or one is new. */
function variantBy({ chosen, over }: SettledRow, { variants }: LineConflict): TariffLine | null {
  const exactly = variants.find((variant) => isSameRow(chosen, variant));
  const matching = variants.filter(
    (variant) => isRow(chosen, variant) && !over.some((content) => isSameRow(content, variant)),
  );
  const isKnown = (variant: TariffLine): boolean =>
    matching.includes(variant) || over.some((content) => isRow(content, variant));
  return variants.every(isKnown) && allAgree(matching) ? (exactly ?? matching[0] ?? null) : null;
}

export type RowChoice = { readonly choice: SettledRow; readonly line: TariffLine };

/** The choice that settles a conflict between rows, and the variant it makes true. Of several the last one holds. */
export function choiceOfRows(entry: Entry, conflict: LineConflict): RowChoice | null {
  const choices = entry.answers.settledRows.flatMap((choice): readonly RowChoice[] => {
    const line = variantBy(choice, conflict);
    // A choice was made on one conflict; where later files let it mean two, it decides neither.
    const isOfAnother = entry.conflicts.some(
      (other) => other !== conflict && variantBy(choice, other) !== null,
    );
    return line === null || isOfAnother ? [] : [{ choice, line }];
  });
  return choices.at(-1) ?? null;
}

/**
 * The entry as the user settled it: of a settled fact only the chosen value, of settled rows the chosen one among the
 * used. Screening and the stacking view look at an entry through it and nothing else does: what the files show stays
 * as it is, every variant remains set aside in the books of its import, since these tell what became of a file's
 * rows and not which of them is true, and a later file meets all of them.
 */
export function asSettled(entry: Entry): Entry {
  const { settledFacts, settledRows } = entry.answers;
  if (settledFacts.length === 0 && settledRows.length === 0) return entry;
  const facts = { ...entry.facts };
  for (const { fact } of settledFacts) {
    const choice = choiceOfFact(entry, fact);
    if (choice === null) continue;
    const known = sightingsOf(entry, fact).filter(({ value }) => value === choice.value);
    Object.assign(facts, { [fact]: known });
  }
  const chosen = entry.conflicts.map((conflict) => ({ conflict, settled: choiceOfRows(entry, conflict) }));
  const lines = [...entry.lines, ...chosen.flatMap(({ settled }) => settled?.line ?? [])];
  return {
    ...entry,
    facts,
    lines: lines.toSorted(bySource),
    conflicts: chosen.flatMap(({ conflict, settled }) => (settled === null ? conflict : [])),
  };
}
