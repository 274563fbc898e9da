import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

import { S3mini } from "s3mini";

/** Whose bytes, and which: nothing is shared between organizations, not even equal bytes. */
type ContentKey = { readonly orgId: string; readonly sha256: string };

/** Where the bytes of papers lie, each once under its SHA-256. */
export type DocumentStore = {
  /** Takes in a proven file from disk; what is there already is the same. The file itself may be gone afterwards. */
  readonly put: (key: ContentKey, file: string, mediaType: string) => Promise<void>;
  readonly has: (key: ContentKey) => Promise<boolean>;
  /** Ends with an error when the bytes are not those of the key, or are not there. */
  readonly open: (key: ContentKey) => Promise<Readable>;
  readonly remove: (key: ContentKey) => Promise<void>;
};

/** A folder of this machine, or one that several machines share. */
export function folderStore(folder: string): DocumentStore {
  const pathOf = ({ orgId, sha256 }: ContentKey): string => path.join(folder, orgId, sha256);
  return {
    put: async (key, file) => {
      await mkdir(path.dirname(pathOf(key)), { recursive: true, mode: 0o700 });
      await rename(file, pathOf(key));
    },
    has: (key) =>
      access(pathOf(key)).then(
        () => true,
        () => false,
      ),
    open: async (key) => {
      const file = await open(pathOf(key));
      return proven(createReadStream("", { fd: file }), key);
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

export type BucketSettings = {
  /** With the bucket: `https://s3.us-east-1.amazonaws.com/my-bucket`. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

const REQUEST_MILLISECONDS = 60_000;

/** A bucket that speaks S3. */
export function bucketStore(settings: BucketSettings): DocumentStore {
  const bucket = new S3mini({ ...settings, requestAbortTimeout: REQUEST_MILLISECONDS });
  const nameOf = ({ orgId, sha256 }: ContentKey): string => `documents/${orgId}/${sha256}`;
  return {
    // At most 25 MB: one request, whose signature covers the bytes.
    put: async (key, file, mediaType) => {
      await bucket.putObject(nameOf(key), await readFile(file), mediaType);
    },
    has: async (key) => (await bucket.objectExists(nameOf(key))) === true,
    open: async (key) => {
      const response = await bucket.getObjectResponse(nameOf(key));
      if (!response?.body) throw new Error(`The document store has no ${nameOf(key)}`);
      return proven(Readable.fromWeb(response.body as ReadableStream<Uint8Array>), key);
    },
    remove: async (key) => {
      await bucket.deleteObject(nameOf(key));
    },
  };
}

/** Evidence that was changed where it lies must not leave as if it were whole: the stream then breaks off. */
function proven(bytes: Readable, { sha256 }: ContentKey): Readable {
  const hash = createHash("sha256");
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const found = hash.digest("hex");
      done(found === sha256 ? null : new Error(`A stored document has the hash ${found}, not ${sha256}`));
    },
  });
  // A failure on either side destroys the other, and the reader sees it.
  pipeline(bytes, check).catch(() => undefined);
  return check;
}
