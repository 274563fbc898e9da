import "server-only";

import PgBoss from "pg-boss";

import type { Day } from "@/lib/domain";

import { queryOn, type BulkTenant } from "./bulk-tenant";
import { pool } from "./database";
import { queryOf, type Query, type Tenant } from "./tenant";

/** Long work, by name; the ids say whose. A job proves its membership again before it touches a row. */
export type Jobs = {
  readonly "read-import": { readonly orgId: string; readonly userId: string; readonly importId: string };
  readonly "screen-organization": {
    readonly orgId: string;
    readonly userId: string;
    /** The law that the organization's verdicts rested on when the job was queued: which rules, on which day. */
    readonly rulesVersion: string;
    readonly asOf: Day;
    /** Every entry, although the law is the same: something else that verdicts rest on has changed. */
    readonly afresh?: boolean;
  };
};
export type JobName = keyof Jobs;

export type JobOptions = {
  /** At most one waiting job with this key. */
  readonly singletonKey?: string;
  readonly startAfter?: Date;
};

/** Queues a job in the transaction of what it follows from: no job without its rows, no rows without their job. */
export async function queueJob<Name extends JobName>(
  t: Tenant | BulkTenant,
  name: Name,
  data: Jobs[Name],
  options: JobOptions = {},
): Promise<void> {
  const boss = new PgBoss({ db: statementsOn("client" in t ? queryOn(t) : queryOf(t)), migrate: false });
  await boss.send(name, data, { ...options });
}

/**
 * Screens every entry of the organization in the background, soon. At most one screening of an organization waits, so
 * the one that waits for tomorrow is brought forward.
 */
export async function queueScreeningAfresh(
  t: Tenant | BulkTenant,
  data: Omit<Jobs["screen-organization"], "orgId" | "userId" | "afresh">,
): Promise<void> {
  const { orgId, userId } = t;
  const job = { orgId, userId, ...data, afresh: true };
  await queueJob(t, "screen-organization", job, { singletonKey: orgId });
  const query = "client" in t ? queryOn(t) : queryOf(t);
  await query(
    `UPDATE pgboss.job SET start_after = now(), data = data || '{"afresh": true}'
     WHERE name = 'screen-organization' AND state = 'created' AND singleton_key = $1::text`,
    [orgId],
  );
}

/**
 * Brings forward the screening of every organization whose verdicts rest on other rules or on another day.
 *
 * A worker sees no organization: row-level security shows it none, and a list of them would be a way around the locks.
 * The queue is everybody's and holds ids only. Each screening queues the next one, so every organization with entries
 * has one waiting, and it says under which law it was queued. The job proves its membership before it touches a row.
 */
export async function bringScreeningsForward(rulesVersion: string, asOf: Day): Promise<void> {
  await pool.query(
    `UPDATE pgboss.job SET start_after = now(), keep_until = greatest(keep_until, now() + interval '14 days')
     WHERE name = 'screen-organization' AND state = 'created'
       AND (data ->> 'rulesVersion' IS DISTINCT FROM $1 OR data ->> 'asOf' IS DISTINCT FROM $2)`,
    [rulesVersion, asOf],
  );
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
const statementsOn = (query: Query) => ({
  async executeSql(text: string, values: unknown[]) {
    const rows = await query<unknown>(text, values);
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
