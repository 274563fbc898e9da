import type { Day } from "../day";
import { CAPE_LANES, type Lane } from "../eligibility/verdict";
import type { ScreenerAnswers, ScreenerQuestion } from "./answers";
import { screenAnswers, type ScreenerResult } from "./result";

/** The questions in their order, each with its number of the six; a second one of a number follows from the first. */
export const SCREENER_QUESTIONS = {
  importer: 1,
  entry: 2,
  type: 3,
  liquidation: 4,
  commerce: 4,
  obstacles: 5,
  protestSubject: 5,
  reconciliation: 5,
  account: 6,
  court: 6,
} as const satisfies Record<ScreenerQuestion, number>;

const IN_ORDER = Object.keys(SCREENER_QUESTIONS) as ScreenerQuestion[];

/** Where a person stands who gave these answers. */
export type ScreenerPath = {
  /** The questions that the answers lead to, in their order: all answered but the last one where `next` is set. */
  readonly asked: readonly ScreenerQuestion[];
  /** The first that is not answered; null: nothing is left to ask. */
  readonly next: ScreenerQuestion | null;
  /** The answers to those questions and to no others. */
  readonly answers: ScreenerAnswers;
  readonly result: ScreenerResult;
};

/**
 * Walks the questions with the answers at hand. A question is asked only where the engine's lane may hang on it, and
 * none is asked once no answer could change the outcome.
 * @param screen - shared by those who walk many paths, so that their common beginnings are screened once
 */
export function screenerPath(given: ScreenerAnswers, asOf: Day, screen = screenAnswers): ScreenerPath {
  let answers: ScreenerAnswers = {};
  let result = screen(answers, asOf);
  const asked: ScreenerQuestion[] = [];
  for (const question of IN_ORDER) {
    if (isSettled(answers, result)) break;
    if (!isAsked(question, answers, result)) continue;
    asked.push(question);
    if (given[question] === undefined) return { asked, next: question, answers, result };
    answers = { ...answers, [question]: given[question] };
    result = screen(answers, asOf);
  }
  return { asked, next: null, answers, result };
}

/** These lanes come first by law, whatever else is true; and somebody else's entry is not ours to screen. */
const SETTLING: readonly Lane[] = ["already-claimed", "not-ieepa", "excluded"];

const isSettled = ({ importer }: ScreenerAnswers, { lane }: ScreenerResult): boolean =>
  importer === "other" || SETTLING.includes(lane);

function isAsked(
  question: ScreenerQuestion,
  { obstacles }: ScreenerAnswers,
  { lane, screening }: ScreenerResult,
): boolean {
  const isMissing = (fact: string) => screening.missing.some((missing) => missing.fact === fact);
  switch (question) {
    case "commerce":
      return isMissing("commerceInstructed");
    case "protestSubject":
      return isMissing("protestOnlyAboutIeepa");
    case "reconciliation":
      return obstacles?.present.includes("reconciliation") ?? false;
    case "account":
      return screening.possibleLanes.some((possible) => CAPE_LANES.some((cape) => cape === possible));
    case "court":
      return lane === "court";
    case "importer":
    case "entry":
    case "type":
    case "liquidation":
    case "obstacles":
      return true;
  }
}
