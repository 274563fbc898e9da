import { type EntryNumber, parseEntryNumber } from "../identifiers";
import type { FileLayout } from "./layout";
import type { RawRow } from "./raw-row";
import { readDay } from "./read-day";
import { repeated } from "./remember";
import { cellAt } from "./row-shape";

/** What a first look over a whole file tells, so that a second one can let every entry go with its last row. */
export type FileSurvey = {
  /** In how many places of the file the rows of an entry stand; entries that are not named stand in one. */
  readonly placesOf: ReadonlyMap<EntryNumber, number>;
  /** Some row shows a liquidation date, so two blanks mean not liquidated. */
  readonly liquidationIsLive: boolean;
};

/** Looks over the rows of one file and keeps no more of them than their entry numbers. */
export class Surveyor {
  readonly #layout: FileLayout;
  readonly #numberOf: (cell: string) => EntryNumber | null;
  readonly #seen = new Set<EntryNumber>();
  readonly #placesOf = new Map<EntryNumber, number>();
  #liquidationIsLive = false;
  #last: EntryNumber | null = null;

  constructor(layout: FileLayout) {
    this.#layout = layout;
    this.#numberOf = entryNumberReader();
  }

  add({ cells }: RawRow): void {
    const { entryNumber, liquidationDate } = this.#layout.at;
    this.#liquidationIsLive ||= hasDay(cellAt(cells, liquidationDate));
    const number = this.#numberOf(cellAt(cells, entryNumber) ?? "");
    if (number === null || number === this.#last) return;
    this.#last = number;
    if (this.#seen.has(number)) this.#placesOf.set(number, (this.#placesOf.get(number) ?? 1) + 1);
    this.#seen.add(number);
  }

  finish(): FileSurvey {
    this.#seen.clear();
    return { placesOf: this.#placesOf, liquidationIsLive: this.#liquidationIsLive };
  }
}

/** Any readable date makes the column live, on rows that are set aside and in the future too. */
export const hasDay = (cell: string | undefined): boolean =>
  cell !== undefined && cell !== "" && readDay(cell).kind === "day";

/** The number of a row whatever else is wrong with it; null: the row does not name one that can be read. */
const entryNumberReader = (): ((cell: string) => EntryNumber | null) =>
  repeated((cell) => {
    const parsed = parseEntryNumber(cell);
    return parsed.ok ? parsed.value : null;
  });

/** Tells, row by row of the surveyed file, which entry has just shown its last row. */
export class Departures {
  readonly #at: number | undefined;
  readonly #numberOf = entryNumberReader();
  readonly #placesLeft: Map<EntryNumber, number>;
  #last: EntryNumber | null = null;

  constructor({ at }: FileLayout, { placesOf }: FileSurvey) {
    this.#at = at.entryNumber;
    this.#placesLeft = new Map(placesOf);
  }

  /** The entry that no row from this one on belongs to, if its last row was the one before: continuations included. */
  before({ cells }: RawRow): EntryNumber | null {
    const number = this.#numberOf(cellAt(cells, this.#at) ?? "");
    if (number === null || number === this.#last) return null;
    const left = this.#last;
    this.#last = number;
    return left === null || this.#comesAgain(left) ? null : left;
  }

  #comesAgain(number: EntryNumber): boolean {
    const places = this.#placesLeft.get(number);
    if (places === undefined) return false;
    this.#placesLeft.set(number, places - 1);
    return places > 1;
  }
}
