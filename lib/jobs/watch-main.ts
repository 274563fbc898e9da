// The thread that watches the one that works: keeps the lease of its job, hears of a stop, and ends the whole process
// when the working thread does not obey, because it hangs in a parser. Its supervisor starts the process anew.
import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";

import { askToStop, renewLease, type HeldJob } from "@/lib/data/job-lease";
import { openConnection, type Connection } from "@/lib/data/lone-connection";

import { Deadline } from "./deadline";
import { ProgressBoard } from "./progress-board";
import type { FromWatch, ToWatch, WatchSettings } from "./watch-messages";

const BEAT_MILLISECONDS = 250;
/** From the word to the working thread until the process is killed: a rollback on a busy machine takes seconds. */
const GRACE_MILLISECONDS = 5_000;

type Watched = {
  readonly job: HeldJob;
  readonly deadline: Deadline;
  /** When the process is to end, because it was told to stop and did not. */
  doomedAt: number | null;
  lost: boolean;
};

const settings = workerData as WatchSettings;
const board = new ProgressBoard(settings.board);
const tell = (message: FromWatch): void => parentPort?.postMessage(message);

let watched: Watched | null = null;
let connection: Promise<Connection> | null = null;

const connect = (): Promise<Connection> => (connection ??= openConnection(settings.databaseUrl));

function forget(): void {
  void connection?.then((open) => open.close()).catch(() => undefined);
  connection = null;
}

parentPort?.on("message", (message: ToWatch) => {
  if (message.kind === "begin") watched = watch(message.job);
  else void finish();
});

const watch = (job: HeldJob): Watched => ({
  job,
  deadline: new Deadline(settings),
  doomedAt: null,
  lost: false,
});

/** The working thread is done with its job, well or badly. */
async function finish(): Promise<void> {
  const ended = watched;
  watched = null;
  tell({ kind: "ended", lost: ended?.lost === true || !(await answers()) });
}

async function answers(): Promise<boolean> {
  try {
    await (await connect()).client.query("SELECT 1");
    return true;
  } catch (error) {
    console.warn("The database does not answer:", error instanceof Error ? error.message : error);
    forget();
    return false;
  }
}

async function beat(current: Watched): Promise<void> {
  if (current.doomedAt !== null) {
    if (performance.now() > current.doomedAt) process.kill(process.pid, "SIGKILL");
    return;
  }
  const progress = board.read();
  const overdue = current.deadline.check(progress, performance.now());
  // Told first: a database that does not answer keeps no hanging reading alive.
  if (overdue) doom(current, overdue);
  const { client } = await connect();
  if (overdue) return askToStop(client, current.job, overdue);
  const answer = await renewLease(client, current.job, settings.worker, progress);
  if (answer !== "held" && watched === current) doom(current, answer === "lost" ? null : answer);
}

function doom(current: Watched, stop: Extract<FromWatch, { kind: "stop" }>["stop"]): void {
  current.doomedAt = performance.now() + GRACE_MILLISECONDS;
  tell({ kind: "stop", stop });
}

for (;;) {
  const current = watched as Watched | null;
  if (current !== null)
    await beat(current).catch((error: unknown) => {
      console.warn(
        "The lease of a job could not be renewed:",
        error instanceof Error ? error.message : error,
      );
      current.lost = true;
      forget();
    });
  await pause(BEAT_MILLISECONDS);
}
