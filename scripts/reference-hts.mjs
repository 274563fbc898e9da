// `npm run reference:hts -- FILE [--edition "2026 Revision 20"]`: loads the tariff schedule, as hts.usitc.gov exports it
// (JSON or CSV, whole or a chapter), so that ordinary rates need not be typed. It works while the app runs, too.
import fs from "node:fs";
import path from "node:path";
import { bundle } from "./bundle.mjs";
import { installPackages } from "./install.mjs";
import { end, endOnSignals, enterProject, folderOfUser, isEnding } from "./processes.mjs";
import { readSettings } from "./settings.mjs";

const USAGE = 'Usage: npm run reference:hts -- FILE [--edition "2026 Revision 20"]';
const EXAMPLES_MAX = 5;

function readArguments([file, ...rest], folder = folderOfUser("reference:hts")) {
  const [option, edition, ...more] = rest;
  const isEditionGiven = option === "--edition" && edition && more.length === 0;
  if (!file || file.startsWith("-") || (rest.length > 0 && !isEditionGiven)) throw new Error(USAGE);
  const source = path.resolve(folder, file);
  if (!fs.existsSync(source)) throw new Error(`There is no file ${source}.`);
  return { source, edition };
}

const WHY = {
  columns: 'no row of it names the columns "HTS Number" and "General Rate of Duty"',
  json: "it is no list of lines with htsno and general",
  "no-rates": "no line of it shows a general rate",
};

const count = (number, one, many) => `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;

function describeRefusal(problem, source) {
  const why = WHY[problem.because] ?? problem.kind.replaceAll("-", " ");
  return `${path.basename(source)} is no tariff schedule as USITC exports it: ${why}. Nothing was changed.`;
}

function report({ edition, numbers, notPercent, screenings }) {
  console.log(`Loaded ${edition}: ${count(numbers, "tariff number", "tariff numbers")}.`);
  const examples = notPercent.filter(({ general }) => general !== "").slice(0, EXAMPLES_MAX);
  console.log(
    `${count(notPercent.length, "rate is", "rates are")} no percentage of the value; lines with these numbers stay ranges` +
      (examples.length > 0
        ? `, such as ${examples.map(({ hts, general }) => `${hts} (${general})`).join(", ")}.`
        : "."),
  );
  console.log(
    screenings === 0
      ? "No organization waits to be screened again."
      : `${count(screenings, "organization is", "organizations are")} screened again in the background while CapeDesk runs.`,
  );
}

async function load({ source, edition }) {
  installPackages();
  const { withClient } = await import("./database.mjs");
  const { openDatabase } = await import("./owner-database.mjs");
  const { loadPublishedRates } = await import(await bundle("lib/usecases/load-published-rates.ts"));
  const ownerUrl = await openDatabase(readSettings().dataDir);
  const loaded = await withClient(ownerUrl, (client) => loadPublishedRates(client, source, edition));
  if (!loaded.ok) throw new Error(describeRefusal(loaded.problem, source));
  report(loaded.value);
}

endOnSignals(1);
try {
  const wanted = readArguments(process.argv.slice(2));
  enterProject();
  await load(wanted);
  await end(0);
} catch (error) {
  if (!isEnding()) console.error(error.message);
  await end(1);
}
