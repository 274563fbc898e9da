import "server-only";

import type { DocumentKind, EntryNumber } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** What a paper is attached to. */
export type DocumentSubject =
  | { readonly kind: "entry"; readonly number: EntryNumber }
  | { readonly kind: "declaration"; readonly id: string }
  | { readonly kind: "claim"; readonly id: string };

export type NewDocument = {
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
};

/** A paper whose bytes lie in the document store. */
export type AttachedDocument = NewDocument & {
  readonly id: string;
  readonly subject: DocumentSubject;
  readonly createdBy: string;
  readonly createdAt: Date;
};

type DocumentRow = Omit<AttachedDocument, "subject"> & {
  readonly entryNumber: EntryNumber | null;
  readonly declarationId: string | null;
  readonly claimId: string | null;
};

const COLUMNS = `d.id::text, d.kind, d.file_name AS "fileName", d.media_type AS "mediaType", d.byte_size AS "byteSize",
  d.sha256, d.entry_number AS "entryNumber", d.declaration_id::text AS "declarationId", d.claim_id::text AS "claimId",
  d.created_by::text AS "createdBy", d.created_at AS "createdAt"`;

function toDocument({ entryNumber, declarationId, claimId, ...row }: DocumentRow): AttachedDocument {
  if (entryNumber !== null) return { ...row, subject: { kind: "entry", number: entryNumber } };
  if (declarationId !== null) return { ...row, subject: { kind: "declaration", id: declarationId } };
  if (claimId !== null) return { ...row, subject: { kind: "claim", id: claimId } };
  throw new Error(`Document ${row.id} is attached to nothing`);
}

export const subjectColumns = (subject: DocumentSubject) => ({
  entryNumber: subject.kind === "entry" ? subject.number : null,
  declarationId: subject.kind === "declaration" ? subject.id : null,
  claimId: subject.kind === "claim" ? subject.id : null,
});

export const attachedDocumentsOf = (t: Tenant) => {
  const { orgId } = t;
  const select = async (
    where: string,
    ...values: readonly unknown[]
  ): Promise<readonly AttachedDocument[]> => {
    const rows = await queryOf(t)<DocumentRow>(
      `SELECT ${COLUMNS} FROM documents d WHERE d.org_id = ${ORG} AND d.content IS NULL AND (${where})
       ORDER BY d.created_at, d.id`,
      [orgId, ...values],
    );
    return rows.map(toDocument);
  };
  return {
    async find(id: string): Promise<AttachedDocument | null> {
      return (await select("d.id = $2::uuid", id))[0] ?? null;
    },

    /** In the order in which they came. */
    async attachedTo(subject: DocumentSubject): Promise<readonly AttachedDocument[]> {
      const { entryNumber, declarationId, claimId } = subjectColumns(subject);
      return select(
        "d.entry_number = $2::text OR d.declaration_id = $3::uuid OR d.claim_id = $4::uuid",
        ...[entryNumber, declarationId, claimId],
      );
    },

    /** Those of a declaration, of its claim and of its entries. */
    async ofDeclaration(declarationId: string): Promise<readonly AttachedDocument[]> {
      return select(
        `d.declaration_id = $2::uuid
         OR d.claim_id IN (SELECT c.id FROM claims c WHERE c.org_id = ${ORG} AND c.declaration_id = $2::uuid)
         OR d.entry_number IN (SELECT e.entry_number FROM declaration_entries e
              WHERE e.org_id = ${ORG} AND e.declaration_id = $2::uuid)`,
        declarationId,
      );
    },

    /** Entries of a declaration without an entry summary of their own, in the order of its file. */
    async withoutEntrySummary(
      declarationId: string,
      limit: number,
    ): Promise<{ readonly count: number; readonly first: readonly EntryNumber[] }> {
      const rows = await queryOf(t)<{ number: EntryNumber; count: number }>(
        `SELECT e.entry_number AS number, (count(*) OVER ())::int AS count FROM declaration_entries e
         WHERE e.org_id = ${ORG} AND e.declaration_id = $2::uuid AND NOT EXISTS (SELECT FROM documents d
           WHERE d.org_id = ${ORG} AND d.entry_number = e.entry_number AND d.kind = 'entry-summary')
         ORDER BY e.position LIMIT $3::int`,
        [orgId, declarationId, limit],
      );
      return { count: rows[0]?.count ?? 0, first: rows.map(({ number }) => number) };
    },
  };
};
