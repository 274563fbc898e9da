import "server-only";

import { usd, ZERO_USD, type EntryNumber, type Usd } from "@/lib/domain";

import { toUsdOrNull } from "./columns";
import type { DeclarationState, Prisma } from "./generated/prisma/client";
import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

export type StoredDeclaration = {
  readonly id: string;
  /** Null: a broker's file of several importers. */
  readonly importerNumber: string | null;
  /** Empty where no file names it, and of several importers. */
  readonly importerName: string;
  readonly filerCode: string;
  readonly state: DeclarationState;
  readonly fileName: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly frozenAt: Date | null;
  readonly frozenBy: string | null;
  readonly fileSha256: string | null;
  readonly fileBytes: number | null;
  /** Certain refundable duty, USD: as frozen, or of a draft as its entries are screened now. */
  readonly refundable: Usd;
  readonly claim: { readonly id: string; readonly claimNumber: string | null } | null;
  readonly entryCount: number;
};

/** What is said of a declaration to somebody who wanted one of its entries. */
export type DeclarationHolder = Pick<
  StoredDeclaration,
  "id" | "fileName" | "state" | "createdBy" | "createdAt"
>;

export type Attestation = {
  readonly point: number;
  readonly userId: string;
  readonly userName: string;
  readonly attestedAt: Date;
  readonly statement: string;
  readonly note: string;
};

export type StoredSignOff = {
  readonly userName: string;
  readonly contentSha256: string;
  readonly signedAt: Date;
};

const WITH_PARTS = {
  importer: { select: { name: true } },
  claim: { select: { id: true, claimNumber: true } },
  _count: { select: { entries: true } },
} as const satisfies Prisma.DeclarationInclude;

/** A snapshot of ten thousand entries is 30 MB: it is read alone, by those who show it. */
const READ = { include: WITH_PARTS, omit: { snapshot: true } } as const;

type DeclarationRow = Prisma.DeclarationGetPayload<typeof READ>;

/** Drafts hold no frozen sum: theirs is the sum of their entries as screened now. */
async function toDeclarations(
  t: Tenant,
  rows: readonly DeclarationRow[],
): Promise<readonly StoredDeclaration[]> {
  const drafts = rows.filter(({ refundable }) => refundable === null).map(({ id }) => id);
  const sums = await queryOf(t)<{ id: string; refundable: string | null }>(
    `SELECT d.declaration_id::text AS id, sum(s.refundable) FILTER (WHERE s.refundable > 0)::text AS refundable
     FROM declaration_entries d JOIN screenings s ON s.org_id = d.org_id AND s.entry_number = d.entry_number
     WHERE d.org_id = ${ORG} AND d.declaration_id = ANY ($2::uuid[]) GROUP BY d.declaration_id`,
    [t.orgId, drafts],
  );
  const current = new Map(sums.map(({ id, refundable }) => [id, usd(refundable ?? "0")]));
  return rows.map(({ importer, _count, ...row }) => ({
    ...row,
    importerName: importer?.name ?? "",
    entryCount: _count.entries,
    refundable: toUsdOrNull(row.refundable) ?? current.get(row.id) ?? ZERO_USD,
  }));
}

/**
 * What was frozen, without the rows that its entries were read from, which are most of its 30 MB and in no packet.
 * Null while a draft.
 */
async function snapshotWithoutSources(t: Tenant, id: string): Promise<unknown> {
  const ofDeclaration = `FROM declarations d WHERE d.org_id = ${ORG} AND d.id = $2::uuid`;
  const [row] = await queryOf(t)<{ rest: object | null }>(
    `SELECT d.snapshot - 'entries' AS rest ${ofDeclaration}`,
    [t.orgId, id],
  );
  if (!row?.rest) return null;
  const entries = await queryOf(t)<{ entry: unknown }>(
    `SELECT kept.value - 'source' AS entry
     FROM (SELECT d.snapshot -> 'entries' AS entries ${ofDeclaration}) frozen
     CROSS JOIN LATERAL jsonb_array_elements(frozen.entries) WITH ORDINALITY AS kept (value, place)
     ORDER BY kept.place`,
    [t.orgId, id],
  );
  return { ...row.rest, entries: entries.map(({ entry }) => entry) };
}

export const declarationsOf = (t: Tenant) => {
  const { orgId, db } = t;
  return {
    /** Newest first. */
    async list(limit: number): Promise<readonly StoredDeclaration[]> {
      const rows = await db.declaration.findMany({
        where: { orgId },
        ...READ,
        orderBy: { id: "desc" },
        take: limit,
      });
      return toDeclarations(t, rows);
    },

    async find(id: string): Promise<StoredDeclaration | null> {
      const row = await db.declaration.findUnique({
        where: { orgId_id: { orgId, id } },
        ...READ,
      });
      return row && ((await toDeclarations(t, [row]))[0] ?? null);
    },

    /** What was frozen, as JSON; null while a draft. */
    async snapshot(id: string): Promise<unknown> {
      const row = await db.declaration.findUnique({
        where: { orgId_id: { orgId, id } },
        select: { snapshot: true },
      });
      return row?.snapshot ?? null;
    },

    snapshotWithoutSources: (id: string): Promise<unknown> => snapshotWithoutSources(t, id),

    /** In the order of the file. */
    async entryNumbers(id: string): Promise<readonly EntryNumber[]> {
      const rows = await db.declarationEntry.findMany({
        where: { orgId, declarationId: id },
        orderBy: { position: "asc" },
        select: { entryNumber: true },
      });
      return rows.map(({ entryNumber }) => entryNumber as EntryNumber);
    },

    async attestations(id: string): Promise<readonly Attestation[]> {
      return db.declarationAttestation.findMany({
        where: { orgId, declarationId: id },
        orderBy: { point: "asc" },
        omit: { orgId: true, declarationId: true },
      });
    },

    /** The latest of a declaration; null when nobody signed it off. */
    async lastSignOff(id: string): Promise<StoredSignOff | null> {
      return db.declarationSignOff.findFirst({
        where: { orgId, declarationId: id },
        orderBy: { id: "desc" },
        select: { userName: true, contentSha256: true, signedAt: true },
      });
    },

    /** File, builder and time of each of these declarations. */
    async holders(ids: readonly string[]): Promise<readonly DeclarationHolder[]> {
      return db.declaration.findMany({
        where: { orgId, id: { in: [...ids] } },
        orderBy: { id: "asc" },
        select: { id: true, fileName: true, state: true, createdBy: true, createdAt: true },
      });
    },
  };
};
