// `npm run bench intake`: the whole way of a file of a million rows, from the upload to totals that can be read, against
// COPY of the same raw file into an untyped logged table without index: in one run, on one Postgres, round by round.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { withClient } from "../database.mjs";
import { atEnd, endOnSignals } from "../processes.mjs";
import { aVisitor, Installation, uploadFile } from "../testing/installation.mjs";
import { MEGABYTES_MAX, peakOf, untilEnded } from "./import-load.mjs";
import { writeSampleFile } from "./sample-file.mjs";

const LIMIT = 2;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];

async function secondsOf(work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

/** The yardstick. The table is made outside the transaction that fills it, as an upload finds its tables. */
const copyRaw = ({ ownerUrl }, file, columns) =>
  withClient(ownerUrl, async (client) => {
    await client.query(`CREATE TABLE raw_rows (${columns.map((_, at) => `c${at} text`).join(", ")})`);
    try {
      return await secondsOf(async () => {
        const copy = client.query(copyFrom("COPY raw_rows FROM STDIN (FORMAT csv, HEADER true)"));
        await pipeline(fs.createReadStream(file), copy);
      });
    } finally {
      await client.query("DROP TABLE raw_rows");
    }
  });

/** Ends when the page with the totals of all entries has been served. */
async function importWhole(installation, file, entries) {
  const visitor = await aVisitor(installation);
  const { slug, headers } = visitor;
  const seconds = await secondsOf(async () => {
    await uploadFile(installation, visitor, file);
    const state = await untilEnded(installation, visitor);
    if (state !== "committed") throw new Error(`The import ended as ${state}.`);
    const page = await fetch(`${installation.appUrl}/${slug}/entries`, { headers });
    const shown = (await page.text()).includes(entries.toLocaleString("en-US"));
    if (!shown) throw new Error(`The page does not show ${entries} entries.`);
  });
  return seconds;
}

/** @returns whether both limits held */
export async function benchIntake({ rows, rounds }) {
  endOnSignals(1);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-intake-"));
  atEnd(() => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

  const file = path.join(home, "entries.csv");
  const entries = await writeSampleFile(file, rows);
  const columns = fs.readFileSync(file, "latin1").split("\r\n", 1)[0].split(",");
  console.log(
    `file: ${(fs.statSync(file).size / 1e6).toFixed(0)} MB, ${columns.length} columns, ${entries} entries`,
  );
  const installation = await Installation.at(home);
  await installation.start();
  atEnd(() => installation.stop());
  const seconds = { copy: [], intake: [] };
  for (let round = 1; round <= rounds; round++) {
    seconds.copy.push(await copyRaw(installation, file, columns));
    seconds.intake.push(await importWhole(installation, file, entries));
    const [copy, intake] = [seconds.copy.at(-1), seconds.intake.at(-1)];
    console.log(`round ${round}: COPY ${copy.toFixed(2)} s, intake ${intake.toFixed(2)} s`);
  }
  const peak = peakOf((await installation.processes()).worker);
  console.log(`the worker's peak ${peak.toFixed(0)} MB, limit ${MEGABYTES_MAX} MB`);
  const ratio = median(seconds.intake) / median(seconds.copy);
  console.log(`intake ratio ${ratio.toFixed(2)}, limit ${LIMIT.toFixed(1)}`);
  return ratio <= LIMIT && peak <= MEGABYTES_MAX;
}
