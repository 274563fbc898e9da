import "server-only";

import {
  attachedDocumentsOf,
  type AttachedDocument,
  type DocumentSubject,
} from "@/lib/data/attached-documents";
import type { Tenant } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import type { EntryNumber } from "@/lib/domain";

export type DocumentView = AttachedDocument & {
  readonly attachedBy: string;
};

/** The papers attached to one thing. */
export async function viewDocuments(t: Tenant, subject: DocumentSubject): Promise<readonly DocumentView[]> {
  return withNames(t, await attachedDocumentsOf(t).attachedTo(subject));
}

export type DeclarationPapers = {
  /** Of the declaration, of its claim and of its entries. */
  readonly documents: readonly DocumentView[];
  readonly withoutSummary: { readonly count: number; readonly first: readonly EntryNumber[] };
};

/** Everything that would go into a declaration's packet, and its entries that lack a 7501. */
export async function viewDeclarationPapers(
  t: Tenant,
  id: string,
  limit: number,
): Promise<DeclarationPapers> {
  return {
    documents: await viewPacketDocuments(t, id),
    withoutSummary: await attachedDocumentsOf(t).withoutEntrySummary(id, limit),
  };
}

/** Everything that goes into a declaration's packet. */
export const viewPacketDocuments = async (t: Tenant, id: string): Promise<readonly DocumentView[]> =>
  withNames(t, await attachedDocumentsOf(t).ofDeclaration(id));

async function withNames(
  t: Tenant,
  documents: readonly AttachedDocument[],
): Promise<readonly DocumentView[]> {
  const names = await memberNames(t);
  return documents.map((each) => ({ ...each, attachedBy: names.get(each.createdBy) ?? "a former member" }));
}
