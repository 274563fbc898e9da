import type { RuleMove } from "@/lib/data/rule-effects";
import { isDay, LANES, type Lane } from "@/lib/domain";

import type { SearchParams } from "../../../search-params";

/** Which change, and between which lanes it moved entries: all of it stands in the address. */
export type MovedQuery = {
  readonly move: RuleMove;
  /** The last entry of the page before; empty on the first. */
  readonly after: string;
};

const one = (found: SearchParams[string]): string => [found ?? ""].flat()[0] ?? "";
const isLane = (text: string): text is Lane => (LANES as readonly string[]).includes(text);

/** Null for an address that names no change. */
export function readMovedQuery(found: SearchParams): MovedQuery | null {
  const [effectiveOn, rulesVersion] = [one(found.on), one(found.version)];
  const [laneBefore, laneAfter, after] = [one(found.from), one(found.to), one(found.after)];
  if (!isDay(effectiveOn) || !/^[0-9.-]{1,20}$/.test(rulesVersion)) return null;
  if (!isLane(laneBefore) || !isLane(laneAfter)) return null;
  const move = { effectiveOn, rulesVersion, laneBefore, laneAfter };
  return { move, after: /^[A-Z0-9]{11}$/.test(after) ? after : "" };
}

export function movedHref(base: string, move: RuleMove, after = ""): string {
  const params = new URLSearchParams({
    on: move.effectiveOn,
    version: move.rulesVersion,
    from: move.laneBefore,
    to: move.laneAfter,
  });
  if (after !== "") params.set("after", after);
  return `${base}/rules/moved?${params.toString()}`;
}
