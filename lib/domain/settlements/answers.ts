import type { AnswerName, ChoiceRecord, Entry, EntryAnswers } from "../entry";
import { knownValue } from "../facts";
import { asSettled } from "./as-settled";

/** Nobody has answered or settled anything yet. */
export const NO_ANSWERS: EntryAnswers = {
  checkDigitConfirmed: false,
  protestOnlyAboutIeepa: null,
  commerceInstructed: null,
  settledFacts: [],
  settledRows: [],
};

/** What was said of one entry in two places. Two different answers are no answer; of two choices the later one holds. */
export function mergeAnswers(a: EntryAnswers, b: EntryAnswers): EntryAnswers {
  // A file brings no answers: the common case, an entry at a time of a million.
  if (b === NO_ANSWERS) return a;
  if (a === NO_ANSWERS) return b;
  const answeredBy = mergeRecords(a.answeredBy ?? {}, b.answeredBy ?? {});
  return {
    checkDigitConfirmed: a.checkDigitConfirmed || b.checkDigitConfirmed,
    protestOnlyAboutIeepa: agreed(a.protestOnlyAboutIeepa, b.protestOnlyAboutIeepa),
    commerceInstructed: agreed(a.commerceInstructed, b.commerceInstructed),
    ...(Object.keys(answeredBy).length === 0 ? {} : { answeredBy }),
    settledFacts: inOrder([...a.settledFacts, ...b.settledFacts]),
    settledRows: inOrder([...a.settledRows, ...b.settledRows]),
  };
}

const agreed = (a: boolean | null, b: boolean | null): boolean | null =>
  a === b ? a : a === null ? b : b === null ? a : null;

type Records = NonNullable<EntryAnswers["answeredBy"]>;

function mergeRecords(a: Records, b: Records): Records {
  const names = Object.keys({ ...a, ...b }) as AnswerName[];
  const later = names.map((name) => [name, inOrder([a[name] ?? [], b[name] ?? []].flat()).at(-1)] as const);
  return Object.fromEntries(later);
}

/** By the moment of the choice, so that the last one is the one that holds; each once, whichever side comes first. */
function inOrder<T extends ChoiceRecord>(choices: readonly T[]): readonly T[] {
  const byText = new Map(choices.map((choice) => [`${choice.at} ${JSON.stringify(choice)}`, choice]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, choice]) => choice);
}

/** What somebody said of one protest. */
export type ProtestAnswer = { readonly onlyAboutIeepa: boolean; readonly record: ChoiceRecord | null };

/** The one protest number of an entry that nobody answered for; null where there is none, or several. */
export const unansweredProtestOf = (entry: Entry): string | null =>
  entry.answers.protestOnlyAboutIeepa === null ? knownValue(asSettled(entry).facts.protestNumber) : null;

/** An entry that arrives under a protest takes the answer that was given for the others under it. */
export function withProtestAnswer(entry: Entry, known: ReadonlyMap<string, ProtestAnswer>): Entry {
  const answer = known.get(unansweredProtestOf(entry) ?? "");
  if (answer === undefined) return entry;
  const { onlyAboutIeepa, record } = answer;
  const answeredBy = { ...entry.answers.answeredBy, ...(record && { protestOnlyAboutIeepa: record }) };
  return { ...entry, answers: { ...entry.answers, protestOnlyAboutIeepa: onlyAboutIeepa, answeredBy } };
}
