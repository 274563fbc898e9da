/** The user's own rate for quarters without a published one: "6.5" from "6.5" or "6.5 %", below 100; else null. */
export const readOwnRate = (text: string): string | null =>
  /^(\d{1,2}(?:\.\d{1,3})?) ?%?$/.exec(text)?.[1] ?? null;
