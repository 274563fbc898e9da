import "server-only";

import { guides } from "@/lib/library/guides";
import { GLOSSARY, glossaryAnchor } from "@/lib/wording/glossary";

import { passagesOf, type Term } from "./passages";
import { COVERAGE_MIN, type FoundPassage, type PageAnswer, PassageSearch } from "./search";
import { openAfter } from "./since-liquidation";
import { type Understood, understand, withoutEntryNumbers } from "./understand";

export type Answers = {
  readonly understood: readonly Understood[];
  /** Best first; none where nothing here answers. */
  readonly answers: readonly PageAnswer[];
  /** The rules that fit best, with their law. */
  readonly rules: readonly FoundPassage[];
  /** False: no page here speaks of what is asked, and the answers may not be shown as if they did. */
  readonly known: boolean;
  readonly coverage: number;
};

/** What is looked for where a question is nothing but a number. */
const ABOUT_ENTRY_NUMBERS = "entry number check digit";

let search: PassageSearch | null = null;

const terms = (): readonly Term[] =>
  GLOSSARY.flatMap((part) =>
    part.terms.map(({ term, meaning, wrong }) => ({
      term,
      meaning: wrong === undefined ? meaning : `${meaning} ${wrong}`,
      href: `/library/glossary#${glossaryAnchor(term)}`,
    })),
  );

/** Answers from our own pages and data; nothing is kept and nothing leaves the machine. */
export function findAnswers(question: string): Answers {
  search ??= new PassageSearch(passagesOf(guides(), terms()));
  const understood = understand(question);
  const namesEntry = understood.some(({ kind }) => kind.endsWith("entry-number"));
  const words = withoutEntryNumbers(question);
  const { answers, rules, coverage } = search.find(
    `${words} ${namesEntry ? ABOUT_ENTRY_NUMBERS : openAfter(words)}`,
  );
  const known = understood.length > 0 || coverage >= COVERAGE_MIN;
  return {
    understood,
    answers: known ? answers : [],
    rules: known ? rules : [],
    known,
    coverage,
  };
}
