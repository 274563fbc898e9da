import { type Day, day } from "../day";
import type { RuleVersion } from "./rules-version";

/** Days on which a row of law holds, both included; null: still so. */
export type Dated = { readonly from: Day; readonly until: Day | null };

/** When it holds, and the release of our rules that first knew it: two times that differ. */
export type Released = Dated & { readonly release: RuleVersion };

/** For rules that have held since CAPE opened, or that are older: no rule of ours covers an earlier day of filing. */
export const SINCE_CAPE = {
  from: day("2026-04-20"),
  until: null,
  release: "2026-04-20.1",
} as const satisfies Released;

/** True on the first and the last day and on every day between them. */
export const covers = ({ from, until }: Dated, on: Day): boolean =>
  from <= on && (until === null || on <= until);

/**
 * The rows of one subject, oldest first, as they stood when only some releases were out. What ends a row is the row
 * after it: while that one is not known, the row before it has no end.
 */
export function rowsKnown<R extends Released>(
  rows: readonly R[],
  isKnown: (release: RuleVersion) => boolean,
): readonly R[] {
  const known = rows.filter(({ release }) => isKnown(release));
  if (known.length === rows.length) return rows;
  return known.map((row, index) => (index === known.length - 1 ? { ...row, until: null } : row));
}
