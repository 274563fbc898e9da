import { z } from "zod";

import { countOf, formatCount } from "@/lib/wording/count";

/** How many entries a page of a long list shows. */
export const ENTRIES_PER_PAGE = 200;

/** The row from which the address asks; 0 for anything that is no row. */
export const readFrom = (found: unknown): number =>
  z.coerce
    .number()
    .int()
    .min(0)
    .catch(0)
    .parse(found ?? 0);

/** The list is complete; only what is shown of it comes a page at a time. */
export function entryPage(entries: number, from: number, path: string) {
  const next = from + ENTRIES_PER_PAGE;
  return {
    previousHref: from > 0 ? `${path}?from=${String(Math.max(0, from - ENTRIES_PER_PAGE))}` : null,
    nextHref: next < entries ? `${path}?from=${String(next)}` : null,
    shown: `${formatCount(from + 1)} to ${formatCount(Math.min(next, entries))} of ${countOf(entries, "entry", "entries")}`,
  };
}
