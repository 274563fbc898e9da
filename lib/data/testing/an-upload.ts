import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

export type TestUpload = {
  readonly body: ReadableStream<Uint8Array>;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
};

const CHUNK_BYTES = 60_000;

function* chunksOf(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.byteLength; at += CHUNK_BYTES) yield content.subarray(at, at + CHUNK_BYTES);
}

/**
 * A file on its way in, as a browser sends it; for tests.
 * @param arrived - the bytes that really come, where they differ from what the browser announced
 */
export function anUpload(
  content: Buffer | string,
  fileName = "entries.csv",
  arrived: Buffer = Buffer.from(content),
): TestUpload {
  const announced = Buffer.from(content);
  return {
    body: Readable.toWeb(Readable.from(chunksOf(arrived))) as ReadableStream<Uint8Array>,
    fileName,
    bytes: announced.byteLength,
    sha256: createHash("sha256").update(announced).digest("hex"),
  };
}

export const SAMPLES = {
  es003: "ace-es003-with-liquidation.csv",
  grouped: "broker-grouped-titled.csv",
  wide: "broker-wide-excel-damaged.csv",
  claims: "cape-claim-details.csv",
} as const;

/** The bytes of a sample file that ships with the app. */
export const readSample = (name: keyof typeof SAMPLES): Promise<Buffer> =>
  readFile(path.join(process.cwd(), "public", "samples", SAMPLES[name]));
