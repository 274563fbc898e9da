import type { Day, ScreenerAnswers, ScreenerQuestion } from "@/lib/domain";
import { formatEntryType } from "@/lib/wording/entry-types";
import {
  ACCOUNT_ANSWER_WORDS,
  COMMERCE_ANSWER_WORDS,
  COURT_ANSWER_WORDS,
  IEEPA_ANSWER_WORDS,
  IMPORTER_ANSWER_WORDS,
  LIQUIDATION_ANSWER_WORDS,
  NO_OBSTACLE,
  OBSTACLE_WORDS,
  OBSTACLES_UNSURE,
  PROTEST_SUBJECT_WORDS,
  TYPE_09_ANSWER_WORDS,
  TYPE_ANSWER_WORDS,
} from "@/lib/wording/screener-questions";

const onDay = (words: string, name: string, on: Day | null): string =>
  on === null ? words : `${words}; ${name} ${on}`;

const WORDS: {
  readonly [Q in ScreenerQuestion]: (answer: NonNullable<ScreenerAnswers[Q]>, asOf: Day) => string;
} = {
  importer: (importer) => IMPORTER_ANSWER_WORDS[importer],
  entry: ({ ieepaPaid, enteredOn }) => onDay(IEEPA_ANSWER_WORDS[ieepaPaid], "entered", enteredOn),
  type: (type, asOf) =>
    type === "unsure" || type === "outside-ace" ? TYPE_ANSWER_WORDS[type] : formatEntryType(type, asOf),
  liquidation: ({ state, on }) => onDay(LIQUIDATION_ANSWER_WORDS[state], "day", on),
  commerce: (commerce) => COMMERCE_ANSWER_WORDS[commerce],
  obstacles: ({ present, unsure }) => {
    const named: string[] = present.map((obstacle) => OBSTACLE_WORDS[obstacle]);
    if (unsure) named.push(OBSTACLES_UNSURE);
    return named.length === 0 ? NO_OBSTACLE : named.join("; ");
  },
  protestSubject: (subject) => PROTEST_SUBJECT_WORDS[subject],
  reconciliation: ({ type09, dueOn }) => onDay(TYPE_09_ANSWER_WORDS[type09], "due", dueOn),
  account: (account) => ACCOUNT_ANSWER_WORDS[account],
  court: (court) => COURT_ANSWER_WORDS[court],
};

/** What was answered, in the words of the screen. Empty where nothing was. */
export function toAnswerText(question: ScreenerQuestion, answers: ScreenerAnswers, asOf: Day): string {
  const answer = answers[question];
  // The table is complete by its type; the cast only joins a question with its own function.
  const words = WORDS[question] as (answer: Answer, asOf: Day) => string;
  return answer === undefined ? "" : words(answer, asOf);
}

type Answer = NonNullable<ScreenerAnswers[ScreenerQuestion]>;
