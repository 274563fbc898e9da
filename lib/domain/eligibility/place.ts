import type { EntryFactName, EntryFacts } from "../entry";

type FactValue = string | boolean | null;

/**
 * What is remembered under a list of facts, found by going from fact to fact. One text of all of them would have to be
 * put together and hashed anew for every entry of a large file; the facts themselves are texts that its rows share.
 */
export class Place<T> {
  value: T | null = null;
  readonly #next = new Map<FactValue, Place<T>>();

  under(fact: FactValue): Place<T> {
    const known = this.#next.get(fact);
    if (known !== undefined) return known;
    const started = new Place<T>();
    this.#next.set(fact, started);
    return started;
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
    let place = this.#start;
    let isSame = true;
    for (let at = 0; at < this.#names.length; at++) {
      const name = this.#names[at] ?? "entryType";
      const [sighting, another] = facts[name];
      const value = another === undefined ? (sighting?.value ?? null) : undefined;
      if (value === undefined || !isSame || value !== this.#values[at]) {
        isSame = false;
        this.#values[at] = value;
        if (value === undefined) return null;
        this.#places[at] = value === null ? place : place.under(name).under(value);
      }
      place = this.#places[at] ?? place;
    }
    return place;
  }
}
