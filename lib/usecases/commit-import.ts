import "server-only";

import { setImmediate as nextTurn } from "node:timers/promises";

import { now } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import {
  column1RatesOf,
  entriesWithTariffNumbers,
  writeColumn1Evidence,
} from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
import { protestAnswersOf } from "@/lib/data/entry-answers";
import { replaceLines, writeEntries } from "@/lib/data/entries-write";
import {
  assertConserved,
  markCommitted,
  moveRows,
  noteComparedColumns,
  noteImporters,
  takeImport,
  writeSetAsideRows,
  type ReadFile,
  type RowMove,
} from "@/lib/data/import-commit";
import { importerNumberIn } from "@/lib/data/importers";
import {
  column1Evidence,
  knownValue,
  mergeEntries,
  moveRow,
  unansweredProtestOf,
  withProtestAnswer,
  type AssembledFile,
  type Column1Rates,
  type Day,
  type Entry,
  type EntryNumber,
  type FactSource,
  type ProtestAnswer,
  type SetAsideReason,
} from "@/lib/domain";

import { screeningBase, storeScreenings, type ScreeningBase } from "./screening";

/** Few enough that a page waits for no more than a fraction of a second between two batches. */
const ENTRIES_PER_BATCH = 200;

/**
 * Puts the rows of one file into the books: merges them with what other files show of the same entries, screens these
 * entries, and ends the import; all in the one transaction of `t`, so it is wholly there or not at all.
 * @returns false when the import had been read before, so that a job may run twice
 */
export async function commitImport(
  t: BulkTenant,
  importId: string,
  assembled: AssembledFile,
  read: Omit<ReadFile, "accounting" | "problems" | "entryCount">,
  asOf: Day,
): Promise<boolean> {
  if (!(await takeImport(t, importId))) return false;
  const entries = [...assembled.entries.values()];
  await noteComparedColumns(t, importId, read.comparedColumns);
  await noteImporters(t, importersIn(entries));
  const ratesBefore = await column1RatesOf(queryOn(t), t.orgId);
  await writeColumn1Evidence(t, importId, evidenceIn(entries));
  await writeSetAsideRows(t, assembled.setAside);

  const base = await screeningBase(t, asOf);
  const answers = await protestAnswersOf(t, protestNumbersIn(entries));
  const moves: RowMove[] = [];
  for (let start = 0; start < entries.length; start += ENTRIES_PER_BATCH) {
    const batch = entries.slice(start, start + ENTRIES_PER_BATCH);
    moves.push(...(await commitBatch(t, batch, base, answers)));
    await nextTurn();
  }
  await screenByNewRates(t, ratesBefore, base, assembled.entries);
  const ofOthers = moves.filter(({ source }) => source.file !== importId);
  const ours = moves.filter(({ source }) => source.file === importId);
  await moveRows(t, moves, ofOthers);
  const accounting = ours.reduce((counts, { from, to }) => moveRow(counts, from, to), assembled.accounting);

  const { problems } = assembled;
  await markCommitted(t, importId, { ...read, accounting, problems, entryCount: entries.length }, now());
  await assertConserved(t, [...new Set([importId, ...ofOthers.map(({ source }) => source.file)])]);
  await recordAudit(t, "import.committed", importId, { rowsRead: accounting.read, entries: entries.length });
  return true;
}

/** Merges, stores and screens a few entries; returns the rows that another file's rows moved. */
async function commitBatch(
  t: BulkTenant,
  batch: readonly Entry[],
  base: ScreeningBase,
  answers: ReadonlyMap<string, ProtestAnswer>,
): Promise<readonly RowMove[]> {
  const known = await loadEntries(
    queryOn(t),
    t.orgId,
    batch.map(({ number }) => number),
  );
  const moves: RowMove[] = [];
  const merged = batch.map((entry) => {
    const before = known.get(entry.number);
    if (!before) return withProtestAnswer(entry, answers);
    const { entry: after, setAside, restored } = mergeEntries(before, entry);
    for (const { source, reason } of setAside)
      moves.push({ number: entry.number, source, from: null, to: reason });
    for (const { source, was } of restored) moves.push({ number: entry.number, source, from: was, to: null });
    moves.push(...relabelled([before, entry], after));
    return withProtestAnswer(after, answers);
  });
  await writeEntries(t, merged);
  await replaceLines(t, merged);
  await storeScreenings(t, merged, base);
  return moves;
}

/** Rows that stay set aside for another reason: what only repeated a row may stand in a conflict now, and back. */
function relabelled(before: readonly Entry[], after: Entry): readonly RowMove[] {
  const nowUsed = new Set([...after.lines, ...(after.factRows ?? [])].map(({ source }) => keyOf(source)));
  const now = new Map(rowsBeside(after).map(({ source, reason }) => [keyOf(source), reason]));
  return before.flatMap(rowsBeside).flatMap(({ source, reason: from }): readonly RowMove[] => {
    // A row that is no longer kept says nothing that another row does not say.
    const to = now.get(keyOf(source)) ?? REPEAT;
    return nowUsed.has(keyOf(source)) || from === to ? [] : [{ number: after.number, source, from, to }];
  });
}

/** Set-aside rows that an entry keeps, because they bound its money or a later file may contradict them. */
const rowsBeside = ({ conflicts, echoes }: Entry) => [
  ...conflicts.flatMap(({ variants }) => variants.map(({ source }) => ({ source, reason: CONFLICT }))),
  ...(echoes ?? []).map(({ source }) => ({ source, reason: REPEAT })),
];

const CONFLICT: SetAsideReason = "same-key-conflict";
const REPEAT: SetAsideReason = "identical-repeat";
const keyOf = ({ file, row }: FactSource): string => `${file} ${row}`;

/** Entries of earlier files whose refund rests on an ordinary rate that this file taught, or made doubtful. */
async function screenByNewRates(
  t: BulkTenant,
  before: Column1Rates,
  base: ScreeningBase,
  ofThisFile: ReadonlyMap<EntryNumber, Entry>,
): Promise<void> {
  const changed = [...new Set([...before.keys(), ...base.column1.keys()])].filter(
    (hts) => before.get(hts)?.percent !== base.column1.get(hts)?.percent,
  );
  const touched = await entriesWithTariffNumbers(t, changed);
  const numbers = touched.filter((number) => !ofThisFile.has(number));
  for (let start = 0; start < numbers.length; start += ENTRIES_PER_BATCH) {
    const batch = await loadEntries(queryOn(t), t.orgId, numbers.slice(start, start + ENTRIES_PER_BATCH));
    await storeScreenings(t, [...batch.values()], base);
    await nextTurn();
  }
}

/** Every protest that the file shows on its entries, each once. */
const protestNumbersIn = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.flatMap((entry) => unansweredProtestOf(entry) ?? [])),
];

/** IOR numbers with the names beside them; an entry whose files disagree on the importer names none. */
function importersIn(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const importers = new Map<string, string>();
  for (const { facts } of entries) {
    const number = importerNumberIn(facts);
    const name = knownValue(facts.importerName) ?? "";
    if (number !== null && (name !== "" || !importers.has(number))) importers.set(number, name);
  }
  return importers;
}

function* evidenceIn(entries: readonly Entry[]) {
  for (const entry of entries) yield* column1Evidence(entry);
}
