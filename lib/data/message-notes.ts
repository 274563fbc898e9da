import "server-only";

import type { Tenant } from "./tenant";

/** What somebody found out of a message of CBP that no table of ours explains. */
export type MessageNote = {
  readonly note: string;
  readonly notedBy: string;
  readonly notedAt: Date;
};

export const messageNotesOf = ({ orgId, userId, db }: Tenant) => ({
  /** By the key of the message. */
  async all(): Promise<ReadonlyMap<string, MessageNote>> {
    const rows = await db.messageNote.findMany({ where: { orgId } });
    return new Map(rows.map(({ textKey, note, notedBy, notedAt }) => [textKey, { note, notedBy, notedAt }]));
  },

  async note(textKey: string, note: string, at: Date): Promise<void> {
    const noted = { note, notedBy: userId, notedAt: at };
    await db.messageNote.upsert({
      where: { orgId_textKey: { orgId, textKey } },
      create: { orgId, textKey, ...noted },
      update: noted,
    });
  },
});
