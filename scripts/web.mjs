// Starts and stops the web process, and decides what it may know.
import net from "node:net";
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const START_WITHIN = 60_000;
const STOP_WITHIN = 15_000; // longer than the server gives its last requests

const OWNERS_ONLY = /^(OWNER_|WEB_)DATABASE_URL$|^PG(USER|PASSWORD|PASSFILE|SERVICE|SERVICEFILE)$/;

/**
 * Never the owner's database URL: the web process works as a role that row-level security binds.
 * @param programs - from bundlePrograms
 */
export function webEnvironment({ settings, webUrl, authSecret, programs, dev = false, base = process.env }) {
  const inherited = Object.entries(base).filter(([name]) => !OWNERS_ONLY.test(name));
  return {
    ...Object.fromEntries(inherited),
    ...programs,
    NODE_ENV: dev ? "development" : "production",
    DATABASE_URL: webUrl,
    AUTH_SECRET: authSecret,
    APP_URL: settings.appUrl,
    DATA_DIR: settings.dataDir,
    HOST: settings.host,
    PORT: String(settings.port),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

const somethingListens = (host, port) =>
  new Promise((resolve) => {
    const probe = net.connect({ host, port });
    const conclude = (listens) => {
      probe.destroy();
      resolve(listens);
    };
    probe.once("connect", () => conclude(true));
    probe.once("error", () => conclude(false));
    probe.setTimeout(1000, () => conclude(false));
  });

const isTaken = async (port) =>
  (await Promise.all(["127.0.0.1", "::1"].map((host) => somethingListens(host, port)))).includes(true);

/** Waits a moment, because the web process of a killed start needs one to end itself. */
export async function refuseTakenPort(port) {
  for (let attempt = 0; attempt < 20; attempt++) {
    if (!(await isTaken(port))) return;
    await pause(250);
  }
  throw new Error(`Port ${port} is taken by another program. Stop it, or start with PORT=${port + 1}.`);
}

/**
 * @param env - from webEnvironment
 * @returns when it answers: `stop`, and `exited`, which resolves to the exit code
 */
export async function startWeb(env, output = "inherit") {
  const child = spawn(process.execPath, ["scripts/server.mjs"], {
    env,
    stdio: ["ignore", output, output, "ipc"],
  });
  const exited = new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  const stop = async () => {
    if (child.connected) child.disconnect(); // the same on every system, unlike signals
    const tooLong = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN);
    await exited;
    clearTimeout(tooLong);
  };
  const outcome = await Promise.race([
    new Promise((resolve) => child.once("message", resolve)),
    exited.then(() => "it stopped while starting"),
    pause(START_WITHIN).then(() => "it did not answer in time"),
  ]);
  if (outcome === "ready") return { stop, exited };
  await stop();
  throw new Error(`The web process did not start: ${outcome}.`);
}
