import { INTAKE_LIMITS } from "./limits";

/**
 * The same reading, remembered by text: a date or a port repeats a thousand times in a file, and every repetition
 * then shares one value. Stops remembering (never reading) when a column turns out to hold no repetitions.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  const look = (text: string): T => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const own = detached(text);
    const value = read(own);
    if (known.size < INTAKE_LIMITS.rememberedTextsMax) known.set(own, value);
    return value;
  };
  return repeated(look); // most columns repeat the row above, and comparing costs less than looking up
}

/** The reading of the last text, remembered: for a column in which equal texts stand together. */
export function repeated<T>(read: (text: string) => T): (text: string) => T {
  let lastText = "";
  let lastValue = read(lastText);
  return (text) => {
    if (isSameText(text, lastText)) return lastValue;
    lastText = text;
    lastValue = read(text);
    return lastValue;
  };
}

/**
 * Equality of texts. Cells are cut from a piece of the file, and engines compare two cut texts of this length or more
 * on a slow way that `endsWith` does not take; shorter ones are copies, which they compare at once.
 */
export const isSameText = (a: string, b: string): boolean =>
  a.length < CUT_LENGTH_MIN ? a === b : a.length === b.length && a.endsWith(b);

const CUT_LENGTH_MIN = 13;

/**
 * A copy that does not keep the text it was cut from alive. Engines share the memory of longer slices, so one
 * importer name could otherwise hold 64 KB of the file.
 */
export const detached = (text: string): string =>
  text.length < CUT_LENGTH_MIN ? text : Array.from(text).join("");
