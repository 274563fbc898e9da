import type { MovedAnchor, RuleMove } from "@/lib/data/rule-effects";
import { isDay, LANES, parseEntryNumber, type EntryNumber, type Lane } from "@/lib/domain";

import type { SearchParams } from "../../../search-params";

/** Which change, and between which lanes it moved entries: all of it stands in the address. */
export type MovedQuery = {
  readonly move: RuleMove;
  /** The entry at the edge of the page that was shown before; null on the first page. */
  readonly anchor: MovedAnchor;
};

const one = (found: SearchParams[string]): string => [found ?? ""].flat()[0] ?? "";
const isLane = (text: string): text is Lane => (LANES as readonly string[]).includes(text);

/** Null for an address that names no change. */
export function readMovedQuery(found: SearchParams): MovedQuery | null {
  const [effectiveOn, rulesVersion] = [one(found.on), one(found.version)];
  const [laneBefore, laneAfter] = [one(found.from), one(found.to)];
  if (!isDay(effectiveOn) || !/^[0-9.-]{1,20}$/.test(rulesVersion)) return null;
  if (!isLane(laneBefore) || !isLane(laneAfter)) return null;
  const move = { effectiveOn, rulesVersion, laneBefore, laneAfter };
  return { move, anchor: anchorIn("after", found.after) ?? anchorIn("before", found.before) };
}

function anchorIn(side: "after" | "before", found: SearchParams[string]): MovedAnchor {
  const number = parseEntryNumber(one(found));
  return number.ok ? { side, number: number.value } : null;
}

export function movedHref(base: string, move: RuleMove, anchor: MovedAnchor = null): string {
  const params = new URLSearchParams({
    on: move.effectiveOn,
    version: move.rulesVersion,
    from: move.laneBefore,
    to: move.laneAfter,
  });
  if (anchor !== null) params.set(anchor.side, anchor.number);
  return `${base}/rules/moved?${params.toString()}`;
}

/**
 * What is shown of the rows, and the way to the page on each side.
 * @param rows - in the direction of the anchor one more than a page holds, where there is one
 */
export function movedPage<Row extends { readonly number: EntryNumber }>(
  rows: readonly Row[],
  { move, anchor }: MovedQuery,
  base: string,
  rowsMax: number,
) {
  const isBack = anchor?.side === "before";
  const goesOn = rows.length > rowsMax;
  const shown = isBack ? rows.slice(-rowsMax) : rows.slice(0, rowsMax);
  const [first, last] = [shown.at(0), shown.at(-1)];
  // Whoever came from a page can go back to it; in the other direction the row beyond this page tells.
  const [hasPrevious, hasNext] = isBack ? [goesOn, true] : [anchor !== null, goesOn];
  return {
    shown,
    previousHref:
      first && hasPrevious ? movedHref(base, move, { side: "before", number: first.number }) : null,
    nextHref: last && hasNext ? movedHref(base, move, { side: "after", number: last.number }) : null,
  };
}
