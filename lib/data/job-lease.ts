import "server-only";

import type { ClientBase } from "pg";

/*
 * Who works on a job, and how far it is, stands on pg-boss's own row of it: `started_on` is renewed as long as the
 * worker lives, `output` names the worker and its progress. Nothing rests on it but speed: two workers that both hold
 * themselves for the owner do the same work, and one of them finds it done.
 */

/** Why a job is not to be worked on any further. It stands on the job itself, so whichever worker has it next obeys. */
export type JobStop =
  /** Somebody asked for it. */
  | { readonly kind: "cancelled" }
  /** Reading a file came to no further byte or row for so long, or took so long in all. */
  | { readonly kind: "stalled" | "too-long"; readonly seconds: number }
  /** It failed, or its process died, too often. */
  | { readonly kind: "failed" };

/** How far a job is, in the units it is counted in. */
export type JobProgress = {
  readonly stage: "reading" | "screening" | "storing";
  /** Of the file, read so far. */
  readonly bytes: number;
  readonly rows: number;
  /** Merged, screened and written so far, and in all; not yet in the books before the job ends. */
  readonly entries: number;
  readonly entriesTotal: number;
};

export type HeldJob = { readonly name: string; readonly id: string };

/** Without a renewal for so long, its worker is taken for dead. Renewals come many times as often. */
const LEASE_SECONDS = 10;

/** So many processes may die over one job before it is given up: it may be what kills them. */
const DEATHS_MAX = 6;

type Queryable = Pick<ClientBase, "query">;

/** Notes who has the job, before the first renewal. */
export async function claimJob(on: Queryable, { name, id }: HeldJob, worker: string): Promise<void> {
  await on.query(
    `UPDATE pgboss.job SET output = jsonb_build_object('worker', $3::text)
     WHERE name = $1 AND id = $2::uuid AND state = 'active'`,
    [name, id, worker],
  );
}

/** @returns the stop that was asked for; "lost" when the job is no longer this worker's */
export async function renewLease(
  on: Queryable,
  { name, id }: HeldJob,
  worker: string,
  progress: JobProgress | null,
): Promise<"held" | "lost" | JobStop> {
  const { rows } = await on.query<{ stop: JobStop | null }>(
    `UPDATE pgboss.job SET started_on = now(), output = $4::jsonb
     WHERE name = $1 AND id = $2::uuid AND state = 'active' AND output ->> 'worker' = $3
     RETURNING data -> 'stop' AS stop`,
    [name, id, worker, JSON.stringify({ worker, progress })],
  );
  const [row] = rows;
  return row === undefined ? "lost" : (row.stop ?? "held");
}

/** From inside the worker: whoever has the job next is to end it. */
export async function askToStop(on: Queryable, { name, id }: HeldJob, stop: JobStop): Promise<void> {
  await on.query(
    `UPDATE pgboss.job SET data = data || jsonb_build_object('stop', $3::jsonb)
     WHERE name = $1 AND id = $2::uuid AND state = 'active' AND NOT data ? 'stop'`,
    [name, id, JSON.stringify(stop)],
  );
}

/**
 * Makes jobs of dead workers wait again: those whose lease ran out, and those of the worker itself, which asks while it
 * works on none, so that they are of the process before it. A stop that was asked for stays.
 */
export async function freeAbandonedJobs(on: Queryable, worker: string): Promise<void> {
  await on.query(
    `UPDATE pgboss.job SET state = 'retry', started_on = NULL, output = NULL,
       start_after = now() + interval '1 second' * coalesce((data ->> 'deaths')::int, 0),
       data = CASE WHEN coalesce((data ->> 'deaths')::int, 0) + 1 >= $3 THEN '{"stop": {"kind": "failed"}}' ELSE '{}' END::jsonb
              || data || jsonb_build_object('deaths', coalesce((data ->> 'deaths')::int, 0) + 1)
     WHERE state = 'active' AND (output ->> 'worker' = $1 OR started_on < now() - interval '1 second' * $2::int)`,
    [worker, LEASE_SECONDS, DEATHS_MAX],
  );
}

/** A worker that ends in peace leaves its job to the next one at once. */
export async function letJobsGo(on: Queryable, worker: string): Promise<void> {
  await on.query(
    `UPDATE pgboss.job SET state = 'retry', started_on = NULL, output = NULL, start_after = now()
     WHERE state = 'active' AND output ->> 'worker' = $1`,
    [worker],
  );
}
