import "server-only";

import type { Worker } from "node:worker_threads";

import type { UploadLook } from "@/lib/files/looks";

import { askThread, LookEnded, startLookThread, type LookLimits } from "./look-in-a-thread";

/** Far above what a look takes; the upload is not answered before. */
const LIMITS: LookLimits = { milliseconds: 10_000, megabytes: 256 };

/** After so long without an upload the thread goes, and its memory with it. */
const REST_MILLISECONDS = 60_000;

/**
 * Looks at the beginning of a stored file in a thread that can be ended, whatever it does. A look that takes too long or
 * too much memory speaks neither for nor against the file: the worker, which has more of both and a deadline, decides.
 */
export async function lookAtUpload(path: string, limits: LookLimits = LIMITS): Promise<UploadLook> {
  const thread = (limits === LIMITS ? takeResting() : null) ?? startLookThread(limits);
  let isAnswered = false;
  try {
    const look = await askThread(thread, "upload", { path }, limits);
    isAnswered = true;
    return look;
  } catch (error) {
    if (!(error instanceof LookEnded)) throw error;
    console.warn(`A first look at an upload took too much ${error.because}; the worker reads it.`);
    return { returnedFor: null, refusal: null };
  } finally {
    if (!isAnswered || limits !== LIMITS || resting !== null) await thread.terminate();
    else rest(thread);
  }
}

/** One thread rests between uploads: to start one takes longer than to look at most files. */
let resting: { readonly thread: Worker; readonly end: NodeJS.Timeout } | null = null;

function rest(thread: Worker): void {
  thread.unref();
  thread.on("error", forget);
  const end = setTimeout(() => void takeResting()?.terminate(), REST_MILLISECONDS);
  resting = { thread, end: end.unref() };
}

function takeResting(): Worker | null {
  if (resting === null) return null;
  const { thread, end } = resting;
  resting = null;
  clearTimeout(end);
  thread.off("error", forget);
  thread.ref();
  return thread;
}

function forget(error: Error): void {
  console.warn("The thread for first looks ended:", error.message);
  takeResting();
}
