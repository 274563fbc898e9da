import "server-only";

import { randomUUID } from "node:crypto";
import type { ReadableStream } from "node:stream/web";

import type { OrgScope } from "@/lib/auth/scope";
import { now } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import type { DocumentSubject, NewDocument } from "@/lib/data/attached-documents";
import { documentStepsOf, documentSubjectsOf } from "@/lib/data/document-steps";
import { inOrganization } from "@/lib/data/tenant";
import { isUniqueViolation } from "@/lib/data/unique-violation";
import { entryNumbersIn, err, ok, type DocumentKind, type Result } from "@/lib/domain";
import { DOCUMENT_BYTES_MAX, documentTypeOf, type DocumentRefusal } from "@/lib/files/document-type";
import { removeUpload, storeUpload, type DeclaredFile, type UploadRefusal } from "@/lib/files/stored-upload";

import { documentStore, incomingPath } from "./document-storage";

export type DocumentUpload = DeclaredFile & {
  readonly body: ReadableStream<Uint8Array>;
  readonly fileName: string;
  readonly kind: DocumentKind;
  readonly subject: DocumentSubject;
};

export type AttachProblem =
  | UploadRefusal
  | DocumentRefusal
  | { readonly kind: "subject-not-found" }
  | { readonly kind: "already-attached" };

/** What the paper was attached to: an entry where its name spells one of the declaration's. */
export type Attached = { readonly id: string; readonly subject: DocumentSubject };

/**
 * Takes a paper in: streams it to disk, proves it whole, tells its format by its bytes, and puts it into the document
 * store. A paper that is refused leaves nothing behind.
 */
export async function attachDocument(
  scope: OrgScope,
  upload: DocumentUpload,
): Promise<Result<Attached, AttachProblem>> {
  const { fileName, kind, sha256, bytes, body } = upload;
  const subject = await subjectOf(scope, upload);
  if (!subject) return err({ kind: "subject-not-found" });
  const incoming = incomingPath(randomUUID());
  try {
    const cut = await storeUpload(body, incoming, upload, DOCUMENT_BYTES_MAX);
    if (cut) return err(cut);
    const type = await documentTypeOf(incoming, fileName);
    if (!type.ok) return type;
    await documentStore.put({ orgId: scope.orgId, sha256 }, incoming, type.value);
    return await register(scope, subject, { kind, fileName, mediaType: type.value, byteSize: bytes, sha256 });
  } finally {
    await removeUpload(incoming);
  }
}

/** A paper for a declaration whose name spells exactly one of its entries is that entry's. */
async function subjectOf(
  scope: OrgScope,
  { subject, fileName }: DocumentUpload,
): Promise<DocumentSubject | null> {
  return inOrganization(scope, async (t) => {
    const subjects = documentSubjectsOf(t);
    if (!(await subjects.isThere(subject))) return null;
    if (subject.kind !== "declaration") return subject;
    const [only, ...others] = await subjects.amongDeclared(subject.id, entryNumbersIn(fileName));
    return only === undefined || others.length > 0 ? subject : { kind: "entry", number: only };
  });
}

async function register(
  scope: OrgScope,
  subject: DocumentSubject,
  document: NewDocument,
): Promise<Result<Attached, AttachProblem>> {
  try {
    const { fileName, kind, sha256 } = document;
    const id = await inOrganization(scope, async (t) => {
      await documentStepsOf(t).holdContent(sha256);
      // Somebody may have removed the last paper of these bytes, and the bytes, since they were put there.
      if (!(await documentStore.has({ orgId: scope.orgId, sha256 })))
        throw new Error("The bytes of a document were removed while it was attached");
      const made = await documentStepsOf(t).attach(subject, document, now());
      await recordAudit(t, "document.attached", subjectName(subject), {
        document: made,
        kind,
        fileName,
        sha256,
      });
      return made;
    });
    return ok({ id, subject });
  } catch (error) {
    // The bytes stay: the row that was there before holds them.
    if (isUniqueViolation(error)) return err({ kind: "already-attached" });
    throw error;
  }
}

const subjectName = (subject: DocumentSubject): string =>
  subject.kind === "entry" ? subject.number : subject.id;
