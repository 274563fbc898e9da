/** One cell on its way into Postgres: text as the column reads it, or null. */
export type Cell = string | null;

/** Enough a write to keep the socket busy, little enough to keep memory flat. */
const PIECE_BYTES = 65_536;

/** A UTF-16 unit takes three bytes of UTF-8 at most; an escaped one takes two. */
const BYTES_PER_UNIT = 3;

const [TAB, LINE_FEED, CARRIAGE_RETURN, BACKSLASH] = [0x09, 0x0a, 0x0d, 0x5c];
const FIRST_NOT_ASCII = 0x80;

/** What stands behind the backslash where a bare one of these would end the cell, the row or the escape itself. */
const ESCAPED: Readonly<Record<number, number>> = {
  [TAB]: "t".charCodeAt(0),
  [LINE_FEED]: "n".charCodeAt(0),
  [CARRIAGE_RETURN]: "r".charCodeAt(0),
  [BACKSLASH]: BACKSLASH,
};
const NEEDS_ESCAPE = /[\\\t\n\r]/;
const LONG_UNITS = 50;
const NULL = Buffer.from(String.raw`\N`);

/**
 * Rows in the text format of COPY, as pieces of bytes. A million rows come this way: written unit by unit into the piece, a
 * cell needs no text of its own on the way.
 */
export class CopyText {
  #pieces: Buffer[] = [];
  #piece: Buffer | null = null;
  #length = 0;

  add(row: readonly Cell[]): void {
    for (let index = 0; index < row.length; index++) {
      const cell = row[index] ?? null;
      const piece = this.#room((cell?.length ?? NULL.length) * BYTES_PER_UNIT + 2);
      if (index > 0) piece[this.#length++] = TAB;
      this.#length =
        cell === null ? this.#length + NULL.copy(piece, this.#length) : write(cell, piece, this.#length);
    }
    this.#room(1)[this.#length++] = LINE_FEED;
  }

  /** The pieces that are full: they are forgotten here. */
  takeFull(): readonly Buffer[] {
    const full = this.#pieces;
    if (full.length > 0) this.#pieces = [];
    return full;
  }

  /** Everything that was added: it is forgotten here. */
  take(): readonly Buffer[] {
    if (this.#piece === null) return [];
    const all = [...this.#pieces, this.#piece.subarray(0, this.#length)];
    [this.#pieces, this.#piece, this.#length] = [[], null, 0];
    return all;
  }

  /** A piece in which so many bytes are free at `#length`. */
  #room(bytes: number): Buffer {
    if (this.#piece !== null) {
      if (this.#length + bytes <= this.#piece.length) return this.#piece;
      if (this.#length > 0) this.#pieces.push(this.#piece.subarray(0, this.#length));
    }
    this.#length = 0;
    return (this.#piece = Buffer.allocUnsafe(Math.max(bytes, PIECE_BYTES)));
  }
}

/** The same of rows that are worked out while they are written. */
export function* copyText(rows: Iterable<readonly Cell[]>): Generator<Buffer> {
  const text = new CopyText();
  for (const row of rows) {
    text.add(row);
    yield* text.takeFull();
  }
  yield* text.take();
}

/** @returns where the next cell begins */
function write(cell: string, piece: Buffer, from: number): number {
  // To call the buffer costs as much as some fifty units, which is more than most cells have.
  if (cell.length > LONG_UNITS && !NEEDS_ESCAPE.test(cell)) return from + piece.write(cell, from);
  let to = from;
  for (let at = 0; at < cell.length; at++) {
    const unit = cell.charCodeAt(at);
    if (unit >= FIRST_NOT_ASCII) return writeRest(cell, at, piece, to);
    if (unit === BACKSLASH || unit === TAB || unit === LINE_FEED || unit === CARRIAGE_RETURN) {
      piece[to++] = BACKSLASH;
      piece[to++] = ESCAPED[unit] ?? unit;
    } else piece[to++] = unit;
  }
  return to;
}

/** From the first unit on that is no ASCII. */
function writeRest(cell: string, at: number, piece: Buffer, to: number): number {
  const rest = cell.slice(at).replaceAll(/[\\\t\n\r]/g, (found) => {
    const unit = found.charCodeAt(0);
    return `\\${String.fromCharCode(ESCAPED[unit] ?? unit)}`;
  });
  return to + piece.write(rest, to);
}
