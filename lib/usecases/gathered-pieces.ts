import type { ClaimRow, Entry, MoneyRow, SetAsideRow } from "@/lib/domain";
import type { FileTaker } from "@/lib/files/read-entries-file";

import type { AdditionToBooks, FilePiece } from "./add-to-books";

/** Enough that the questions to the database, some twenty a piece, take little of the time; few enough to hold. */
const MEMBERS_PER_PIECE = 2_000;

/**
 * Gathers what a file shows while its bytes come, and passes it on between two of their pieces. The next piece gathers
 * while one is taken, because its taker mostly waits for the database; two are never taken at once.
 */
export class GatheredPieces implements FileTaker {
  readonly #books: Pick<AdditionToBooks, "addNew" | "newEntries" | "noteClaim">;
  readonly #take: (piece: FilePiece) => Promise<void>;
  #entries: Entry[] = [];
  #setAside: SetAsideRow[] = [];
  #claims: ClaimRow[] = [];
  #money: MoneyRow[] = [];
  #taken: Promise<void> = Promise.resolve();

  /** @param books - take new entries at once, which are stored with the next piece */
  constructor(
    books: Pick<AdditionToBooks, "addNew" | "newEntries" | "noteClaim">,
    take: (piece: FilePiece) => Promise<void>,
  ) {
    this.#books = books;
    this.#take = take;
  }

  readonly takeEntry = (entry: Entry): void => {
    if (!this.#books.addNew(entry)) this.#entries.push(entry);
  };

  readonly takeSetAside = (row: SetAsideRow): void => {
    this.#setAside.push(row);
  };

  readonly takeClaim = (claim: ClaimRow): void => {
    this.#books.noteClaim(claim.number);
    this.#claims.push(claim);
  };

  readonly takeMoney = (row: MoneyRow): void => {
    this.#money.push(row);
  };

  /** Where enough for a piece has gathered, waits for the one before and lets it be taken. */
  async passOn(): Promise<void> {
    const members = Math.max(
      ...[
        this.#books.newEntries,
        this.#entries.length,
        this.#setAside.length,
        this.#claims.length,
        this.#money.length,
      ],
    );
    if (members >= MEMBERS_PER_PIECE) await this.#next();
  }

  /** Waits until everything is taken. */
  async passOnRest(): Promise<void> {
    await this.#next();
    await this.#taken;
  }

  /** Waits for a piece that is being taken, for no more than its end: what it failed of is told by `#next`. */
  async ended(): Promise<void> {
    await this.#taken.catch(() => undefined);
  }

  async #next(): Promise<void> {
    await this.#taken;
    const [entries, setAside, claims, money] = [this.#entries, this.#setAside, this.#claims, this.#money];
    [this.#entries, this.#setAside, this.#claims, this.#money] = [[], [], [], []];
    this.#taken = this.#take({ entries, setAside, claims, money });
    this.#taken.catch(() => undefined); // heard by whoever waits next; until then it is no unheard failure
  }
}
