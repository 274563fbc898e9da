import "server-only";

import { setImmediate as nextTurn } from "node:timers/promises";

import { recordAudit } from "@/lib/data/audit";
import { queryOn, savepoint, type BulkTenant } from "@/lib/data/bulk-tenant";
import { column1RatesOf, writeColumn1Evidence } from "@/lib/data/column1-observations";
import { writeClaimRows } from "@/lib/data/claim-rows";
import { claimSightingsOf } from "@/lib/data/claim-sightings";
import { loadEntries } from "@/lib/data/entries-load";
import { protestAnswersOf } from "@/lib/data/entry-answers";
import { replaceLines, writeEntries } from "@/lib/data/entries-write";
import {
  markRead,
  moveRows,
  noteComparedColumns,
  noteImporters,
  takeImport,
  writeSetAsideRows,
  type EntryRowMove,
  type ReadFile,
} from "@/lib/data/import-commit";
import { assertConserved, assertDutyStored } from "@/lib/data/import-conservation";
import type { ImportPreview } from "@/lib/data/import-preview";
import { importerNumberIn } from "@/lib/data/importers";
import {
  addUsd,
  column1Evidence,
  entryChange,
  knownValue,
  mergeEntries,
  moveRow,
  movesTo,
  placesOf,
  unansweredProtestOf,
  withProtestAnswer,
  ZERO_USD,
  type AssembledFile,
  type ClaimRow,
  type Day,
  type Entry,
  type ProtestAnswer,
  type RowAccounting,
  type SetAsideReason,
  type TariffLine,
  type Usd,
} from "@/lib/domain";

import { ImportEffect } from "./import-effect";
import { screenByNewRates } from "./screen-by-rates";
import { screenClaimed } from "./screen-claimed";
import { screeningBase, storeScreenings, type ScreeningBase } from "./screening";

/** Few enough that a page waits for no more than a fraction of a second between two batches. */
const ENTRIES_PER_BATCH = 200;

/** previewed: nothing of the file is in the books, and somebody is to say whether it shall be. */
export type CommitOutcome = "committed" | "previewed" | "not-waiting";

type CommitOptions = {
  /** What the file says of claims. */
  readonly claims?: readonly ClaimRow[] | undefined;
  /** Add it without a question where it only adds entries. */
  readonly unasked?: boolean | undefined;
  /** Told how many entries of the file are merged, screened and written so far. */
  readonly onEntries?: ((entries: number) => void) | undefined;
  /** Aborting takes everything back. */
  readonly signal?: AbortSignal | undefined;
};

/**
 * Puts the rows of one file into the books: merges them with what other files show of the same entries, screens these
 * entries, and ends the import; all in the one transaction of `t`, so it is wholly there or not at all. Unless somebody
 * asked for it, or nothing is changed by it, all of it is taken back, and only what it would have changed is kept.
 * @returns not-waiting when the import had been read before, so that a job may run twice
 */
export async function commitImport(
  t: BulkTenant,
  importId: string,
  assembled: AssembledFile,
  read: Omit<ReadFile, "accounting" | "problems" | "entryCount">,
  asOf: Day,
  { unasked = false, ...watch }: CommitOptions = {},
): Promise<CommitOutcome> {
  const taken = await takeImport(t, importId);
  if (taken === null) return "not-waiting";
  const { problems, entries } = assembled;
  const beforeBooks = await savepoint(t);
  const { effect, accounting, imports, duty } = await addToBooks(
    t,
    importId,
    assembled,
    read.comparedColumns,
    asOf,
    watch,
  );
  const file: ReadFile = { ...read, accounting, problems, entryCount: entries.size };
  const preview = effect.preview(assembled.setAside, setAsideCounts(accounting));
  await markRead(t, importId, "committed", file, preview);
  await assertConserved(t, imports);
  await assertDutyStored(t, importId, duty);

  const isAsked = taken.state === "adding";
  const isCertain = taken.isCertain && read.recognition.confidence !== "likely";
  const may = isAsked || ((unasked || taken.addsUnasked) && isCertain && effect.isHarmless);
  const isNews = isAsked && hasUnseenConflicts(preview, taken.shown);
  if (!may || isNews) {
    await beforeBooks.goBack();
    await markRead(
      t,
      importId,
      "previewed",
      file,
      isNews ? { ...preview, shownAgain: "new-conflicts" } : preview,
    );
    await recordAudit(t, "import.previewed", importId, { rowsRead: accounting.read, entries: entries.size });
    return "previewed";
  }
  await recordAudit(t, "import.committed", importId, { rowsRead: accounting.read, entries: entries.size });
  return "committed";
}

/** A contradiction that was not shown is not overruled unseen; where nothing was shown, nothing was asked. */
const hasUnseenConflicts = (now: ImportPreview, shown: ImportPreview | null): boolean =>
  shown !== null && now.groups.conflict.entries > 0 && now.conflictsKey !== shown.conflictsKey;

