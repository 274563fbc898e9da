import pg from "pg";

let opened: pg.Pool | undefined;

/** Plain SQL as the owner of the database, past every policy: tests look at everything, the app never does. */
export async function asOwner<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  opened ??= new pg.Pool({ connectionString: process.env.OWNER_DATABASE_URL, max: 2 });
  return (await opened.query<Row>(text, [...values])).rows;
}
