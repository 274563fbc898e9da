import "server-only";

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import PgBoss from "pg-boss";

import { today } from "@/lib/clock";
import { pool } from "@/lib/data/database";
import { askToStop, claimJob, freeAbandonedJobs, letJobsGo } from "@/lib/data/job-lease";
import {
  bringScreeningsForward,
  isAnyJobDue,
  type JobName,
  type Jobs,
  type JobStop,
} from "@/lib/data/job-queue";
import { RULES } from "@/lib/domain";
import { env } from "@/lib/env";

import { HANDLERS, JOB_NAMES } from "./registry";
import { startWatch, type WatchedJob } from "./watch";

/** People wait for what they uploaded; to ask whether anything is due takes Postgres a tenth of a millisecond. */
const IDLE_MILLISECONDS = 100;
const TRY_AGAIN_MILLISECONDS = 2_000;
/** Jobs of dead workers are looked for so often. */
const ROUNDS_EVERY_MILLISECONDS = 2_000;
/** Given to a job at the end, before it is left to another worker. */
const FINISH_WITHIN_MILLISECONDS = 2_000;

export type RunningWorker = { readonly stop: () => Promise<void> };

type Job<Name extends JobName> = PgBoss.JobWithMetadata<Jobs[Name]>;

/**
 * Starts working off the queue, one job at a time: what a worker may take of memory, it takes for one. Any number of
 * workers share the queue. The tables of pg-boss come with the migrations, so the web role creates nothing.
 * @param name - jobs left behind under the same name are of the process before this one, and are freed at once
 */
export async function startWorker(name = `worker-${randomUUID()}`): Promise<RunningWorker> {
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, migrate: false, schedule: false, max: 2 });
  boss.on("error", (error) => {
    console.warn("The job queue had to try again:", error.message);
  });
  // Before the queue's own start, which throws away what has waited for weeks.
  await bringScreeningsForward(RULES.version, today());
  await boss.start();
  const worker = new QueueWorker(boss, name);
  const ended = worker.run();
  return {
    async stop() {
      worker.stopping.abort();
      await Promise.race([ended, pause(FINISH_WITHIN_MILLISECONDS)]);
      await letJobsGo(pool, name);
      await worker.watch.close();
      await boss.stop({ graceful: false, wait: true });
    },
  };
}

class QueueWorker {
  readonly stopping = new AbortController();
  readonly watch;
  #freedAt = -Infinity;

  constructor(
    readonly boss: PgBoss,
    readonly name: string,
  ) {
    this.watch = startWatch(name);
  }

  async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        if (await this.#turn()) continue;
        await pause(IDLE_MILLISECONDS);
      } catch (error) {
        console.warn("The worker tries again, because the queue did not answer:", error);
        this.#freedAt = -Infinity; // a job at hand is left over
        await pause(TRY_AGAIN_MILLISECONDS);
      }
    }
  }

  /** @returns false when there was nothing to do */
  async #turn(): Promise<boolean> {
    if (performance.now() - this.#freedAt > ROUNDS_EVERY_MILLISECONDS) {
      await freeAbandonedJobs(pool, this.name);
      this.#freedAt = performance.now();
    }
    if (!(await isAnyJobDue(JOB_NAMES))) return false;
    for (const name of JOB_NAMES) if (await this.#next(name)) return true;
    return false;
  }

  async #next(name: JobName): Promise<boolean> {
    const [job] = await this.boss.fetch<Jobs[typeof name]>(name, { includeMetadata: true });
    if (job === undefined) return false;
    await this.#work(name, job);
    return true;
  }

  async #work<Name extends JobName>(name: Name, job: Job<Name>): Promise<void> {
    if (job.data.stop) {
      await this.#giveUp(name, job, job.data.stop);
      return;
    }
    await claimJob(pool, { name, id: job.id }, this.name);
    const watched = this.watch.begin({ name, id: job.id });
    const signal = AbortSignal.any([watched.signal, this.stopping.signal]);
    try {
      await HANDLERS[name].run(job.data, { signal, onProgress: watched.onProgress });
    } catch (error) {
      await this.#fail(name, job, watched, error);
      return;
    }
    await watched.end();
    await this.boss.complete(name, job.id);
  }

  async #giveUp<Name extends JobName>(name: Name, job: Job<Name>, stop: JobStop): Promise<void> {
    await HANDLERS[name].giveUp(job.data, stop);
    await this.boss.complete(name, job.id);
  }

  async #fail<Name extends JobName>(
    name: Name,
    job: Job<Name>,
    watched: WatchedJob,
    error: unknown,
  ): Promise<void> {
    const { lost } = await watched.end();
    if (this.stopping.signal.aborted) return; // let go at the end
    const stop = watched.stop();
    if (stop) {
      await this.#giveUp(name, job, stop);
      return;
    }
    console.error(`Job ${name} ${job.id} failed:`, error);
    // A database that went away says nothing of the job: it is freed with the next round, as if this process had died.
    if (lost || watched.signal.aborted) {
      this.#freedAt = -Infinity;
      return;
    }
    if (job.retryCount >= job.retryLimit) {
      await askToStop(pool, { name, id: job.id }, { kind: "failed" });
      await HANDLERS[name].giveUp(job.data, { kind: "failed" });
    }
    await this.boss.fail(name, job.id, error instanceof Error ? error : { message: String(error) });
  }
}
