import "server-only";

import pg from "pg";

const ANSWER_MILLISECONDS = 5_000;

export type Connection = { readonly client: pg.Client; readonly close: () => Promise<void> };

/** One connection outside the pool; a query on it fails when the database does not answer in time. */
export async function openConnection(connectionString: string): Promise<Connection> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: ANSWER_MILLISECONDS,
    query_timeout: ANSWER_MILLISECONDS,
  });
  // A connection that dies shows in the next query; the event, unheard, would end the process.
  client.on("error", () => undefined);
  await client.connect();
  return { client, close: () => client.end().catch(() => undefined) };
}
