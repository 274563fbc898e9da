// As whom Postgres runs, and therefore where its files and programs must lie. It refuses to run as root.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createHash } from "node:crypto";
import { execFileSync, spawn, spawnSync } from "node:child_process";

/** Where root keeps what an unprivileged user cannot reach in its own place. Survives reboots, unlike /tmp. */
const REACHABLE = "/var/lib/capedesk";
const NAMESPACE = ["--user", "--map-user=65534", "--map-group=65534"];

const shortHash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/**
 * Runs one of Postgres' programs to its end; rejects with its output when it fails.
 * @param quiet - for programs that leave a server behind, which would keep a pipe open for ever
 */
function runProgram(file, args, { quiet = false, ...identity } = {}) {
  return new Promise((resolve, reject) => {
    const output = [];
    const pipe = quiet ? "ignore" : "pipe";
    const child = spawn(file, args, {
      ...identity,
      cwd: os.tmpdir(),
      stdio: ["ignore", pipe, pipe],
      windowsHide: true,
    });
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.on("error", reject);
    child.on(quiet ? "exit" : "close", (code) => {
      if (code === 0) return resolve();
      reject(new Error(`${[file, ...args].join(" ")} ended with ${code}\n${Buffer.concat(output)}`));
    });
  });
}

/** In a user namespace root is "nobody" to Postgres, while the files stay root's and may lie anywhere. */
const hasUserNamespaces = () =>
  !process.env.CAPEDESK_NO_USER_NAMESPACE && spawnSync("unshare", [...NAMESPACE, "true"]).status === 0;

function unprivilegedUser() {
  const id = (flag, name) =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  for (const name of ["postgres", "nobody"]) {
    if (spawnSync("id", [name]).status === 0) return { uid: id("-u", name), gid: id("-g", name) };
  }
  throw new Error(
    'Started as root, where there is neither a user namespace nor a user "postgres" or "nobody" to run Postgres as. ' +
      "Start CapeDesk as an ordinary user, or set DATABASE_URL.",
  );
}

const mayPass = (dir) => !fs.existsSync(dir) || (fs.statSync(dir).mode & 0o001) !== 0;

function othersCanReach(place) {
  const dir = path.resolve(place);
  const parent = path.dirname(dir);
  return mayPass(dir) && (parent === dir || othersCanReach(parent));
}

const movedHome = (home) => path.join(REACHABLE, `database-${shortHash(home)}`);

/** Others may pass through the data folder to their own; its files keep their own modes. */
function reachableHome(home) {
  const dataDir = path.dirname(home);
  if (!othersCanReach(path.dirname(dataDir))) return movedHome(home);
  if (!mayPass(dataDir)) fs.chmodSync(dataDir, 0o711);
  return home;
}

/** The user whose database it already is. Started as another, Postgres could not read it. */
function establishedUser(home) {
  if (!fs.existsSync(home)) return undefined;
  const { uid, gid } = fs.statSync(home);
  return uid === 0 ? undefined : { uid, gid };
}

function reachablePrograms(bin) {
  if (othersCanReach(bin)) return bin;
  const copy = path.join(REACHABLE, `postgres-${shortHash(bin)}`);
  if (!fs.existsSync(path.join(copy, "bin", "postgres"))) {
    fs.cpSync(path.dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  }
  return path.join(copy, "bin");
}

/**
 * Decides as whom Postgres runs.
 * @returns the folders to use, `run` for its programs, and `own` to hand it a file
 */
export function chooseIdentity(place, bin) {
  if (process.getuid?.() !== 0) return { home: place, bin, run: runProgram, own: () => undefined };
  const home = fs.existsSync(movedHome(place)) ? movedHome(place) : place;
  const established = establishedUser(home);
  if (!established && hasUserNamespaces()) {
    const run = (file, args, options) => runProgram("unshare", [...NAMESPACE, file, ...args], options);
    return { home, bin, run, own: () => undefined };
  }
  const user = established ?? unprivilegedUser();
  return {
    home: established ? home : reachableHome(home),
    bin: reachablePrograms(bin),
    run: (file, args, options) => runProgram(file, args, { ...options, ...user }),
    own: (file) => fs.chownSync(file, user.uid, user.gid),
  };
}
