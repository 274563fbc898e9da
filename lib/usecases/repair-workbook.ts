import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { importsOf } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";
import { env } from "@/lib/env";
import type { AnnotatedWorkbook } from "@/lib/files/annotate-reading";
import { compareReturned, type ReturnedWorkbook, type UnusableWorkbook } from "@/lib/files/returned-workbook";
import { removeUpload, uploadPath } from "@/lib/files/stored-upload";

import { typeCells, type AcceptProblem } from "./accept-repairs";
import type { Repaired, RepairWork } from "./repair-import";
import {
  lookAtStored,
  repairableImport,
  storedReadingOf,
  type RepairableImport,
  type TooMuchToLookAt,
} from "./survey-repairs";

type NotRepairable = { readonly kind: "not-repairable" };

export type AnnotatedFile = Omit<AnnotatedWorkbook, "rows"> & { readonly fileName: string };

/** The rows of a file that have a problem, or all of them, as a workbook; its name says when not all rows fitted. */
export async function annotateImport(
  scope: OrgScope,
  importId: string,
  everyRow: boolean,
): Promise<Result<AnnotatedFile, NotRepairable | TooMuchToLookAt>> {
  const found = await repairableImport(scope, importId);
  if (found === null) return err({ kind: "not-repairable" });
  const reading = storedReadingOf(scope, found);
  const annotated = await lookAtStored(scope, "annotated", { reading, importId, everyRow });
  if (!annotated.ok) return annotated;
  const { content, rows, left } = annotated.value;
  const part = left === 0 ? "" : `-first-${String(rows)}-of-${String(rows + left)}`;
  return ok({ fileName: `${stemOf(found.stored.fileName)}-problems${part}.xlsx`, content, left });
}

/** Without its ending, and short enough for another one. */
const stemOf = (fileName: string): string => fileName.replace(/\.[^.]+$/, "").slice(0, 60);

export type ReturnedProblem = NotRepairable | UnusableWorkbook;

/** What a returned workbook changes, before anything is stored. */
export async function viewReturned(
  scope: OrgScope,
  importId: string,
  sha256: string,
): Promise<Result<ReturnedWorkbook, ReturnedProblem | TooMuchToLookAt>> {
  const found = await repairableImport(scope, importId);
  if (found === null) return err({ kind: "not-repairable" });
  const looked = await lookAtStored(scope, "returned", returnedQuestion(scope, found, sha256));
  return looked.ok ? looked.value : looked;
}

/** Stores what the workbook changes. */
export async function acceptReturned(
  scope: OrgScope,
  importId: string,
  sha256: string,
  work: RepairWork = {},
): Promise<Result<Repaired, AcceptProblem | ReturnedProblem>> {
  const found = await repairableImport(scope, importId);
  if (found === null) return err({ kind: "not-repairable" });
  const returned = await compareReturned(returnedQuestion(scope, found, sha256), work.reading?.next());
  return returned.ok ? typeCells(scope, importId, returned.value.changes, work) : returned;
}

/** Lets go of a workbook whose cells are stored; never of the bytes of an import. */
export async function forgetReturned(scope: OrgScope, sha256: string): Promise<void> {
  const kept = await inOrganization(scope, (t) => importsOf(t).findByContent(sha256));
  if (kept === null) await removeUpload(returnedPath(scope, sha256));
}

const returnedPath = ({ orgId }: OrgScope, sha256: string): string => uploadPath(env.DATA_DIR, orgId, sha256);

const returnedQuestion = (scope: OrgScope, found: RepairableImport, sha256: string) => ({
  reading: storedReadingOf(scope, found),
  importId: found.stored.id,
  workbook: returnedPath(scope, sha256),
});
