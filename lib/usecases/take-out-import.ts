import "server-only";

import { setImmediate as nextTurn } from "node:timers/promises";

import { queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { removeClaimsOfFile } from "@/lib/data/claim-rows";
import { column1RatesOf } from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
import { replaceLines, writeEntries } from "@/lib/data/entries-write";
import { moveRows, type EntryRowMove } from "@/lib/data/import-commit";
import { assertConserved } from "@/lib/data/import-conservation";
import {
  entriesShownBy,
  importsWithDroppedRows,
  removeEntries,
  removeRows,
  type ShortenedDraft,
} from "@/lib/data/import-undo";
import { importersNamedBy, renameImporters } from "@/lib/data/importers-of-files";
import { importsOf, type StoredImport } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import {
  movesTo,
  placesOf,
  withoutFile,
  type Day,
  type Entry,
  type EntryNumber,
  type RowPlace,
} from "@/lib/domain";

import { acceptances } from "./claim-book";
import type { ReadingAgain } from "./reading-again";
import { screenByNewRates } from "./screen-by-rates";
import { screenClaimed } from "./screen-claimed";
import { screeningBase, storeScreenings } from "./screening";
import { entriesInStoredFile } from "./stored-file";

const ENTRIES_PER_BATCH = 200;

export type TakenOut = {
  /** Entries that the import showed. */
  readonly entries: number;
  /** Of these, those that no other file shows: they are gone. */
  readonly vanished: number;
  readonly drafts: readonly ShortenedDraft[];
};

/**
 * Takes all that an import brought out of the books, in the transaction of `t`; the import itself is left to the caller.
 * Entries that other files show too are settled anew from the rows of these; rows that were kept in their files alone,
 * because they only repeated others, are read there again.
 */
export async function takeOut(
  t: BulkTenant,
  importId: string,
  asOf: Day,
  reading: ReadingAgain,
): Promise<TakenOut> {
  const touched = await entriesShownBy(t, importId);
  const dropped = await importsWithDroppedRows(t, importId, touched);
  const others = await readAgain(t, dropped, new Set(touched), reading);
  const importers = await importersNamedBy(t, importId, touched);
  const ratesBefore = await column1RatesOf(queryOn(t), t.orgId);
  const acceptedBefore = await acceptances(t);
  const claimed = await removeClaimsOfFile(t, importId);
  await removeRows(t, importId);

  const base = await screeningBase(t, asOf);
  const vanished: EntryNumber[] = [];
  const moves: EntryRowMove[] = [];
  for (let start = 0; start < touched.length; start += ENTRIES_PER_BATCH) {
    const numbers = touched.slice(start, start + ENTRIES_PER_BATCH);
    const settled = await settleWithout(t, importId, numbers, others);
    vanished.push(...settled.vanished);
    for (const move of settled.moves) moves.push(move);
    await writeEntries(t, settled.entries);
    await replaceLines(t, settled.entries);
    await storeScreenings(t, settled.entries, base);
    reading.settled(start + numbers.length, touched.length);
    await nextTurn();
  }
  const drafts = await removeEntries(t, vanished);
  await screenByNewRates(t, ratesBefore, base, new Set(touched));
  await screenClaimed(t, claimed, acceptedBefore, base, new Set(touched));
  await moveRows(t, moves, moves);
  await renameImporters(t, importers);
  await assertConserved(t, [...new Set(moves.map(({ source }) => source.file))]);
  return { entries: touched.length, vanished: vanished.length, drafts };
}

/** Before anything was changed: the stored file of another import, which must be read again, is not there any more. */
export class StoredFileLost extends Error {
  constructor(readonly fileName: string) {
    super(`The stored file of ${fileName} is gone`);
  }
}

function sayIfLost(error: unknown, { fileName }: StoredImport): never {
  const isLost = error instanceof Error && "code" in error && error.code === "ENOENT";
  throw isLost ? new StoredFileLost(fileName) : error;
}

type OthersByEntry = ReadonlyMap<EntryNumber, readonly Entry[]>;

/** A few entries as the other files show them, and the rows of these that come back into use. */
async function settleWithout(
  t: BulkTenant,
  importId: string,
  numbers: readonly EntryNumber[],
  others: OthersByEntry,
) {
  const entries: Entry[] = [];
  const vanished: EntryNumber[] = [];
  const moves: EntryRowMove[] = [];
  for (const [number, left] of await loadEntries(queryOn(t), t.orgId, numbers)) {
    const shown = others.get(number) ?? [];
    const after = withoutFile(left, importId, shown);
    if (after === null) vanished.push(number);
    else {
      entries.push(after);
      for (const move of movesTo(after, placesUntilNow(left, shown))) moves.push({ number, ...move });
    }
  }
  return { entries, vanished, moves };
}

/** Rows that were kept stood where they were kept; of all others a file showed only repeats. */
function placesUntilNow(kept: Entry, shown: readonly Entry[]): Iterable<RowPlace> {
  const places = new Map<string, RowPlace>();
  for (const entry of shown)
    for (const [key, { source }] of placesOf(entry)) places.set(key, { source, place: "identical-repeat" });
  for (const [key, place] of placesOf(kept)) places.set(key, place);
  return places.values();
}

/** What other imports alone show of these entries, read from their stored files as they were read at first. */
async function readAgain(
  t: BulkTenant,
  importIds: readonly string[],
  wanted: ReadonlySet<EntryNumber>,
  reading: ReadingAgain,
): Promise<OthersByEntry> {
  const shown = new Map<EntryNumber, Entry[]>();
  for (const id of importIds) {
    const stored = await inOrganization(t, (read) => importsOf(read).find(id));
    if (stored === null) throw new Error(`Import ${id} is not there any more`);
    const entries = await entriesInStoredFile(t, stored, wanted, reading).catch((error: unknown) =>
      sayIfLost(error, stored),
    );
    for (const [number, entry] of entries) shown.set(number, [...(shown.get(number) ?? []), entry]);
  }
  return shown;
}
