// The first look at uploads, in a thread of its own: a file that hangs or swells the reader takes nobody with it. Each
// message is the path of a stored file, each answer what speaks against it.
import { parentPort } from "node:worker_threads";

import type { FileRefusal } from "@/lib/files/file-refusal";
import { readEntriesFile } from "@/lib/files/read-entries-file";

/** Enough for every file that is wrong from its beginning. */
const LOOK_BYTES = 2_000_000;

/** Null when nothing in the first bytes speaks against the file. */
async function lookAt(path: string): Promise<FileRefusal | null> {
  const enough = new AbortController();
  const onProgress = ({ bytes }: { readonly bytes: number }) => {
    if (bytes > LOOK_BYTES) enough.abort();
  };
  try {
    const read = await readEntriesFile(
      { path },
      { file: "", alsoReads: "claims", onProgress, signal: enough.signal },
    );
    // Columns that a person can name speak not against a file; the worker asks for them.
    return read.ok || read.problem.kind === "needs-mapping" ? null : read.problem;
  } catch (error) {
    if (enough.signal.aborted) return null;
    throw error;
  }
}

parentPort?.on("message", (path: string) => {
  void lookAt(path).then((refusal) => parentPort?.postMessage(refusal));
});
