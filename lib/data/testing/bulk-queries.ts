import { Writable } from "node:stream";

import type { PoolClient } from "pg";

import { pool } from "../database";

/** One statement of a bulk transaction on its way: which one it is, and on which connection. */
export type BulkQuery = {
  /** Counted from one over all bulk transactions of the run. */
  readonly count: number;
  /** "COPY" for a stream of rows, the SQL otherwise. */
  readonly text: string;
  /** Of the server process, for `pg_terminate_backend`. */
  readonly pid: number;
};

type Hook = (query: BulkQuery) => Promise<void> | undefined;

/**
 * Calls `before` ahead of each statement that `inOrganizationByCopy` sends while `run` lasts; it may wait, or throw in
 * the statement's place. COPY cannot wait for it. Prisma sends objects, not text, and goes past.
 */
export async function watchingBulkQueries<T>(before: Hook, run: () => Promise<T>): Promise<T> {
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
  const counted = { queries: 0 };
  const watched = (...listener: unknown[]): unknown =>
    listener.length > 0
      ? (connect as (...args: unknown[]) => unknown)(...listener)
      : connect().then((client) => watch(client, before, counted));
  pool.connect = watched as typeof pool.connect;
  try {
    return await run();
  } finally {
    pool.connect = connect as typeof pool.connect;
  }
}

function watch(client: PoolClient, before: Hook, counted: { queries: number }): PoolClient {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const release = client.release.bind(client);
  const { processID: pid } = client as unknown as { processID: number };
  const next = (text: string) => before({ count: ++counted.queries, text, pid });
  const watched = (statement: unknown, ...rest: unknown[]): unknown => {
    if (typeof statement === "string") {
      const send = async () => {
        await next(statement);
        return query(statement, ...rest);
      };
      return send();
    }
    if (statement instanceof Writable) void next("COPY");
    return query(statement, ...rest);
  };
  client.query = watched as typeof client.query;
  client.release = (destroy) => {
    client.query = query as typeof client.query;
    client.release = release;
    release(destroy);
  };
  return client;
}
