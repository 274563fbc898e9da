import yauzl from "yauzl";

import { err, ok, type Result } from "@/lib/domain";

import type { FileRefusal } from "./file-refusal";
import { ARCHIVE_LIMITS } from "./limits";

/** The bytes of a part are not what the directory of the archive says of them. */
export class ArchiveDamage extends Error {}

/** The parts of a ZIP file by name. What lies behind a name is only ever streamed, never written under it. */
export type Archive = {
  readonly parts: ReadonlyMap<string, { readonly bytes: number }>;
  /** Bytes as packed: the size of the file itself. */
  readonly packedBytes: number;
  /** Unpacks one part; throws ArchiveDamage when it unpacks to another size than the directory declares. */
  readonly unpack: (name: string) => AsyncIterable<Uint8Array>;
  readonly close: () => void;
};

/**
 * Opens a ZIP file by its central directory and refuses one that would unpack to more than we carry: the directory
 * declares every size before a byte is unpacked, and a part that lies about its size ends with an error.
 */
export async function openArchive(path: string): Promise<Result<Archive, FileRefusal>> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(damage);
  if (zip === null) return err(DAMAGED);
  const found = await partsOf(zip).catch(refusalOf);
  const refusal = "kind" in found ? found : refuseParts(found, zip.fileSize);
  if ("kind" in found || refusal !== null) {
    zip.close();
    return err(refusal ?? DAMAGED);
  }
  const parts = found;
  return ok({
    parts: new Map([...parts].map(([name, { uncompressedSize }]) => [name, { bytes: uncompressedSize }])),
    packedBytes: zip.fileSize,
    unpack: (name) => unpacked(zip, parts.get(name)),
    close: () => {
      zip.close();
    },
  });
}

async function* unpacked(zip: yauzl.ZipFile, part: yauzl.Entry | undefined): AsyncGenerator<Uint8Array> {
  if (part === undefined) throw new Error("The archive has no such part");
  try {
    const stream = await zip.openReadStreamPromise(part);
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    damage(error);
    throw new ArchiveDamage(part.fileName, { cause: error });
  }
}

/** A malformed file makes yauzl and zlib throw; only what the system says of the file on disk is no fault of it. */
function damage(error: unknown): null {
  const isFaultOfTheSystem =
    error instanceof Error && "code" in error && /^E[A-Z]+$/.test(String(error.code));
  if (isFaultOfTheSystem) throw error;
  return null;
}

const DAMAGED = { kind: "archive-damaged" } as const satisfies FileRefusal;

/** What yauzl says of names that begin at a root or a drive, or climb out of their folder. */
const LEADS_OUT = /^(?:absolute path|invalid relative path|invalid characters in fileName): /;

function refusalOf(error: unknown): FileRefusal {
  damage(error);
  return error instanceof Error && LEADS_OUT.test(error.message) ? { kind: "archive-names" } : DAMAGED;
}

async function partsOf(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry> | FileRefusal> {
  // As many as the directory declares are read, also of parts that share one name.
  if (zip.entryCount > ARCHIVE_LIMITS.partsMax)
    return { kind: "archive-too-large", because: "parts", max: ARCHIVE_LIMITS.partsMax };
  const parts = new Map<string, yauzl.Entry>();
  for await (const part of zip.eachEntry()) parts.set(part.fileName, part);
  return parts;
}

/** @param packedBytes - of the whole file: parts may share their bytes, and small ones may be many */
function refuseParts(parts: ReadonlyMap<string, yauzl.Entry>, packedBytes: number): FileRefusal | null {
  const tooDense = (unpackedBytes: number, bytes: number): boolean =>
    unpackedBytes > ARCHIVE_LIMITS.ratioFromBytes && unpackedBytes > bytes * ARCHIVE_LIMITS.ratioMax;
  let unpacked = 0;
  for (const part of parts.values()) {
    if (part.isEncrypted()) return { kind: "archive-encrypted" };
    const { compressedSize, uncompressedSize } = part;
    unpacked += uncompressedSize;
    if (unpacked > ARCHIVE_LIMITS.unpackedBytesMax)
      return { kind: "archive-too-large", because: "bytes", max: ARCHIVE_LIMITS.unpackedBytesMax };
    if (tooDense(uncompressedSize, compressedSize) || tooDense(unpacked, packedBytes))
      return { kind: "archive-too-large", because: "ratio", max: ARCHIVE_LIMITS.ratioMax };
  }
  return null;
}
