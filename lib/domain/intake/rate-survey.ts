import { type Column1Evidence, Column1Lessons } from "../refund/column1-rates";
import { linesOf } from "../refund/entry-line";
import { rememberingRoles } from "../refund/tariff-role";
import { EntryStream } from "./entry-stream";
import type { FileLayout } from "./layout";
import { plainRowsTeacherFor } from "./plain-rows";
import type { RawRow } from "./raw-row";

/**
 * Learns ordinary rates from the rows of a file before any entry is screened, so that none has to wait for what a later
 * line may teach. Nearly all entries are plain, and of their rows a few cells are read; any other entry is put together
 * as it will be when it is screened.
 */
export class RateSurvey {
  readonly #lessons = new Column1Lessons();
  readonly #learnFromPlain: (rows: readonly RawRow[]) => boolean;
  readonly #others: EntryStream;
  /** Of the entry at hand, while it may be plain. */
  #rows: RawRow[] = [];
  #mayBePlain = true;

  constructor(layout: FileLayout) {
    const roles = rememberingRoles();
    this.#learnFromPlain = plainRowsTeacherFor(layout, this.#lessons);
    const takeEntry = (entry: Parameters<typeof linesOf>[0]): void => {
      this.#lessons.learnFrom(linesOf(entry, null, roles)); // the day of entry makes no difference
    };
    const onePlaceEach = { placesOf: new Map(), liquidationIsLive: false };
    this.#others = new EntryStream(layout, "", { takeEntry, takeSetAside: () => undefined }, onePlaceEach);
  }

  /** @param hasNumber - false: the row may continue the entry above, or belong to none */
  add(raw: RawRow, hasNumber: boolean): void {
    if (!hasNumber && this.#mayBePlain) this.#putTogether();
    if (this.#mayBePlain) this.#rows.push(raw);
    else this.#others.add(raw);
  }

  /** The next row belongs to another entry. */
  endEntry(): void {
    if (this.#mayBePlain && !this.#learnFromPlain(this.#rows)) this.#putTogether();
    this.#rows = [];
    this.#mayBePlain = true;
  }

  finish(): readonly Column1Evidence[] {
    this.endEntry();
    this.#others.finish();
    return this.#lessons.evidence();
  }

  #putTogether(): void {
    for (const row of this.#rows) this.#others.add(row);
    this.#rows = [];
    this.#mayBePlain = false;
  }
}
