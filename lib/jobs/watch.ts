import "server-only";

import { once } from "node:events";
import { Worker } from "node:worker_threads";

import type { HeldJob, JobProgress } from "@/lib/data/job-lease";
import type { JobStop } from "@/lib/data/job-queue";
import { env } from "@/lib/env";

import { ProgressBoard } from "./progress-board";
import type { FromWatch, ToWatch, WatchSettings } from "./watch-messages";

/** A job under watch. */
export type WatchedJob = {
  /** Aborted when the job is to be left; whoever goes on is killed five seconds later, with the process. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
  /** The stop that was asked for. */
  readonly stop: () => JobStop | null;
  /** Call it when the work is over. @returns whether the database went away meanwhile */
  readonly end: () => Promise<{ readonly lost: boolean }>;
};

type Watch = {
  readonly begin: (job: HeldJob) => WatchedJob;
  readonly close: () => Promise<void>;
};

/** Starts the thread that keeps leases, hears of stops and enforces deadlines, however busy this thread is. */
export function startWatch(worker: string): Watch {
  const board = new ProgressBoard();
  const settings: WatchSettings = {
    databaseUrl: env.DATABASE_URL,
    worker,
    board: board.buffer,
    stallSeconds: env.READING_STALL_SECONDS,
    readingSecondsMax: env.READING_SECONDS_MAX,
  };
  const thread = new Worker(env.WATCH_PROGRAM, { workerData: settings });
  const send = (message: ToWatch): void => {
    thread.postMessage(message);
  };
  return {
    begin(job) {
      board.clear();
      const abort = new AbortController();
      let stop: JobStop | null = null;
      const listen = (message: FromWatch): void => {
        if (message.kind !== "stop") return;
        stop = message.stop;
        abort.abort(new Error("The job is to be left"));
      };
      thread.on("message", listen);
      send({ kind: "begin", job });
      return {
        signal: abort.signal,
        onProgress: (progress) => {
          board.write(progress);
        },
        stop: () => stop,
        async end() {
          send({ kind: "end" });
          const lost = await ended(thread);
          thread.off("message", listen);
          return { lost };
        },
      };
    },
    async close() {
      await thread.terminate();
    },
  };
}

async function ended(thread: Worker): Promise<boolean> {
  for (;;) {
    const [message] = (await once(thread, "message")) as [FromWatch];
    if (message.kind === "ended") return message.lost;
  }
}
