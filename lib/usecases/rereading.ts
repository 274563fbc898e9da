import "server-only";

import { createHash } from "node:crypto";

import type { ClaimsOfFile } from "@/lib/data/claim-rows";
import type { StoredImport } from "@/lib/data/imports";
import type { TenantScope } from "@/lib/data/tenant";
import type { Column1Evidence, Entry, EntryNumber, FileTotals, RowRepair, SetAsideRow } from "@/lib/domain";

import { claimsOfFile } from "./claim-book";
import { ImportersInFile } from "./importers-in-file";
import type { ReadingAgain } from "./reading-again";
import { pourStoredFile } from "./stored-file";

/** What another reading of a file shows otherwise than the one before; of entries that it shows alike nothing is held. */
export type Rereading = {
  /** Entries that the two readings show differently, those that only one of them shows among them. */
  readonly numbers: readonly EntryNumber[];
  /** Of these, those that the reading before shows. */
  readonly shownBefore: ReadonlySet<EntryNumber>;
  /** Of these, those that the reading now shows. */
  readonly entries: ReadonlyMap<EntryNumber, Entry>;
  /** Rows that these entries did not need, and those of no entry. */
  readonly setAside: readonly SetAsideRow[];

  // Of the whole file, as it is read now.
  readonly totals: FileTotals;
  readonly entryCount: number;
  readonly importers: ReadonlyMap<string, string>;
  readonly evidence: readonly Column1Evidence[];
  readonly claims: ClaimsOfFile;
};

type Both = {
  readonly before: readonly RowRepair[];
  readonly after: readonly RowRepair[];
};

/** Reads a stored file with the repairs before and with those after, and compares its entries by all they say. */
export async function rereadWith(
  scope: TenantScope,
  stored: StoredImport,
  { before, after }: Both,
  reading: ReadingAgain,
): Promise<Rereading> {
  const marks = new Map<EntryNumber, string>();
  const mark = (entry: Entry): void => {
    marks.set(entry.number, markOf(entry));
  };
  await pourStoredFile(scope, stored, before, { takeEntry: mark, takeRow: () => undefined }, reading);
  const shownBefore = new Set<EntryNumber>(marks.keys());

  const entries = new Map<EntryNumber, Entry>();
  const setAside: SetAsideRow[] = [];
  const importers = new ImportersInFile();
  const withoutIeepa: ClaimsOfFile["withoutIeepa"][number][] = [];
  let entryCount = 0;
  const takeEntry = (entry: Entry, notNeeded: readonly SetAsideRow[]): void => {
    entryCount++;
    importers.add(entry);
    withoutIeepa.push(...claimsOfFile(stored.reportType ?? "", [entry], []).withoutIeepa);
    const isAlike = marks.get(entry.number) === markOf(entry);
    marks.delete(entry.number);
    if (isAlike) shownBefore.delete(entry.number);
    else {
      entries.set(entry.number, entry);
      setAside.push(...notNeeded);
    }
  };
  const takeRow = (row: SetAsideRow): void => {
    setAside.push(row);
  };
  const { evidence, ...totals } = await pourStoredFile(scope, stored, after, { takeEntry, takeRow }, reading);
  return {
    numbers: [...new Set([...shownBefore, ...entries.keys()])],
    ...{ shownBefore, entries, setAside, totals, entryCount, evidence },
    importers: importers.names(),
    claims: { rows: [], withoutIeepa },
  };
}

/** Stands for all that an entry says: two that say the same have the same. */
const markOf = (entry: Entry): string => createHash("sha256").update(JSON.stringify(entry)).digest("base64");
