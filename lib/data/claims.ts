import "server-only";

import type { ClaimEventKind, Day, EntryNumber, Usd } from "@/lib/domain";

import { fromDay } from "./columns";
import type { Prisma } from "./generated/prisma/client";
import type { Tenant } from "./tenant";

export type StoredClaim = {
  readonly id: string;
  readonly claimNumber: string | null;
  readonly declarationId: string;
  readonly declarationFile: string;
  /** Null: several importers in one file. */
  readonly importerNumber: string | null;
  readonly entryCount: number;
  readonly createdAt: Date;
};

export type NewClaimEvent = {
  readonly kind: ClaimEventKind;
  readonly day: Day;
  readonly entryNumber?: EntryNumber;
  readonly message?: string;
  readonly amount?: Usd;
};

const WITH_DECLARATION = {
  declaration: { select: { fileName: true, importerNumber: true, _count: { select: { entries: true } } } },
} as const satisfies Prisma.ClaimInclude;

type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof WITH_DECLARATION }>;

const toClaim = ({ declaration, ...row }: ClaimRow): StoredClaim => ({
  id: row.id,
  claimNumber: row.claimNumber,
  declarationId: row.declarationId,
  declarationFile: declaration.fileName,
  importerNumber: declaration.importerNumber,
  entryCount: declaration._count.entries,
  createdAt: row.createdAt,
});

export const claimsOf = ({ orgId, userId, db }: Tenant) => ({
  /** Newest first. */
  async list(limit: number): Promise<readonly StoredClaim[]> {
    const rows = await db.claim.findMany({
      where: { orgId },
      include: WITH_DECLARATION,
      orderBy: { id: "desc" },
      take: limit,
    });
    return rows.map(toClaim);
  },

  async find(id: string): Promise<StoredClaim | null> {
    const row = await db.claim.findUnique({ where: { orgId_id: { orgId, id } }, include: WITH_DECLARATION });
    return row && toClaim(row);
  },

  async open(declarationId: string, claimNumber: string | null): Promise<string> {
    const { id } = await db.claim.create({
      data: { orgId, declarationId, claimNumber },
      select: { id: true },
    });
    return id;
  },

  /** @throws when another claim of the organization has it; see `isUniqueViolation` */
  async setClaimNumber(id: string, claimNumber: string): Promise<void> {
    await db.claim.updateMany({ where: { orgId, id }, data: { claimNumber } });
  },

  /** Appends; nothing is ever overwritten. */
  async append(claimId: string, events: readonly NewClaimEvent[]): Promise<void> {
    await db.claimEvent.createMany({
      data: events.map((event) => ({
        orgId,
        claimId,
        actorId: userId,
        kind: event.kind,
        day: fromDay(event.day),
        entryNumber: event.entryNumber ?? null,
        message: event.message ?? null,
        amount: event.amount?.toFixed() ?? null,
        source: "typed",
      })),
    });
  },
});
