// `npm test`: everything that can be checked, from a fresh clone, on a database and a server of its own.
//   node scripts/test.mjs --only static,unit             some parts: static, unit, integration, e2e
//   node scripts/test.mjs --only e2e -- --grep import    arguments after -- go to the test runner
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { installPackages } from "./install.mjs";
import {
  atEnd,
  end,
  endOnSignals,
  enterProject,
  isEnding,
  run,
  runNode,
  say,
  undoAll,
} from "./processes.mjs";
import { countAsFailed, countedStage, describeTotal, isSuccess, preparation } from "./testing/stages.mjs";
import { tallyCheck, tallyPlaywright, tallyVitest } from "./testing/tallies.mjs";

const PARTS = ["static", "unit", "integration", "e2e"];
const VITEST = "node_modules/vitest/vitest.mjs";
const PLAYWRIGHT = "node_modules/@playwright/test/cli.js";

function readArguments(argv) {
  const cut = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const own = argv.slice(0, cut);
  const parts = own.length === 0 ? PARTS : own[0] === "--only" && own.length === 2 ? own[1].split(",") : [];
  if (parts.length > 0 && parts.every((part) => PARTS.includes(part))) {
    return { parts, passedOn: argv.slice(cut + 1) };
  }
  throw new Error(
    `Usage: node scripts/test.mjs [--only ${PARTS.join("|")}] [-- arguments of the test runner]`,
  );
}

// Static checks: the package's own scripts, so that developers and this run cannot differ.

/** Two at a time; what one prints is shown only if it fails. */
async function runChecks(names) {
  const queue = [...names];
  const worker = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) await runCheck(name);
  };
  await Promise.all([worker(), worker()]);
}

const runCheck = (name) =>
  countedStage(name, async () => {
    const shell = process.platform === "win32";
    const { code, output } = await run("npm", ["run", "--silent", name], { capture: true, shell });
    if (code !== 0 && !isEnding()) console.error(output);
    return tallyCheck(code);
  });

async function runStatic() {
  await runChecks(["types", "format:check"]);
  await runChecks(["lint", "boundaries", "dead-code"]); // lint needs the route types that "types" makes
}

const runVitest = (project, home, env, passedOn) =>
  countedStage(project, async () => {
    const report = path.join(home, `${project}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const temporary = fs.mkdtempSync(path.join(home, `${project}-`)); // what a test leaves behind goes with the run
    const own = { ...env, TMPDIR: temporary, TEMP: temporary };
    const arguments_ = ["run", "--project", project, ...reporters, ...passedOn];
    const { code } = await runNode(VITEST, arguments_, { env: own });
    return tallyVitest(report, code);
  });

function makeHome() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-test-"));
  atEnd(() => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

async function runIntegration(home, serverUrl, passedOn) {
  const { prepareDatabase, testEnvironment } = await import("./testing/environment.mjs");
  const dataDir = path.join(home, "integration");
  const prepare = () => prepareDatabase(serverUrl, "capedesk_integration", dataDir);
  const database = await preparation("integration database", prepare);
  if (!database) return countAsFailed("integration", "it has no database");
  const { tests } = await testEnvironment(database, dataDir);
  await runVitest("integration", home, tests, passedOn);
}

async function browserEnvironment() {
  const { findBrowser } = await import("./browser.mjs");
  const { executablePath, args, env = {}, how } = await findBrowser();
  say(`Browser: ${executablePath} (${how})`);
  return { E2E_BROWSER: executablePath, E2E_ARGS: JSON.stringify(args), E2E_ENV: JSON.stringify(env) };
}

/** The web process and the worker. @returns the file that takes what they print */
async function startServer(home, env) {
  const { startWeb } = await import("./web.mjs");
  const { superviseWorker, workerEnvironment } = await import("./worker-process.mjs");
  const log = path.join(home, "server.log");
  const output = fs.openSync(log, "w");
  atEnd((await startWeb(env, output)).stop);
  atEnd((await superviseWorker(workerEnvironment(env), output)).stop);
  return log;
}

/** @returns the environments of the web process and of the tests; null: the failure is counted */
async function prepareEndToEnd(home, serverUrl) {
  const { buildApp } = await import("./build.mjs");
  const { prepareDatabase, testEnvironment } = await import("./testing/environment.mjs");
  const dataDir = path.join(home, "e2e");
  const prepare = () => prepareDatabase(serverUrl, "capedesk_e2e", dataDir);
  const database = await preparation("e2e database", prepare);
  if (!database) return countAsFailed("e2e", "it has no database");
  const environment = await testEnvironment(database, dataDir);
  const built = await preparation("build", () => buildApp(environment.web).then(() => true));
  return built ? environment : countAsFailed("e2e", "the build failed");
}

async function runEndToEnd(home, { web, tests }, passedOn) {
  const browser = await preparation("browser", browserEnvironment);
  const log = browser && (await preparation("server", () => startServer(home, web)));
  if (!log) return countAsFailed("e2e", "it has no browser or no server");

  await countedStage("e2e", async () => {
    const report = path.join(home, "e2e.json");
    const env = { ...tests, ...browser, E2E_REPORT: report };
    const { code } = await runNode(PLAYWRIGHT, ["test", ...passedOn], { env });
    if (code !== 0) fs.copyFileSync(log, "test-results/server.log"); // beside the traces
    return tallyPlaywright(report, code);
  });
}

async function runParts({ parts, passedOn }) {
  const home = makeHome();
  const { generateClient } = await import("./build.mjs");
  await preparation("database client", generateClient);
  const needing = ["integration", "e2e"].filter((part) => parts.includes(part));
  const { startCluster } = await import("./testing/environment.mjs");
  const serverUrl = needing.length > 0 && (await preparation("database", () => startCluster(home)));
  if (needing.length > 0 && !serverUrl) countAsFailed(needing.join(" and "), "there is no database");

  // Two things at a time, as long as there are two: checks and then units beside the integration tests and then the build.
  const isAsked = (part) => parts.includes(part) && (part !== "integration" || serverUrl);
  const checked = isAsked("static") ? runStatic() : Promise.resolve();
  const integrated = isAsked("integration") ? runIntegration(home, serverUrl, passedOn) : Promise.resolve();
  const tested = checked.then(() => isAsked("unit") && runVitest("unit", home, process.env, passedOn));
  // Not before the checks are done, because both write the types of the routes.
  const prepared = Promise.all([checked, integrated]).then(
    () => serverUrl && parts.includes("e2e") && prepareEndToEnd(home, serverUrl),
  );
  await Promise.all([tested, prepared]);
  const environment = await prepared;
  if (environment) await runEndToEnd(home, environment, passedOn);
}

enterProject();
endOnSignals(1);
try {
  const asked = readArguments(process.argv.slice(2));
  installPackages();
  await runParts(asked);
} catch (error) {
  console.error(error.message);
  countAsFailed("the rest", "of the error above");
}
if (isEnding()) await end(1);
await undoAll();
console.log(describeTotal());
process.exit(isSuccess() ? 0 : 1);
