/** One row cut out of a text. */
export type CutRow = {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly end: number;
  /** Inside its cells. */
  readonly lineBreaks: number;
};

const [QUOTE, LINE_FEED] = [0x22, 0x0a];

/**
 * Cuts plain rows: every cell is bare, or in quotes from its first character to its last, and the row ends with a line
 * feed. Nearly all rows of a large file begin with the cells of the row above; such a cell is the same string, not an equal
 * one: it need not be made again, and whoever compares the two sees at once that nothing changed.
 */
export class RowCutter {
  readonly #delimiter: number;
  #text = "";
  #codes = codesOf("");
  /** The row above: its cells, where it began among these codes, and how far from there each cell ended. */
  #cells: readonly string[] = [];
  #codesAbove = this.#codes;
  #beganAbove = 0;
  readonly #ends: number[] = [];

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The text to be cut next; the last row of the one before may still be repeated. */
  turnTo(text: string): void {
    this.#text = text;
    this.#codes = codesOf(text);
  }

  /** Null: the row is not plain, or the text ends before it does. */
  cut(from: number): CutRow | null {
    const above = this.#cells;
    const cells = above.slice(0, this.#repeatedCells(from));
    this.#cells = NO_CELLS; // until this row is whole
    let at = cells.length === 0 ? from : from + (this.#ends[cells.length - 1] ?? 0) + 1;
    let lineBreaks = 0;
    for (;;) {
      const isQuoted = this.#codes[at] === QUOTE;
      const end = isQuoted ? endOfQuoted(this.#codes, at) : endOfBare(this.#codes, at, this.#delimiter);
      const next = this.#codes[end];
      if (next !== LINE_FEED && next !== this.#delimiter) return null;
      const cell = isQuoted ? unquoted(this.#text.slice(at + 1, end - 1)) : this.#text.slice(at, end);
      if (isQuoted) lineBreaks += lineBreaksIn(cell);
      this.#ends[cells.length] = end - from;
      cells.push(cell);
      at = end + 1;
      if (next === LINE_FEED) break;
    }
    // A row below that repeated such cells would have to count their line breaks again.
    if (lineBreaks === 0) this.#cells = cells;
    [this.#codesAbove, this.#beganAbove] = [this.#codes, from];
    return { cells, end: at, lineBreaks };
  }

  /** How many cells at the beginning of the row are written as those above, the delimiter behind them included. */
  #repeatedCells(from: number): number {
    const [codes, codesAbove, began] = [this.#codes, this.#codesAbove, this.#beganAbove];
    const last = this.#cells.length - 1;
    const length = last < 0 ? 0 : Math.min(this.#ends[last] ?? 0, codes.length - from);
    let same = 0;
    while (same < length && codes[from + same] === codesAbove[began + same]) same++;
    let repeated = 0;
    while (repeated < last && (this.#ends[repeated] ?? same) < same) repeated++;
    return repeated;
  }
}

const NO_CELLS: readonly string[] = [];

/** Its UTF-16 units, with a zero behind the last: to look at one costs a part of asking the text for it. */
function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length + 1);
  Buffer.from(codes.buffer).write(text, "utf16le");
  return codes;
}

/** Where the text ends, if it ends before the cell. */
function endOfBare(codes: Uint16Array, from: number, delimiter: number): number {
  let at = from;
  const end = codes.length - 1;
  while (at < end && codes[at] !== delimiter && codes[at] !== LINE_FEED) at++;
  return at;
}

/** Behind the quote that ends the cell: one that no other quote follows. */
function endOfQuoted(codes: Uint16Array, from: number): number {
  const end = codes.length - 1;
  for (let at = from + 1; at < end; at++) {
    if (codes[at] !== QUOTE) continue;
    if (codes[at + 1] !== QUOTE) return at + 1;
    at++;
  }
  return end;
}

const unquoted = (written: string): string =>
  written.includes('"') ? written.replaceAll('""', '"') : written;

export function lineBreaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}
