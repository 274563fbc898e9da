import "server-only";

import type { EntryNumber, Usd } from "@/lib/domain";

import { queryOf, type Tenant } from "./tenant";

export type NewDeclaration = {
  /** Null: several importers. */
  readonly importerNumber: string | null;
  readonly filerCode: string;
  readonly fileName: string;
  readonly entries: readonly NewDeclarationEntry[];
};

type NewDeclarationEntry = {
  readonly number: EntryNumber;
  /** The declaration that CBP dropped it from; null: it is filed for the first time, or was filed elsewhere. */
  readonly refiledFrom: string | null;
};

export type NewAttestation = {
  readonly point: number;
  readonly userName: string;
  readonly statement: string;
  readonly note: string;
};

export type FrozenFile = {
  readonly sha256: string;
  readonly bytes: number;
  readonly refundable: Usd;
  readonly interest: Usd;
  /** JSON. */
  readonly snapshot: string;
};

/** True when this call froze it; false when it was no draft any more. */
async function freeze(t: Tenant, id: string, file: FrozenFile, at: Date): Promise<boolean> {
  // Plain SQL: a snapshot of ten thousand entries takes Prisma's own JSON ten seconds.
  const frozen = await queryOf(t)(
    `UPDATE declarations SET state = 'frozen', frozen_at = $3::timestamptz, frozen_by = $4::uuid,
     file_sha256 = $5::text, file_bytes = $6::int, refundable = $7::numeric, interest = $8::numeric,
     snapshot = $9::jsonb
   WHERE org_id = $1::uuid AND id = $2::uuid AND state = 'draft' RETURNING id`,
    [
      ...[t.orgId, id, at.toISOString(), t.userId, file.sha256, file.bytes],
      ...[file.refundable.toFixed(), file.interest.toFixed(), file.snapshot],
    ],
  );
  return frozen.length === 1;
}

/** Plain SQL: ten files of ten thousand entries are one transaction, and Prisma's own rows take it too long. */
const insertEntries = ({ orgId, ...t }: Tenant, id: string, entries: readonly NewDeclarationEntry[]) =>
  queryOf({ orgId, ...t })(
    `INSERT INTO declaration_entries (org_id, declaration_id, entry_number, position, refiled_from)
     SELECT $1::uuid, $2::uuid, number, place - 1, nullif(parent, '')::uuid
     FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS entry (number, parent, place)`,
    [
      ...[orgId, id, entries.map(({ number }) => number)],
      entries.map(({ refiledFrom }) => refiledFrom ?? ""),
    ],
  );

/** The steps of a declaration; each says whether this call took it, so that two at once take it once. */
export const declarationStepsOf = (t: Tenant) => {
  const { orgId, userId, db } = t;
  return {
    /**
     * Makes builders of one organization wait for one another until this transaction ends, so that the later one sees
     * what the first one built. The unique index stays the last word.
     */
    async holdBuilding(): Promise<void> {
      await queryOf(t)("SELECT pg_advisory_xact_lock(hashtextextended('declarations of ' || $1, 0))::text", [
        orgId,
      ]);
    },

    /**
     * @throws when an entry is on a live declaration already, see `isUniqueViolation`, or was accepted by CBP, see
     * `isAcceptedEntry`
     */
    async create(declaration: NewDeclaration): Promise<string> {
      const { entries, ...rest } = declaration;
      const { id } = await db.declaration.create({
        data: { orgId, createdBy: userId, ...rest },
        select: { id: true },
      });
      await insertEntries(t, id, entries);
      return id;
    },

    /** The first attestation of a point stands; a second one changes nothing. */
    async attest(id: string, { point, userName, statement, note }: NewAttestation): Promise<void> {
      await db.declarationAttestation.createMany({
        data: [{ orgId, declarationId: id, point, userId, userName, statement, note }],
        skipDuplicates: true,
      });
    },

    async signOff(id: string, userName: string, contentSha256: string): Promise<void> {
      await db.declarationSignOff.create({
        data: { orgId, declarationId: id, userId, userName, contentSha256 },
        select: { id: true },
      });
    },

    freeze: (id: string, file: FrozenFile, at: Date): Promise<boolean> => freeze(t, id, file, at),

    /** True when the declaration was in `from` and now is filed. */
    async markFiled(id: string): Promise<boolean> {
      const { count } = await db.declaration.updateMany({
        where: { orgId, id, state: "frozen" },
        data: { state: "filed" },
      });
      return count === 1;
    },

    /** Frees the entries of a declaration that was never filed. */
    async withdraw(id: string): Promise<boolean> {
      const { count } = await db.declaration.updateMany({
        where: { orgId, id, state: { in: ["draft", "frozen"] } },
        data: { state: "withdrawn" },
      });
      if (count === 1)
        await db.declarationEntry.updateMany({ where: { orgId, declarationId: id }, data: { live: false } });
      return count === 1;
    },

    /** CBP dropped these rows: they may stand on a new declaration once repaired. */
    async release(id: string, entries: readonly EntryNumber[]): Promise<void> {
      await db.declarationEntry.updateMany({
        where: { orgId, declarationId: id, entryNumber: { in: [...entries] } },
        data: { live: false },
      });
    },
  };
};
