// A CapeDesk of its own for a measurement: `npm start` on a folder and a port of its own, and somebody signed in.
import fs from "node:fs";
import path from "node:path";
import { createHash, randomUUID } from "node:crypto";
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { startDatabase, findFreePort, withClient } from "../database.mjs";
import { readSecrets } from "../secrets.mjs";

const READY_WITHIN = 10 * 60_000; // it may have to build first
const EXIT_WITHIN = 60_000;

/** Direct children of a process, by what they run. Linux only. */
function childrenOf(pid) {
  const tasks = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return tasks === "" ? [] : tasks.split(" ").map(Number);
}
const commandOf = (pid) => fs.readFileSync(`/proc/${pid}/cmdline`, "utf8");

export class Installation {
  static async at(home) {
    return new Installation(home, await findFreePort("localhost"));
  }

  constructor(home, port) {
    this.dataDir = path.join(home, "data");
    this.log = path.join(home, "start.log");
    this.appUrl = `http://localhost:${port}`;
    this.env = { ...process.env, PORT: String(port), DATA_DIR: this.dataDir, CAPEDESK_TODAY: "2026-11-21" };
    for (const name of ["DATABASE_URL", "WEB_DATABASE_URL", "APP_URL", "HOST"]) delete this.env[name];
  }

  async start() {
    const output = fs.openSync(this.log, "a");
    this.launcher = spawn(process.execPath, ["scripts/start.mjs"], {
      env: this.env,
      stdio: ["ignore", "pipe", output],
    });
    this.exited = new Promise((resolve) => this.launcher.once("exit", resolve));
    const ready = new Promise((resolve) =>
      this.launcher.stdout.on("data", (text) => {
        fs.appendFileSync(this.log, text);
        if (String(text).includes("CapeDesk is ready")) resolve("ready");
      }),
    );
    const outcome = await Promise.race([ready, this.exited, pause(READY_WITHIN, "late", { ref: false })]);
    if (outcome !== "ready") throw new Error(`CapeDesk did not start; see ${this.log}.`);
    this.ownerUrl = (await startDatabase(path.join(this.dataDir, "database"))).url; // the one that runs
  }

  /** Ends it as Ctrl-C does. */
  async stop() {
    this.launcher.kill("SIGTERM");
    const outcome = await Promise.race([this.exited, pause(EXIT_WITHIN, "late", { ref: false })]);
    if (outcome === "late") throw new Error("CapeDesk did not end.");
  }

  /** The process numbers of its parts, as they are now. */
  async processes() {
    const children = childrenOf(this.launcher.pid).map((pid) => [pid, commandOf(pid)]);
    const running = (what) => children.find(([, command]) => command.includes(what))?.[0];
    const postgres = await withClient(this.ownerUrl, async (client) => {
      const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
      const status = fs.readFileSync(`/proc/${rows[0].pid}/status`, "utf8"); // while the connection lives
      return Number(/^PPid:\s+(\d+)/m.exec(status)[1]);
    });
    return {
      launcher: this.launcher.pid,
      web: running("scripts/server.mjs"),
      worker: running("lib-jobs-worker-main"),
      postgres,
    };
  }

  query(text, values = []) {
    return withClient(this.ownerUrl, async (client) => (await client.query(text, values)).rows);
  }
}

/** An organization, its owner, and a session of his; written as the database's owner, without a browser. */
export async function aVisitor(installation) {
  const { encode } = await import("next-auth/jwt");
  const [orgId, userId, sid] = [randomUUID(), randomUUID(), randomUUID()];
  const slug = `org-${orgId}`;
  const insert = (text, ...values) => installation.query(`INSERT INTO ${text}`, values);
  await insert(
    "users (id, email, name, password_hash) VALUES ($1, $2, 'Ana Reyes', 'none')",
    ...[userId, `${userId}@test.example`],
  );
  await insert(
    "organizations (id, slug, name, adds_files_unasked) VALUES ($1, $2, 'Harbor Light', true)",
    ...[orgId, slug],
  );
  await insert("memberships (org_id, user_id, role) VALUES ($1, $2, 'owner')", orgId, userId);
  await insert(
    "sessions (id, user_id, address, user_agent) VALUES ($1, $2, '127.0.0.1', 'a script')",
    sid,
    userId,
  );
  const salt = "capedesk.session";
  const secret = readSecrets(installation.dataDir).authSecret;
  const cookie = `${salt}=${await encode({ token: { sid }, secret, salt })}`;
  return { orgId, userId, slug, headers: { cookie, origin: installation.appUrl } };
}

/** Uploads a file as the import page does. @returns the server's answer */
export async function uploadFile({ appUrl }, { slug, headers }, file) {
  const content = fs.readFileSync(file);
  const response = await fetch(`${appUrl}/api/${slug}/uploads`, {
    method: "PUT",
    headers: {
      ...headers,
      "x-file-name": path.basename(file),
      "x-file-size": String(content.byteLength),
      "x-file-sha256": createHash("sha256").update(content).digest("hex"),
    },
    body: content,
  });
  const answer = await response.json();
  if (response.status === 422) throw new Error(`The upload was refused: ${JSON.stringify(answer)}`);
  if (!response.ok) throw new Error(`The upload was answered with ${response.status}.`);
  return answer;
}
