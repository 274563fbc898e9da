// `npm run bench engine`: screening a million tariff rows in memory against parsing them, in one run on one file.
// The ratio is the engine's seconds to those of Papa Parse as a Node stream, medians of all rounds; scripts/bench/
// parse-only.mjs says why, and the ratio to its faster chunk callback is printed beside it.
//   node scripts/bench.mjs engine -- --rows 100000 --rounds 3      a smaller file for quick work
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { installPackages } from "./install.mjs";
import { enterProject, undoAll } from "./processes.mjs";

const LIMIT = 2;

const USAGE =
  "Usage: npm run bench engine [-- --rows N --rounds N] or npm run bench pages [-- --rows N --others N --requests N] or npm run bench import [-- --rows N] or npm run bench intake [-- --rows N --rounds N] or npm run bench workbook [-- --rows N --rounds N] or npm run bench ask or npm run bench lighthouse [-- --samples N] or npm run bench packet [-- --entries N]";
const OPTIONS = {
  engine: { rows: 1_000_000, rounds: 3 },
  pages: { rows: 1_000_000, others: 50, requests: 40 },
  import: { rows: 200_000 },
  intake: { rows: 1_000_000, rounds: 5 },
  workbook: { rows: 100_000, rounds: 5 },
  ask: {},
  lighthouse: { samples: 1 },
  packet: { entries: 9_999 },
};

function readArguments(argv) {
  const [what, ...rest] = argv.filter((argument) => argument !== "--");
  const options = structuredClone(OPTIONS[what]);
  if (options === undefined) throw new Error(USAGE);
  for (let at = 0; at < rest.length; at += 2) {
    const name = rest[at]?.replace(/^--/, "");
    const value = Number(rest[at + 1]);
    if (!(name in options) || !Number.isInteger(value) || value < 1) throw new Error(USAGE);
    options[name] = value;
  }
  return { what, options };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
const shown = (seconds) => `${seconds.toFixed(2)} s`;

/** All ways to parse and the engine, round by round on the same file, so that a busy machine slows them all. */
async function measure(file, rounds, parsers, screenFile) {
  const seconds = {};
  let last;
  for (let round = 1; round <= rounds; round++) {
    const runs = {};
    for (const [name, parse] of Object.entries(parsers)) runs[name] = await parse(file);
    const engine = (runs.engine = last = await screenFile(file));
    for (const [name, run] of Object.entries(runs)) {
      if (run.rows !== engine.rows)
        throw new Error(`${name} read ${run.rows} rows, the engine ${engine.rows}`);
      (seconds[name] ??= []).push(run.seconds);
    }
    const each = Object.entries(runs).map(([name, run]) => `${name} ${shown(run.seconds)}`);
    const parts = Object.entries(engine.parts).map(([name, part]) => `${name} ${shown(part)}`);
    console.log(`round ${round}: ${each.join(", ")} (${parts.join(", ")})`);
  }
  return { seconds, last };
}

function describe({ rows, entries, lanes, refundable, interest }, seconds) {
  const perSecond = Math.round(entries / seconds).toLocaleString("en-US");
  console.log(`${rows} rows, ${entries} entries, ${perSecond} entries per second`);
  console.log(`refundable ${refundable.toFixed(2)}, interest ${interest.toFixed(2)}`);
  const inLanes = Object.entries(lanes).map(([lane, count]) => `${lane} ${count}`);
  console.log(inLanes.join(", "));
}

/** In a process of its own for each file, because a process never shows less than it once had. */
function peakMemory(file) {
  const script = path.resolve("scripts/bench/engine-memory.mjs");
  return execFileSync(process.execPath, [script, file], { encoding: "utf8" }).trim();
}

async function benchEngine(options) {
  const { screenFile } = await import("./bench/engine.mjs");
  const { PARSERS } = await import("./bench/parse-only.mjs");
  const { writeSampleFile } = await import("./bench/sample-file.mjs");
  const fileOf = async (name, rows) => {
    const file = path.join(folder, name);
    await writeSampleFile(file, rows);
    return file;
  };
  const file = await fileOf("entries.csv", options.rows);
  console.log(`file: ${(fs.statSync(file).size / 1e6).toFixed(0)} MB`);
  const { seconds, last } = await measure(file, options.rounds, PARSERS, screenFile);
  describe(last, median(seconds.engine));
  const fifth = Math.ceil(options.rows / 5);
  const [small, whole] = [await fileOf("fifth.csv", fifth), file].map(peakMemory);
  console.log(`peak memory: ${fifth} rows ${small} MB, ${options.rows} rows ${whole} MB`);
  return Object.keys(PARSERS).map((name) => median(seconds.engine) / median(seconds[name]));
}

/** Megabytes that making the evidence packet of the largest declaration may take, Node itself included. */
const PACKET_MEMORY_LIMIT = 384;

/** In a process of its own, because a process never shows less than it once had. */
async function benchPacket({ entries }) {
  // Bundled here, so that the bundler's own memory is not counted.
  await import("./bench/packet-memory.mjs").then(({ packetModules }) => packetModules());
  const script = path.resolve("scripts/bench/packet-memory.mjs");
  const run = execFileSync(process.execPath, [script, String(entries)], { encoding: "utf8" });
  const { seconds, bytes, before, peak } = JSON.parse(run);
  console.log(`evidence packet of ${entries} entries: ${shown(seconds)}, ${(bytes / 1e6).toFixed(1)} MB`);
  console.log(`peak memory ${peak} MB, limit ${PACKET_MEMORY_LIMIT} MB; ${before} MB before it began`);
  return peak <= PACKET_MEMORY_LIMIT;
}

enterProject();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-bench-"));
try {
  const { what, options } = readArguments(process.argv.slice(2));
  installPackages();
  if (what === "pages") {
    const { runPagesBench } = await import("./bench/pages.mjs");
    process.exitCode = await runPagesBench(options);
  } else if (what === "ask") {
    const { benchAsk } = await import("./bench/ask.mjs");
    process.exitCode = (await benchAsk()) ? 0 : 1;
  } else if (what === "lighthouse") {
    const { benchLighthouse } = await import("./bench/lighthouse.mjs");
    process.exitCode = (await benchLighthouse(options)) ? 0 : 1;
  } else if (what === "workbook") {
    const { benchWorkbook } = await import("./bench/workbook.mjs");
    process.exitCode = (await benchWorkbook(options, folder)) ? 0 : 1;
  } else if (what === "packet") {
    process.exitCode = (await benchPacket(options)) ? 0 : 1;
  } else if (what === "import" || what === "intake") {
    const { benchImport } = await import("./bench/import-load.mjs");
    const { benchIntake } = await import("./bench/intake.mjs");
    const held = await (what === "import" ? benchImport : benchIntake)(options);
    await undoAll();
    process.exitCode = held ? 0 : 1;
  } else {
    const [ratio, toChunks] = await benchEngine(options);
    process.exitCode = ratio > LIMIT ? 1 : 0;
    console.log(`against papaparse chunks the ratio is ${toChunks.toFixed(2)}`);
    console.log(`engine ratio ${ratio.toFixed(2)}, limit ${LIMIT.toFixed(1)}`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
