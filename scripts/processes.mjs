// Starting and ending things: child processes, and whatever must be undone when this process ends.
import path from "node:path";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const begun = performance.now();
const seconds = (from) => ((performance.now() - from) / 1000).toFixed(1);

export const say = (message) => console.log(`[${seconds(begun)}s] ${message}`);

/** A stopwatch that answers in seconds with one decimal. */
export function stopwatch() {
  const from = performance.now();
  return () => seconds(from);
}

/** The scripts speak of files relative to the repository's root, wherever they are called from. */
export function enterProject() {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`CapeDesk needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Where people name files from: npm moves to the package's folder. Ask before `enterProject`.
 * @param script - the npm script that may have been called; another one's INIT_CWD says nothing
 */
export const folderOfUser = (script) =>
  process.env.npm_lifecycle_event === script && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd();

const running = new Set();
const ownGroup = process.platform !== "win32";

/**
 * Runs a program to its end. In a process group of its own, so that its children can be ended with it.
 * @returns its exit code and, with `capture`, what it printed
 */
export function run(file, args, { capture = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const output = [];
    const child = spawn(file, args, {
      stdio: capture ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      detached: ownGroup,
      ...options,
    });
    running.add(child);
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString() });
    });
  });
}

export const runNode = (file, args, options) => run(process.execPath, [file, ...args], options);

/** For steps that must succeed. */
export async function mustRunNode(file, args, options) {
  const { code, output } = await runNode(file, args, options);
  if (code !== 0)
    throw new Error(`${output}\n${path.basename(file)} ${args.join(" ")} ended with ${code}.`.trim());
}

function endRunning() {
  for (const child of running) {
    try {
      process.kill(ownGroup ? -child.pid : child.pid, "SIGTERM");
    } catch (error) {
      if (error.code !== "ESRCH") throw error; // already gone
    }
  }
}

const undoSteps = [];
let undoing;
let ending;

/** Registers what must be undone when this process ends, whichever way it ends; the newest is undone first. */
export const atEnd = (undo) => undoSteps.push(undo);

/** Undoes everything, once. A step that fails does not keep the others from being undone. */
export function undoAll() {
  undoing ??= (async () => {
    for (const undo of undoSteps.reverse()) {
      await Promise.resolve()
        .then(undo)
        .catch((error) => console.error(error.message));
    }
  })();
  return undoing;
}

/** Ends what runs, undoes everything and exits. Further calls (a second Ctrl-C) wait for the first. */
export function end(code) {
  endRunning();
  ending ??= undoAll().then(() => process.exit(code));
  return ending;
}

export const isEnding = () => ending !== undefined;

export function endOnSignals(code) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(code));
}
