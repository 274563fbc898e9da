import "server-only";

import type { Query } from "./tenant";

/** So many rows are worth the half second that it takes. */
export const ROWS_WORTH_STATISTICS = 1_000;

/** Tells Postgres what the transaction brought, so that pages after it find their rows by the right index. */
export async function refreshStatistics(query: Query): Promise<void> {
  await query("SELECT refresh_statistics()::text", []);
}
