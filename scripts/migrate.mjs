// Applies prisma/migrations with plain SQL and records them as `prisma migrate deploy` does, so either can follow the
// other. Unlike Prisma it takes each migration and its record in one transaction: one that is cut short leaves nothing.
import fs from "node:fs";
import path from "node:path";
import { createHash, randomUUID } from "node:crypto";
import { withClient } from "./database.mjs";

const PRISMA_LOCK = 72707369; // the advisory lock that Prisma itself takes
const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;
const RECORD = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, clock_timestamp(), 1)`;

/** The migrations of this version, in the order in which they apply. */
function readMigrations(dir) {
  const names = fs.readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(dir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** @returns name → checksum of what the database has */
async function readHistory(client) {
  await client.query(HISTORY);
  const { rows } = await client.query(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const unfinished = rows.find((row) => !row.finished_at);
  if (unfinished) {
    throw new Error(
      `Migration ${unfinished.migration_name} failed earlier; settle it with "npm run prisma migrate resolve".`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function refuseNewerDatabase(history, migrations) {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...history.keys()].find((name) => !known.has(name));
  if (unknown) {
    throw new Error(`This database has migration ${unknown}, which this version of CapeDesk does not know.`);
  }
}

async function apply(client, { name, sql, checksum }) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(RECORD, [randomUUID(), checksum, name]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined); // a lost connection has undone it already
    throw new Error(`Migration ${name} failed and was undone: ${error.message}`, { cause: error });
  }
  await client.query("RESET ALL"); // a search_path of this migration must not reach the next
}

/** @returns the names of the migrations that were applied now */
export function migrate(ownerUrl, dir = path.resolve("prisma/migrations")) {
  const migrations = readMigrations(dir);
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    const history = await readHistory(client);
    refuseNewerDatabase(history, migrations);
    const applied = [];
    for (const migration of migrations) {
      const recorded = history.get(migration.name);
      if (recorded === undefined) {
        await apply(client, migration);
        applied.push(migration.name);
      } else if (recorded !== migration.checksum) {
        console.warn(`Warning: migration ${migration.name} was edited after it was applied.`);
      }
    }
    return applied;
  });
}
