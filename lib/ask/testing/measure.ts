import { findAnswers } from "../answer";
import { type AskedQuestion, FIRST_QUESTIONS, SECOND_QUESTIONS } from "./questions";

const FIRST = 3;

type Miss = {
  readonly question: string;
  readonly wanted: readonly string[];
  readonly found: readonly string[];
  readonly coverage: number;
};

type Share = { readonly asked: number; readonly met: number };

type TunedShare = Share & { readonly misses: readonly Miss[] };

type Measured = {
  /** The first list and two thirds of the second: their misses were read, and the search was changed for them. */
  readonly tunedOn: TunedShare;
  /** Every third question of the second list, without its misses: who reads them has tuned on them. */
  readonly heldOut: Share;
  /** All questions together. */
  readonly all: Share;
};

/** Whether one of the wanted pages is among the first three, or, where none is wanted, the answer says so. */
function missOf({ question, pages }: AskedQuestion): Miss | null {
  const { known, answers, coverage } = findAnswers(question);
  const found = known ? answers.slice(0, FIRST).map(({ page }) => page) : [];
  const isMet = pages.length === 0 ? !known : pages.some((page) => found.includes(page));
  return isMet ? null : { question, wanted: pages, found, coverage };
}

function shareOf(questions: readonly AskedQuestion[]): TunedShare {
  const misses = questions.flatMap((question) => missOf(question) ?? []);
  return { asked: questions.length, met: questions.length - misses.length, misses };
}

const isHeldOut = (index: number): boolean => index % 3 === 2;

export function measureAsk(): Measured {
  const tunedOn = shareOf([...FIRST_QUESTIONS, ...SECOND_QUESTIONS.filter((_, index) => !isHeldOut(index))]);
  const { asked, met } = shareOf(SECOND_QUESTIONS.filter((_, index) => isHeldOut(index)));
  return { tunedOn, heldOut: { asked, met }, all: { asked: tunedOn.asked + asked, met: tunedOn.met + met } };
}
