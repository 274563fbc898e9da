import MiniSearch from "minisearch";

import type { Passage, PassageKind } from "./passages";
import { saysWhen, slipsOf, spelledOut, termOf, termsFor, wordsIn } from "./words";

/** A page that answers, with the passages that do, best first. */
export type PageAnswer = {
  readonly page: string;
  readonly title: string;
  readonly score: number;
  readonly passages: readonly [FoundPassage, ...FoundPassage[]];
};

export type FoundPassage = {
  readonly passage: Passage;
  /** The sentences or rows of it that answer, in their order. */
  readonly quoted: readonly string[];
  readonly score: number;
};

export type Found = {
  /** The rules that fit best, with their law. They stand beside the answers and are none themselves. */
  readonly rules: readonly FoundPassage[];
  readonly answers: readonly PageAnswer[];
  /** From 0 to 1: how much of what the question asks about the first answer speaks of. */
  readonly coverage: number;
};

/** Below it the pages share a word with the question and do not speak of its subject. */
export const COVERAGE_MIN = 0.49;

const QUOTED_MAX = 3;
const RULES_MAX = 2;
const ANSWERS_MAX = 6;
const FIRST_ANSWERS = 3;
const PASSAGES_MAX = 2;
/** A second passage of a page adds to its score, but never as much as the first: guides answer by several chapters. */
const SECOND_COUNTS = 0.5;
/** What is left of the score of a passage that speaks of nothing asked. */
const UNCOVERED_COUNTS = 0.05;

/** Beside a good answer one that scores below this share of it says little, and is left out. */
const FIRST_LEAST = 0.08;
const ANSWERS_LEAST = 0.3;
/** The same for the second passage of a page, and for the sentences of a passage by the weight of what they hold. */
const SECOND_LEAST = 0.4;
const QUOTED_LEAST = 0.4;

/** Who asks for a word and nothing else wants to know what it means. */
const DEFINITION_COUNTS = 3;

/** A month or a year of the question weighs this much of what it would weigh as its subject. */
const CIRCUMSTANCE_COUNTS = 0.4;

/** A word of the question: what it is looked for under, and how much it says. */
type AskedWord = { readonly terms: readonly string[]; readonly weight: number };

/** Words of a passage that were met, and words of the question that met them. */
type Met = { readonly said: readonly string[]; readonly asked: readonly string[] };

type Hit = {
  readonly passage: Passage;
  readonly met: Met;
  readonly share: number;
  readonly score: number;
};

/** Guides explain; tables are one line each and would crowd them out. */
const KIND_WEIGHT = {
  guide: 1,
  message: 0.9,
  "entry-type": 0.8,
  term: 0.8,
  page: 0.8,
  rule: 0.55,
  point: 0.5,
  "chapter-99": 0.5,
} as const satisfies Record<PassageKind, number>;

/** MiniSearch's own, but for `b`: a long chapter that answers is not worth less for its length. */
const LONG_PASSAGES_COUNT = { k: 1.2, b: 0.35, d: 0.5 };

const FIELDS = ["pageTitle", "heading", "labels", "text"];
const BOOST = { pageTitle: 1.3, heading: 1.7, labels: 1.3, text: 1 };
const SYNONYM_COUNTS = 0.7;
const SIMILAR_COUNTS = 0.8;

/** Looks in memory: no server, no index on disk. Built once from the passages. */
export class PassageSearch {
  private readonly passages: ReadonlyMap<string, Passage>;
  private readonly size: number;
  private readonly holding = new Map<string, number>();
  private readonly index = new MiniSearch<Record<string, string>>({
    fields: FIELDS,
    tokenize: (text) => [...wordsIn(text)],
    processTerm: termOf,
  });

  constructor(passages: readonly Passage[]) {
    this.passages = new Map(passages.map((passage) => [passage.id, passage]));
    for (const passage of passages) {
      const { id, pageTitle, heading, labels, units } = passage;
      this.index.add({ id, pageTitle, heading, labels: labels.join("\n"), text: units.join("\n") });
    }
    // The hundreds of rows of Chapter 99 count as one: else "Section 301" would be a word that everybody says.
    const [rows, written] = partition(passages, ({ kind }) => kind === "chapter-99");
    for (const together of [rows, ...written.map((each) => [each])]) {
      const text = together.flatMap(({ pageTitle, heading, units }) => [pageTitle, heading, ...units]);
      for (const term of termsIn(text.join(" "))) this.holding.set(term, (this.holding.get(term) ?? 0) + 1);
    }
    this.size = 1 + written.length;
  }

