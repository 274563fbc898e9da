import "server-only";

import { v7 as uuidv7 } from "uuid";

import { queryIn, type BulkTenant } from "./bulk-tenant";
import type { Prisma } from "./generated/prisma/client";
import { importsOf, type ImportState, type StoredImport } from "./imports";
import type { Tenant } from "./tenant";

/**
 * Takes the import for this transaction, after the books: waits until nobody else writes it, and keeps others waiting
 * until the transaction ends. Null when the organization has no such import.
 */
export async function holdImport(
  t: Tenant | BulkTenant,
  id: string,
): Promise<{ readonly state: ImportState } | null> {
  const [row] = await queryIn(t)<{ state: ImportState }>(
    "SELECT state::text FROM imports WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE",
    [t.orgId, id],
  );
  return row ?? null;
}

/** An upload that was never read into the books is read again, as when it comes a second time. */
export async function reopenImport(t: Tenant | BulkTenant, id: string): Promise<void> {
  await queryIn(t)(
    `UPDATE imports SET state = 'stored', bytes_read = 0, rows_read = 0, undone_at = NULL, undone_by = NULL,
       refusal = NULL, preview = NULL
     WHERE org_id = $1::uuid AND id = $2::uuid AND state <> 'committed'`,
    [t.orgId, id],
  );
}

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

    /** Takes the import without waiting. @returns false when somebody writes it now */
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
