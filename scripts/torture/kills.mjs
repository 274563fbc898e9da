// Kills the worker, the web server, Postgres or the launcher with SIGKILL at random moments of an import, starts again
// what does not start itself, and compares every row of every table with an import that nobody disturbed.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { writeSampleFile } from "../bench/sample-file.mjs";
import { atEnd, say } from "../processes.mjs";
import { aVisitor, Installation, uploadFile } from "../testing/installation.mjs";

const TARGETS = ["worker", "web", "postgres", "launcher"];
const DONE_WITHIN = 10 * 60_000;

function readArguments(args) {
  const options = { rows: 20_000, rounds: 8, seed: Date.now() % 1_000_000 };
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]?.replace(/^--/, "");
    const value = Number(args[at + 1]);
    if (!(name in options) || !Number.isInteger(value) || value < 1)
      throw new Error("Usage: npm run torture -- kills [--rows N --rounds N --seed N]");
    options[name] = value;
  }
  return options;
}

/** Numbers from 0 to 1, the same for the same seed (Lehmer's generator). */
function chances(seed) {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const COLUMNS = `
  SELECT table_name AS "table", array_agg(column_name::text) AS columns FROM information_schema.columns c
  WHERE table_schema = 'public' AND data_type NOT LIKE 'timestamp%' AND NOT (column_name = 'id' AND table_name <> 'imports')
    AND EXISTS (SELECT FROM information_schema.columns o
                WHERE o.table_schema = 'public' AND o.table_name = c.table_name AND o.column_name = 'org_id')
  GROUP BY table_name ORDER BY table_name`;

/** Every row of every table that belongs to an organization, ids and instants aside. */
async function booksOf(installation, { orgId, userId }) {
  const ids = await installation.query("SELECT id FROM imports WHERE org_id = $1", [orgId]);
  const nameless = (text) =>
    [[orgId, "ORG"], [userId, "USER"], ...ids.map(({ id }) => [id, "IMPORT"])].reduce(
      (shown, [id, name]) => shown.replaceAll(id, name),
      text,
    );
  const books = new Map();
  for (const { table, columns } of await installation.query(COLUMNS)) {
    const list = columns.map((column) => `"${column}"`).join(", ");
    const rows = await installation.query(
      `SELECT to_jsonb(r)::text AS row FROM (SELECT ${list} FROM "${table}" WHERE org_id = $1) r`,
      [orgId],
    );
    books.set(table, rows.map(({ row }) => nameless(row)).sort());
  }
  return books;
}

function differences(calm, disturbed) {
  return [...calm].flatMap(([table, rows]) => {
    const others = disturbed.get(table) ?? [];
    if (rows.length === others.length && rows.every((row, at) => row === others[at])) return [];
    const at = rows.findIndex((row, index) => row !== others[index]);
    return [`${table}: ${rows.length} and ${others.length} rows, first ${rows[at]} and ${others[at]}`];
  });
}

const ENDED = ["committed", "refused", "previewed", "cancelled"];

async function stateOf(installation, { orgId }) {
  const [row] = await installation.query("SELECT state::text FROM imports WHERE org_id = $1", [orgId]);
  return row?.state;
}

/** Uploads until the server has taken it, as somebody does whose browser lost its server; then waits for the end. */
async function importFile(installation, visitor, file) {
  const until = performance.now() + DONE_WITHIN;
  let isUploaded = false;
  while (performance.now() < until) {
    try {
      if (!isUploaded) await uploadFile(installation, visitor, file);
      isUploaded = true;
      const state = await stateOf(installation, visitor);
      if (ENDED.includes(state)) return state;
    } catch (error) {
      if (/refused:/.test(error.message)) throw error;
    }
    await pause(100);
  }
  throw new Error("The import did not end.");
}

/** @returns when everything runs again */
async function killOne(installation, target) {
  const { [target]: pid } = await installation.processes();
  if (pid === undefined) return "was not there";
  process.kill(pid, "SIGKILL");
  if (target === "worker") return "killed"; // its supervisor starts it again
  if (target === "postgres") await installation.stop();
  await installation.exited;
  await installation.start();
  return "killed, started again";
}

async function round(installation, file, calm, chance) {
  const visitor = await aVisitor(installation);
  const importing = importFile(installation, visitor, file).then(
    (state) => ({ state }),
    (error) => ({ state: error.message }),
  );
  const kills = [];
  for (let left = 1 + Math.floor(chance() * 2); left > 0; left--) {
    const after = chance() * calm.milliseconds;
    const target = TARGETS[Math.floor(chance() * TARGETS.length)];
    await pause(after);
    const state = await stateOf(installation, visitor);
    kills.push(`${target} after ${(after / 1000).toFixed(1)} s (${state ?? "uploading"})`);
    await killOne(installation, target);
  }
  const { state } = await importing;
  const found =
    state === "committed" ? differences(calm.books, await booksOf(installation, visitor)) : [state];
  say(`${found.length === 0 ? "✓" : "✗"} ${kills.join(", then ")}`);
  for (const difference of found) console.error(difference.slice(0, 2_000));
  return found.length === 0;
}

/** @param args - --rows, --rounds and --seed */
export async function runKills(args) {
  const { rows, rounds, seed } = readArguments(args);
  if (process.platform !== "linux") return { passed: true, summary: "skipped: it needs /proc of Linux" };
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-kills-"));
  atEnd(() => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const file = path.join(home, "entries.csv");
  await writeSampleFile(file, rows);
  const installation = await Installation.at(home);
  await installation.start();
  atEnd(() => installation.stop());

  const visitor = await aVisitor(installation);
  const begun = performance.now();
  const state = await importFile(installation, visitor, file);
  if (state !== "committed") return { passed: false, summary: `the undisturbed import ended as ${state}` };
  const calm = { milliseconds: performance.now() - begun, books: await booksOf(installation, visitor) };
  say(`Undisturbed: ${(calm.milliseconds / 1000).toFixed(1)} s; seed ${seed}`);

  const chance = chances(seed);
  let same = 0;
  for (let at = 0; at < rounds; at++) same += (await round(installation, file, calm, chance)) ? 1 : 0;
  const summary = `${same} of ${rounds} disturbed imports of ${rows} rows came to the same rows (seed ${seed})`;
  return { passed: same === rounds, summary };
}
