import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** What became of one paper. */
export type AttachEnd = { readonly name: string; readonly attached: boolean; readonly sentence: string };

const hasSentence = (value: unknown): value is { readonly sentence: string } =>
  typeof value === "object" && value !== null && "sentence" in value && typeof value.sentence === "string";

/** Sends one paper with its name, size and SHA-256, so that the server can tell whether all of it arrived. */
export async function attachFile(url: string, file: File): Promise<AttachEnd> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const response = await fetch(url, {
    method: "PUT",
    headers: {
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(file.name),
      "x-file-sha256": bytesToHex(sha256(bytes)),
      "x-file-size": String(bytes.byteLength),
    },
    body: bytes,
  });
  const answer: unknown = await response.json();
  const sentence = hasSentence(answer)
    ? answer.sentence
    : "The server refused this file. Load the page anew.";
  return { name: file.name, attached: response.ok, sentence };
}
