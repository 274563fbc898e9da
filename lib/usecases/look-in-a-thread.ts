import "server-only";

import { once } from "node:events";
import { Worker } from "node:worker_threads";

import { env } from "@/lib/env";
import type { LookKind, Looks } from "@/lib/files/looks";

/** What a look may cost the web process, which serves everybody. */
export type LookLimits = { readonly milliseconds: number; readonly megabytes: number };

/** It took too long, or too much memory; its thread is of no further use. */
export class LookEnded extends Error {
  constructor(readonly because: "time" | "memory") {
    super(`A look at a stored file was ended: too much ${because}`);
  }
}

/** A thread that looks at stored files and can be ended, whatever it does. */
export const startLookThread = ({ megabytes }: LookLimits): Worker =>
  new Worker(env.LOOK_PROGRAM, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });

/** Asks a thread one question. Throws `LookEnded`. */
export async function askThread<Kind extends LookKind>(
  thread: Worker,
  kind: Kind,
  question: Looks[Kind]["question"],
  { milliseconds }: LookLimits,
): Promise<Looks[Kind]["answer"]> {
  const ended = new AbortController();
  const tooLate = setTimeout(() => {
    ended.abort();
  }, milliseconds);
  try {
    thread.postMessage({ kind, question });
    const [answer] = (await once(thread, "message", { signal: ended.signal })) as [Looks[Kind]["answer"]];
    return answer;
  } catch (error) {
    if (ended.signal.aborted) throw new LookEnded("time");
    throw isOutOfMemory(error) ? new LookEnded("memory") : error;
  } finally {
    clearTimeout(tooLate);
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

/** Asks a thread of its own, which ends with the answer. Throws `LookEnded`. */
export async function lookInAThread<Kind extends LookKind>(
  kind: Kind,
  question: Looks[Kind]["question"],
  limits: LookLimits,
): Promise<Looks[Kind]["answer"]> {
  const thread = startLookThread(limits);
  try {
    return await askThread(thread, kind, question, limits);
  } finally {
    await thread.terminate();
  }
}
