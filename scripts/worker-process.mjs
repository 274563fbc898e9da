// Starts the worker process, and again whenever it dies: it may be killed from outside, or end itself because a file
// hangs in a parser.
import os from "node:os";
import { randomUUID } from "node:crypto";
import { spawn } from "node:child_process";

const START_WITHIN = 60_000;
const STOP_WITHIN = 8_000; // longer than the worker gives its job
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 15_000;
/** A worker that lived so long did not die of its start. */
const LIVED = 30_000;

/**
 * With it a worker stays below 384 MB on files of a million rows. One that dies for want of memory is started again with
 * twice as much: a file whose entries stand in many places keeps them open, and taking one out holds its entries.
 */
const HEAP_MEGABYTES = 280;
const HEAP_MEGABYTES_MAX = 4096;
const WANT_OF_MEMORY = "SIGABRT";
const SMALL_YOUNG_SPACE = "--max-semi-space-size=16";

/**
 * What the worker may know: like the web process nothing of the database's owner, and unlike it nothing that signs
 * anybody in.
 * @param webEnv - from webEnvironment, with the programs
 */
export const workerEnvironment = (webEnv) => ({
  ...webEnv,
  AUTH_SECRET: "the-worker-signs-nobody-in-and-needs-no-secret",
  // Of this supervisor: jobs that a worker of it left behind are freed when the next one starts.
  WORKER_NAME: `${os.hostname()}-${randomUUID()}`,
});

/**
 * @param env - from workerEnvironment
 * @returns when it works off the queue: `stop`, and `pid`, which changes with each start
 */
export async function superviseWorker(env, output = "inherit") {
  let stopping = false;
  let child;
  let pause = FIRST_PAUSE;
  let timer;
  let heap = HEAP_MEGABYTES;

  const start = () => {
    const begun = performance.now();
    const flags = [`--max-old-space-size=${heap}`, SMALL_YOUNG_SPACE];
    child = spawn(process.execPath, [...flags, env.WORKER_PROGRAM], {
      env,
      stdio: ["ignore", output, output, "ipc"],
    });
    child.once("exit", (code, signal) => {
      if (stopping) return;
      console.warn(`The worker ended (${signal ?? code}) and is started again.`);
      heap = signal === WANT_OF_MEMORY ? Math.min(2 * heap, HEAP_MEGABYTES_MAX) : HEAP_MEGABYTES;
      pause = performance.now() - begun > LIVED ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
      timer = setTimeout(start, pause);
    });
    return child;
  };

  const stop = async () => {
    stopping = true;
    clearTimeout(timer);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once("exit", resolve));
    if (child.connected) child.disconnect(); // the same on every system, unlike signals
    const tooLong = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN);
    await exited;
    clearTimeout(tooLong);
  };

  await untilReady(start()).catch(async (error) => {
    await stop();
    throw error;
  });
  return { stop, pid: () => child.pid };
}

const untilReady = (child) =>
  new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Error("The worker did not start in time.")), START_WITHIN);
    child.once("exit", () => reject(new Error("The worker stopped while starting.")));
    child.once("message", resolve);
    child.once("exit", () => clearTimeout(tooLong));
    child.once("message", () => clearTimeout(tooLong));
  });
