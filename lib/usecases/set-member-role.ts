import "server-only";

import type { OrgScope, Role } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { membersOf } from "@/lib/data/members";
import { err, ok, type Result } from "@/lib/domain";

import {
  asOwnerInTurn,
  isLastOwner,
  revokeInvitationsOf,
  type LastOwner,
  type NoOwnerAnyMore,
} from "./members-in-turn";

export type SetRoleProblem = NoOwnerAnyMore | LastOwner | { readonly kind: "member-not-found" };

/** Gives a member, himself included, another role. It holds with his next request. */
export function setMemberRole(
  scope: OrgScope,
  memberId: string,
  role: Role,
): Promise<Result<null, SetRoleProblem>> {
  return asOwnerInTurn<null, SetRoleProblem>(scope, async (t) => {
    const member = await membersOf(t).find(memberId);
    if (member === null) return err({ kind: "member-not-found" });
    if (member.role === role) return ok(null);
    if (await isLastOwner(t, member.role)) return err({ kind: "last-owner" });
    await membersOf(t).setRole(memberId, role);
    if (member.role === "owner") await revokeInvitationsOf(t, memberId);
    await recordAudit(t, "member.role-changed", memberId, { from: member.role, to: role });
    return ok(null);
  });
}
