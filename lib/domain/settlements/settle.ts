import type {
  Entry,
  EntryAnswers,
  EntryFactName,
  LineConflict,
  SettlementRecord,
  TariffLine,
} from "../entry";
import { type FactSource, valuesOf } from "../facts";
import { sourceKey } from "../intake/compared-cells";
import { err, ok, type Result } from "../result";
import { sightingsOf } from "./as-settled";
import { isRow, rowContentOf } from "./row-content";

/** conflict-changed: since the user looked, a file has shown another value, or the conflict is gone. */
export type SettleProblem = { readonly kind: "not-shown" | "conflict-changed" };

/**
 * Settles a fact of which the files show several values.
 * @param shown - the values the user chose among; another one since then would be overruled unseen
 */
export function settleFact(
  entry: Entry,
  choice: { readonly fact: EntryFactName; readonly value: string; readonly shown: readonly string[] },
  record: SettlementRecord,
): Result<EntryAnswers, SettleProblem> {
  const { fact, value } = choice;
  const values = valuesOf(sightingsOf(entry, fact));
  if (!values.includes(value)) return err({ kind: "not-shown" });
  if (values.length < 2 || !sameTexts(values, choice.shown)) return err({ kind: "conflict-changed" });
  const over = values.filter((other) => other !== value).toSorted();
  const { answers } = reopenFact(entry, fact);
  return ok({ ...answers, settledFacts: [...answers.settledFacts, { fact, value, over, ...record }] });
}

/**
 * Settles rows that share a key and differ.
 * @param chosen - where the true variant stands
 * @param shown - where all variants stand that the user chose among
 */
export function settleRows(
  entry: Entry,
  choice: { readonly chosen: FactSource; readonly shown: readonly FactSource[] },
  record: SettlementRecord,
): Result<EntryAnswers, SettleProblem> {
  const conflict = conflictAt(entry, choice.chosen);
  const line = conflict?.variants.find(isAt(choice.chosen));
  if (conflict === undefined || line === undefined) return err({ kind: "not-shown" });
  const places = conflict.variants.map(({ source }) => sourceKey(source));
  if (!sameTexts(places, choice.shown.map(sourceKey))) return err({ kind: "conflict-changed" });
  const over = conflict.variants.filter((variant) => variant !== line).map(rowContentOf);
  const settled = { chosen: rowContentOf(line), over, ...record };
  const { answers } = reopenRows(entry, choice.chosen);
  return ok({ ...answers, settledRows: [...answers.settledRows, settled] });
}

/** Takes back every choice about the fact. */
export const reopenFact = (entry: Entry, fact: EntryFactName): Entry => ({
  ...entry,
  answers: {
    ...entry.answers,
    settledFacts: entry.answers.settledFacts.filter((choice) => choice.fact !== fact),
  },
});

/** Takes back every choice about the rows among which this one stands. */
export function reopenRows(entry: Entry, { file, row }: FactSource): Entry {
  const conflict = conflictAt(entry, { file, row });
  if (conflict === undefined) return entry;
  const settledRows = entry.answers.settledRows.filter(
    ({ chosen, over }) =>
      !conflict.variants.some((variant) => [chosen, ...over].some((content) => isRow(content, variant))),
  );
  return { ...entry, answers: { ...entry.answers, settledRows } };
}

const isAt =
  (place: FactSource) =>
  ({ source }: TariffLine): boolean =>
    sourceKey(source) === sourceKey(place);

const conflictAt = ({ conflicts }: Entry, place: FactSource): LineConflict | undefined =>
  conflicts.find(({ variants }) => variants.some(isAt(place)));

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text) => b.includes(text));
