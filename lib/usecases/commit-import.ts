import "server-only";

import { recordAudit } from "@/lib/data/audit";
import { savepoint, type BulkTenant } from "@/lib/data/bulk-tenant";
import { markRead, takeImport, type ReadFile } from "@/lib/data/import-commit";
import { assertConserved, assertDutyStored } from "@/lib/data/import-conservation";
import type { ImportPreview } from "@/lib/data/import-preview";
import type { Day, ExportDay, FileTotals, RowAccounting, SetAsideReason } from "@/lib/domain";

import { AdditionToBooks, type FileTerms } from "./add-to-books";

/** previewed: nothing of the file is in the books, and somebody is to say whether it shall be. */
export type CommitOutcome = "committed" | "previewed" | "not-waiting";

/** A file on its way into the books: what is known of it, and its rows, which are read while they are added. */
export type FileToCommit = FileTerms & {
  readonly read: Omit<ReadFile, "accounting" | "problems" | "entryCount" | "exportDay" | "comparedColumns">;
  /** Hands on all that the file shows, and ends when the books took it. */
  readonly pour: (books: AdditionToBooks) => Promise<FileEnd>;
};

type FileEnd = Pick<FileTotals, "accounting" | "problems"> & { readonly exportDay: ExportDay | null };

type CommitOptions = {
  /** Add it without a question where it only adds entries. */
  readonly unasked?: boolean | undefined;
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
  file: FileToCommit,
  asOf: Day,
  { unasked = false }: CommitOptions = {},
): Promise<CommitOutcome> {
  const taken = await takeImport(t, importId);
  if (taken === null) return "not-waiting";
  const beforeBooks = await savepoint(t);
  const books = await AdditionToBooks.begin(t, importId, file, asOf);
  const { exportDay, problems, accounting: alone } = await file.pour(books);
  const { effect, accounting, imports, duty, entries } = await books.finish(alone, exportDay);
  const { comparedColumns, read } = file;
  const readFile = { ...read, comparedColumns, accounting, problems, entryCount: entries, exportDay };
  const preview = effect.preview(setAsideCounts(accounting));
  await markRead(t, importId, "committed", readFile, preview);
  await assertConserved(t, imports);
  await assertDutyStored(t, importId, duty);

  const isAsked = taken.state === "adding";
  const isCertain = taken.isCertain && read.recognition.confidence !== "likely";
  const may = isAsked || ((unasked || taken.addsUnasked) && isCertain && effect.isHarmless);
  const isNews = isAsked && hasUnseenConflicts(preview, taken.shown);
  if (may && !isNews) {
    await recordAudit(t, "import.committed", importId, { rowsRead: accounting.read, entries });
    return "committed";
  }
  await beforeBooks.goBack();
  const shown: ImportPreview = isNews ? { ...preview, shownAgain: "new-conflicts" } : preview;
  await markRead(t, importId, "previewed", readFile, shown);
  await recordAudit(t, "import.previewed", importId, { rowsRead: accounting.read, entries });
  return "previewed";
}

/** A contradiction that was not shown is not overruled unseen; where nothing was shown, nothing was asked. */
const hasUnseenConflicts = (now: ImportPreview, shown: ImportPreview | null): boolean =>
  shown !== null && now.groups.conflict.entries > 0 && now.conflictsKey !== shown.conflictsKey;

const setAsideCounts = ({ setAside }: RowAccounting) =>
  new Map((Object.entries(setAside) as [SetAsideReason, number][]).filter(([, rows]) => rows > 0));
