import "server-only";

import path from "node:path";
import type { ReadableStream } from "node:stream/web";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { importStepsOf } from "@/lib/data/import-steps";
import { importsOf } from "@/lib/data/imports";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";
import { env } from "@/lib/env";
import type { FileRefusal } from "@/lib/files/file-refusal";
import { FILE_LIMITS } from "@/lib/files/limits";
import { looksLikeArchive } from "@/lib/files/sniff-format";
import {
  removeUpload,
  storeUpload,
  uploadPath,
  type DeclaredFile,
  type UploadRefusal,
} from "@/lib/files/stored-upload";
import { isArchiveOfFiles, unpackArchive } from "@/lib/files/unpack-archive";

import { lookAtUpload } from "./look-at-upload";
import { queueReading } from "./queue-reading";
import { takeReturned } from "./returned-upload";

export type Upload = {
  readonly body: ReadableStream<Uint8Array>;
  readonly fileName: string;
  /** Into the books without a question where it only adds entries. */
  readonly unasked?: boolean;
} & DeclaredFile;

export type ReceivedUpload = {
  readonly importId: string;
  /** When the same bytes were taken in before; null for a new file. */
  readonly importedAt: Date | null;
  /** A workbook of problems that came back: the import is the one it went out for. */
  readonly isReturned?: true;
};

/** A file of an upload and what became of it. */
export type ReceivedFile = {
  readonly name: string;
  readonly result: Result<ReceivedUpload, FileRefusal>;
};

/**
 * Takes an upload in: stores it, proves it whole, and takes in the file, or every file of an archive. A file that is
 * refused leaves nothing behind, neither a row nor a byte.
 */
export async function receiveFiles(
  scope: OrgScope,
  upload: Upload,
): Promise<Result<readonly ReceivedFile[], UploadRefusal | FileRefusal>> {
  const stored = storedAt(scope, upload.sha256);
  const cut = await storeUpload(upload.body, stored, upload, FILE_LIMITS.bytesMax);
  if (cut) return err(cut);
  if (await looksLikeArchive(stored)) {
    const isArchive = await isArchiveOfFiles(stored);
    if (!isArchive.ok) await removeUpload(stored);
    if (!isArchive.ok) return isArchive;
    if (isArchive.value) return receiveArchive(scope, stored);
  }
  const received = await takeIn(scope, upload);
  return received.ok ? ok([{ name: upload.fileName, result: received }]) : received;
}

/** The same for an upload that is known to be one file. */
export async function receiveUpload(
  scope: OrgScope,
  upload: Upload,
): Promise<Result<ReceivedUpload, UploadRefusal | FileRefusal>> {
  const received = await receiveFiles(scope, upload);
  if (!received.ok) return received;
  const [file, ...others] = received.value;
  if (file === undefined || others.length > 0) throw new Error("An upload of one file holds several");
  return file.result;
}

const storedAt = ({ orgId }: OrgScope, sha256: string): string => uploadPath(env.DATA_DIR, orgId, sha256);

/** The archive itself is not kept: its files are, each an import of its own. */
async function receiveArchive(
  scope: OrgScope,
  stored: string,
): Promise<Result<readonly ReceivedFile[], FileRefusal>> {
  const received: ReceivedFile[] = [];
  try {
    for await (const file of unpackArchive(stored, path.dirname(stored))) {
      if (file.ok) {
        const { name, bytes, sha256 } = file.value;
        received.push({ name, result: await takeIn(scope, { fileName: name, bytes, sha256 }) });
      } else received.push({ name: file.problem.name, result: err(file.problem.refusal) });
    }
  } finally {
    await removeUpload(stored);
  }
  return received.length > 0 ? ok(received) : err({ kind: "empty-file" });
}

type StoredFile = Omit<Upload, "body">;

/** Looks at the beginning of a stored file and queues its reading, or says why not and removes it. */
async function takeIn(scope: OrgScope, file: StoredFile): Promise<Result<ReceivedUpload, FileRefusal>> {
  const there = await inOrganization(scope, (t) => importsOf(t).findByContent(file.sha256));
  if (there?.state === "committed") return ok({ importId: there.id, importedAt: there.createdAt });
  const stored = storedAt(scope, file.sha256);
  const { returnedFor, refusal } = await lookAtUpload(stored);
  if (there === null && returnedFor !== null) {
    const returned = await takeReturned(scope, returnedFor, stored);
    return returned.ok ? ok({ importId: returned.value, importedAt: null, isReturned: true }) : returned;
  }
  if (refusal) {
    if (!there) await removeUpload(stored);
    return err(refusal);
  }
  return ok(await inOrganization(scope, (t) => register(t, file)));
}

async function register(t: Tenant, file: StoredFile): Promise<ReceivedUpload> {
  const { fileName, bytes, sha256, unasked = false } = file;
  const registered = await importStepsOf(t).register({ fileName, byteSize: bytes, sha256 });
  const there = registered.kind === "already-there" ? registered.import : null;
  if (there?.state === "committed") return { importId: there.id, importedAt: there.createdAt };
  const importId = registered.kind === "registered" ? registered.id : registered.import.id;
  // Refused, given up or interrupted before: reading twice changes nothing, so it is simply read again.
  if (!(await queueReading(t, importId, unasked))) return { importId, importedAt: there?.createdAt ?? null };
  await recordAudit(t, "import.stored", importId, { fileName, bytes, sha256 });
  return { importId, importedAt: null };
}
