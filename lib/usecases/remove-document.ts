import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { attachedDocumentsOf } from "@/lib/data/attached-documents";
import { documentStepsOf } from "@/lib/data/document-steps";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";

import { documentStore } from "./document-storage";

export type RemoveDocumentProblem =
  | { readonly kind: "document-not-found" }
  /** It was there when this file was frozen, so the evidence rests on it. */
  | { readonly kind: "document-is-evidence"; readonly declarationFile: string };

/** Takes a paper away, and its bytes with the last paper that has them; the audit log keeps its name and hash. */
export async function removeDocument(
  scope: OrgScope,
  id: string,
): Promise<Result<null, RemoveDocumentProblem>> {
  const removed = await inOrganization(scope, async (t): Promise<Result<string, RemoveDocumentProblem>> => {
    const steps = documentStepsOf(t);
    const document = await attachedDocumentsOf(t).find(id);
    if (!document) return err({ kind: "document-not-found" });
    const declarationFile = await steps.evidenceOf(id);
    if (declarationFile !== null) return err({ kind: "document-is-evidence", declarationFile });
    const { kind, fileName, sha256 } = document;
    if (!(await steps.remove(id))) return err({ kind: "document-not-found" });
    await recordAudit(t, "document.removed", id, { kind, fileName, sha256 });
    return ok(sha256);
  });
  if (!removed.ok) return removed;
  await dropContent(scope, removed.value);
  return ok(null);
}

/** Under the lock that attaching takes as well, and after the row is gone for good: no row is ever without its bytes. */
async function dropContent(scope: OrgScope, sha256: string): Promise<void> {
  await inOrganization(scope, async (t) => {
    await documentStepsOf(t).holdContent(sha256);
    if (!(await documentStepsOf(t).isHeld(sha256)))
      await documentStore.remove({ orgId: scope.orgId, sha256 });
  });
}
