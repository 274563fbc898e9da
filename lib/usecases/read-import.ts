import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { inOrganizationByCopy, queryOn } from "@/lib/data/bulk-tenant";
import { importColumnsOf } from "@/lib/data/import-columns";
import { importDecisionsOf } from "@/lib/data/import-decisions";
import { importStepsOf } from "@/lib/data/import-steps";
import { importsOf, type StoredImport } from "@/lib/data/imports";
import { isReadingQueued, type JobStop } from "@/lib/data/job-queue";
import { learnedMappingsOf, type LearnedMapping } from "@/lib/data/learned-mappings";
import { refreshStatistics, ROWS_WORTH_STATISTICS } from "@/lib/data/statistics";
import { inOrganization, type TenantScope } from "@/lib/data/tenant";
import type { FileRefusal } from "@/lib/files/file-refusal";
import { pourEntriesFile } from "@/lib/files/read-entries-file";
import { surveyEntriesFile, type SurveyedFile } from "@/lib/files/survey-entries-file";

import { commitImport, type FileToCommit } from "./commit-import";
import { GatheredPieces } from "./gathered-pieces";
import type { ReadingWatch } from "./reading-again";
import { queueTomorrowsScreening } from "./screen-organization";
import { acceptedRepairs, optionsOf, sourceOf, type StoredFileOptions } from "./stored-file";

/** unasked: goes into the books without a question where it only adds entries. */
type ReadingWish = ReadingWatch & { readonly unasked?: boolean };

/**
 * Reads a stored upload, and shows what it would change or, once somebody said so, adds it to the books. Run twice, also
 * at once, it does its work once.
 */
export async function readImport(
  scope: OrgScope,
  importId: string,
  { onProgress, signal, unasked = false }: ReadingWish = {},
): Promise<void> {
  const stored = await inOrganization(scope, async (t) => {
    await importStepsOf(t).begin(importId);
    return importsOf(t).find(importId);
  });
  if (stored?.state !== "reading" && stored?.state !== "adding") return;
  onProgress?.({ stage: "reading", bytes: 0, rows: 0, entries: 0, entriesTotal: 0 });
  // What somebody saw before saying yes is what is added: nothing learned since changes how it is read.
  const learned = stored.state === "adding" ? [] : await learnedMappings(scope);
  const repairs = await acceptedRepairs(scope, importId);
  const surveyed = await surveyEntriesFile(
    sourceOf(scope, stored),
    optionsOf(stored, { learned, repairs, signal, onProgress: readingProgress(onProgress) }),
  );
  if (!surveyed.ok) return endWith(scope, stored, surveyed.problem);
  await noteReading(scope, importId, surveyed.value);
  try {
    await commit(scope, stored, surveyed.value, { learned, repairs, unasked, onProgress, signal });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    await endWith(scope, stored, error.problem);
  }
}

/** The rows turned out to be unreadable on the way into the books, out of which all of them are taken again. */
class FileRefused extends Error {
  constructor(readonly problem: FileRefusal) {
    super(problem.kind);
  }
}

const readingProgress =
  (onProgress: ReadingWatch["onProgress"]) =>
  ({ bytes, rows }: { readonly bytes: number; readonly rows: number }): void => {
    onProgress?.({ stage: "reading", bytes, rows, entries: 0, entriesTotal: 0 });
  };

const learnedMappings = (scope: TenantScope): Promise<readonly LearnedMapping[]> =>
  inOrganization(scope, (t) => learnedMappingsOf(t).list());

/** The reading is over before its end: by a person's wish, because it took too long, or by a fault of ours. */
export async function endReading(scope: OrgScope, importId: string, stop: JobStop): Promise<void> {
  await inOrganization(scope, async (t) => {
    // Asked for again meanwhile: the newer wish counts, and has a job of its own.
    if (await isReadingQueued(t, importId)) return;
    if (await importDecisionsOf(t).showAgain(importId)) return;
    if (stop.kind === "cancelled") {
      if (await importStepsOf(t).cancel(importId)) await recordAudit(t, "import.cancelled", importId);
      return;
    }
    const refusal = stop.kind === "failed" ? { kind: "reading-failed" } : toRefusal(stop);
    if (await importStepsOf(t).refuse(importId, refusal))
      await recordAudit(t, "import.refused", importId, { why: refusal.kind });
  });
}

