import type { EntryNumber } from "../identifiers";
import type { Column1Evidence } from "../refund/column1-rates";
import { entryNumberReader, type KnownAhead } from "./departures";
import type { FileLayout } from "./layout";
import { RateSurvey } from "./rate-survey";
import type { RawRow } from "./raw-row";
import { hasDay } from "./read-day";
import { cellAt } from "./row-shape";

/** What a first look over a whole file tells, so that in a second one no entry waits longer than for its last row. */
export type FileSurvey = KnownAhead & {
  /** Entry numbers that can be read; some may have no row that is used. */
  readonly numbers: ReadonlySet<EntryNumber>;
  /** What the lines teach of ordinary rates, once for each number; null where an entry stands in several places. */
  readonly column1Evidence: readonly Column1Evidence[] | null;
};

/** Looks over the rows of one file and keeps of them the entry numbers, and the rows of one entry at a time. */
export class Surveyor {
  readonly #layout: FileLayout;
  readonly #numberOf = entryNumberReader();
  readonly #seen = new Set<EntryNumber>();
  readonly #placesOf = new Map<EntryNumber, number>();
  readonly #rates: RateSurvey;
  #liquidationIsLive = false;
  #last: EntryNumber | null = null;

  constructor(layout: FileLayout) {
    this.#layout = layout;
    this.#rates = new RateSurvey(layout);
  }

  add(raw: RawRow): void {
    const { cells } = raw;
    const { entryNumber, liquidationDate } = this.#layout.at;
    this.#liquidationIsLive ||= hasDay(cellAt(cells, liquidationDate));
    const number = this.#numberOf(cellAt(cells, entryNumber) ?? "");
    if (number !== null && number !== this.#last) this.#begin(number);
    // What an entry teaches is only known once all its rows are there, and nobody unlearns.
    if (this.#placesOf.size === 0) this.#rates.add(raw, number !== null);
  }

  #begin(number: EntryNumber): void {
    this.#rates.endEntry();
    this.#last = number;
    const before = this.#seen.size;
    if (this.#seen.add(number).size === before)
      this.#placesOf.set(number, (this.#placesOf.get(number) ?? 1) + 1);
  }

  finish(): FileSurvey {
    const column1Evidence = this.#placesOf.size === 0 ? this.#rates.finish() : null;
    const [placesOf, numbers] = [this.#placesOf, this.#seen];
    return { placesOf, liquidationIsLive: this.#liquidationIsLive, numbers, column1Evidence };
  }
}
