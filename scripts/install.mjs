// Installs the packages of the lock file when they are not there. Imports nothing but Node's own modules.
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { say } from "./processes.mjs";
import { hashOf, isStamped, putStamp } from "./stamps.mjs";

const STAMP = "node_modules/.capedesk-install";

const installedVersion = (name) => {
  const manifest = path.join("node_modules", name, "package.json");
  return fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, "utf8")).version : undefined;
};

/** A stamp alone proves little: package.json may ask for more, or the folder may have been pruned since. */
function hasAllPackages() {
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync("package.json", "utf8"));
  return Object.entries({ ...dependencies, ...devDependencies }).every(
    ([name, version]) => installedVersion(name) === version,
  );
}

function npm(args) {
  const self = process.env.npm_execpath; // set by npm, and by other package managers
  const stdio = ["inherit", process.stderr, process.stderr]; // standard output may be somebody's JSON
  if (self?.endsWith("npm-cli.js")) return spawnSync(process.execPath, [self, ...args], { stdio });
  return spawnSync("npm", args, { stdio, shell: process.platform === "win32" });
}

// Native packages are for one system: a folder brought over from another machine does not count.
const lockHash = () => hashOf(["package-lock.json"], process.platform, process.arch);

export const arePackagesInstalled = () => isStamped(STAMP, lockHash()) && hasAllPackages();

export function installPackages(tell = say) {
  if (arePackagesInstalled()) return;
  tell("Installing packages (about a minute)");
  // --include=dev: NODE_ENV=production in the environment would leave out what builds the application.
  const { status } = npm(["ci", "--include=dev", "--no-fund", "--no-audit", "--loglevel=error"]);
  if (status !== 0) throw new Error("npm ci failed; see its message above.");
  putStamp(STAMP, lockHash());
}