  /** The pages that answer, best first, whether they do well or not: ask `coverage`. */
  find(asking: string): Found {
    const question = spelledOut(
      wordsIn(asking)
        .map((word) => this.known(word))
        .join(" "),
    );
    const words = [...new Set(wordsIn(question))]
      .map((word) => ({ word, terms: termsFor(word) }))
      .filter(({ terms }) => terms.length > 0);
    const own = new Set(words.flatMap(({ terms: [first] }) => first ?? []));
    const when = new Set(words.flatMap(({ word, terms }) => (saysWhen(word) ? terms : [])));
    const results = this.index.search(question, {
      boost: BOOST,
      combineWith: "OR",
      bm25: LONG_PASSAGES_COUNT,
      prefix: (term) => term.length > 4,
      fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
      processTerm: termsForSearch,
      boostTerm: (term) => (when.has(term) ? CIRCUMSTANCE_COUNTS : own.has(term) ? 1 : SYNONYM_COUNTS),
      boostDocument: (id) => KIND_WEIGHT[this.passage(String(id)).kind],
    });
    const asked = words.map(({ word, terms }) => ({ terms, weight: this.weightAsked(word, terms) }));
    const hits = results
      .map((result): Hit => {
        const met = { said: result.terms, asked: result.queryTerms };
        const share = shareMet(asked, [met]);
        // One word said often is worth less than all that was asked said once.
        const score = result.score * (UNCOVERED_COUNTS + share ** 3);
        const passage = this.passage(String(result.id));
        return { passage, met, share, score: isDefinition(passage, own) ? DEFINITION_COUNTS * score : score };
      })
      .toSorted((a, b) => b.score - a.score);
    const [ruled, told] = partition(hits, ({ passage }) => passage.kind === "rule");
    const explained = this.byPage(told);
    // Rules stand beside what explains them. Only where one speaks of more of the question is it an answer itself.
    const isRuleAlone = coverageOf(this.byPage(ruled), asked, ruled) > coverageOf(explained, asked, told);
    const answers = isRuleAlone ? this.byPage(hits) : explained;
    const quoted = new Set(answers.flatMap(({ passages }) => passages.map(({ passage }) => passage)));
    return {
      answers,
      rules: ruled
        .filter(({ passage, share }) => share >= COVERAGE_MIN && !quoted.has(passage))
        .slice(0, RULES_MAX)
        .map((hit) => this.quote(hit)),
      coverage: coverageOf(answers, asked, hits),
    };
  }

  /** A word that nobody here uses, with the slip of a finger mended where that makes it one that is used. */
  private known(word: string): string {
    const isUsed = (spelled: string) => termsFor(spelled).some((term) => this.holding.has(term));
    return termOf(word) === null || isUsed(word) ? word : (slipsOf(word).find(isUsed) ?? word);
  }

  /** When something was, and an amount of the asker's own, say less than what the question is about. */
  private weightAsked(word: string, terms: readonly string[]): number {
    if (/^\d+$/.test(word) && !this.holding.has(word)) return 0;
    const weight = Math.max(...this.held(terms).map((term) => this.weightOf(term)));
    return saysWhen(word) ? CIRCUMSTANCE_COUNTS * weight : weight;
  }

  /** Those that some page holds: a word of the importer's own weighs as much as our word for it. */
  private held(terms: readonly string[]): readonly string[] {
    const known = terms.filter((term) => this.holding.has(term));
    return known.length > 0 ? known : terms;
  }

  private passage(id: string): Passage {
    const passage = this.passages.get(id);
    if (passage === undefined) throw new Error(`No passage is called ${id}`);
    return passage;
  }

