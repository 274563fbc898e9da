// The worker process: works off the queue until its parent, or whoever runs it, ends it.
import fs from "node:fs";
import os from "node:os";

import { env } from "@/lib/env";

import { startWorker } from "./worker";

/** Far behind the pages, and not starved where other programs keep the machine busy. */
const NICE = 10;

/** Pages go first. On Linux every thread has a niceness of its own, the collector's helpers included. */
function giveWay(): void {
  const threads =
    process.platform === "linux" ? fs.readdirSync("/proc/self/task").map(Number) : [process.pid];
  for (const thread of threads) os.setPriority(thread, NICE);
}

giveWay();
const worker = await startWorker(env.WORKER_NAME);
process.send?.("ready");

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  worker
    .stop()
    .catch((error: unknown) => {
      console.warn("The worker did not end in peace:", error);
    })
    .finally(() => process.exit(0));
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
process.on("disconnect", stop); // the supervisor was killed
