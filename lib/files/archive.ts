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
  if (zip === null) return err({ kind: "archive-damaged" });
  const parts = await partsOf(zip).catch(damage);
  const refusal: FileRefusal | null = parts === null ? { kind: "archive-damaged" } : refuseParts(parts);
  if (parts === null || refusal !== null) {
    zip.close();
    return err(refusal ?? { kind: "archive-damaged" });
  }
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

async function partsOf(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  const parts = new Map<string, yauzl.Entry>();
  for await (const part of zip.eachEntry()) {
    parts.set(part.fileName, part);
    if (parts.size > ARCHIVE_LIMITS.partsMax) break;
  }
  return parts;
}

function refuseParts(parts: ReadonlyMap<string, yauzl.Entry>): FileRefusal | null {
  if (parts.size > ARCHIVE_LIMITS.partsMax)
    return { kind: "archive-too-large", because: "parts", max: ARCHIVE_LIMITS.partsMax };
  let unpacked = 0;
  for (const part of parts.values()) {
    if (part.isEncrypted()) return { kind: "archive-encrypted" };
    const { compressedSize, uncompressedSize } = part;
    unpacked += uncompressedSize;
    if (unpacked > ARCHIVE_LIMITS.unpackedBytesMax)
      return { kind: "archive-too-large", because: "bytes", max: ARCHIVE_LIMITS.unpackedBytesMax };
    const isLarge = uncompressedSize > ARCHIVE_LIMITS.ratioFromBytes;
    if (isLarge && uncompressedSize > compressedSize * ARCHIVE_LIMITS.ratioMax)
      return { kind: "archive-too-large", because: "ratio", max: ARCHIVE_LIMITS.ratioMax };
  }
  return null;
}
