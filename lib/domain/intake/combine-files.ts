import type { Entry } from "../entry";
import type { FactSource } from "../facts";
import type { EntryNumber } from "../identifiers";
import { moveRow, type RowAccounting } from "./accounting";
import type { AssembledFile } from "./assembled-file";
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
  const accountings = new Map([...files].map(([file, { accounting }]) => [file, accounting]));
  const move = ({ file }: FactSource, from: SetAsideReason | null, to: SetAsideReason | null): void => {
    const accounting = accountings.get(file);
    if (accounting !== undefined) accountings.set(file, moveRow(accounting, from, to));
  };
  for (const { entries: added } of files.values())
    for (const [number, entry] of added) {
      const known = entries.get(number);
      const merged = known === undefined ? null : mergeEntries(known, entry);
      entries.set(number, merged?.entry ?? entry);
      for (const { source, reason } of merged?.setAside ?? []) move(source, null, reason);
      for (const { source, was } of merged?.restored ?? []) move(source, was, null);
    }
  return { entries, accountings };
}
