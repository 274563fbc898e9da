import pg from "pg";
import { expect, vi } from "vitest";

import { asOwner } from "./as-owner";

/**
 * What a statement locks stays locked while `work` goes on, so that whoever needs it waits at that place: a test that looks
 * at something half done need not be quick enough to see it.
 * @param statement - such as LOCK TABLE, or SELECT … FOR UPDATE, as the owner of the database
 */
export async function whileHeld<T>(statement: string, work: () => Promise<T>): Promise<T> {
  // eslint-disable-next-line no-restricted-properties -- only tests know the owner's address, so lib/env.ts does not
  const client = new pg.Client({ connectionString: process.env.OWNER_DATABASE_URL });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(statement);
    return await work();
  } finally {
    await client.end(); // and with it the transaction
  }
}

/** Verdicts are the last that an import writes of an entry: until this ends, it waits with its other rows written. */
export const beforeVerdicts = <T>(work: () => Promise<T>): Promise<T> =>
  whileHeld("LOCK TABLE screenings IN EXCLUSIVE MODE", work);

/** Until some transaction waits for what another one holds. */
export const untilSomebodyWaits = (): Promise<void> =>
  vi.waitFor(
    async () =>
      expect(
        await asOwner(
          "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        ),
      ).not.toEqual([]),
    { timeout: 10_000 },
  );
