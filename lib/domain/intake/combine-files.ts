import type { Entry } from "../entry";
import type { EntryNumber } from "../identifiers";
import { moveRow, type RowAccounting } from "./accounting";
import type { AssembledFile } from "./assembled-file";
import { mergeEntries } from "./merge-entries";
import { movesTo, placesOf } from "./row-places";

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
    for (const { from, to } of movesTo(after, placesOf(before).values())) moved = moveRow(moved, from, to);
  }
  return moved;
}
