import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { invitationsOf } from "@/lib/data/invitations";
import { err, ok, type Result } from "@/lib/domain";

import { asOwnerInTurn, type NoOwnerAnyMore } from "./members-in-turn";

export type RevokeProblem = NoOwnerAnyMore | { readonly kind: "invitation-not-found" };

/** From now on its link opens nothing; also clears one that ran out. */
export function revokeInvitation(scope: OrgScope, id: string): Promise<Result<null, RevokeProblem>> {
  return asOwnerInTurn<null, RevokeProblem>(scope, async (t) => {
    const revoked = await invitationsOf(t).remove(id);
    if (revoked === null) return err({ kind: "invitation-not-found" });
    await recordAudit(t, "invitation.revoked", id, { email: revoked.email, role: revoked.role });
    return ok(null);
  });
}
