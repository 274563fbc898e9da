import "server-only";

import { v7 as uuidv7 } from "uuid";

import { Prisma } from "./generated/prisma/client";
import { importsOf, type StoredImport } from "./imports";
import type { Tenant } from "./tenant";

/** As right after the upload. */
const NEVER_READ = {
  ...({ state: "stored", bytesRead: 0n, rowsRead: 0, undoneAt: null, undoneBy: null } as const),
  ...{ refusal: Prisma.DbNull, preview: Prisma.DbNull },
};

/** What happens to an upload before and instead of its rows; the rows themselves come with `import-commit.ts`. */
export const importStepsOf = (t: Tenant) => {
  const { orgId, userId, db } = t;
  return {
    /** Registers a stored file; when the organization has the same bytes already, says which import holds them. */
    async register(file: {
      readonly fileName: string;
      readonly byteSize: number;
      readonly sha256: string;
    }): Promise<
      | { readonly kind: "registered"; readonly id: string }
      | { readonly kind: "already-there"; readonly import: StoredImport }
    > {
      const id = uuidv7();
      // ON CONFLICT DO NOTHING: of two uploads at once, one is registered and the other finds it.
      const { count } = await db.import.createMany({
        data: [{ orgId, id, createdBy: userId, ...file, byteSize: BigInt(file.byteSize) }],
        skipDuplicates: true,
      });
      if (count === 1) return { kind: "registered", id };
      const there = await importsOf(t).findByContent(file.sha256);
      if (!there) throw new Error("An upload is neither new nor there");
      return { kind: "already-there", import: there };
    },

    /** Waits until nobody else writes this import, and keeps others waiting until the transaction ends. */
    async hold(id: string): Promise<void> {
      await db.$queryRaw`SELECT id FROM imports WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    },

    /** The same without waiting. @returns false when somebody writes it now */
    async holdIfFree(id: string): Promise<boolean> {
      const rows = await db.$queryRaw<
        unknown[]
      >`SELECT id FROM imports WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid FOR UPDATE SKIP LOCKED`;
      return rows.length === 1;
    },

    /** The reading begins, for the first time or again. */
    async begin(id: string): Promise<void> {
      await db.import.updateMany({ where: { orgId, id, state: "stored" }, data: { state: "reading" } });
    },

    /** True when this call cancelled it; false when it was read, refused or cancelled already. */
    async cancel(id: string): Promise<boolean> {
      const { count } = await db.import.updateMany({
        where: { orgId, id, state: { in: ["stored", "reading"] } },
        data: { state: "cancelled" },
      });
      return count === 1;
    },

    /** An upload that was never read into the books is read again, as when it comes a second time. */
    async reopen(id: string): Promise<void> {
      await db.import.updateMany({
        where: { orgId, id, state: { not: "committed" } },
        data: NEVER_READ,
      });
    },

    /** True when this call refused it; false when it was read or refused already. */
    async refuse(id: string, refusal: Prisma.InputJsonObject): Promise<boolean> {
      const { count } = await db.import.updateMany({
        where: { orgId, id, state: { in: ["stored", "reading", "adding"] } },
        data: { state: "refused", refusal, rowsRead: 0 },
      });
      return count === 1;
    },
  };
};
