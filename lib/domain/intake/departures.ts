import { type EntryNumber, parseEntryNumber } from "../identifiers";
import type { FileLayout } from "./layout";
import type { RawRow } from "./raw-row";
import { repeated } from "./remember";
import { cellAt } from "./row-shape";

/** In how many places of a file the rows of an entry stand; entries that are not named stand in one. */
type PlacesOfEntries = ReadonlyMap<EntryNumber, number>;

/** What a first look over a file tells of its entries, so that a second one can let each go with its last row. */
export type KnownAhead = {
  readonly placesOf: PlacesOfEntries;
  /** Some row shows a liquidation date, so two blanks mean not liquidated. */
  readonly liquidationIsLive: boolean;
};

/** The number of a row whatever else is wrong with it; null: the row does not name one that can be read. */
export const entryNumberReader = (): ((cell: string) => EntryNumber | null) =>
  repeated((cell) => {
    const parsed = parseEntryNumber(cell);
    return parsed.ok ? parsed.value : null;
  });

/** Tells, row by row of a surveyed file, which entry has just shown its last row. */
export class Departures {
  readonly #at: number | undefined;
  readonly #numberOf = entryNumberReader();
  readonly #placesLeft: Map<EntryNumber, number>;
  #last: EntryNumber | null = null;

  constructor({ at }: FileLayout, placesOf: PlacesOfEntries) {
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
