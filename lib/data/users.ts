import "server-only";

import { prisma } from "./database";
import type { Prisma } from "./generated/prisma/client";
import { queryOf, type Tenant } from "./tenant";

export type Account = {
  readonly id: string;
  /** Normalised: the spelling under which it is found. */
  readonly email: string;
  readonly name: string;
};

/** With what signing in compares. Never leaves `lib/auth`. */
export type AccountWithSecret = Account & { readonly passwordHash: string };

const KEPT = { id: true, email: true, name: true } as const;

/** @param email - normalised */
export const findAccountByEmail = (email: string): Promise<AccountWithSecret | null> =>
  prisma.user.findUnique({ where: { email }, select: { ...KEPT, passwordHash: true } });

/** Adds somebody in the transaction of his first organization. */
export async function createAccount(db: Prisma.TransactionClient, account: AccountWithSecret): Promise<void> {
  await db.user.create({ data: account, select: KEPT });
}

/** Whether the address has an account, seen by the transaction that would add one. */
export const isEmailTaken = async (db: Prisma.TransactionClient, email: string): Promise<boolean> =>
  (await db.user.count({ where: { email } })) > 0;

/** Gives the person who acts another name. @returns the one before */
export async function setOwnName(t: Tenant, name: string): Promise<string> {
  const before = await userName(t);
  await t.db.user.update({ where: { id: t.userId }, data: { name }, select: { id: true } });
  return before;
}

/** Gives the person who acts another password, and ends his sessions but the one in use. */
export async function setOwnPassword(
  { db, userId }: Tenant,
  passwordHash: string,
  keptSessionId: string,
  at: Date,
): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
  await db.session.updateMany({
    where: { userId, id: { not: keptSessionId }, revokedAt: null },
    data: { revokedAt: at },
  });
}

/** The name of the person who acts, as it is written beside what he does. */
export async function userName({ db, userId }: Tenant): Promise<string> {
  const { name } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  return name;
}

/** Names of the people of the organization by user id; of those who left, the name they had when they did. */
export async function memberNames(t: Tenant): Promise<ReadonlyMap<string, string>> {
  const people = await queryOf(t)<{ id: string; name: string }>(
    `SELECT subject AS id, details ->> 'name' AS name FROM audit_log
     WHERE org_id = $1::uuid AND action IN ('member.removed', 'member.left')
     UNION ALL
     SELECT m.user_id::text, u.name FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.org_id = $1::uuid`,
    [t.orgId],
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}
