import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { importsOf } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";
import type { FileRefusal } from "@/lib/files/file-refusal";
import { removeUpload } from "@/lib/files/stored-upload";

/**
 * An uploaded workbook of problems is no report of its own: it waits on the page of the repairs of the import for which
 * it went out.
 * @param importId - as the workbook says it
 */
export async function takeReturned(
  scope: OrgScope,
  importId: string,
  path: string,
): Promise<Result<string, FileRefusal>> {
  const stored = await inOrganization(scope, (t) => importsOf(t).find(importId));
  if (stored !== null) return ok(importId);
  await removeUpload(path);
  return err({ kind: "returned-elsewhere" });
}
