/** One cell on its way into Postgres: text as the column reads it, or null. */
export type Cell = string | null;

/** Enough a write to keep the socket busy, little enough to keep memory flat. */
const CHUNK_BYTES = 65_536;

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
 * Rows in the text format of COPY, in pieces of bytes. A million rows come this way: written unit by unit into the piece,
 * a cell needs no text of its own on the way.
 */
export function* copyText(rows: Iterable<readonly Cell[]>): Generator<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let length = 0;
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) {
      const cell = row[index] ?? null;
      const needed = (cell?.length ?? NULL.length) * BYTES_PER_UNIT + 2;
      if (length + needed > chunk.length) {
        if (length > 0) yield chunk.subarray(0, length);
        [chunk, length] = [Buffer.allocUnsafe(Math.max(needed, CHUNK_BYTES)), 0];
      }
      if (index > 0) chunk[length++] = TAB;
      length = cell === null ? length + NULL.copy(chunk, length) : write(cell, chunk, length);
    }
    if (length === chunk.length) {
      yield chunk;
      [chunk, length] = [Buffer.allocUnsafe(CHUNK_BYTES), 0];
    }
    chunk[length++] = LINE_FEED;
  }
  if (length > 0) yield chunk.subarray(0, length);
}

/** @returns where the next cell begins */
function write(cell: string, chunk: Buffer, from: number): number {
  // To call the buffer costs as much as some fifty units, which is more than most cells have.
  if (cell.length > LONG_UNITS && !NEEDS_ESCAPE.test(cell)) return from + chunk.write(cell, from);
  let to = from;
  for (let at = 0; at < cell.length; at++) {
    const unit = cell.charCodeAt(at);
    if (unit >= FIRST_NOT_ASCII) return writeRest(cell, at, chunk, to);
    if (unit === BACKSLASH || unit === TAB || unit === LINE_FEED || unit === CARRIAGE_RETURN) {
      chunk[to++] = BACKSLASH;
      chunk[to++] = ESCAPED[unit] ?? unit;
    } else chunk[to++] = unit;
  }
  return to;
}

/** From the first unit on that is no ASCII. */
function writeRest(cell: string, at: number, chunk: Buffer, to: number): number {
  const rest = cell.slice(at).replaceAll(/[\\\t\n\r]/g, (found) => {
    const unit = found.charCodeAt(0);
    return `\\${String.fromCharCode(ESCAPED[unit] ?? unit)}`;
  });
  return to + chunk.write(rest, to);
}
