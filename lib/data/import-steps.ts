import "server-only";

import { v7 as uuidv7 } from "uuid";

import { Prisma } from "./generated/prisma/client";
import { importsOf, type StoredImport } from "./imports";
import type { Tenant } from "./tenant";

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

    /** Shown while the file is read; the rows themselves appear only with the commit. */
    async setProgress(
      id: string,
      progress: { readonly bytesRead: number; readonly rowsRead: number },
    ): Promise<void> {
      await db.import.updateMany({
        where: { orgId, id, state: { in: ["stored", "reading"] } },
        data: { state: "reading", bytesRead: BigInt(progress.bytesRead), rowsRead: progress.rowsRead },
      });
    },

    /** An upload that was never read into the books is read again, as when it comes a second time. */
    async reopen(id: string): Promise<void> {
      await db.import.updateMany({
        where: { orgId, id, state: { not: "committed" } },
        data: { state: "stored", refusal: Prisma.DbNull, bytesRead: 0n, rowsRead: 0 },
      });
    },

    /** True when this call refused it; false when it was read or refused already. */
    async refuse(id: string, refusal: Prisma.InputJsonObject): Promise<boolean> {
      const { count } = await db.import.updateMany({
        where: { orgId, id, state: { in: ["stored", "reading"] } },
        data: { state: "refused", refusal, rowsRead: 0 },
      });
      return count === 1;
    },
  };
};
