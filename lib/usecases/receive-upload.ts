import "server-only";

import type { ReadableStream } from "node:stream/web";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { importStepsOf } from "@/lib/data/import-steps";
import { importsOf } from "@/lib/data/imports";
import { isReadingQueued, queueJob } from "@/lib/data/job-queue";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";
import { env } from "@/lib/env";
import type { FileRefusal } from "@/lib/files/file-refusal";
import { FILE_LIMITS } from "@/lib/files/limits";
import { readEntriesFile } from "@/lib/files/read-entries-file";
import {
  readUpload,
  removeUpload,
  storeUpload,
  uploadPath,
  type DeclaredFile,
  type UploadRefusal,
} from "@/lib/files/stored-upload";

export type Upload = {
  readonly body: ReadableStream<Uint8Array>;
  readonly fileName: string;
} & DeclaredFile;

export type ReceivedUpload = {
  readonly importId: string;
  /** When the same bytes were taken in before; null for a new file. */
  readonly importedAt: Date | null;
};

/** Read before the upload is answered: enough for every file that is wrong from its beginning. */
const LOOK_BYTES = 2_000_000;

/**
 * Takes a file in: stores it, proves it whole, looks at its beginning, and queues its reading. A file that is refused
 * here leaves nothing behind, neither a row nor a byte.
 */
export async function receiveUpload(
  scope: OrgScope,
  upload: Upload,
): Promise<Result<ReceivedUpload, UploadRefusal | FileRefusal>> {
  const stored = uploadPath(env.DATA_DIR, scope.orgId, upload.sha256);
  const cut = await storeUpload(upload.body, stored, upload, FILE_LIMITS.bytesMax);
  if (cut) return err(cut);
  const there = await inOrganization(scope, (t) => importsOf(t).findByContent(upload.sha256));
  if (there?.state === "committed") return ok({ importId: there.id, importedAt: there.createdAt });
  const refusal = await lookAt(stored);
  if (refusal) {
    if (!there) await removeUpload(stored);
    return err(refusal);
  }
  return ok(await inOrganization(scope, (t) => register(t, upload)));
}

/** Null when nothing in the first bytes speaks against the file. */
async function lookAt(stored: string): Promise<FileRefusal | null> {
  const enough = new AbortController();
  const onProgress = ({ bytes }: { readonly bytes: number }) => {
    if (bytes > LOOK_BYTES) enough.abort();
  };
  try {
    const read = await readEntriesFile(readUpload(stored), { file: "", onProgress, signal: enough.signal });
    return read.ok ? null : read.problem;
  } catch (error) {
    if (enough.signal.aborted) return null;
    throw error;
  }
}

async function register(t: Tenant, upload: Upload): Promise<ReceivedUpload> {
  const { fileName, bytes, sha256 } = upload;
  const registered = await importStepsOf(t).register({ fileName, byteSize: bytes, sha256 });
  if (registered.kind === "already-there") {
    const { id, state, createdAt } = registered.import;
    if (state === "committed" || (await isReadingQueued(t, id)))
      return { importId: id, importedAt: createdAt };
    // Refused, given up or interrupted before: reading twice changes nothing, so it is simply read again.
    await importStepsOf(t).reopen(id);
  }
  const importId = registered.kind === "registered" ? registered.id : registered.import.id;
  await queueJob(t, "read-import", { orgId: t.orgId, userId: t.userId, importId });
  await recordAudit(t, "import.stored", importId, { fileName, bytes, sha256 });
  return { importId, importedAt: null };
}
