import type { Entry } from "../entry";
import type { FactSource } from "../facts";
import { rowKey } from "./compared-cells";
import type { SetAsideReason } from "./row-problem";

/** Where a row of a file stands among those of its entry; null: used. */
export type RowPlace = { readonly source: FactSource; readonly place: SetAsideReason | null };

/** A row that changed between used and set aside, or its reason; null stands for used. */
export type RowMove = {
  readonly source: FactSource;
  readonly from: SetAsideReason | null;
  readonly to: SetAsideReason | null;
};

/** A row that is no longer kept says nothing that another row does not say. */
const REPEAT: SetAsideReason = "identical-repeat";

/** Every row that the entry keeps, by file and row. A row with several tariff numbers is used once one of them is. */
export function placesOf({ lines, factRows, conflicts, echoes }: Entry): ReadonlyMap<string, RowPlace> {
  const places = new Map<string, RowPlace>();
  // The stronger place comes last and stays.
  for (const { source } of echoes ?? []) places.set(rowKey(source), { source, place: REPEAT });
  for (const { variants } of conflicts)
    for (const { source } of variants) places.set(rowKey(source), { source, place: "same-key-conflict" });
  for (const { source } of [...lines, ...(factRows ?? [])])
    places.set(rowKey(source), { source, place: null });
  return places;
}

/** What became of the rows that stood in these places, now that the entry keeps others; a row back in use included. */
export function movesTo(after: Entry, before: Iterable<RowPlace>): readonly RowMove[] {
  const now = placesOf(after);
  const moves: RowMove[] = [];
  for (const { source, place: from } of before) {
    const { place: to } = now.get(rowKey(source)) ?? { place: REPEAT };
    if (from !== to) moves.push({ source, from, to });
  }
  return moves;
}
