import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";

export type WithdrawProblem = {
  readonly kind: "filed-or-gone";
};

/** Frees the entries of a declaration that was never filed; the record and its file stay. */
export async function withdrawDeclaration(
  scope: OrgScope,
  id: string,
): Promise<Result<null, WithdrawProblem>> {
  return inOrganization(scope, async (t) => {
    if (!(await declarationStepsOf(t).withdraw(id))) return err({ kind: "filed-or-gone" });
    await recordAudit(t, "declaration.withdrawn", id);
    return ok(null);
  });
}