const toRefusal = ({ kind, seconds }: Extract<JobStop, { readonly seconds: number }>) => ({
  kind: "reading-stopped",
  because: kind,
  seconds,
});

/** A file whose columns a person can name waits for that; any other fault refuses it. */
async function endWith(scope: OrgScope, stored: StoredImport, problem: FileRefusal): Promise<void> {
  if (problem.kind !== "needs-mapping" || problem.sample === null) return refuse(scope, stored, problem);
  const { sample, sheet, sheets } = problem;
  await inOrganization(scope, async (t) => {
    await importColumnsOf(t).askForColumns(stored.id, { headerSample: sample, sheet, sheets: [...sheets] });
  });
}

/** How the file was read stays with it, so that it is read the same way again. */
async function noteReading(scope: OrgScope, importId: string, surveyed: SurveyedFile): Promise<void> {
  const { header, sample, sheets, end } = surveyed;
  const { basis, report, columns } = header;
  if (sample === null) throw new Error("A file was read without its headings");
  await inOrganization(scope, (t) =>
    importColumnsOf(t).noteReading(importId, {
      mappingBasis: basis,
      givenMapping: basis === "recognised" ? null : { report, columns },
      headerSample: sample,
      sheet: end.format === "xlsx" ? end.sheet : null,
      sheets: [...sheets],
    }),
  );
}

async function refuse(scope: OrgScope, { id, fileName }: StoredImport, problem: FileRefusal): Promise<void> {
  await inOrganization(scope, async (t) => {
    const refusal = JSON.parse(JSON.stringify(problem)) as Record<string, never>;
    if (!(await importStepsOf(t).refuse(id, refusal))) return;
    await recordAudit(t, "import.refused", id, { fileName, why: problem.kind });
  });
}

type CommitWish = ReadingWish & Pick<StoredFileOptions, "learned" | "repairs">;

/** Reads the rows a second time, and hands them on while they are read. */
async function commit(
  scope: OrgScope,
  stored: StoredImport,
  { header, survey, evidence, end }: SurveyedFile,
  { unasked, onProgress, signal, ...reading }: CommitWish,
): Promise<void> {
  const { report, columns, matched, total, headerRow, absent, layout, confidence } = header;
  const onEntries = (entries: number) =>
    onProgress?.({
      ...{ stage: "screening", bytes: end.bytes, rows: end.rows },
      ...{ entries, entriesTotal: survey.numbers.size },
    });
  const file: FileToCommit = {
    numbers: survey.numbers,
    comparedColumns: layout.comparedColumns,
    evidence,
    read: {
      reportType: report,
      mapping: columns.map(({ heading, field }) => ({ header: heading, field })),
      recognition: { matched, total, headerRow, absent, confidence },
    },
    pour: async (books) => {
      onEntries(0);
      const gathering = new GatheredPieces(books, async (piece) => {
        onEntries(await books.add(piece));
        signal?.throwIfAborted();
      });
      const options = optionsOf(stored, { ...reading, signal, betweenPieces: () => gathering.passOn() });
      // Whatever ends the reading, nothing may still be written when the transaction is taken back.
      const poured = await pourEntriesFile(sourceOf(scope, stored), survey, gathering, options).finally(() =>
        gathering.ended(),
      );
      if (!poured.ok) throw new FileRefused(poured.problem);
      await gathering.passOnRest();
      return { ...poured.value.totals, exportDay: poured.value.exportDay };
    },
  };
  const outcome = await inOrganizationByCopy(scope, async (t) => {
    const outcome = await commitImport(t, stored.id, file, today(), { unasked });
    if (outcome === "committed" && end.rows >= ROWS_WORTH_STATISTICS) await refreshStatistics(queryOn(t));
    return outcome;
  });
  if (outcome === "committed") await inOrganization(scope, queueTomorrowsScreening);
}
