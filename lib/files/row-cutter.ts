/** One row cut out of a text. */
export type CutRow = {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly end: number;
  /** Inside its cells. */
  readonly lineBreaks: number;
};

const [QUOTE, LINE_FEED, CARRIAGE_RETURN] = [0x22, 0x0a, 0x0d];

/**
 * Cuts plain rows: every cell is bare, or in quotes from its first character to its last, and the row ends with a line
 * feed, which carriage returns may stand before. Nearly all cells of a large file are written as the cell above; such a
 * cell is the same string, not an equal one: it need not be made again, and whoever compares the two sees at once that
 * nothing changed. Places in the text are counted in bytes of UTF-8, in which equal texts are equal bytes.
 */
export class RowCutter {
  readonly #delimiter: number;
  #text = "";
  #bytes = Buffer.alloc(1);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;
  /** The row above: its cells, where it began, and how far from there each cell ended. */
  #cells: readonly string[] = NO_CELLS;
  #began = 0;
  readonly #ends: number[] = [];

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The text to be cut next. */
  turnTo(text: string): void {
    const bytesMax = text.length * UTF8_BYTES_MAX + 1;
    if (this.#bytes.length < bytesMax) this.#bytes = Buffer.allocUnsafeSlow(bytesMax);
    if (this.#view.byteLength < bytesMax) this.#view = new DataView(this.#bytes.buffer);
    this.#text = text;
    this.#length = this.#bytes.write(text);
    this.#bytes[this.#length] = 0;
    this.#cells = NO_CELLS;
  }

  /** What was not cut yet. */
  rest(from: number): string {
    return this.#textOf(from, this.#length);
  }

  /** Null: the row is not plain, or the text ends before it does. */
  cut(from: number): CutRow | null {
    const [bytes, above, ends] = [this.#bytes, this.#cells, this.#ends];
    const cells = above.slice();
    this.#cells = NO_CELLS; // until this row is whole
    let [column, at, shift, lineBreaks] = [0, from, 0, 0];
    while (column === 0 || bytes[at - 1] !== LINE_FEED) {
      const changed =
        column < above.length ? this.#firstChange(column, above.length, from, at, shift) : column;
      if (changed > column) {
        column = changed;
        at = from + (ends[column - 1] ?? 0) + 1;
        continue;
      }
      const isQuoted = bytes[at] === QUOTE;
      const end = isQuoted ? this.#endOfQuoted(at) : this.#endOfBare(at);
      let behind = end;
      while (bytes[behind] === CARRIAGE_RETURN) behind++;
      const next = bytes[behind];
      if (next !== LINE_FEED && (next !== this.#delimiter || behind > end)) return null;
      const cell = isQuoted ? unquoted(this.#textOf(at + 1, end - 1)) : this.#textOf(at, end);
      if (isQuoted) lineBreaks += lineBreaksIn(cell);
      shift = behind - from - (ends[column] ?? 0);
      ends[column] = behind - from;
      cells[column++] = cell;
      at = behind + 1;
    }
    if (cells.length > column) cells.length = column;
    // A row below that repeated such cells would have to count their line breaks again.
    if (lineBreaks === 0) this.#cells = cells;
    this.#began = from;
    return { cells, end: at, lineBreaks };
  }

  /**
   * The first cell that is not written as the one above, the delimiter behind it included.
   * @param shift - how much further from its beginning this row has come than the one above
   */
  #firstChange(column: number, columns: number, from: number, at: number, shift: number): number {
    const ends = this.#ends;
    const aboveAt = this.#began + at - from - shift;
    const same = at - from - shift + this.#sameBytes(at, aboveAt, from - aboveAt);
    let changed = column;
    for (; changed < columns; changed++) {
      const end = ends[changed] ?? same;
      if (end >= same) break;
      ends[changed] = end + shift;
    }
    return changed;
  }

  /** How many bytes, `most` of them, are the same at both places. */
  #sameBytes(at: number, aboveAt: number, most: number): number {
    const [bytes, view] = [this.#bytes, this.#view];
    const length = Math.min(most, this.#length - at);
    let same = 0;
    while (same + 4 <= length && view.getInt32(at + same) === view.getInt32(aboveAt + same)) same += 4;
    while (same < length && bytes[at + same] === bytes[aboveAt + same]) same++;
    return same;
  }

  /** Where the text ends, if it ends before the cell; the carriage returns of a line end do not belong to the cell. */
  #endOfBare(from: number): number {
    const [bytes, length, delimiter] = [this.#bytes, this.#length, this.#delimiter];
    let at = from;
    while (at < length && bytes[at] !== delimiter && bytes[at] !== LINE_FEED) at++;
    if (bytes[at] === LINE_FEED) while (at > from && bytes[at - 1] === CARRIAGE_RETURN) at--;
    return at;
  }

  /** Behind the quote that ends the cell: one that no other quote follows. */
  #endOfQuoted(from: number): number {
    const [bytes, length] = [this.#bytes, this.#length];
    for (let at = from + 1; at < length; at++) {
      if (bytes[at] !== QUOTE) continue;
      if (bytes[at + 1] !== QUOTE) return at + 1;
      at++;
    }
    return length;
  }

  #textOf(from: number, to: number): string {
    return this.#length === this.#text.length
      ? this.#text.slice(from, to)
      : this.#bytes.toString("utf8", from, to);
  }
}

const NO_CELLS: readonly string[] = [];
const UTF8_BYTES_MAX = 3; // of one UTF-16 unit

function unquoted(written: string): string {
  const text = written.includes('"') ? written.replaceAll('""', '"') : written;
  return withLineFeeds(text);
}

/** A carriage return that no line feed follows stays. */
export const withLineFeeds = (text: string): string =>
  text.includes("\r") ? text.replaceAll(/\r+\n/g, "\n") : text;

export function lineBreaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}
