import "server-only";

import type { Role } from "@/lib/auth/scope";

import { queryOf, type Tenant } from "./tenant";

export type Member = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: Date;
};

const KEPT = {
  userId: true,
  role: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
} as const;

type Row = {
  readonly userId: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly user: { readonly name: string; readonly email: string };
};

const toMember = ({ userId, role, createdAt, user }: Row): Member => ({
  userId,
  ...user,
  role,
  since: createdAt,
});

/** Who belongs to the organization. */
export const membersOf = (t: Tenant) => {
  const { orgId, db } = t;
  return {
    /**
     * Makes changes of members and invitations of one organization follow one another until this transaction ends: two
     * owners who remove each other at once would otherwise each still see the other.
     */
    async takeTurn(): Promise<void> {
      await queryOf(t)("SELECT pg_advisory_xact_lock(hashtextextended('members of ' || $1, 0))::text", [
        orgId,
      ]);
    },

    async list(): Promise<readonly Member[]> {
      const rows = await db.membership.findMany({
        where: { orgId },
        select: KEPT,
        orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
      });
      return rows.map(toMember);
    },

    async find(userId: string): Promise<Member | null> {
      const row = await db.membership.findUnique({
        where: { orgId_userId: { orgId, userId } },
        select: KEPT,
      });
      return row && toMember(row);
    },

    async isThere(userId: string): Promise<boolean> {
      return (await db.membership.count({ where: { orgId, userId } })) > 0;
    },

    countOwners(): Promise<number> {
      return db.membership.count({ where: { orgId, role: "owner" } });
    },

    /** @param email - normalised */
    async hasAddress(email: string): Promise<boolean> {
      return (await db.membership.count({ where: { orgId, user: { email } } })) > 0;
    },

    async add(userId: string, role: Role): Promise<void> {
      await db.membership.create({ data: { orgId, userId, role } });
    },

    async setRole(userId: string, role: Role): Promise<void> {
      await db.membership.update({ where: { orgId_userId: { orgId, userId } }, data: { role } });
    },

    /** With it go his calendar address, the rhythm of his digest and his inbox. */
    async remove(userId: string): Promise<void> {
      await db.membership.delete({ where: { orgId_userId: { orgId, userId } } });
    },
  };
};
