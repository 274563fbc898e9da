import "server-only";

import PgBoss from "pg-boss";

import { pool } from "./database";
import { queryOf, type Tenant } from "./tenant";

/** Long work, by name; the ids say whose. A job proves its membership again before it touches a row. */
export type Jobs = {
  readonly "read-import": { readonly orgId: string; readonly userId: string; readonly importId: string };
  readonly "screen-organization": { readonly orgId: string; readonly userId: string };
};
export type JobName = keyof Jobs;

export type JobOptions = {
  /** At most one waiting job with this key. */
  readonly singletonKey?: string;
  readonly startAfter?: Date;
};

/** Queues a job in the transaction of what it follows from: no job without its rows, no rows without their job. */
export async function queueJob<Name extends JobName>(
  t: Tenant,
  name: Name,
  data: Jobs[Name],
  options: JobOptions = {},
): Promise<void> {
  const boss = new PgBoss({ db: statementsOf(t), migrate: false });
  await boss.send(name, data, { ...options });
}

/** Whether the reading of an import waits or is under way; false once it ended, or the queue gave up on it. */
export async function isReadingQueued(t: Tenant, importId: string): Promise<boolean> {
  const rows = await queryOf(t)(
    `SELECT id FROM pgboss.job WHERE name = 'read-import' AND state IN ('created', 'retry', 'active')
     AND data ->> 'importId' = $1::text LIMIT 1`,
    [importId],
  );
  return rows.length > 0;
}

/** pg-boss numbers its parameters as Postgres does, so its statements run on any connection. */
const statementsOf = (t: Tenant) => ({
  async executeSql(text: string, values: unknown[]) {
    const rows = await t.db.$queryRawUnsafe<unknown[]>(text, ...values);
    return { rows, rowCount: rows.length };
  },
});

export type ActiveJob<Name extends JobName> = {
  readonly id: string;
  readonly data: Jobs[Name];
  /** The queue will not try it again. */
  readonly isLast: boolean;
};

/** Jobs marked as being worked on, by whichever process. */
export async function activeJobs<Name extends JobName>(name: Name): Promise<readonly ActiveJob<Name>[]> {
  const { rows } = await pool.query<ActiveJob<Name>>(
    `SELECT id, data, retry_count >= retry_limit AS "isLast" FROM pgboss.job WHERE name = $1 AND state = 'active'`,
    [name],
  );
  return rows;
}
