import "server-only";

import type { EntryNumber } from "@/lib/domain";

import { subjectColumns, type DocumentSubject, type NewDocument } from "./attached-documents";
import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** What attaching a paper asks first. */
export const documentSubjectsOf = ({ orgId, db }: Tenant) => ({
  /** False where there is no such entry, declaration or claim in the organization. */
  async isThere(subject: DocumentSubject): Promise<boolean> {
    switch (subject.kind) {
      case "entry":
        return (await db.entry.count({ where: { orgId, number: subject.number } })) === 1;
      case "declaration":
        return (await db.declaration.count({ where: { orgId, id: subject.id } })) === 1;
      case "claim":
        return (await db.claim.count({ where: { orgId, id: subject.id } })) === 1;
    }
  },

  /** Of these numbers, those that stand on the declaration. */
  async amongDeclared(
    declarationId: string,
    numbers: readonly EntryNumber[],
  ): Promise<readonly EntryNumber[]> {
    const rows = await db.declarationEntry.findMany({
      where: { orgId, declarationId, entryNumber: { in: [...numbers] } },
      select: { entryNumber: true },
    });
    return rows.map(({ entryNumber }) => entryNumber as EntryNumber);
  },
});

/** Attaching and removing. */
export const documentStepsOf = (t: Tenant) => {
  const { orgId, userId, db } = t;
  return {
    /** @throws when these bytes are attached to it already; see `isUniqueViolation` */
    async attach(subject: DocumentSubject, document: NewDocument, at: Date): Promise<string> {
      const { id } = await db.document.create({
        data: { orgId, createdBy: userId, createdAt: at, ...document, ...subjectColumns(subject) },
        select: { id: true },
      });
      return id;
    },

    /** The file of a frozen declaration whose evidence the paper was when it was frozen; null when it may be removed. */
    async evidenceOf(id: string): Promise<string | null> {
      const [row] = await queryOf(t)<{ fileName: string }>(
        `SELECT c.file_name AS "fileName" FROM declarations c JOIN documents d ON d.org_id = c.org_id
         WHERE c.org_id = ${ORG} AND d.id = $2::uuid AND c.frozen_at >= d.created_at AND (c.id = d.declaration_id
           OR c.id = (SELECT k.declaration_id FROM claims k WHERE k.org_id = ${ORG} AND k.id = d.claim_id)
           OR EXISTS (SELECT FROM declaration_entries e
                WHERE e.org_id = ${ORG} AND e.declaration_id = c.id AND e.entry_number = d.entry_number))
         LIMIT 1`,
        [orgId, id],
      );
      return row?.fileName ?? null;
    },

    async remove(id: string): Promise<boolean> {
      const { count } = await db.document.deleteMany({ where: { orgId, id } });
      return count === 1;
    },

    async isHeld(sha256: string): Promise<boolean> {
      return (await db.document.findFirst({ where: { orgId, sha256 }, select: { id: true } })) !== null;
    },

    /** Until the transaction ends, nobody else attaches or removes these bytes. */
    async holdContent(sha256: string): Promise<void> {
      await queryOf(t)("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", [`${orgId} ${sha256}`]);
    },
  };
};
