import "server-only";

import type { Tenant } from "./tenant";

/** What an organization decided about how CapeDesk works for it. */
export const organizationSettingsOf = ({ orgId, db }: Tenant) => ({
  /** Files that are recognised with certainty and only add entries go into the books without a question. */
  async addsFilesUnasked(): Promise<boolean> {
    const found = await db.organization.findUniqueOrThrow({
      where: { id: orgId },
      select: { addsFilesUnasked: true },
    });
    return found.addsFilesUnasked;
  },

  async setAddingUnasked(addsFilesUnasked: boolean): Promise<void> {
    await db.organization.update({ where: { id: orgId }, data: { addsFilesUnasked }, select: { id: true } });
  },
});
