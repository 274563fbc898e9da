// Starts the Postgres that came with the packages, or takes over the one that an earlier start left running.
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { randomBytes } from "node:crypto";
import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { chooseIdentity } from "./postgres-identity.mjs";
import { findPostgres } from "./postgres-programs.mjs";

const OWNER = "capedesk";
const DATABASE = "capedesk";
const STARTS_MAX = 8; // the port may be taken meanwhile, or a killed server's last processes still be ending
const PAUSE = 500;

const SERVER_SETTINGS = [
  ["listen_addresses", "127.0.0.1"],
  ["unix_socket_directories", ""],
  ["max_connections", "60"],
  ["timezone", "UTC"],
  ["log_min_messages", "warning"],
];
/** Only for a cluster that is thrown away: a power cut would ruin it. */
const CARELESS_SETTINGS = [
  ["fsync", "off"],
  ["synchronous_commit", "off"],
  ["full_page_writes", "off"],
];

/** The port is free now; nobody holds it until it is used. */
export const findFreePort = (host = "127.0.0.1") =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** The same server, another database. */
function databaseUrl(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined); // a connection that dies shows in the next query
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const answers = (url) =>
  withClient(url, (client) => client.query("SELECT 1")).then(
    () => true,
    () => false,
  );

export async function createDatabase(serverUrl, name) {
  await withClient(databaseUrl(serverUrl, "postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
  return databaseUrl(serverUrl, name);
}

const readIfThere = (file) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "");
const lastLines = (file) => readIfThere(file).split("\n").slice(-15).join("\n");

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM"; // alive, and another user's
  }
}

/** The processes of a server, and no others, work in its cluster's folder. Linux only. */
function worksIn(dir) {
  const processes = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.some((pid) => {
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === dir;
    } catch (error) {
      if (["ENOENT", "EACCES", "EPERM", "ESRCH"].includes(error.code)) return false; // ended, or another user's
      throw error;
    }
  });
}

/** One cluster: its files, its password, and Postgres' programs run on it. */
class Cluster {
  constructor(place, throwaway) {
    const { home, bin, run, own } = chooseIdentity(place, findPostgres());
    Object.assign(this, { home, run, own, throwaway });
    this.files = path.join(home, "cluster");
    this.secretFile = path.join(home, "secret");
    this.pidFile = path.join(this.files, "postmaster.pid");
    this.log = path.join(home, "postgres.log");
    this.launcherFile = `${place}.launcher`;
    this.program = (name) => path.join(bin, process.platform === "win32" ? `${name}.exe` : name);
  }

  /** A cluster cut short while being made has no name yet, and is made again. */
  async make() {
    if (fs.existsSync(path.join(this.files, "PG_VERSION"))) return;
    fs.mkdirSync(this.home, { recursive: true });
    this.own(this.home);
    fs.writeFileSync(this.secretFile, `${randomBytes(18).toString("base64url")}\n`, { mode: 0o600 });
    this.own(this.secretFile);
    const fresh = `${this.files}-new-${process.pid}`;
    const access = ["-U", OWNER, "-A", "scram-sha-256", `--pwfile=${this.secretFile}`];
    await this.run(this.program("initdb"), [
      ...["-D", fresh, "-E", "UTF8", "--no-instructions"],
      ...access,
      ...this.locale(),
      ...(this.throwaway ? ["--no-sync"] : []),
    ]);
    fs.rmSync(this.files, { recursive: true, force: true });
    fs.renameSync(fresh, this.files);
  }

  /** The C locale alone leaves lower('É') as it is; the builtin C.UTF-8 is right, and the same on every system. */
  locale() {
    const version = execFileSync(this.program("initdb"), ["--version"], { encoding: "utf8" });
    const hasBuiltin = Number(/\d+/.exec(version)[0]) >= 17;
    return ["--locale=C", ...(hasBuiltin ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [])];
  }

  url(port, database = DATABASE) {
    const password = fs.readFileSync(this.secretFile, "utf8").trim();
    return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  }

  /** The server that runs on these files, if one does and answers. */
  async findRunning() {
    const port = readIfThere(this.pidFile).split("\n")[3];
    if (!port || !(await answers(this.url(port, "postgres")))) return undefined;
    const launcher = Number(readIfThere(this.launcherFile));
    const isAnothers = launcher > 0 && launcher !== process.pid && isAlive(launcher);
    return { port, isAnothers };
  }

  /**
   * A killed server leaves its number behind, and Postgres takes any live process of that number for it. In a container,
   * where numbers repeat after a restart, that would keep the database shut for ever.
   */
  forgetDeadServer() {
    if (process.platform !== "linux" || !fs.existsSync(this.pidFile)) return;
    if (!worksIn(fs.realpathSync(this.files))) fs.rmSync(this.pidFile, { force: true });
  }

  async start() {
    for (let attempt = 1; ; attempt++) {
      const running = await this.findRunning();
      if (running) return running;
      this.forgetDeadServer();
      const port = await findFreePort();
      const settings = [...SERVER_SETTINGS, ...(this.throwaway ? CARELESS_SETTINGS : [])];
      const options = [`-p ${port}`, ...settings.map(([name, value]) => `-c ${name}=${value}`)].join(" ");
      const args = ["start", "-w", "-t", "60", "-D", this.files, "-l", this.log, "-o", options];
      try {
        await this.run(this.program("pg_ctl"), args, { quiet: true });
        return { port, isAnothers: false };
      } catch (error) {
        if (attempt === STARTS_MAX) {
          throw new Error(`Postgres did not start: ${error.message}${lastLines(this.log)}`, { cause: error });
        }
        await pause(PAUSE);
      }
    }
  }

  async stop() {
    const args = ["stop", "-D", this.files, "-m", "fast", "-w", "-t", "30"];
    if (fs.existsSync(this.pidFile)) {
      await this.run(this.program("pg_ctl"), args, { quiet: true });
    }
    fs.rmSync(this.launcherFile, { force: true });
    if (this.throwaway) fs.rmSync(this.home, { recursive: true, force: true });
  }
}

/**
 * @param place - the folder that belongs to the database; made when it is not there
 * @returns the owner's URL, and `stop`, which leaves a server alone that another live launcher started
 */
export async function startDatabase(place, { throwaway = false } = {}) {
  fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  const cluster = new Cluster(place, throwaway);
  await cluster.make();
  const { port, isAnothers } = await cluster.start();
  if (!isAnothers) fs.writeFileSync(cluster.launcherFile, String(process.pid));
  const url = await createDatabase(cluster.url(port), DATABASE);
  return { url, stop: async () => (isAnothers ? undefined : cluster.stop()) };
}
