/** Account numbers begin at about this many digits, and routing numbers have nine. */
const DIGITS_FROM = 6;

const DAY = /\b(19|20)\d\d-\d\d-\d\d\b/g;
/** Digits, also where blanks, dots or hyphens of any kind stand between them. */
const RUN = /\p{Nd}(?:[\s.\p{Pd}]*\p{Nd})*/gu;

/**
 * The first run of digits in a text that could be a bank number, as it was written; null where there is none. Days are
 * let through. It refuses too much rather than too little: bank numbers are never kept.
 */
export function bankNumberIn(text: string): string | null {
  const runs = text.replaceAll(DAY, " | ").match(RUN) ?? [];
  return runs.find((run) => [...run.matchAll(/\p{Nd}/gu)].length >= DIGITS_FROM) ?? null;
}
