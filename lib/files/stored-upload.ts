import { createHash, randomUUID, type Hash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

/** What the browser says of a file before it sends it. */
export type DeclaredFile = {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
};

export type UploadRefusal =
  | { readonly kind: "upload-too-large"; readonly bytesMax: number }
  /** Cut on its way, or changed: a cut CSV reads well and loses most of the refund. */
  | { readonly kind: "upload-incomplete"; readonly declared: number; readonly received: number }
  | { readonly kind: "upload-altered" };

/** Where the bytes of one upload lie: outside the web root, under a name of our own. */
export const uploadPath = (dataDir: string, orgId: string, importId: string): string =>
  path.join(dataDir, "uploads", orgId, importId);

/**
 * Streams an upload to disk and proves that it is whole: byte count and sha256 must equal what the browser declared.
 * The file gets its name only then, after its bytes reached the disk, so a file that is there is complete.
 *
 * @returns null when stored, otherwise why not; nothing stays behind then
 */
export async function storeUpload(
  body: ReadableStream<Uint8Array>,
  target: string,
  declared: DeclaredFile,
  bytesMax: number,
): Promise<UploadRefusal | null> {
  if (declared.bytes > bytesMax) return { kind: "upload-too-large", bytesMax };
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  // Of its own: two uploads of the same bytes at once would write into, rename and remove each other's file.
  const partial = `${target}.${randomUUID()}.part`;
  const hash = createHash("sha256");
  const counted = { bytes: 0 };
  try {
    // `flush`: the bytes reach the disk before the file is closed, and so before it gets its name.
    const file = createWriteStream(partial, { mode: 0o600, flush: true });
    await pipeline(Readable.fromWeb(body), counting(hash, counted, declared.bytes), file);
    const refusal = compare(declared, counted.bytes, hash.digest("hex"));
    if (refusal === null) await rename(partial, target);
    return refusal;
  } finally {
    await rm(partial, { force: true });
  }
}

/** Stores what an archive unpacks to, under its own sha256; a file of that name is complete. Aborting leaves nothing. */
export async function storePart(
  pieces: AsyncIterable<Uint8Array>,
  folder: string,
  signal: AbortSignal,
): Promise<DeclaredFile> {
  const partial = path.join(folder, `${randomUUID()}.part`);
  const hash = createHash("sha256");
  const counted = { bytes: 0 };
  try {
    const file = createWriteStream(partial, { mode: 0o600, flush: true });
    await pipeline(pieces, counting(hash, counted, Number.MAX_SAFE_INTEGER), file, { signal });
    const sha256 = hash.digest("hex");
    await rename(partial, path.join(folder, sha256));
    return { bytes: counted.bytes, sha256 };
  } finally {
    await rm(partial, { force: true });
  }
}

/** Counts and hashes; bytes beyond those declared are counted, so that the answer can name them, and not kept. */
function counting(hash: Hash, counted: { bytes: number }, declaredBytes: number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      counted.bytes += chunk.byteLength;
      hash.update(chunk);
      done(null, counted.bytes > declaredBytes ? undefined : chunk);
    },
  });
}

function compare(declared: DeclaredFile, received: number, sha256: string): UploadRefusal | null {
  if (received !== declared.bytes) return { kind: "upload-incomplete", declared: declared.bytes, received };
  return sha256 === declared.sha256 ? null : { kind: "upload-altered" };
}

export const removeUpload = (stored: string): Promise<void> => rm(stored, { force: true });