/** Writes everything but the end of the import itself. */
async function addToBooks(
  t: BulkTenant,
  importId: string,
  assembled: AssembledFile,
  comparedColumns: readonly string[],
  asOf: Day,
  { claims = [], onEntries, signal }: CommitOptions,
) {
  const entries = [...assembled.entries.values()];
  await noteComparedColumns(t, importId, comparedColumns);
  await noteImporters(t, importersIn(entries));
  const ratesBefore = await column1RatesOf(queryOn(t), t.orgId);
  await writeColumn1Evidence(t, importId, evidenceIn(entries));
  await writeSetAsideRows(t, assembled.setAside);
  await writeClaimRows(t, claims);

  const base = await screeningBase(t, asOf);
  const answers = await protestAnswersOf(t, protestNumbersIn(entries));
  const effect = new ImportEffect();
  const moves: EntryRowMove[] = [];
  let duty = ZERO_USD;
  for (let start = 0; start < entries.length; start += ENTRIES_PER_BATCH) {
    const batch = entries.slice(start, start + ENTRIES_PER_BATCH);
    const done = await commitBatch(t, batch, base, answers, effect);
    for (const move of done.moves) moves.push(move);
    for (const entry of done.merged) duty = addUsd(duty, dutyOfFile(entry, importId));
    onEntries?.(start + batch.length);
    await nextTurn();
    signal?.throwIfAborted();
  }
  await screenByNewRates(t, ratesBefore, base, assembled.entries, (move) => effect.noteElsewhere(move));
  const claimed = claims.map(({ number }) => number);
  await screenClaimed(t, claimed, base, assembled.entries, (move) => effect.noteElsewhere(move));
  const ofOthers = moves.filter(({ source }) => source.file !== importId);
  const ours = moves.filter(({ source }) => source.file === importId);
  effect.noteRowsOfOthers(ofOthers);
  await moveRows(t, moves, ofOthers);
  return {
    effect,
    duty,
    accounting: ours.reduce((counts, { from, to }) => moveRow(counts, from, to), assembled.accounting),
    imports: [...new Set([importId, ...ofOthers.map(({ source }) => source.file)])],
  };
}

/** Duty on the rows of one file that the entry keeps, used or in conflict or as echoes, USD, exact. */
function dutyOfFile({ lines, conflicts, echoes = [] }: Entry, importId: string): Usd {
  let sum = ZERO_USD;
  const add = ({ source, duty }: TariffLine): void => {
    if (source.file === importId && duty !== null) sum = addUsd(sum, duty);
  };
  for (const line of lines) add(line);
  for (const { variants } of conflicts) for (const line of variants) add(line);
  for (const line of echoes) add(line);
  return sum;
}

/** Merges, stores and screens a few entries; returns them, and the rows that moved between used and set aside. */
async function commitBatch(
  t: BulkTenant,
  batch: readonly Entry[],
  base: ScreeningBase,
  answers: ReadonlyMap<string, ProtestAnswer>,
  effect: ImportEffect,
): Promise<{ readonly merged: readonly Entry[]; readonly moves: readonly EntryRowMove[] }> {
  const numbers = batch.map(({ number }) => number);
  const known = await loadEntries(queryOn(t), t.orgId, numbers);
  const claims = await claimSightingsOf(queryOn(t), t.orgId, numbers);
  const moves: EntryRowMove[] = [];
  const merged = batch.map((entry) => {
    const before = known.get(entry.number);
    if (!before) return withProtestAnswer({ ...entry, claims: claims.get(entry.number) ?? [] }, answers);
    const { entry: after } = mergeEntries(before, entry);
    const places = [...placesOf(before).values(), ...placesOf(entry).values()];
    for (const move of movesTo(after, places)) moves.push({ number: entry.number, ...move });
    return withProtestAnswer(after, answers);
  });
  await writeEntries(t, merged);
  await replaceLines(t, merged);
  const verdicts = await storeScreenings(t, merged, base);
  for (const [index, verdict] of verdicts.entries()) {
    const after = merged[index];
    if (after) effect.noteEntry(entryChange(known.get(after.number) ?? null, after), verdict);
  }
  return { merged, moves };
}

const setAsideCounts = ({ setAside }: RowAccounting) =>
  new Map((Object.entries(setAside) as [SetAsideReason, number][]).filter(([, rows]) => rows > 0));

/** Every protest that the file shows on its entries, each once. */
export const protestNumbersIn = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.flatMap((entry) => unansweredProtestOf(entry) ?? [])),
];

/**
 * IOR numbers, each with the name that stands beside it first in the file; an entry whose rows disagree on the importer
 * names none.
 */
export function importersIn(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const importers = new Map<string, { readonly name: string; readonly row: number }>();
  for (const { facts } of entries) {
    const number = importerNumberIn(facts);
    if (number === null) continue;
    const name = knownValue(facts.importerName) ?? "";
    const row = name === "" ? Infinity : (facts.importerName[0]?.source.row ?? Infinity);
    if (row < (importers.get(number)?.row ?? Infinity) || !importers.has(number))
      importers.set(number, { name, row });
  }
  return new Map([...importers].map(([number, { name }]) => [number, name]));
}

export function* evidenceIn(entries: readonly Entry[]) {
  for (const entry of entries) yield* column1Evidence(entry);
}
