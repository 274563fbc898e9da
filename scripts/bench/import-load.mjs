// `npm run bench import`: how fast pages come while nobody else works, and while the worker imports a large file; and
// what memory the worker takes for it.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { atEnd, endOnSignals } from "../processes.mjs";
import { aVisitor, Installation, uploadFile } from "../testing/installation.mjs";
import { writeSampleFile } from "./sample-file.mjs";

/** Pages under import may take so many times as long, at the 95th percentile. */
const RATIO_MAX = 1.5;
export const MEGABYTES_MAX = 384;
const ROWS_BEFORE = 5_000;
const WARM_UP_REQUESTS = 40; // the first ones load code
const IDLE_REQUESTS = 200;
const PAUSE_MILLISECONDS = 20;

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** One request after the other, page by page, for as long as it is asked for. */
async function ask({ appUrl }, { slug, headers }, goesOn) {
  const pages = ["", "/entries", "/imports", "/declarations"].map((page) => `${appUrl}/${slug}${page}`);
  const milliseconds = [];
  for (let at = 0; goesOn(milliseconds.length); at++) {
    const from = performance.now();
    const response = await fetch(pages[at % pages.length], { headers });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    milliseconds.push(performance.now() - from);
    await pause(PAUSE_MILLISECONDS);
  }
  const sorted = milliseconds.sort((a, b) => a - b);
  return { requests: sorted.length, p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
}

const ENDED = ["committed", "refused", "previewed"];

/** @returns the state in which the one import of an organization ended */
export async function untilEnded(installation, { orgId }) {
  for (;;) {
    const rows = await installation.query("SELECT state::text FROM imports WHERE org_id = $1", [orgId]);
    if (rows.length > 0 && rows.every(({ state }) => ENDED.includes(state))) return rows[0].state;
    await pause(250);
  }
}

/** The most that a process ever held, in megabytes. Linux only. */
export const peakOf = (pid) =>
  Number(/^VmHWM:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

const describe = (name, { requests, p50, p95 }) =>
  console.log(`${name}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (${requests} requests)`);

async function startFilled(home) {
  const before = path.join(home, "before.csv");
  await writeSampleFile(before, ROWS_BEFORE);
  const installation = await Installation.at(home);
  await installation.start();
  atEnd(() => installation.stop());
  const visitor = await aVisitor(installation);
  await uploadFile(installation, visitor, before);
  await untilEnded(installation, visitor);
  return { installation, visitor };
}

/** @returns whether both limits held */
export async function benchImport({ rows }) {
  endOnSignals(1);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-load-"));
  atEnd(() => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const large = path.join(home, "large.csv");
  await writeSampleFile(large, rows);
  const { installation, visitor } = await startFilled(home);
  await ask(installation, visitor, (asked) => asked < WARM_UP_REQUESTS);
  const idle = await ask(installation, visitor, (asked) => asked < IDLE_REQUESTS);
  describe("idle", idle);

  const other = await aVisitor(installation);
  const begun = performance.now();
  await uploadFile(installation, other, large);
  let state;
  const importing = untilEnded(installation, other).then((ended) => (state = ended));
  const busy = await ask(installation, visitor, () => state === undefined);
  await importing;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  describe("during an import", busy);
  const peak = peakOf((await installation.processes()).worker);
  const ratio = busy.p95 / idle.p95;
  console.log(`${rows} rows ${state} in ${seconds} s`);
  console.log(`the worker's peak ${peak.toFixed(0)} MB, limit ${MEGABYTES_MAX} MB`);
  console.log(`pages ratio ${ratio.toFixed(2)}, limit ${RATIO_MAX}`);
  return ratio <= RATIO_MAX && peak <= MEGABYTES_MAX;
}