  private byPage(hits: readonly Hit[]): readonly PageAnswer[] {
    const pages = new Map<string, [Hit, ...Hit[]]>();
    for (const hit of hits) {
      const known = pages.get(hit.passage.page);
      if (known) known.push(hit);
      else pages.set(hit.passage.page, [hit]);
    }
    return [...pages]
      .map(([page, [first, ...others]]) => ({
        page,
        score: first.score + SECOND_COUNTS * (others[0]?.score ?? 0),
        hits: [
          first,
          ...others.slice(0, PASSAGES_MAX - 1).filter(({ score }) => score >= SECOND_LEAST * first.score),
        ] as const,
      }))
      .toSorted((a, b) => b.score - a.score)
      .filter(
        ({ score }, at, [best]) =>
          score >= (at < FIRST_ANSWERS ? FIRST_LEAST : ANSWERS_LEAST) * (best?.score ?? 0),
      )
      .slice(0, ANSWERS_MAX)
      .map(({ page, score, hits: [first, ...others] }) => ({
        page,
        title: first.passage.pageTitle,
        score,
        passages: [this.quote(first), ...others.map((other) => this.quote(other))],
      }));
  }

  private quote({ passage, met, score }: Hit): FoundPassage {
    const weights = passage.units.map((unit) => {
      const held = termsIn(unit);
      return met.said.reduce((sum, term) => sum + (held.has(term) ? this.weightOf(term) : 0), 0);
    });
    const most = Math.max(...weights);
    const best = weights
      .map((weight, at) => ({ weight, at }))
      .filter(({ weight }) => weight >= QUOTED_LEAST * most)
      .toSorted((a, b) => b.weight - a.weight || a.at - b.at)
      .slice(0, QUOTED_MAX)
      .map(({ at }) => at);
    return { passage, quoted: passage.units.filter((_, at) => best.includes(at)), score };
  }

  /** Rare words say what a question is about. A word that no page holds is the rarest. */
  private weightOf(term: string): number {
    return Math.log(1 + this.size / (1 + (this.holding.get(term) ?? 0)));
  }
}

/** A heading of the glossary may hold several names: "Liquidation, reliquidation", "Importer of record (IOR)". */
const isDefinition = ({ kind, heading }: Passage, asked: ReadonlySet<string>): boolean =>
  kind === "term" &&
  heading.split(/[,()]/).some((name) => {
    const named = termsIn(name);
    return named.size === asked.size && [...named].every((term) => asked.has(term));
  });

/** How much of what is asked some passages speak of together, from 0 to 1. */
function shareMet(asked: readonly AskedWord[], met: readonly Met[]): number {
  let [whole, part] = [0, 0];
  for (const { terms, weight } of asked) {
    whole += weight;
    part += weight * Math.max(0, ...met.map((each) => creditFor(terms, each)));
  }
  return whole === 0 ? 0 : part / whole;
}

/** How much of what is asked the first answer speaks of. */
function coverageOf(
  [best]: readonly PageAnswer[],
  asked: readonly AskedWord[],
  hits: readonly Hit[],
): number {
  const quoted = new Set(best?.passages.map(({ passage }) => passage));
  return shareMet(
    asked,
    hits.filter(({ passage }) => quoted.has(passage)).map(({ met }) => met),
  );
}

/** The word itself counts whole; one spelled much like it, or one that means the same, counts in part. */
function creditFor([own, ...synonyms]: readonly string[], { said, asked }: Met): number {
  if (own === undefined) return 0;
  if (said.includes(own)) return 1;
  if (asked.includes(own)) return SIMILAR_COUNTS;
  return synonyms.some((synonym) => asked.includes(synonym)) ? SYNONYM_COUNTS : 0;
}

const termsForSearch = (word: string): string[] | null => {
  const terms = termsFor(word);
  return terms.length === 0 ? null : [...terms];
};

const termsIn = (text: string): ReadonlySet<string> =>
  new Set(wordsIn(text).flatMap((word) => termOf(word) ?? []));

const partition = <T>(
  all: readonly T[],
  isFirst: (each: T) => boolean,
): readonly [readonly T[], readonly T[]] => [all.filter(isFirst), all.filter((each) => !isFirst(each))];
