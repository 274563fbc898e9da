import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { importDecisionsOf } from "@/lib/data/import-decisions";
import { queueJob } from "@/lib/data/job-queue";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";

/** Added, discarded or read again by somebody else meanwhile, or by a second click. */
export type NotShownProblem = { readonly kind: "not-shown" };

/**
 * Somebody saw what a file would change, and wants it: it is read again and added in the background. Two clicks, also
 * in two tabs, add it once.
 */
export function addImport(scope: OrgScope, importId: string): Promise<Result<null, NotShownProblem>> {
  return inOrganization(scope, async (t) => {
    if (!(await importDecisionsOf(t).add(importId))) return err({ kind: "not-shown" });
    await queueJob(t, "read-import", { orgId: t.orgId, userId: t.userId, importId });
    return ok(null);
  });
}
