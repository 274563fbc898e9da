import "server-only";

import { today } from "@/lib/clock";
import type { StoredImport } from "@/lib/data/imports";
import type { LearnedMapping } from "@/lib/data/learned-mappings";
import { rowRepairsOf } from "@/lib/data/row-repairs";
import { inOrganization, queryOf, type TenantScope } from "@/lib/data/tenant";
import type { Column1Evidence, Entry, EntryNumber, FileTotals, RowRepair, SetAsideRow } from "@/lib/domain";
import { env } from "@/lib/env";
import type { ReadOptions } from "@/lib/files/csv-rows";
import { pourEntriesFile, type EntriesOptions } from "@/lib/files/read-entries-file";
import { uploadPath } from "@/lib/files/stored-upload";
import { surveyEntriesFile } from "@/lib/files/survey-entries-file";

import { mappingLookupFor } from "./known-headings";
import type { ReadingAgain } from "./reading-again";

export const sourceOf = ({ orgId }: TenantScope, { sha256 }: StoredImport) => ({
  path: uploadPath(env.DATA_DIR, orgId, sha256),
});

export type StoredFileOptions = ReadOptions & {
  readonly repairs: readonly RowRepair[];
  /** What people said of the headings of other files; not given: only what was said of this one counts. */
  readonly learned?: readonly LearnedMapping[];
};

/** The one way in which a stored file becomes rows: what was in the books once is found in it again. */
export const optionsOf = (
  stored: StoredImport,
  { learned = [], ...options }: StoredFileOptions,
): EntriesOptions => ({
  ...options,
  file: stored.id,
  fileName: stored.fileName,
  today: today(),
  alsoReads: "claims",
  sheet: stored.sheet,
  mappingOf: mappingLookupFor(stored, learned),
});

export const acceptedRepairs = (scope: TenantScope, importId: string): Promise<readonly RowRepair[]> =>
  inOrganization(scope, (t) => rowRepairsOf(queryOf(t), t.orgId, importId));

/** Takes the entries of a stored file one by one, each with the rows that it did not need, and rows of no entry. */
type StoredFileTaker = {
  readonly takeEntry: (entry: Entry, setAside: readonly SetAsideRow[]) => void;
  readonly takeRow: (row: SetAsideRow) => void;
};

type StoredFile = FileTotals & {
  /** What the lines teach of ordinary rates, once for each number. */
  readonly evidence: readonly Column1Evidence[];
};

/**
 * Reads a stored file again, as it shows its entries by itself: twice, so that memory holds what the taker keeps.
 * @param repairs - null: those that are accepted now
 */
export async function pourStoredFile(
  scope: TenantScope,
  stored: StoredImport,
  repairs: readonly RowRepair[] | null,
  { takeEntry, takeRow }: StoredFileTaker,
  reading: ReadingAgain,
): Promise<StoredFile> {
  const source = sourceOf(scope, stored);
  const accepted = repairs ?? (await acceptedRepairs(scope, stored.id));
  const options = () => optionsOf(stored, { ...reading.next(), repairs: accepted });
  const unreadable = ({ kind }: { readonly kind: string }) =>
    new Error(`Import ${stored.id} cannot be read again: ${kind}`);
  const surveyed = await surveyEntriesFile(source, options());
  if (!surveyed.ok) throw unreadable(surveyed.problem);
  let notNeeded: SetAsideRow[] = [];
  const nothing = (): void => undefined;
  const taker = {
    takeSetAside: (row: SetAsideRow) => {
      if (row.number === null) takeRow(row);
      else notNeeded.push(row);
    },
    takeEntry: (entry: Entry) => {
      takeEntry(entry, notNeeded);
      notNeeded = [];
    },
    takeClaim: nothing,
    takeMoney: nothing,
  };
  const { survey, evidence } = surveyed.value;
  const poured = await pourEntriesFile(source, survey, taker, options());
  if (!poured.ok) throw unreadable(poured.problem);
  return { ...poured.value.totals, evidence };
}

/** These entries as one stored file alone shows them. */
export async function entriesInStoredFile(
  scope: TenantScope,
  stored: StoredImport,
  wanted: ReadonlySet<EntryNumber>,
  reading: ReadingAgain,
): Promise<ReadonlyMap<EntryNumber, Entry>> {
  const shown = new Map<EntryNumber, Entry>();
  const takeEntry = (entry: Entry): void => {
    if (wanted.has(entry.number)) shown.set(entry.number, entry);
  };
  await pourStoredFile(scope, stored, null, { takeEntry, takeRow: () => undefined }, reading);
  return shown;
}
