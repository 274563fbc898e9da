import "server-only";

import PgBoss from "pg-boss";

import { today } from "@/lib/clock";
import { activeJobs, bringScreeningsForward } from "@/lib/data/job-queue";
import { RULES } from "@/lib/domain";
import { env } from "@/lib/env";

import { giveUpReading, giveUpScreening, HANDLERS, type Attempt } from "./registry";

/** Starts working off the queue. The tables of pg-boss come with the migrations, so the web role creates nothing. */
export async function startWorker(): Promise<void> {
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, migrate: false, schedule: false, max: 3 });
  boss.on("error", (error) => {
    console.warn("The job queue had to try again:", error.message);
  });
  // Before the queue's own start, which throws away what has waited for weeks.
  await bringScreeningsForward(RULES.version, today());
  await boss.start();
  await takeUpAbandoned(boss);
  await boss.work("read-import", POLLING, one(HANDLERS["read-import"]));
  await boss.work("screen-organization", POLLING, one(HANDLERS["screen-organization"]));
}

const POLLING = { pollingIntervalSeconds: 0.5, batchSize: 1, includeMetadata: true } as const;

/** A batch holds one job here. */
const one =
  <Data>(handle: (data: Data, attempt: Attempt) => Promise<void>) =>
  async ([job]: readonly PgBoss.JobWithMetadata<Data>[]): Promise<void> => {
    if (job) await handle(job.data, { isLast: job.retryCount >= job.retryLimit });
  };

/**
 * A process that was killed leaves its job marked active until it expires. This process is the only worker, so at its
 * start every active job is such a one: failing it makes the queue retry it at once, or ends it when it was the last try.
 */
async function takeUpAbandoned(boss: PgBoss): Promise<void> {
  for (const job of await activeJobs("read-import")) {
    await boss.fail("read-import", job.id);
    if (job.isLast) await giveUpReading(job.data);
  }
  for (const job of await activeJobs("screen-organization")) {
    await boss.fail("screen-organization", job.id);
    if (job.isLast) await giveUpScreening(job.data);
  }
}
