/**
 * The same reading, remembered by text: a date or a port repeats a thousand times in a file, and its repetitions then
 * share one value. A table of fixed size, in which a text takes the place of another one that falls on it: cells are
 * texts that were just cut from the file, and to look one up in a Map costs more than to read it.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const texts: (string | undefined)[] = Array.from({ length: PLACES });
  const values: (T | undefined)[] = Array.from({ length: PLACES });
  const look = (text: string): T => {
    const place = placeOf(text);
    const known = texts[place];
    if (text === known) return values[place] as T; // they are put there together
    const own = detached(text);
    const value = read(own);
    texts[place] = own;
    values[place] = value;
    return value;
  };
  return repeated(look); // most columns repeat the row above, and comparing costs less than looking up
}

/** More than a column that repeats itself has different texts, mostly; a power of two. */
const PLACES = 4_096;

function placeOf(text: string): number {
  let hash = text.length;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 12)) & (PLACES - 1);
}

/** The reading of the last text, remembered: for a column in which equal texts stand together. */
export function repeated<T>(read: (text: string) => T): (text: string) => T {
  let lastText = "";
  let lastValue = read(lastText);
  return (text) => {
    if (text === lastText) return lastValue;
    lastText = text;
    lastValue = read(text);
    return lastValue;
  };
}

/** The first of these columns in which a row differs from the one above, by its place among them; their count if none. */
export function firstChange(
  columns: readonly number[],
  cells: readonly string[],
  above: readonly string[],
): number {
  for (let at = 0; at < columns.length; at++) {
    const index = columns[at] ?? 0;
    if ((cells[index] ?? "") !== (above[index] ?? "")) return at;
  }
  return columns.length;
}

/**
 * A copy that does not keep the text it was cut from alive. Engines share the memory of longer slices, so one
 * importer name could otherwise hold 64 KB of the file.
 */
export const detached = (text: string): string =>
  text.length < CUT_LENGTH_MIN ? text : Array.from(text).join("");

/** Engines copy slices that are shorter. */
const CUT_LENGTH_MIN = 13;
