import "server-only";

import { setImmediate as nextTurn } from "node:timers/promises";

import { queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { removeClaimsOfFile, writeClaimsOfFile } from "@/lib/data/claim-rows";
import { column1RatesOf, writeColumn1Evidence } from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
import { protestAnswersOf } from "@/lib/data/entry-answers";
import { replaceLines, writeEntries } from "@/lib/data/entries-write";
import { moveRows, noteImporters, writeSetAsideRows, type EntryRowMove } from "@/lib/data/import-commit";
import { assertConserved, assertDutyStored, storedDuty } from "@/lib/data/import-conservation";
import {
  areDeclared,
  forgetColumn1Evidence,
  forgetSetAside,
  recountImport,
  removeLines,
  setAsideOf,
} from "@/lib/data/import-rereading";
import { importsWithDroppedRows, removeEntries } from "@/lib/data/import-undo";
import {
  addUsd,
  mergeEntries,
  movesTo,
  placesOf,
  subtractUsd,
  sumUsd,
  withoutFile,
  withProtestAnswer,
  type Day,
  type Entry,
  type EntryNumber,
  type FactSource,
  type RowPlace,
  type Usd,
} from "@/lib/domain";

import { dutyOfFile, protestNumbersIn } from "./add-to-books";
import type { Rereading } from "./rereading";
import { screenByNewRates } from "./screen-by-rates";
import { screeningBase, storeScreenings } from "./screening";

const ENTRIES_PER_BATCH = 200;

/** These entries as one other import alone shows them. */
export type ReadOther = (
  importId: string,
  wanted: ReadonlySet<EntryNumber>,
) => Promise<ReadonlyMap<EntryNumber, Entry>>;

export type ReadingChange = {
  /** Entries that the file shows in another way than before. */
  readonly entries: number;
  /** Of them: entries that no file shows any more. */
  readonly gone: number;
};

/**
 * Puts another reading of a committed import into the books in place of the one that is there: only the entries that it
 * shows differently are taken apart, merged anew with what other files show, and screened. All in the transaction of
 * `t`, which holds the books.
 */
export async function putReading(
  t: BulkTenant,
  importId: string,
  rereading: Rereading,
  readOther: ReadOther,
  asOf: Day,
  onEntries: (entries: number, entriesTotal: number) => void = () => undefined,
): Promise<ReadingChange> {
  const { numbers, shownBefore } = rereading;
  await noteImporters(t, rereading.importers);
  await removeClaimsOfFile(t, importId);
  await writeClaimsOfFile(t, rereading.claims);
  const ratesBefore = await column1RatesOf(queryOn(t), t.orgId);
  await forgetColumn1Evidence(t, importId);
  await writeColumn1Evidence(t, importId, rereading.evidence);

  const known = await loadEntries(queryOn(t), t.orgId, numbers);
  const places = await placesBefore(t, known, numbers);
  const others = await othersOf(t, importId, shownBefore, readOther);
  const merged = numbers.flatMap((number) => {
    const entry = mergedWithOthers(importId, rereading, known.get(number), others(number), number);
    return entry === null ? [] : [entry];
  });
  // Entries that are not touched keep what is stored of them.
  const untouched = subtractUsd(await storedDuty(t, importId), dutyOf(known.values(), importId));
  const duty = addUsd(untouched, dutyOf(merged, importId));
  const changed = new Set(numbers);
  await forgetSetAside(t, importId, numbers);
  await writeSetAsideRows(t, rereading.setAside);
  const { moves, ofOthers } = movesOf(importId, merged, places, rereading);
  await moveRows(t, moves, ofOthers);

  const base = await screeningBase(t, asOf);
  const answers = await protestAnswersOf(t, protestNumbersIn(merged));
  for (let start = 0; start < merged.length; start += ENTRIES_PER_BATCH) {
    const batch = merged
      .slice(start, start + ENTRIES_PER_BATCH)
      .map((entry) => withProtestAnswer(entry, answers));
    await writeEntries(t, batch);
    await replaceLines(t, batch);
    await storeScreenings(t, batch, base);
    onEntries(start + batch.length, merged.length);
    await nextTurn();
  }
  await screenByNewRates(t, ratesBefore, base, changed);
  const kept = new Set(merged.map(({ number }) => number));
  const gone = numbers.filter((number) => !kept.has(number));
  if (await areDeclared(t, gone)) throw new EntryDeclared();
  await removeLines(t, importId, gone);
  await removeEntries(t, gone);
  await recountImport(t, importId, rereading.totals, rereading.entryCount);
  await assertConserved(t, [...new Set([importId, ...ofOthers.map(({ source }) => source.file)])]);
  await assertDutyStored(t, importId, duty);
  return { entries: numbers.length, gone: gone.length };
}

const dutyOf = (entries: Iterable<Entry>, importId: string): Usd =>
  sumUsd([...entries].map((entry) => dutyOfFile(entry, importId)));

/** A downloaded declaration rests on an entry that would go: nothing is changed. */
export class EntryDeclared extends Error {}

type Places = ReadonlyMap<EntryNumber, readonly RowPlace[]>;

/** Where every row of these entries stands now, mere repeats included. */
async function placesBefore(
  t: BulkTenant,
  known: ReadonlyMap<EntryNumber, Entry>,
  numbers: readonly EntryNumber[],
): Promise<Places> {
  const places = new Map<EntryNumber, Map<string, RowPlace>>();
  for (const number of numbers) {
    const entry = known.get(number);
    const kept = entry === undefined ? [] : [...placesOf(entry).values()];
    places.set(number, new Map(kept.map((place) => [rowOf(place.source), place])));
  }
  for (const { number, source, place } of await setAsideOf(t, numbers))
    places.get(number)?.set(rowOf(source), { source, place });
  return new Map([...places].map(([number, rows]) => [number, [...rows.values()]]));
}

const rowOf = ({ file, row }: FactSource): string => `${row} ${file}`;

/** Other files of which rows are not kept are read again, each once, where rows of ours may go. */
async function othersOf(
  t: BulkTenant,
  importId: string,
  shown: ReadonlySet<EntryNumber>,
  readOther: ReadOther,
): Promise<(number: EntryNumber) => readonly Entry[]> {
  const readings: ReadonlyMap<EntryNumber, Entry>[] = [];
  if (shown.size > 0)
    for (const file of await importsWithDroppedRows(t, importId, [...shown]))
      readings.push(await readOther(file, shown));
  return (number) => readings.flatMap((reading) => reading.get(number) ?? []);
}

/** Null when no file shows the entry any more. What people answered stays with the entry. */
function mergedWithOthers(
  importId: string,
  { entries, shownBefore }: Rereading,
  known: Entry | undefined,
  others: readonly Entry[],
  number: EntryNumber,
): Entry | null {
  const ours = entries.get(number) ?? null;
  const theirs =
    known === undefined || !shownBefore.has(number) ? (known ?? null) : withoutFile(known, importId, others);
  if (ours === null) return theirs;
  if (theirs !== null) return mergeEntries(theirs, ours).entry;
  return known === undefined ? ours : { ...ours, answers: known.answers, claims: known.claims };
}

/** Rows of ours by their new reading, rows of others by where they stood. */
function movesOf(
  importId: string,
  merged: readonly Entry[],
  places: Places,
  { entries }: Rereading,
): { readonly moves: readonly EntryRowMove[]; readonly ofOthers: readonly EntryRowMove[] } {
  const moves: EntryRowMove[] = [];
  const ofOthers: EntryRowMove[] = [];
  for (const entry of merged) {
    const { number } = entry;
    const ours = entries.get(number);
    const fromOurs = ours === undefined ? [] : movesTo(entry, placesOf(ours).values());
    const theirs = (places.get(number) ?? []).filter(({ source }) => source.file !== importId);
    const fromTheirs = movesTo(entry, theirs).map((move) => ({ number, ...move }));
    moves.push(...fromOurs.map((move) => ({ number, ...move })), ...fromTheirs);
    ofOthers.push(...fromTheirs);
  }
  return { moves, ofOthers };
}
