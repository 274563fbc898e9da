import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { inOrganization } from "@/lib/data/tenant";
import { userName } from "@/lib/data/users";
import { err, maySignOff, mayDownload, ok, type Result } from "@/lib/domain";

import { viewDeclaration } from "./declaration-readiness";

export type SignOffProblem = {
  readonly kind:
    | ("declaration-not-found" | "not-a-draft" | "not-ready")
    /** Whoever built the draft or attested one of its points is not a second person. */
    | "prepared-it-oneself"
    /** What was signed is not what stands there any more. */
    | "content-changed";
};

/**
 * A second person says yes to a draft as it stands. The yes counts for this content alone.
 * @param seen - SHA-256 of the content that was shown
 */
export async function signOffDeclaration(
  scope: OrgScope,
  id: string,
  seen: string,
): Promise<Result<null, SignOffProblem>> {
  return inOrganization(scope, async (t) => {
    const view = await viewDeclaration(t, id);
    if (!view) return err({ kind: "declaration-not-found" });
    if (view.declaration.state !== "draft") return err({ kind: "not-a-draft" });
    if (!maySignOff(scope.userId, view.preparers)) return err({ kind: "prepared-it-oneself" });
    if (!mayDownload(view.points)) return err({ kind: "not-ready" });
    if (view.contentSha256 !== seen) return err({ kind: "content-changed" });
    await declarationStepsOf(t).signOff(id, await userName(t), seen);
    await recordAudit(t, "declaration.signed-off", id, { contentSha256: seen });
    return ok(null);
  });
}
