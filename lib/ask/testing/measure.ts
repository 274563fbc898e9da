import { findAnswers } from "../answer";
import { type AskedQuestion, FRESH_QUESTIONS, QUESTIONS } from "./questions";

const FIRST = 3;

type Miss = {
  readonly question: string;
  readonly wanted: readonly string[];
  readonly found: readonly string[];
  readonly coverage: number;
};

type Share = { readonly asked: number; readonly met: number; readonly misses: readonly Miss[] };

/** Whether one of the wanted pages is among the first three, or, where none is wanted, the answer says so. */
function missOf({ question, pages }: AskedQuestion): Miss | null {
  const { known, answers, coverage } = findAnswers(question);
  const found = known ? answers.slice(0, FIRST).map(({ page }) => page) : [];
  const isMet = pages.length === 0 ? !known : pages.some((page) => found.includes(page));
  return isMet ? null : { question, wanted: pages, found, coverage };
}

function shareOf(questions: readonly AskedQuestion[]): Share {
  const misses = questions.flatMap((question) => missOf(question) ?? []);
  return { asked: questions.length, met: questions.length - misses.length, misses };
}

/** Fresh are the questions written last, before anybody looked at what the search made of them. */
export const measureAsk = (): { readonly tuned: Share; readonly heldOut: Share; readonly fresh: Share } => ({
  tuned: shareOf(QUESTIONS.filter((_, index) => index % 3 !== 2)),
  heldOut: shareOf(QUESTIONS.filter((_, index) => index % 3 === 2)),
  fresh: shareOf(FRESH_QUESTIONS),
});
