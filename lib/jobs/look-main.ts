// Looks at stored files for the web process, in a thread of its own: a file that hangs or swells the reader takes
// nobody with it. Each message is a question, and has one answer.
import { readlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parentPort } from "node:worker_threads";

import { annotateReading } from "@/lib/files/annotate-reading";
import type { FileRefusal } from "@/lib/files/file-refusal";
import type { LookKind, LookQuestion, Looks } from "@/lib/files/looks";
import { importOfReturned } from "@/lib/files/read-annotated";
import { readEntriesFile } from "@/lib/files/read-entries-file";
import { compareReturned } from "@/lib/files/returned-workbook";
import { surveyForWorkbench } from "@/lib/files/workbench-survey";

/** Enough for every file that is wrong from its beginning. */
const LOOK_BYTES = 2_000_000;

async function refusalOf(file: string): Promise<FileRefusal | null> {
  const enough = new AbortController();
  const onProgress = ({ bytes }: { readonly bytes: number }) => {
    if (bytes > LOOK_BYTES) enough.abort();
  };
  try {
    const read = await readEntriesFile(
      { path: file },
      { file: "", alsoReads: "claims", onProgress, signal: enough.signal },
    );
    // Columns that a person can name speak not against a file; the worker asks for them.
    return read.ok || read.problem.kind === "needs-mapping" ? null : read.problem;
  } catch (error) {
    if (enough.signal.aborted) return null;
    throw error;
  }
}

async function lookAtUpload(file: string): Promise<Looks["upload"]["answer"]> {
  const returnedFor = await importOfReturned(file);
  return { returnedFor, refusal: returnedFor === null ? await refusalOf(file) : null };
}

function answerTo({ kind, question }: LookQuestion): Promise<Looks[LookKind]["answer"]> {
  switch (kind) {
    case "upload":
      return lookAtUpload(question.path);
    case "workbench":
      return surveyForWorkbench(question);
    case "annotated":
      return annotateReading(question);
    case "returned":
      return compareReturned(question);
  }
}

/** Behind the pages: an answer that takes seconds anyway. On Linux every thread has a niceness of its own. */
const NICE = 5;

function giveWay(): void {
  if (process.platform === "linux")
    os.setPriority(Number(path.basename(readlinkSync("/proc/thread-self"))), NICE);
}

parentPort?.on("message", (asked: LookQuestion) => {
  if (asked.kind !== "upload") giveWay();
  void answerTo(asked).then((answer) => parentPort?.postMessage(answer));
});
