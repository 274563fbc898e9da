import type { Day, ScreenerAnswers, ScreenerQuestion } from "@/lib/domain";
import { formatEntryType } from "@/lib/wording/entry-types";
import { ANSWER_WORDS, NO_OBSTACLE, OBSTACLES_UNSURE } from "@/lib/wording/screener-questions";

const onDay = (words: string, name: string, on: Day | null): string =>
  on === null ? words : `${words}; ${name} ${on}`;

const WORDS: {
  readonly [Q in ScreenerQuestion]: (answer: NonNullable<ScreenerAnswers[Q]>, asOf: Day) => string;
} = {
  importer: (importer) => ANSWER_WORDS.importer[importer],
  entry: ({ ieepaPaid, enteredOn }) => onDay(ANSWER_WORDS.ieepa[ieepaPaid], "entered", enteredOn),
  type: (type, asOf) =>
    type === "unsure" || type === "outside-ace" ? ANSWER_WORDS.type[type] : formatEntryType(type, asOf),
  liquidation: ({ state, on }) => onDay(ANSWER_WORDS.liquidation[state], "day", on),
  commerce: (commerce) => ANSWER_WORDS.commerce[commerce],
  obstacles: ({ present, unsure }) => {
    const named: string[] = present.map((obstacle) => ANSWER_WORDS.obstacle[obstacle]);
    if (unsure) named.push(OBSTACLES_UNSURE);
    return named.length === 0 ? NO_OBSTACLE : named.join("; ");
  },
  protestSubject: (subject) => ANSWER_WORDS.protestSubject[subject],
  reconciliation: ({ type09, dueOn }) => onDay(ANSWER_WORDS.type09[type09], "due", dueOn),
  account: (account) => ANSWER_WORDS.account[account],
  court: (court) => ANSWER_WORDS.court[court],
};

/** What was answered, in the words of the screen. Empty where nothing was. */
export function toAnswerText(question: ScreenerQuestion, answers: ScreenerAnswers, asOf: Day): string {
  const answer = answers[question];
  // The table is complete by its type; the cast only joins a question with its own function.
  const words = WORDS[question] as (answer: Answer, asOf: Day) => string;
  return answer === undefined ? "" : words(answer, asOf);
}

type Answer = NonNullable<ScreenerAnswers[ScreenerQuestion]>;
