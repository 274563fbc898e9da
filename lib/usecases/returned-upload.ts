import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { importsOf } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";
import type { FileRefusal } from "@/lib/files/file-refusal";
import { importOfReturned } from "@/lib/files/read-annotated";
import { removeUpload } from "@/lib/files/stored-upload";

/**
 * The import for which an uploaded workbook of problems went out: it is no report of its own, and waits on the page of
 * its repairs. Null for every other file.
 */
export async function returnedFor(
  scope: OrgScope,
  path: string,
): Promise<Result<string, FileRefusal> | null> {
  const importId = await importOfReturned(path);
  if (importId === null) return null;
  const stored = await inOrganization(scope, (t) => importsOf(t).find(importId));
  if (stored !== null) return ok(importId);
  await removeUpload(path);
  return err({ kind: "returned-elsewhere" });
}
