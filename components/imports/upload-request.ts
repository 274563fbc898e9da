import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** What the server answers to one file. */
export type FileAnswer =
  | { readonly kind: "accepted"; readonly importUrl: string }
  | { readonly kind: "already-imported"; readonly importUrl: string; readonly importedAt: string }
  | { readonly kind: "refused"; readonly sentence: string };

/** What the server answers to an upload; an archive holds several files. */
type UploadAnswer =
  | FileAnswer
  | { readonly kind: "several"; readonly files: readonly (FileAnswer & { readonly name: string })[] };

export type UploadEnd = UploadAnswer | { readonly kind: "cancelled" } | { readonly kind: "no-answer" };

type Watch = {
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
};

/**
 * The file's SHA-256, read in pieces so that a large file never stands in memory. Not `crypto.subtle`: browsers
 * hide it on plain-http addresses, where a server in the office network usually runs. Null when cancelled.
 */
export async function digestOf(file: File, { signal, onBytes }: Watch): Promise<string | null> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  let done = 0;
  for (;;) {
    if (signal.aborted) {
      await reader.cancel();
      return null;
    }
    const piece = await reader.read();
    if (piece.done) return bytesToHex(hash.digest());
    hash.update(piece.value);
    done += piece.value.byteLength;
    onBytes(done);
  }
}

const isAnswer = (value: unknown): value is UploadAnswer =>
  typeof value === "object" &&
  value !== null &&
  "kind" in value &&
  ["accepted", "already-imported", "refused", "several"].includes(String(value.kind));

function readAnswer(text: string): UploadEnd {
  try {
    const value: unknown = JSON.parse(text);
    return isAnswer(value) ? value : { kind: "no-answer" };
  } catch (error) {
    console.warn("The server's answer to an upload was not JSON", error);
    return { kind: "no-answer" };
  }
}

/** XMLHttpRequest, because `fetch` does not tell how much of a body has been sent. */
export function sendFile(
  url: string,
  file: File,
  digest: string,
  { signal, onBytes }: Watch,
): Promise<UploadEnd> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.setRequestHeader("x-file-sha256", digest);
    request.setRequestHeader("x-file-size", String(file.size));
    request.upload.addEventListener("progress", (event) => {
      onBytes(event.loaded);
    });
    request.addEventListener("load", () => {
      resolve(readAnswer(request.responseText));
    });
    request.addEventListener("error", () => {
      resolve({ kind: "no-answer" });
    });
    request.addEventListener("abort", () => {
      resolve({ kind: "cancelled" });
    });
    signal.addEventListener("abort", () => {
      request.abort();
    });
    request.send(file);
  });
}
