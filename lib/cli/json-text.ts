import type { ScreenReport } from "./screen-report";

/** One JSON object with each entry on a line of its own, in pieces: a string cannot hold millions of entries. */
export function* jsonText({ entries, totals, ...head }: ScreenReport): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"entries":[`;
  for (const [index, entry] of entries.entries()) yield `${index === 0 ? "" : ","}\n${JSON.stringify(entry)}`;
  yield `\n],"totals":${JSON.stringify(totals)}}\n`;
}
