// `npm run bench engine`: screening a million tariff rows in memory against parsing them, in one run on one file.
//   node scripts/bench.mjs engine -- --rows 100000 --rounds 3      a smaller file for quick work
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { installPackages } from "./install.mjs";
import { enterProject } from "./processes.mjs";

const LIMIT = 2;

function readArguments(argv) {
  const [what, ...rest] = argv.filter((argument) => argument !== "--");
  const options = { rows: 1_000_000, rounds: 3 };
  for (let at = 0; at < rest.length; at += 2) {
    const name = rest[at]?.replace(/^--/, "");
    const value = Number(rest[at + 1]);
    if (!(name in options) || !Number.isInteger(value) || value < 1)
      throw new Error("Usage: npm run bench engine [-- --rows N --rounds N]");
    options[name] = value;
  }
  if (what !== "engine") throw new Error("Usage: npm run bench engine [-- --rows N --rounds N]");
  return options;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
const peakMegabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function benchEngine(file, rounds) {
  const { parseOnly, screenFile } = await import("./bench/engine.mjs");
  const seconds = { parse: [], engine: [] };
  for (let round = 1; round <= rounds; round++) {
    const parsed = await parseOnly(file);
    const screened = await screenFile(file);
    seconds.parse.push(parsed.seconds);
    seconds.engine.push(screened.seconds);
    if (parsed.rows !== screened.rows) throw new Error(`${parsed.rows} rows parsed, ${screened.rows} read`);
    const ratio = (screened.seconds / parsed.seconds).toFixed(2);
    console.log(
      `round ${round}: papaparse ${parsed.seconds.toFixed(2)} s, engine ${screened.seconds.toFixed(2)} s, ratio ${ratio}`,
    );
    if (round === rounds) describe(screened, median(seconds.engine));
  }
  return median(seconds.engine) / median(seconds.parse);
}

function describe({ rows, entries, lanes, refundable, interest }, seconds) {
  const perSecond = Math.round(entries / seconds).toLocaleString("en-US");
  console.log(`${rows} rows, ${entries} entries, ${perSecond} entries per second`);
  console.log(`refundable ${refundable.toFixed(2)}, interest ${interest.toFixed(2)}`);
  console.log(
    Object.entries(lanes)
      .map(([lane, count]) => `${lane} ${count}`)
      .join(", "),
  );
  console.log(`peak memory of this process ${peakMegabytes()} MB`);
}

enterProject();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-bench-"));
try {
  const { rows, rounds } = readArguments(process.argv.slice(2));
  installPackages();
  const { writeSampleFile } = await import("./bench/sample-file.mjs");
  const file = path.join(folder, "entries.csv");
  await writeSampleFile(file, rows);
  console.log(`file: ${(fs.statSync(file).size / 1e6).toFixed(0)} MB, papaparse: stream with chunk callback`);
  const ratio = await benchEngine(file, rounds);
  process.exitCode = ratio > LIMIT ? 1 : 0;
  console.log(`engine ratio ${ratio.toFixed(2)}, limit ${LIMIT.toFixed(1)}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
