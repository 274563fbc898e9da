// The database as its owner: the operator's, or the one that comes with the packages; migrated either way.
import path from "node:path";
import { startDatabase } from "./database.mjs";
import { migrate } from "./migrate.mjs";
import { atEnd, say } from "./processes.mjs";

/** A Postgres that was started for it is stopped at the end; one that another launcher runs is left alone. */
async function findDatabase(dataDir) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const starting = startDatabase(path.join(dataDir, "database"));
  atEnd(async () => (await starting).stop());
  return (await starting).url;
}

/** @returns the owner's URL */
export async function openDatabase(dataDir) {
  const ownerUrl = await findDatabase(dataDir);
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) say(`Database migrated: ${applied.join(", ")}`);
  return ownerUrl;
}
