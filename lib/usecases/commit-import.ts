import "server-only";

import { setImmediate as nextTurn } from "node:timers/promises";

import { now } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { writeColumn1Evidence } from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
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
import { writeScreenings } from "@/lib/data/screenings-write";
import {
  column1Evidence,
  knownValue,
  mergeEntries,
  moveRow,
  type AssembledFile,
  type Day,
  type Entry,
} from "@/lib/domain";

import { screened, screeningBase, type ScreeningBase } from "./screening";

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
  await writeColumn1Evidence(t, importId, evidenceIn(entries));
  await writeSetAsideRows(t, assembled.setAside);

  const base = await screeningBase(t, asOf);
  const moves: RowMove[] = [];
  for (let start = 0; start < entries.length; start += ENTRIES_PER_BATCH) {
    moves.push(...(await commitBatch(t, entries.slice(start, start + ENTRIES_PER_BATCH), base)));
    await nextTurn();
  }
  const ofOthers = moves.filter(({ source }) => source.file !== importId);
  const ours = moves.filter(({ source }) => source.file === importId);
  await moveRows(t, moves, ofOthers);
  const accounting = ours.reduce((counts, { from, to }) => moveRow(counts, from, to), assembled.accounting);

  const { problems } = assembled;
  await markCommitted(t, importId, { ...read, accounting, problems, entryCount: entries.length }, now());
  await assertConserved(t, importId);
  await recordAudit(t, "import.committed", importId, { rowsRead: accounting.read, entries: entries.length });
  return true;
}

/** Merges, stores and screens a few entries; returns the rows that another file's rows moved. */
async function commitBatch(
  t: BulkTenant,
  batch: readonly Entry[],
  base: ScreeningBase,
): Promise<readonly RowMove[]> {
  const known = await loadEntries(
    queryOn(t),
    t.orgId,
    batch.map(({ number }) => number),
  );
  const moves: RowMove[] = [];
  const merged = batch.map((entry) => {
    const before = known.get(entry.number);
    if (!before) return entry;
    const { entry: after, setAside, restored } = mergeEntries(before, entry);
    for (const { source, reason } of setAside)
      moves.push({ number: entry.number, source, from: null, to: reason });
    for (const { source, was } of restored) moves.push({ number: entry.number, source, from: was, to: null });
    return after;
  });
  await writeEntries(t, merged);
  await replaceLines(t, merged);
  await writeScreenings(
    t,
    merged.map((entry) => screened(entry, base)),
  );
  return moves;
}

/** IOR numbers with the names beside them; an entry whose files disagree on the importer names none. */
function importersIn(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const importers = new Map<string, string>();
  for (const { facts } of entries) {
    const number = knownValue(facts.importerNumber);
    const name = knownValue(facts.importerName) ?? "";
    if (number !== null && (name !== "" || !importers.has(number))) importers.set(number, name);
  }
  return importers;
}

function* evidenceIn(entries: readonly Entry[]) {
  for (const entry of entries) yield* column1Evidence(entry);
}
