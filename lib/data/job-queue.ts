import "server-only";

import PgBoss from "pg-boss";

import type { Day } from "@/lib/domain";

import { queryIn, type BulkTenant } from "./bulk-tenant";
import { pool } from "./database";
import type { JobProgress, JobStop } from "./job-lease";
import type { Query, Tenant } from "./tenant";

export type { JobStop };

type Controls = {
  readonly stop?: JobStop;
  /** How often the process that worked on it died. */
  readonly deaths?: number;
};

/** Long work, by name; the ids say whose. A job proves its membership again before it touches a row. */
export type Jobs = {
  readonly "read-import": Controls & {
    readonly orgId: string;
    readonly userId: string;
    readonly importId: string;
    /** Into the books without a question where it only adds entries. */
    readonly unasked?: boolean;
  };
  readonly "repair-import": Controls & {
    readonly orgId: string;
    /** Who asked. */
    readonly userId: string;
    readonly importId: string;
    /** What is wanted stands there: the queue is everybody's. */
    readonly requestId: string;
  };
  readonly "undo-import": Controls & {
    readonly orgId: string;
    readonly userId: string;
    readonly importId: string;
  };
  readonly "screen-organization": Controls & {
    readonly orgId: string;
    readonly userId: string;
    /** The law that the organization's verdicts rested on when the job was queued: which rules, on which day. */
    readonly rulesVersion: string;
    readonly asOf: Day;
    /** Every entry, although the law is the same: something else that verdicts rest on has changed. */
    readonly afresh?: boolean;
  };
  readonly "send-digest": Controls & {
    readonly orgId: string;
    /** Whose digest it is. */
    readonly userId: string;
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
  const boss = new PgBoss({ db: statementsOn(queryIn(t)), migrate: false });
  await boss.send(name, data, { ...options });
}

/**
 * Screens every entry of the organization in the background, soon. At most one screening of an organization waits, so
 * the one that waits for tomorrow is brought forward.
 */
export async function queueScreeningAfresh(
  t: Tenant | BulkTenant,
  data: Pick<Jobs["screen-organization"], "rulesVersion" | "asOf">,
): Promise<void> {
  const { orgId, userId } = t;
  const job = { orgId, userId, ...data, afresh: true };
  await queueJob(t, "screen-organization", job, { singletonKey: orgId });
  await queryIn(t)(
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

/** Whether a job of any of these names could be taken now: one question, asked often while there is nothing to do. */
export async function isAnyJobDue(names: readonly JobName[]): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT FROM pgboss.job WHERE name = ANY ($1::text[]) AND state < 'active' AND start_after < now() LIMIT 1`,
    [names],
  );
  return rows.length > 0;
}

type WorkOnFile = Extract<JobName, "read-import" | "repair-import">;

/** Work on an import that waits or is under way. Of everybody's queue, an organization is shown its own. */
const UNFINISHED = `name = $3::text AND state IN ('created', 'retry', 'active')
  AND data ->> 'orgId' = $1::text AND data ->> 'importId' = $2::text`;

/** False once it ended or was told to stop, or the queue gave up on it. */
export async function isReadingQueued(t: Tenant | BulkTenant, importId: string): Promise<boolean> {
  const rows = await queryIn(t)(
    `SELECT id FROM pgboss.job WHERE ${UNFINISHED} AND NOT data ? 'stop' LIMIT 1`,
    [t.orgId, importId, "read-import" satisfies WorkOnFile],
  );
  return rows.length > 0;
}

/** How far the work is; null while nobody is at it. */
export async function progressOf(t: Tenant, work: WorkOnFile, importId: string): Promise<JobProgress | null> {
  const [row] = await queryIn(t)<{ progress: JobProgress | null }>(
    `SELECT output -> 'progress' AS progress FROM pgboss.job WHERE ${UNFINISHED} AND state = 'active'`,
    [t.orgId, importId, work],
  );
  return row?.progress ?? null;
}

/** Tells whoever is at work on an import, or will be, to leave it. */
export async function stopWork(t: Tenant, work: WorkOnFile, importId: string, stop: JobStop): Promise<void> {
  await queryIn(t)(
    `UPDATE pgboss.job SET data = data || jsonb_build_object('stop', $4::text::jsonb),
       start_after = CASE WHEN state = 'active' THEN start_after ELSE now() END
     WHERE ${UNFINISHED} RETURNING id`,
    [t.orgId, importId, work, JSON.stringify(stop)],
  );
}

/** pg-boss numbers its parameters as Postgres does, so its statements run on any connection. */
const statementsOn = (query: Query) => ({
  async executeSql(text: string, values: unknown[]) {
    const rows = await query<unknown>(text, values);
    return { rows, rowCount: rows.length };
  },
});
