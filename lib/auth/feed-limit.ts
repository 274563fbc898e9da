import "server-only";

import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { pool } from "@/lib/data/database";

import { networkOf } from "./address";

/** Calendar programs ask every few hours; an office of many behind one address still fits. */
const REQUESTS_PER_HOUR = 120;

const requests = new RateLimiterPostgres({
  ...{ storeClient: pool, storeType: "pool", tableName: "sign_in_limits", tableCreated: true },
  ...{ keyPrefix: "feed", points: REQUESTS_PER_HOUR, duration: 3600 },
});

/** Counts a request for a secret address. @returns the seconds to wait when there were too many, else 0 */
export async function takeFeedRequest(address: string): Promise<number> {
  try {
    await requests.consume(networkOf(address));
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}
