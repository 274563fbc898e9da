import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { inOrganizationByCopy } from "@/lib/data/bulk-tenant";
import { importColumnsOf } from "@/lib/data/import-columns";
import { importDecisionsOf } from "@/lib/data/import-decisions";
import { importStepsOf } from "@/lib/data/import-steps";
import { importsOf, type StoredImport } from "@/lib/data/imports";
import type { JobProgress } from "@/lib/data/job-lease";
import { isReadingQueued, type JobStop } from "@/lib/data/job-queue";
import { rowRepairsOf } from "@/lib/data/row-repairs";
import { learnedMappingsOf, type LearnedMapping } from "@/lib/data/learned-mappings";
import { inOrganization, queryOf, type TenantScope } from "@/lib/data/tenant";
import type { RowRepair } from "@/lib/domain";
import { env } from "@/lib/env";
import type { ReadOptions } from "@/lib/files/csv-rows";
import type { FileRefusal } from "@/lib/files/file-refusal";
import { readEntriesFile, type EntriesFile } from "@/lib/files/read-entries-file";
import { uploadPath } from "@/lib/files/stored-upload";

import { commitImport } from "./commit-import";
import { mappingLookupFor } from "./known-headings";
import { queueTomorrowsScreening } from "./screen-organization";

/** Who waits for the reading: hears how far it is, and may end it before the rows reach the books. */
export type ReadingWatch = {
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

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
  const read = await readStoredFile(scope, stored, {
    learned,
    onProgress: ({ bytes, rows }) =>
      onProgress?.({ stage: "reading", bytes, rows, entries: 0, entriesTotal: 0 }),
    signal,
  });
  if (!read.ok) return endWith(scope, stored, read.problem);
  await noteReading(scope, importId, read.value);
  await commit(scope, importId, read.value, { unasked, onProgress, signal });
}

/** The one way in which a stored file becomes rows: what was in the books once is found in it again. */
export const readStoredFile = async (
  scope: TenantScope,
  stored: StoredImport,
  { repairs, learned = [], ...options }: StoredFileOptions = {},
): ReturnType<typeof readEntriesFile> =>
  readEntriesFile(
    { path: uploadPath(env.DATA_DIR, scope.orgId, stored.sha256) },
    {
      ...options,
      file: stored.id,
      fileName: stored.fileName,
      today: today(),
      alsoReads: "claims",
      sheet: stored.sheet,
      mappingOf: mappingLookupFor(stored, learned),
      repairs: repairs ?? (await acceptedRepairs(scope, stored.id)),
    },
  );

type StoredFileOptions = ReadOptions & {
  readonly repairs?: readonly RowRepair[];
  /** What people said of the headings of other files; not given: only what was said of this one counts. */
  readonly learned?: readonly LearnedMapping[];
};

const learnedMappings = (scope: TenantScope): Promise<readonly LearnedMapping[]> =>
  inOrganization(scope, (t) => learnedMappingsOf(t).list());

const acceptedRepairs = (scope: TenantScope, importId: string): Promise<readonly RowRepair[]> =>
  inOrganization(scope, (t) => rowRepairsOf(queryOf(t), t.orgId, importId));

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
async function noteReading(scope: OrgScope, importId: string, read: EntriesFile): Promise<void> {
  const { header, sample, sheets, end, exportDay } = read;
  const { basis, report, columns } = header;
  if (sample === null) throw new Error("A file was read without its headings");
  await inOrganization(scope, (t) =>
    importColumnsOf(t).noteReading(importId, {
      mappingBasis: basis,
      givenMapping: basis === "recognised" ? null : { report, columns },
      headerSample: sample,
      sheet: end.format === "xlsx" ? end.sheet : null,
      sheets: [...sheets],
      exportDate: exportDay?.day ?? null,
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

async function commit(
  scope: OrgScope,
  importId: string,
  { header, assembled, claims, end, exportDay }: EntriesFile,
  { unasked, onProgress, signal }: ReadingWish,
): Promise<void> {
  const { report, columns, matched, total, headerRow, absent, layout, confidence } = header;
  const read = {
    reportType: report,
    comparedColumns: layout.comparedColumns,
    mapping: columns.map(({ heading, field }) => ({ header: heading, field })),
    recognition: {
      ...{ matched, total, headerRow, absent, confidence },
      exportDayBasis: exportDay?.basis ?? null,
    },
  };
  const onEntries = (entries: number) =>
    onProgress?.({
      ...{ stage: "screening", bytes: end.bytes, rows: end.rows },
      ...{ entries, entriesTotal: assembled.entries.size },
    });
  const outcome = await inOrganizationByCopy(scope, (t) =>
    commitImport(t, importId, assembled, read, today(), { claims, unasked, onEntries, signal }),
  );
  if (outcome === "committed") await inOrganization(scope, queueTomorrowsScreening);
}
