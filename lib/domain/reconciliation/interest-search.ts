import { reconcileInterest } from "../interest/reconcile";
import {
  daysOf,
  type Departure,
  gives,
  type InterestCause,
  type InterestQuestion,
  interestTables,
  type InterestTables,
  nameOf,
  singleDepartures,
} from "./interest-cause";

/** Searches over two departures at once cost thousands of computations each: so many for one reconciliation. */
const WIDE_SEARCHES_MAX = 20;

export type InterestSearch = {
  readonly tables: InterestTables;
  /** One answer per question of one payment; null where no reading that was tried gives the cents. */
  readonly causesOf: (questions: readonly InterestQuestion[]) => readonly (InterestCause | null)[];
};

/**
 * Names how the interest of the entries of one payment was computed. CBP computes a payment in one way, so the departure
 * that explains the most of its entries comes first, and a coincidence on one small entry does not win. Departures from
 * one part of our reading (convention, class, start or end) come before departures from two, and of these the ones that
 * explained an earlier payment. Payments must be asked in an order of their own, for the answers not to hang on the files.
 */
export function interestSearch(): InterestSearch {
  const tables = interestTables();
  const found: Departure[] = [];
  let searchesLeft = WIDE_SEARCHES_MAX;
  const causesOf: InterestSearch["causesOf"] = (questions) => {
    const answers = new Answers(questions, tables);
    for (let best = answers.mostShared(); best !== null; best = answers.mostShared()) answers.settle(best);
    for (const departure of found) answers.settle(departure);
    for (let next = answers.firstOpen(); next !== null && searchesLeft > 0; next = answers.firstOpen()) {
      searchesLeft--;
      const wide = wideSearch(next);
      if (wide === null) answers.giveUp(next);
      else {
        found.push(wide);
        answers.settle(wide);
      }
    }
    return answers.list();
  };
  return { tables, causesOf };
}

/** The questions of one payment while they are answered. */
class Answers {
  readonly #questions: readonly InterestQuestion[];
  readonly #tables: InterestTables;
  readonly #fits: ReadonlyMap<InterestQuestion, readonly Departure[]>;
  readonly #open: Set<InterestQuestion>;
  readonly #found = new Map<InterestQuestion, InterestCause>();
  readonly #hopeless = new Set<InterestQuestion>();

  constructor(questions: readonly InterestQuestion[], tables: InterestTables) {
    this.#questions = questions;
    this.#tables = tables;
    const fitting = (question: InterestQuestion) =>
      singleDepartures(question).filter((departure) => gives(question, departure, tables));
    this.#fits = new Map(questions.map((question) => [question, fitting(question)]));
    this.#open = new Set(questions);
  }

  /** Answers every open question that the departure fits. */
  settle(departure: Departure): void {
    const explained = [...this.#open].filter((question) => gives(question, departure, this.#tables));
    for (const question of explained) {
      const days = daysOf(question, departure);
      if (days === null) continue;
      const { convention, rateClass } = departure;
      const alsoFitting = Math.max(0, (this.#fits.get(question)?.length ?? 0) - 1);
      this.#found.set(question, {
        convention,
        rateClass,
        ...days,
        entriesExplained: explained.length,
        alsoFitting,
      });
      this.#open.delete(question);
    }
  }

  /** The departure from one part that fits the most open questions; the first in order among equals. */
  mostShared(): Departure | null {
    const counts = new Map<string, { readonly departure: Departure; count: number }>();
    for (const question of this.#open) {
      for (const departure of this.#fits.get(question) ?? []) {
        const key = JSON.stringify(departure);
        const known = counts.get(key);
        if (known === undefined) counts.set(key, { departure, count: 1 });
        else known.count++;
      }
    }
    return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.departure ?? null;
  }

  firstOpen(): InterestQuestion | null {
    return [...this.#open].find((question) => !this.#hopeless.has(question)) ?? null;
  }

  giveUp(question: InterestQuestion): void {
    this.#hopeless.add(question);
  }

  list(): readonly (InterestCause | null)[] {
    return this.#questions.map((question) => this.#found.get(question) ?? null);
  }
}

/** The simplest reading over all conventions, classes and days. */
function wideSearch({ principal, paid, days, rateClass }: InterestQuestion): Departure | null {
  const other = rateClass === "corporation" ? "other" : "corporation";
  const { reproduced } = reconcileInterest({ principal, paid, ...days, rateClasses: [rateClass, other] });
  const [best] = reproduced;
  if (best === undefined) return null;
  const { convention, start, end } = best;
  return { convention, rateClass: best.rateClass, start: nameOf(start), end: nameOf(end) };
}
