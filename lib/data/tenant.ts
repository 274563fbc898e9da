import "server-only";

import type { OrgScope } from "@/lib/auth/scope";

import { prisma } from "./database";
import type { Prisma } from "./generated/prisma/client";

/** What a proven scope is needed for here: whose rows, and who acts. */
export type TenantScope = Pick<OrgScope, "orgId" | "userId">;

/** One open transaction that sees one organization: row-level security is set, and queries name the organization too. */
export type Tenant = {
  readonly orgId: string;
  readonly userId: string;
  readonly db: Prisma.TransactionClient;
};

/** Rows of plain SQL, on whichever connection the transaction is open. Cast to text what must stay exact. */
export type Query = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** The longest a page or an action may hold its transaction. */
const TRANSACTION_MILLISECONDS = 30_000;

/** Runs in one transaction that sees `scope`'s organization and no other. */
export function inOrganization<T>(scope: TenantScope, run: (t: Tenant) => Promise<T>): Promise<T> {
  const { orgId, userId } = scope;
  return transaction(orgId, userId, (db) => run({ orgId, userId, db }));
}

/** Before an organization is chosen: shows the person's own memberships and their organizations, nothing else. */
export function asUser<T>(userId: string, run: (db: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return transaction("", userId, run);
}

/** Signing up: the one moment when somebody acts in an organization that is not there yet. */
export function asNewOrganization<T>(
  orgId: string,
  userId: string,
  run: (db: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return transaction(orgId, userId, run);
}

/**
 * Somebody who holds a link into an organization and does not belong to it yet. Before the secret of the link was
 * compared nothing may be read here but the row that it names.
 * @param orgId - as the link says it
 * @param userId - empty while he has no account
 */
export function asInvited<T>(orgId: string, userId: string, run: (t: Tenant) => Promise<T>): Promise<T> {
  return transaction(orgId, userId, (db) => run({ orgId, userId, db }));
}

function transaction<T>(
  orgId: string,
  userId: string,
  run: (db: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(
    async (db) => {
      // Local to the transaction: a plain SET would leak to the next user of the pooled connection.
      await db.$queryRaw`SELECT set_config('app.org_id', ${orgId}, true), set_config('app.user_id', ${userId}, true)`;
      return run(db);
    },
    { timeout: TRANSACTION_MILLISECONDS, maxWait: 10_000 },
  );
}

/** Plain SQL inside a Prisma transaction. */
export const queryOf =
  (t: Tenant): Query =>
  <Row>(text: string, values: readonly unknown[]) =>
    t.db.$queryRawUnsafe<Row[]>(text, ...values);
