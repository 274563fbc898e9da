import "server-only";

import type { OrgScope, Role } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { invitationsOf } from "@/lib/data/invitations";
import { membersOf, type Member } from "@/lib/data/members";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import { err, type Result } from "@/lib/domain";

/** Whoever acts was an owner when he asked, and is none any more now that it is his turn. */
export type NoOwnerAnyMore = { readonly kind: "no-owner-any-more" };

/** An organization without an owner could never have one again. */
export type LastOwner = { readonly kind: "last-owner" };

/** Changes of who belongs follow one another, and each is an owner's when its turn has come. */
export function asOwnerInTurn<Value, Problem>(
  scope: OrgScope,
  run: (t: Tenant) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem | NoOwnerAnyMore>> {
  return inOrganization(scope, async (t): Promise<Result<Value, Problem | NoOwnerAnyMore>> => {
    await membersOf(t).takeTurn();
    const self = await membersOf(t).find(t.userId);
    return self?.role === "owner" ? run(t) : err({ kind: "no-owner-any-more" });
  });
}

/** Asked within the turn, or two owners could go at once. */
export const isLastOwner = async (t: Tenant, role: Role): Promise<boolean> =>
  role === "owner" && (await membersOf(t).countOwners()) === 1;

/** Ends a membership; the record keeps the name that the history goes on showing. */
export async function endMembership(
  t: Tenant,
  { userId, name, email, role }: Member,
  action: "member.removed" | "member.left",
): Promise<void> {
  await revokeInvitationsOf(t, userId);
  await membersOf(t).remove(userId);
  await recordAudit(t, action, userId, { name, email, role });
}

/** Nobody comes in by the word of somebody who is no owner any more. */
export async function revokeInvitationsOf(t: Tenant, inviterId: string): Promise<void> {
  for (const { id, email, role } of await invitationsOf(t).listOf(inviterId)) {
    await invitationsOf(t).remove(id);
    await recordAudit(t, "invitation.revoked", id, { email, role, because: "inviter is no owner any more" });
  }
}
