import type { ClaimRow, Entry, SetAsideRow } from "@/lib/domain";
import type { FileTaker } from "@/lib/files/read-entries-file";

import type { FilePiece } from "./add-to-books";

/** Enough that the questions to the database, some twenty a piece, take little of the time; few enough to hold. */
const MEMBERS_PER_PIECE = 1_000;

/** Gathers what a file shows while its bytes come, and passes it on between two of their pieces. */
export class GatheredPieces implements FileTaker {
  readonly #take: (piece: FilePiece) => Promise<void>;
  #entries: Entry[] = [];
  #setAside: SetAsideRow[] = [];
  #claims: ClaimRow[] = [];

  constructor(take: (piece: FilePiece) => Promise<void>) {
    this.#take = take;
  }

  readonly takeEntry = (entry: Entry): void => {
    this.#entries.push(entry);
  };

  readonly takeSetAside = (row: SetAsideRow): void => {
    this.#setAside.push(row);
  };

  readonly takeClaim = (claim: ClaimRow): void => {
    this.#claims.push(claim);
  };

  /** Waits until what has gathered is taken, where that is enough for a piece. */
  async passOn(): Promise<void> {
    const members = Math.max(this.#entries.length, this.#setAside.length, this.#claims.length);
    if (members >= MEMBERS_PER_PIECE) await this.passOnRest();
  }

  async passOnRest(): Promise<void> {
    const piece = { entries: this.#entries, setAside: this.#setAside, claims: this.#claims };
    [this.#entries, this.#setAside, this.#claims] = [[], [], []];
    await this.#take(piece);
  }
}
