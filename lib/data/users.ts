import "server-only";

import { prisma } from "./database";
import type { Prisma } from "./generated/prisma/client";
import type { Tenant } from "./tenant";

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

/** The name of the person who acts, as it is written beside what he does. */
export async function userName({ db, userId }: Tenant): Promise<string> {
  const { name } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  return name;
}

/** Names of the organization's members by user id. */
export async function memberNames({ db, orgId }: Tenant): Promise<ReadonlyMap<string, string>> {
  const members = await db.membership.findMany({
    where: { orgId },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(members.map(({ userId, user }) => [userId, user.name]));
}
