import "server-only";

import type { Readable } from "node:stream";

import type { OrgScope } from "@/lib/auth/scope";
import { attachedDocumentsOf, type AttachedDocument } from "@/lib/data/attached-documents";
import { inOrganization } from "@/lib/data/tenant";

import { documentStore } from "./document-storage";

export type OpenedDocument = Pick<AttachedDocument, "fileName" | "mediaType" | "byteSize"> & {
  readonly bytes: Readable;
};

/** An attached paper with its bytes, which break off when they are not those that were attached. Null: there is none. */
export async function openDocument(scope: OrgScope, id: string): Promise<OpenedDocument | null> {
  const document = await inOrganization(scope, (t) => attachedDocumentsOf(t).find(id));
  if (!document) return null;
  const bytes = await documentStore.open({ orgId: scope.orgId, sha256: document.sha256 });
  return { ...document, bytes };
}
