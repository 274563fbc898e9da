import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { inOrganizationByCopy } from "@/lib/data/bulk-tenant";
import { importStepsOf } from "@/lib/data/import-steps";
import { importsOf, type StoredImport } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { env } from "@/lib/env";
import type { FileRefusal } from "@/lib/files/file-refusal";
import { readEntriesFile, type EntriesFile } from "@/lib/files/read-entries-file";
import { uploadPath } from "@/lib/files/stored-upload";

import { commitImport } from "./commit-import";
import { queueTomorrowsScreening } from "./screen-organization";

const PROGRESS_MILLISECONDS = 400;

/** Reads a stored upload into the books. Run twice, also at once, it does its work once. */
export async function readImport(scope: OrgScope, importId: string): Promise<void> {
  const stored = await inOrganization(scope, (t) => importsOf(t).find(importId));
  if (stored?.state !== "stored" && stored?.state !== "reading") return;
  const read = await readEntriesFile(
    { path: uploadPath(env.DATA_DIR, scope.orgId, stored.sha256) },
    { file: importId, onProgress: reportProgress(scope, importId) },
  );
  if (!read.ok) return refuse(scope, stored, read.problem);
  await commit(scope, importId, read.value);
}

/** The reading failed by a fault of ours, again and again: says so instead of turning for ever. */
export async function giveUpImport(scope: OrgScope, importId: string): Promise<void> {
  await inOrganization(scope, async (t) => {
    if (await importStepsOf(t).refuse(importId, { kind: "reading-failed" }))
      await recordAudit(t, "import.refused", importId, { why: "reading-failed" });
  });
}

async function refuse(scope: OrgScope, { id, fileName }: StoredImport, problem: FileRefusal): Promise<void> {
  await inOrganization(scope, async (t) => {
    const refusal = JSON.parse(JSON.stringify(problem)) as Record<string, never>;
    if (!(await importStepsOf(t).refuse(id, refusal))) return;
    await recordAudit(t, "import.refused", id, { fileName, why: problem.kind });
  });
}

async function commit(scope: OrgScope, importId: string, { header, assembled }: EntriesFile): Promise<void> {
  const { report, columns, matched, total, headerRow, absent, layout } = header;
  const read = {
    reportType: report,
    comparedColumns: layout.comparedColumns,
    mapping: columns.map(({ heading, field }) => ({ header: heading, field })),
    recognition: { matched, total, headerRow, absent },
  };
  await inOrganizationByCopy(scope, (t) => commitImport(t, importId, assembled, read, today()));
  await inOrganization(scope, queueTomorrowsScreening);
}

/** Notes now and then how far the reading is, one note after the other; a lost note is no loss. */
function reportProgress(scope: OrgScope, importId: string) {
  let last = 0;
  let writing = false;
  return ({ bytes, rows }: { readonly bytes: number; readonly rows: number }) => {
    const at = now().getTime();
    if (writing || at - last < PROGRESS_MILLISECONDS) return;
    [last, writing] = [at, true];
    inOrganization(scope, (t) => importStepsOf(t).setProgress(importId, { bytesRead: bytes, rowsRead: rows }))
      .catch((error: unknown) => {
        console.warn("The progress of an import could not be noted:", error);
      })
      .finally(() => {
        writing = false;
      });
  };
}
