import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { membersOf } from "@/lib/data/members";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";

import {
  asOwnerInTurn,
  endMembership,
  isLastOwner,
  type LastOwner,
  type NoOwnerAnyMore,
} from "./members-in-turn";

export type RemoveMemberProblem = NoOwnerAnyMore | LastOwner | { readonly kind: "member-not-found" };

/** Ends at once what a member can reach here: every request proves the membership anew. */
export function removeMember(scope: OrgScope, memberId: string): Promise<Result<null, RemoveMemberProblem>> {
  return asOwnerInTurn<null, RemoveMemberProblem>(scope, async (t) => {
    const member = await membersOf(t).find(memberId);
    if (member === null) return err({ kind: "member-not-found" });
    if (await isLastOwner(t, member.role)) return err({ kind: "last-owner" });
    await endMembership(t, member, "member.removed");
    return ok(null);
  });
}

/** A member of any role goes by himself. */
export function leaveOrganization(scope: OrgScope): Promise<Result<null, LastOwner>> {
  return inOrganization(scope, async (t): Promise<Result<null, LastOwner>> => {
    await membersOf(t).takeTurn();
    const self = await membersOf(t).find(t.userId);
    if (self === null) return ok(null); // removed meanwhile
    if (await isLastOwner(t, self.role)) return err({ kind: "last-owner" });
    await endMembership(t, self, "member.left");
    return ok(null);
  });
}
