// `npm run bench pages`: how long people wait for the pages of an organization with a million tariff rows, beside fifty
// others, and which tables Postgres reads whole for them. Alone on the machine, after a build, on a throwaway database.
//   node scripts/bench.mjs pages -- --rows 100000 --requests 20      a smaller organization for quick work
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildApp, generateClient } from "../build.mjs";
import { withClient } from "../database.mjs";
import { atEnd, endOnSignals, say, undoAll } from "../processes.mjs";
import { prepareDatabase, startCluster, testEnvironment } from "../testing/environment.mjs";
import { startWeb } from "../web.mjs";
import { superviseWorker, workerEnvironment } from "../worker-process.mjs";
import { fillThroughTheApp } from "./pages-data.mjs";
import { ask, measure, pagesOf } from "./pages-measure.mjs";
import { EXPLAIN_EVERYTHING, pagesTouched, plansIn, wholeReads } from "./plans.mjs";

const P95_MAX = 100;
/** Smaller tables may be read whole: that is the quickest way. */
const LARGE_FROM = 10_000;

const row = (name, ...figures) =>
  console.log(name.padEnd(32) + figures.map((figure) => String(figure).padStart(10)).join(""));

async function measureAll(address, headers, pages, requests) {
  row("page", "p50 ms", "p95 ms");
  let slow = 0;
  for (const [name, place] of Object.entries(pages)) {
    const { p50, p95 } = await measure(address + place, headers, requests);
    row(name, p50.toFixed(0), p95.toFixed(0), p95 > P95_MAX ? "slow" : "");
    if (p95 > P95_MAX) slow++;
  }
  return slow;
}

/** Asks each page once more with every plan in the log; needs connections that were opened after the switch. */
async function explainAll({ client, database, log, address, headers, pages, restart }) {
  for (const [setting, value] of EXPLAIN_EVERYTHING)
    await client.query(`ALTER DATABASE ${database} SET ${setting} = '${value}'`);
  await restart();
  const { rows } = await client.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND reltuples > ${LARGE_FROM}`,
  );
  const large = new Set(rows.map(({ relname }) => relname));
  row("page", "queries", "SQL ms", "8 kB", "whole");
  let whole = 0;
  for (const [name, place] of Object.entries(pages)) {
    const from = fs.statSync(log).size;
    await ask(address + place, headers);
    const plans = plansIn(fs.readFileSync(log, "utf8").slice(from));
    const reads = wholeReads(plans, large);
    const milliseconds = plans.reduce((sum, plan) => sum + plan.milliseconds, 0);
    row(name, plans.length, milliseconds.toFixed(0), pagesTouched(plans), reads.length || "");
    for (const { table, query } of reads)
      console.log(`  ${table} is read whole: ${query.replaceAll(/\s+/g, " ")}`);
    whole += reads.length;
  }
  return whole;
}

/** @returns whether every page was quick enough and no large table was read whole */
async function benchPages({ rows, requests, others }) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-bench-"));
  atEnd(() => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  await generateClient();
  const serverUrl = await startCluster(home);
  const database = await prepareDatabase(serverUrl, "capedesk_bench", home);
  const { web } = await testEnvironment(database, home);
  await buildApp(web);
  const output = fs.openSync(path.join(home, "server.log"), "w");
  let server = await startWeb(web, output);
  atEnd(() => server.stop());
  const worker = await superviseWorker(workerEnvironment(web), output);
  atEnd(() => worker.stop());

  return withClient(database.ownerUrl, async (client) => {
    say(`Reading ${rows} rows, and ${others} other organizations`);
    const large = await fillThroughTheApp({ client, appUrl: web.APP_URL, folder: home, rows, others });
    say("Filled; statistics and the visibility map as autovacuum leaves them within minutes");
    await client.query("VACUUM (ANALYZE)");
    const address = `${web.APP_URL}/${large.slug}`;
    const pages = await pagesOf({ appUrl: web.APP_URL, ...large });
    const slow = await measureAll(address, large.headers, pages, requests);

    const file = await ask(`${web.APP_URL}/api/${large.slug}/entries/export`, large.headers);
    console.log(
      `export: first byte ${file.first.toFixed(0)} ms, ${(file.bytes / 1e6).toFixed(1)} MB in ${(file.whole / 1000).toFixed(1)} s`,
    );
    const restart = async () => {
      await server.stop();
      server = await startWeb(web, output);
    };
    const { rows: places } = await client.query("SHOW data_directory");
    const log = path.join(path.dirname(places[0].data_directory), "postgres.log");
    const whole = await explainAll({
      ...{ client, database: "capedesk_bench", log, address, headers: large.headers, pages, restart },
    });
    console.log(
      `${slow} pages above ${P95_MAX} ms at p95, ${whole} whole reads of a table of more than ${LARGE_FROM} rows`,
    );
    return slow === 0 && whole === 0;
  });
}

/** @returns the exit code */
export async function runPagesBench(options) {
  endOnSignals(1);
  try {
    return (await benchPages(options)) ? 0 : 1;
  } finally {
    await undoAll();
  }
}
