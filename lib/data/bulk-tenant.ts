import "server-only";

import type { PoolClient } from "pg";

import { pool } from "./database";
import { queryOf, type Query, type Tenant, type TenantScope } from "./tenant";

/** One open transaction of one organization on a bare connection, where COPY and temporary tables are at hand. */
export type BulkTenant = {
  readonly orgId: string;
  readonly userId: string;
  readonly client: PoolClient;
};

/** For bulk work; everything else goes through `inOrganization`. */
export async function inOrganizationByCopy<T>(
  { orgId, userId }: TenantScope,
  run: (t: BulkTenant) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // The statement at hand fails when Postgres closes the connection; the event beside it, unheard, ends the process.
  client.on("error", noteLoss);
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.org_id', $1, true), set_config('app.user_id', $2, true)", [
      orgId,
      userId,
    ]);
    const result = await run({ orgId, userId, client });
    await client.query("COMMIT");
    client.off("error", noteLoss);
    client.release();
    return result;
  } catch (error) {
    // A connection in an unknown state is closed, which rolls back, rather than given to the next caller.
    client.release(true);
    throw error;
  }
}

const noteLoss = (error: Error): void => {
  console.warn("A connection was lost in a bulk transaction:", error.message);
};

/**
 * Waits until no other transaction writes entries or verdicts of this organization, and keeps others waiting until this
 * one ends: a verdict worked out from what another one is changing would be stale as soon as it is stored.
 */
export async function holdBooks(query: Query, orgId: string): Promise<void> {
  await query("SELECT id FROM organizations WHERE id = $1::uuid FOR UPDATE", [orgId]);
}

/** A point of the transaction that it may go back to; what was written since is then gone, and the rest goes on. */
export async function savepoint({ client }: BulkTenant): Promise<{ readonly goBack: () => Promise<void> }> {
  await client.query("SAVEPOINT before_books");
  return {
    goBack: async () => {
      await client.query("ROLLBACK TO SAVEPOINT before_books");
    },
  };
}

/** The same plain SQL as inside a Prisma transaction. */
export const queryOn =
  ({ client }: BulkTenant): Query =>
  async <Row>(text: string, values: readonly unknown[]) =>
    (await client.query(text, [...values])).rows as Row[];

/** Plain SQL in whichever transaction is open. */
export const queryIn = (t: Tenant | BulkTenant): Query => ("client" in t ? queryOn(t) : queryOf(t));
