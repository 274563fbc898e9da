import type { EntryFactName, EntryFacts } from "../entry";

type FactValue = string | boolean | null;

/**
 * What is remembered under a list of facts, found by going from fact to fact. One text of all of them would have to be
 * put together and hashed anew for every entry of a large file; the facts themselves are texts that its rows share.
 */
export class Place<T> {
  value: T | null = null;
  readonly #next = new Map<FactValue, Place<T>>();
  /** Where the last one went: under most places one fact is far more common than the others. */
  #lastFact: FactValue = null;
  #lastNext: Place<T> | null = null;

  under(fact: FactValue): Place<T> {
    if (fact === this.#lastFact && this.#lastNext !== null) return this.#lastNext;
    const next = this.#next.get(fact) ?? new Place<T>();
    this.#next.set(fact, next);
    this.#lastFact = fact;
    this.#lastNext = next;
    return next;
  }
}

/**
 * Leads to the place of some facts of an entry. Entries of a file share most facts with the one before, so that only
 * what follows the first different one is looked up: those that differ most stand last.
 */
export class WayByFacts<T> {
  readonly #names: readonly EntryFactName[];
  readonly #start = new Place<T>();
  /** Of the entry before: each value (undefined: not looked at), and the place it led to. */
  readonly #values: (FactValue | undefined)[];
  readonly #places: Place<T>[];

  constructor(names: readonly EntryFactName[]) {
    this.#names = names;
    this.#values = names.map(() => undefined);
    this.#places = names.map(() => this.#start);
  }

  /** Null where the files disagree on one of the facts. */
  to(facts: EntryFacts): Place<T> | null {
    const names = this.#names;
    const values = this.#values;
    const places = this.#places;
    let place = this.#start;
    let isSame = true;
    for (let at = 0; at < names.length; at++) {
      const fact = facts[names[at] ?? "entryType"];
      const value = fact.length > 1 ? undefined : (fact[0]?.value ?? null);
      if (value === undefined || !isSame || value !== values[at]) {
        isSame = false;
        values[at] = value;
        if (value === undefined) return null;
        places[at] = place.under(value);
      }
      place = places[at] ?? place;
    }
    return place;
  }
}
