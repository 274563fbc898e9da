import "server-only";

import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { pool } from "@/lib/data/database";

import { networkOf } from "./address";

/** Requests without an account that cost something, an hour and a network. */
const PER_HOUR = {
  /** Secret addresses: calendar programs ask every few hours, and an office of many behind one address still fits. */
  feed: 120,
  /** Questions that the operator's model answers: it works for seconds, or is paid by the word. */
  ask: 30,
} as const;

type Kind = keyof typeof PER_HOUR;

const limiterOf = (keyPrefix: Kind) =>
  new RateLimiterPostgres({
    ...{ storeClient: pool, storeType: "pool", tableName: "sign_in_limits", tableCreated: true },
    ...{ keyPrefix, points: PER_HOUR[keyPrefix], duration: 3600 },
  });

const LIMITERS = { feed: limiterOf("feed"), ask: limiterOf("ask") } as const satisfies Record<
  Kind,
  RateLimiterPostgres
>;

/** Counts a request. @returns the seconds to wait when there were too many, else 0 */
export async function takeRequest(kind: Kind, address: string): Promise<number> {
  try {
    await LIMITERS[kind].consume(networkOf(address));
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}
