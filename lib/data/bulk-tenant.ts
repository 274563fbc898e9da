import "server-only";

import type { PoolClient } from "pg";

import { pool } from "./database";
import type { Query, TenantScope } from "./tenant";

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
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.org_id', $1, true), set_config('app.user_id', $2, true)", [
      orgId,
      userId,
    ]);
    const result = await run({ orgId, userId, client });
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // A connection in an unknown state is closed, which rolls back, rather than given to the next caller.
    client.release(true);
    throw error;
  }
}

/** The same plain SQL as inside a Prisma transaction. */
export const queryOn =
  ({ client }: BulkTenant): Query =>
  async <Row>(text: string, values: readonly unknown[]) =>
    (await client.query(text, [...values])).rows as Row[];
