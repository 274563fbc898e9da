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
    if (text === lastText) return lastValue;
    lastText = text;
    lastValue = read(text);
    return lastValue;
  };
}

/**
 * A copy that does not keep the text it was cut from alive. Engines share the memory of longer slices, so one
 * importer name could otherwise hold 64 KB of the file.
 */
export const detached = (text: string): string => (text.length < 13 ? text : Array.from(text).join(""));
