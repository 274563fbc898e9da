import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { importDecisionsOf } from "@/lib/data/import-decisions";
import { importsOf } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";
import { env } from "@/lib/env";
import { removeUpload, uploadPath } from "@/lib/files/stored-upload";

import type { NotShownProblem } from "./add-import";

/** Forgets a file that was shown and is not wanted: its row, what was mended in it, and its bytes. */
export async function discardImport(
  scope: OrgScope,
  importId: string,
): Promise<Result<null, NotShownProblem>> {
  const discarded = await inOrganization(scope, async (t) => {
    const stored = await importsOf(t).find(importId);
    if (!stored || !(await importDecisionsOf(t).discard(importId))) return null;
    const { fileName, sha256 } = stored;
    await recordAudit(t, "import.discarded", importId, { fileName, sha256 });
    return sha256;
  });
  if (discarded === null) return err({ kind: "not-shown" });
  // After the commit: a row without its file could not be read, a file without its row is merely left over.
  await removeUpload(uploadPath(env.DATA_DIR, scope.orgId, discarded));
  return ok(null);
}
