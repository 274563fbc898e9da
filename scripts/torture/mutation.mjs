// Changes the code of the domain in many small ways; each change must make some test fail.
import fs from "node:fs";
import path from "node:path";
import config from "../../stryker.config.mjs";
import { runNode } from "../processes.mjs";

const STRYKER = "node_modules/@stryker-mutator/core/bin/stryker.js";
const REPORT = config.jsonReporter.fileName;
const LIMIT = config.thresholds.break;

const DETECTED = ["Killed", "Timeout"];
const UNDETECTED = ["Survived", "NoCoverage"];

/** Changes of one folder: detected by some test, and all. Those that do not compile or run count as neither. */
function scoreOf(files, folder) {
  const statuses = Object.entries(files)
    .filter(([file]) => file.startsWith(`${folder}/`))
    .flatMap(([, { mutants }]) => mutants.map(({ status }) => status));
  const detected = statuses.filter((status) => DETECTED.includes(status)).length;
  const all = detected + statuses.filter((status) => UNDETECTED.includes(status)).length;
  return { folder, detected, all, percent: (100 * detected) / all };
}

/** Cut, not rounded: 84.99 % is below 85 %. */
const describe = ({ folder, detected, all, percent }) =>
  `${folder} ${(Math.floor(percent * 10) / 10).toFixed(1)} % (${detected} of ${all})`;

/** The folders that were changed; a slice of them when `--mutate` asked for one. */
const foldersIn = (files) => [
  ...new Set(Object.keys(files).map((file) => file.split("/").slice(0, 3).join("/"))),
];

/** @param args - for Stryker, such as --mutate and --incremental */
export async function runMutation(args) {
  fs.mkdirSync(path.dirname(REPORT), { recursive: true });
  fs.rmSync(REPORT, { force: true }); // a run cut short must not be judged by the one before
  await runNode(STRYKER, ["run", ...args]);
  if (!fs.existsSync(REPORT)) return { passed: false, summary: "no score, because Stryker did not finish" };
  const { files } = JSON.parse(fs.readFileSync(REPORT, "utf8"));
  const scores = foldersIn(files)
    .sort()
    .map((folder) => scoreOf(files, folder));
  const passed = scores.length > 0 && scores.every(({ percent }) => percent >= LIMIT);
  const summary = `${scores.map(describe).join(", ")}; each must reach ${LIMIT} %: ${passed ? "passed" : "failed"}`;
  return { passed, summary };
}
