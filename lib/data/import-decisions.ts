import "server-only";

import { holdImport } from "./import-steps";
import type { Tenant } from "./tenant";

/** What somebody decides of a file that was shown; each says whether this call did it, so that two at once do it once. */
export const importDecisionsOf = (t: Tenant) => {
  const { orgId, db } = t;
  return {
    /** Somebody who saw what the file would change says yes. @returns false when it is not shown any more */
    async add(id: string): Promise<boolean> {
      const { count } = await db.import.updateMany({
        where: { orgId, id, state: "previewed" },
        data: { state: "adding" },
      });
      return count === 1;
    },

    /** Adding failed or was stopped: it is to be decided again. @returns false when it was not being added */
    async showAgain(id: string): Promise<boolean> {
      const rows = await db.$queryRaw<unknown[]>`
        UPDATE imports SET state = 'previewed', preview = preview || '{"shownAgain": "adding-failed"}'
        WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid AND state = 'adding' RETURNING id`;
      return rows.length === 1;
    },

    /** True when this call forgot it; false when it is in the books, or on its way there. */
    async discard(id: string): Promise<boolean> {
      await holdImport(t, id);
      const found = await db.import.findFirst({
        where: { orgId, id, state: "previewed" },
        select: { id: true },
      });
      if (!found) return false;
      await db.repairRequest.deleteMany({ where: { orgId, importId: id } });
      await db.rowRepair.deleteMany({ where: { orgId, importId: id } });
      await db.import.delete({ where: { orgId_id: { orgId, id } } });
      return true;
    },
  };
};
