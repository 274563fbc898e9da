import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { holdBooks, inOrganizationByCopy, queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import {
  beginUndo,
  declarationsRestingOn,
  endUndo,
  isUndoAsked,
  markUndone,
  type RestingDeclaration,
} from "@/lib/data/import-undo";
import { importsOf } from "@/lib/data/imports";
import { queueJob } from "@/lib/data/job-queue";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";

import { ReadingAgain, type ReadingWatch } from "./reading-again";
import { StoredFileLost, takeOut } from "./take-out-import";

export type UndoProblem =
  /** Not in the books, or being taken out already. */
  | { readonly kind: "not-committed" }
  /** Downloaded declarations rest on entries of the file. */
  | { readonly kind: "declared"; readonly declarations: readonly RestingDeclaration[] };

/** Has an import taken out of the books in the background, unless what was downloaded rests on it. */
export function askToUndo(scope: OrgScope, importId: string): Promise<Result<null, UndoProblem>> {
  return inOrganization(scope, async (t) => {
    const stored = await importsOf(t).find(importId);
    if (stored?.state !== "committed") return err({ kind: "not-committed" });
    const declarations = await declarationsRestingOn(t, importId);
    if (declarations.length > 0) return err({ kind: "declared", declarations });
    if (!(await beginUndo(t, importId))) return err({ kind: "not-committed" });
    await queueJob(t, "undo-import", { orgId: t.orgId, userId: t.userId, importId });
    return ok(null);
  });
}

/**
 * Takes an import out exactly: afterwards the books are what they would be had the file never come. Run twice, it does
 * its work once. A declaration that was downloaded since somebody asked keeps the import in; so does another file that
 * must be read again for it and is gone, which is said.
 */
export async function undoImport(scope: OrgScope, importId: string, watch: ReadingWatch = {}): Promise<void> {
  await inOrganizationByCopy(scope, async (t) => {
    await holdBooks(queryOn(t), t.orgId);
    if (!(await isUndoAsked(t, importId))) return;
    if ((await declarationsRestingOn(t, importId)).length > 0) await endUndo(t, importId, null);
    else await undo(t, importId, new ReadingAgain(watch));
  });
}

async function undo(t: BulkTenant, importId: string, reading: ReadingAgain): Promise<void> {
  const taken = await takeOut(t, importId, today(), reading).catch(async (error: unknown) => {
    if (!(error instanceof StoredFileLost)) throw error;
    await endUndo(t, importId, { kind: "undo-needs-file", fileName: error.fileName });
    return null;
  });
  if (taken === null) return;
  const { entries, vanished, drafts } = taken;
  await markUndone(t, importId, now());
  await recordAudit(t, "import.undone", importId, {
    entries,
    entriesGone: vanished,
    drafts: drafts.map(({ fileName, entries: left }) => `${fileName}: ${String(left)}`),
  });
}

/** No try is left: the import stays in the books, whole. */
export async function giveUpUndo(scope: OrgScope, importId: string): Promise<void> {
  await inOrganization(scope, (t) => endUndo(t, importId, { kind: "undo-failed" }));
}
