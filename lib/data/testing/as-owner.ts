import pg from "pg";

let opened: pg.Pool | undefined;

/** Plain SQL as the owner of the database, past every policy: tests look at everything, the app never does. */
export async function asOwner<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  // eslint-disable-next-line no-restricted-properties -- only tests know the owner's address, so lib/env.ts does not
  opened ??= new pg.Pool({ connectionString: process.env.OWNER_DATABASE_URL, max: 2 });
  return (await opened.query<Row>(text, [...values])).rows;
}
