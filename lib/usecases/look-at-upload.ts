import "server-only";

import { once } from "node:events";
import { Worker } from "node:worker_threads";

import { env } from "@/lib/env";
import type { FileRefusal } from "@/lib/files/file-refusal";

type LookLimits = { readonly milliseconds: number; readonly megabytes: number };

/** Far above what a look takes; the upload is not answered before. */
const LIMITS: LookLimits = { milliseconds: 10_000, megabytes: 256 };

/** After so long without an upload the thread goes, and its memory with it. */
const REST_MILLISECONDS = 60_000;

/**
 * Looks at the beginning of a stored file in a thread that can be ended, whatever it does.
 * @returns null when nothing there speaks against the file. A look that takes too long or too much memory speaks
 *   neither for nor against it: the worker, which has more of both and a deadline, decides
 */
export async function lookAtUpload(path: string, limits: LookLimits = LIMITS): Promise<FileRefusal | null> {
  const thread = (limits === LIMITS ? takeResting() : null) ?? startThread(limits);
  let answer: Answer | null = null;
  try {
    answer = await answerOf(thread, path, limits);
    return answer?.refusal ?? null;
  } finally {
    if (answer === null || limits !== LIMITS || resting !== null) await thread.terminate();
    else rest(thread);
  }
}

const startThread = ({ megabytes }: LookLimits): Worker =>
  new Worker(env.LOOK_PROGRAM, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });

/** Null where the thread gave none in time, or in its memory: it is of no further use. */
type Answer = { readonly refusal: FileRefusal | null };

async function answerOf(thread: Worker, path: string, { milliseconds }: LookLimits): Promise<Answer | null> {
  const ended = new AbortController();
  const tooLate = setTimeout(() => {
    ended.abort();
  }, milliseconds);
  try {
    thread.postMessage(path);
    const [refusal] = (await once(thread, "message", { signal: ended.signal })) as [FileRefusal | null];
    return { refusal };
  } catch (error) {
    const reason = ended.signal.aborted ? "time" : isOutOfMemory(error) ? "memory" : null;
    if (reason === null) throw error;
    console.warn(`A first look at an upload took too much ${reason}; the worker reads it.`);
    return null;
  } finally {
    clearTimeout(tooLate);
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

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
