import "server-only";

import { now } from "@/lib/clock";

import type { Tenant } from "./tenant";

/** The calendar address of the person who acts; the address itself is not known here. */
export type StoredFeed = { readonly madeAt: Date; readonly fetchedAt: Date | null };

export const calendarFeedOf = ({ orgId, userId, db }: Tenant) => {
  const key = { orgId, userId };
  return {
    find(): Promise<StoredFeed | null> {
      return db.calendarFeed.findUnique({
        where: { orgId_userId: key },
        select: { madeAt: true, fetchedAt: true },
      });
    },

    /** In the place of the one before, which is worth nothing from now on. */
    async set(secretHash: string): Promise<void> {
      const fresh = { secretHash, madeAt: now(), fetchedAt: null };
      await db.calendarFeed.upsert({
        where: { orgId_userId: key },
        create: { ...key, ...fresh },
        update: fresh,
      });
    },

    async revoke(): Promise<void> {
      await db.calendarFeed.deleteMany({ where: key });
    },

    /** Notes that it was fetched. @returns false where the secret is not the one of today */
    async fetch(secretHash: string): Promise<boolean> {
      const { count } = await db.calendarFeed.updateMany({
        where: { ...key, secretHash },
        data: { fetchedAt: now() },
      });
      return count > 0;
    },
  };
};
