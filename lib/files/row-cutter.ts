/** One row cut out of a text. */
export type CutRow = {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly end: number;
  /** Inside its cells. */
  readonly lineBreaks: number;
};

const [LINE_FEED, CARRIAGE_RETURN, SPACE, QUOTE] = [0x0a, 0x0d, 0x20, 0x22];

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
  /** What ends the cell that was cut last. */
  #end = 0;
  /** Of the row at hand. */
  #lineBreaks = 0;

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
    const bytes = this.#bytes;
    const ends = this.#ends;
    const columnsAbove = this.#cells.length;
    const cells = this.#cells.slice();
    this.#cells = NO_CELLS; // until this row is whole
    this.#lineBreaks = 0;
    let column = 0;
    let at = from;
    let shift = 0;
    while (column === 0 || bytes[at - 1] !== LINE_FEED) {
      const changed =
        column < columnsAbove ? this.#firstChange(column, columnsAbove, from, at, shift) : column;
      if (changed > column) {
        column = changed;
        at = from + (ends[column - 1] ?? 0) + 1;
        continue;
      }
      const cell = bytes[at] === QUOTE ? this.#quoted(at) : this.#bare(at);
      if (cell === null) return null;
      cells[column] = cell;
      const end = this.#end - from;
      shift = end - (ends[column] ?? 0);
      ends[column++] = end;
      at = this.#end + 1;
    }
    if (cells.length > column) cells.length = column;
    // A row below that repeated such cells would have to count their line breaks again.
    if (this.#lineBreaks === 0) this.#cells = cells;
    this.#began = from;
    return { cells, end: at, lineBreaks: this.#lineBreaks };
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
    const bytes = this.#bytes;
    const view = this.#view;
    const length = Math.min(most, this.#length - at);
    let same = 0;
    while (same + 4 <= length && view.getInt32(at + same) === view.getInt32(aboveAt + same)) same += 4;
    while (same < length && bytes[at + same] === bytes[aboveAt + same]) same++;
    return same;
  }

  /** Null: the text ends before the cell. */
  #bare(from: number): string | null {
    const bytes = this.#bytes;
    const length = this.#length;
    const delimiter = this.#delimiter;
    let end = from;
    while (end < length && bytes[end] !== delimiter && bytes[end] !== LINE_FEED) end++;
    if (end === length) return null;
    this.#end = end;
    if (bytes[end] === LINE_FEED) while (end > from && bytes[end - 1] === CARRIAGE_RETURN) end--;
    return this.#textOf(from, end);
  }

  /** Null: the quotes stay open, or something stands behind them. */
  #quoted(from: number): string | null {
    const bytes = this.#bytes;
    const length = this.#length;
    let quote = from + 1;
    let isPlain = true;
    for (; quote < length; quote++) {
      const byte = bytes[quote] ?? 0;
      if (byte > QUOTE || byte === SPACE) continue;
      if (byte === QUOTE && bytes[quote + 1] !== QUOTE) break;
      if (byte === QUOTE) quote++;
      isPlain = false;
    }
    if (quote >= length) return null;
    let end = quote + 1;
    while (bytes[end] === CARRIAGE_RETURN) end++;
    if (bytes[end] !== LINE_FEED && (bytes[end] !== this.#delimiter || end > quote + 1)) return null;
    this.#end = end;
    const written = this.#textOf(from + 1, quote);
    if (isPlain) return written;
    const cell = withLineFeeds(written.replaceAll('""', '"'));
    this.#lineBreaks += lineBreaksIn(cell);
    return cell;
  }

  #textOf(from: number, to: number): string {
    return this.#length === this.#text.length
      ? this.#text.slice(from, to)
      : this.#bytes.toString("utf8", from, to);
  }
}

const NO_CELLS: readonly string[] = [];
const UTF8_BYTES_MAX = 3; // of one UTF-16 unit

/** A carriage return that no line feed follows stays. */
export const withLineFeeds = (text: string): string =>
  text.includes("\r") ? text.replaceAll(/\r+\n/g, "\n") : text;

export function lineBreaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}
