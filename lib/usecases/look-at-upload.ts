import "server-only";

import { Worker } from "node:worker_threads";

import { env } from "@/lib/env";
import type { FileRefusal } from "@/lib/files/file-refusal";

/** Far above what a look takes; the upload is not answered before. */
const LOOK_MILLISECONDS = 10_000;
const LOOK_MEGABYTES = 256;

type LookLimits = { readonly milliseconds: number; readonly megabytes: number };

/**
 * Looks at the beginning of a stored file in a thread that can be ended, whatever it does.
 * @returns null when nothing there speaks against the file. A look that takes too long or too much memory speaks
 *   neither for nor against it: the worker, which has more of both and a deadline, decides
 */
export async function lookAtUpload(
  path: string,
  limits: LookLimits = { milliseconds: LOOK_MILLISECONDS, megabytes: LOOK_MEGABYTES },
): Promise<FileRefusal | null> {
  const thread = new Worker(env.LOOK_PROGRAM, {
    workerData: { path },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  try {
    return await answerOf(thread, limits);
  } finally {
    await thread.terminate();
  }
}

const answerOf = (thread: Worker, { milliseconds }: LookLimits): Promise<FileRefusal | null> =>
  new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      console.warn("A first look at an upload took too long; the worker reads it.");
      resolve(null);
    }, milliseconds);
    thread.once("message", resolve);
    thread.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ERR_WORKER_OUT_OF_MEMORY") reject(error);
      else {
        console.warn("A first look at an upload took too much memory; the worker reads it.");
        resolve(null);
      }
    });
    thread.once("exit", () => {
      clearTimeout(tooLate);
    });
  });
