import "server-only";

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

import type { OrgScope } from "@/lib/auth/scope";

import { receiveUpload, type ReceivedUpload } from "./receive-upload";

/** An invented ES-003 that shows every lane; it ships with the app. */
const SAMPLE_FILE = "ace-es003-with-liquidation.csv";

/** Takes the sample in as if it had been uploaded. */
export async function loadSample(scope: OrgScope): Promise<ReceivedUpload> {
  const content = await readFile(path.join(process.cwd(), "public", "samples", SAMPLE_FILE));
  const received = await receiveUpload(scope, {
    body: Readable.toWeb(Readable.from([content])) as ReadableStream<Uint8Array>,
    fileName: SAMPLE_FILE,
    unasked: true, // it was asked for by its name
    bytes: content.byteLength,
    sha256: createHash("sha256").update(content).digest("hex"),
  });
  if (!received.ok) throw new Error(`The sample file was refused: ${received.problem.kind}`);
  return received.value;
}
