import type { Entry } from "../entry";
import type { FactSource } from "../facts";
import type { EntryNumber } from "../identifiers";
import { moveRow, type RowAccounting } from "./accounting";
import type { AssembledFile } from "./assembled-file";
import { sourceKey } from "./compared-cells";
import { mergeEntries } from "./merge-entries";
import type { SetAsideReason } from "./row-problem";

export type CombinedFiles = {
  readonly entries: ReadonlyMap<EntryNumber, Entry>;
  /** By file, after rows that another file repeats or contradicts were set aside. */
  readonly accountings: ReadonlyMap<string, RowAccounting>;
};

/** What several files together show, entry by entry. The order of the files has no meaning. */
export function combineFiles(files: ReadonlyMap<string, AssembledFile>): CombinedFiles {
  const entries = new Map<EntryNumber, Entry>();
  for (const { entries: added } of files.values())
    for (const [number, entry] of added) {
      const known = entries.get(number);
      entries.set(number, known === undefined ? entry : mergeEntries(known, entry).entry);
    }
  const accountings = [...files].map(
    ([file, assembled]) => [file, accountingBeside(assembled, entries)] as const,
  );
  return { entries, accountings: new Map(accountings) };
}

/** The accounting of one file after its rows were compared with those of the others. */
function accountingBeside(
  { accounting, entries: own }: AssembledFile,
  combined: CombinedFiles["entries"],
): RowAccounting {
  let moved = accounting;
  for (const [number, before] of own) {
    const after = combined.get(number);
    if (after === undefined || after === before) continue;
    const now = new Map(placesOf(after).map((row) => [sourceKey(row.source), row]));
    for (const { source, place } of placesOf(before)) {
      // A row that is no longer kept says nothing that another row does not say.
      const { place: placeNow } = now.get(sourceKey(source)) ?? REPEAT;
      if (placeNow !== place) moved = moveRow(moved, place, placeNow);
    }
  }
  return moved;
}

type Place = { readonly source: FactSource; readonly place: SetAsideReason | null };

const REPEAT = { place: "identical-repeat" } as const;

/** Where each row stands that the entry keeps; null: used. */
const placesOf = ({ lines, factRows, conflicts, echoes }: Entry): readonly Place[] => [
  ...[...lines, ...(factRows ?? [])].map(({ source }) => ({ source, place: null })),
  ...conflicts.flatMap(({ variants }) =>
    variants.map(({ source }) => ({ source, place: "same-key-conflict" as const })),
  ),
  ...(echoes ?? []).map(({ source }) => ({ source, ...REPEAT })),
];
