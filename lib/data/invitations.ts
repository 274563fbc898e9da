import "server-only";

import type { Role } from "@/lib/auth/scope";

import type { Tenant } from "./tenant";

export type Invitation = {
  readonly id: string;
  /** Normalised. */
  readonly email: string;
  readonly role: Role;
  /** Id of the owner who invites. */
  readonly invitedBy: string;
  readonly invitedAt: Date;
  /** The last instant at which it can be accepted. */
  readonly expiresAt: Date;
};

const KEPT = {
  ...{ id: true, email: true, role: true, invitedBy: true, invitedAt: true, expiresAt: true },
} as const;

export const invitationsOf = ({ orgId, db }: Tenant) => ({
  /** Also those that ran out, until somebody clears them or invites the address again; the newest first. */
  list(): Promise<readonly Invitation[]> {
    const orderBy = [{ invitedAt: "desc" as const }, { id: "asc" as const }];
    return db.invitation.findMany({ where: { orgId }, select: KEPT, orderBy });
  },

  countOthers(email: string): Promise<number> {
    return db.invitation.count({ where: { orgId, email: { not: email } } });
  },

  /** How many were made since, whatever became of them. */
  countMadeSince(since: Date): Promise<number> {
    return db.auditRecord.count({ where: { orgId, action: "member.invited", at: { gt: since } } });
  },

  /** In the place of an earlier one for the same address, whose link is worth nothing from now on. */
  async put(invitation: Invitation & { readonly secretHash: string }): Promise<void> {
    await db.invitation.deleteMany({ where: { orgId, email: invitation.email } });
    await db.invitation.create({ data: { orgId, ...invitation } });
  },

  /** The one that this secret opens at this instant. */
  findInForce(id: string, secretHash: string, at: Date): Promise<Invitation | null> {
    return db.invitation.findFirst({
      where: { orgId, id, secretHash, expiresAt: { gte: at } },
      select: KEPT,
    });
  },

  /** Accepted or revoked: the link is worth nothing from now on. @returns null where it was not there */
  async remove(id: string): Promise<Invitation | null> {
    const found = await db.invitation.findUnique({ where: { orgId_id: { orgId, id } }, select: KEPT });
    if (found !== null)
      await db.invitation.delete({ where: { orgId_id: { orgId, id } }, select: { id: true } });
    return found;
  },

  listOf(inviterId: string): Promise<readonly Invitation[]> {
    return db.invitation.findMany({ where: { orgId, invitedBy: inviterId }, select: KEPT });
  },
});
