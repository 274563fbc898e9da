import "server-only";

import type { CustomerWeight } from "@/lib/domain";

import type { Tenant } from "./tenant";

const MILLION = 1_000_000n;

/** How one payment, or a month, is passed on. */
export const passThroughOf = ({ orgId, db }: Tenant) => ({
  async weights(shareOf: string): Promise<readonly CustomerWeight[]> {
    const rows = await db.passThroughWeight.findMany({
      where: { orgId, shareOf },
      orderBy: { position: "asc" },
    });
    return rows.map(({ customer, weight }) => ({
      customer,
      millionths: BigInt(weight.times(1_000_000).toFixed(0)),
    }));
  },

  /** Puts these weights in the place of the old ones; none removes the division. */
  async replace(shareOf: string, weights: readonly CustomerWeight[]): Promise<void> {
    await db.passThroughWeight.deleteMany({ where: { orgId, shareOf } });
    await db.passThroughWeight.createMany({
      data: weights.map(({ customer, millionths }, position) => ({
        ...{ orgId, shareOf, position, customer },
        weight: `${String(millionths / MILLION)}.${String(millionths % MILLION).padStart(6, "0")}`,
      })),
    });
  },
});
