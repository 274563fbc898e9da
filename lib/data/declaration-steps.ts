import "server-only";

import type { EntryNumber, Usd } from "@/lib/domain";

import type { Prisma } from "./generated/prisma/client";
import type { Tenant } from "./tenant";

export type NewDeclaration = {
  readonly importerNumber: string;
  readonly filerCode: string;
  readonly fileName: string;
  readonly entries: readonly EntryNumber[];
};

export type FrozenFile = {
  readonly sha256: string;
  readonly bytes: number;
  readonly refundable: Usd;
  readonly interest: Usd;
  readonly snapshot: Prisma.InputJsonObject;
};

/** The steps of a declaration; each says whether this call took it, so that two at once take it once. */
export const declarationStepsOf = ({ orgId, userId, db }: Tenant) => ({
  /** @throws when an entry is on a live declaration already; see `isUniqueViolation` */
  async create(declaration: NewDeclaration): Promise<string> {
    const { entries, ...rest } = declaration;
    const { id } = await db.declaration.create({
      data: { orgId, createdBy: userId, ...rest },
      select: { id: true },
    });
    await db.declarationEntry.createMany({
      data: entries.map((entryNumber, position) => ({ orgId, declarationId: id, entryNumber, position })),
    });
    return id;
  },

  /** The first attestation of a point stands; a second one changes nothing. */
  async attest(id: string, point: number, userName: string): Promise<void> {
    await db.declarationAttestation.createMany({
      data: [{ orgId, declarationId: id, point, userId, userName }],
      skipDuplicates: true,
    });
  },

  /** True when this call froze it; false when it was no draft any more. */
  async freeze(id: string, file: FrozenFile, at: Date): Promise<boolean> {
    const { count } = await db.declaration.updateMany({
      where: { orgId, id, state: "draft" },
      data: {
        state: "frozen",
        frozenAt: at,
        frozenBy: userId,
        fileSha256: file.sha256,
        fileBytes: file.bytes,
        refundable: file.refundable.toFixed(),
        interest: file.interest.toFixed(),
        snapshot: file.snapshot,
      },
    });
    return count === 1;
  },

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
});
