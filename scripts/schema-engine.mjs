#!/usr/bin/env node
// Stands in for Prisma's schema-engine program, which Prisma would download: the same command line and the same
// JSON-RPC over stdin and stdout, answered by the WebAssembly engine from npm.
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { Sessions, readTarget } from "./schema-engine-driver.mjs";

const WASM = "@prisma/schema-engine-wasm";

function readArguments(argv) {
  const found = { datamodels: [], datasource: {}, command: undefined, version: false };
  const queue = [...argv];
  while (queue.length > 0) {
    const word = queue.shift();
    if (word === "--datamodels") found.datamodels.push(queue.shift());
    else if (word === "--datasource") found.datasource = JSON.parse(queue.shift());
    else if (word === "--enabled-preview-features" || word === "--extension-types") queue.shift();
    else if (word === "--version") found.version = true;
    else if (word === "cli") return { ...found, command: queue.shift() };
  }
  return found;
}

const { datamodels, datasource, command, version } = readArguments(process.argv.slice(2));
const databaseUrl = datasource.url || process.env.DATABASE_URL;

// The two commands that end at once. Prisma skips the first line of stderr and reads the rest as JSON.

function log(level, message, more) {
  const line = { level, fields: { message, ...more }, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** Prisma's code and words for why a database cannot be reached. */
function describeConnectionError(code, { url, database }) {
  if (code === "3D000") return ["P1003", `Database \`${database}\` does not exist`];
  if (code === "28P01" || code === "28000") {
    const user = decodeURIComponent(url.username);
    return [
      "P1000",
      `Authentication failed against database server, the provided database credentials for \`${user}\` are not valid.`,
    ];
  }
  return ["P1001", `Can't reach database server at \`${url.hostname}:${url.port || 5432}\``];
}

async function tryToConnect(text) {
  const client = new pg.Client({ connectionString: text, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return describeConnectionError(error.code, readTarget(text));
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(text) {
  const { url, database } = readTarget(text);
  url.pathname = "/postgres";
  url.search = "";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
  return database;
}

async function runCommand() {
  log("INFO", "starting");
  const toProblem = (error) => ["P1010", error.message];
  const problem =
    command === "create-database"
      ? await createDatabase(databaseUrl).then(() => undefined, toProblem)
      : await tryToConnect(databaseUrl);
  if (problem) log("ERROR", problem[1], { error_code: problem[0] });
  return problem ? 1 : 0;
}

// The conversation: one request a line, answered in order.

let loaded;

async function loadEngine() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve(WASM);
  const wasm = fs.readFileSync(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

async function openEngine() {
  loaded ??= loadEngine();
  const SchemaEngine = await loaded;
  const sessions = new Sessions(databaseUrl);
  const models = datamodels.map((file) => [path.resolve(file), fs.readFileSync(file, "utf8")]);
  const factory = bindMigrationAwareSqlAdapterFactory(sessions);
  const options = { datamodels: models.length > 0 ? models : undefined };
  const engine = await SchemaEngine.new(options, () => undefined, factory);
  return { engine, close: () => sessions.close() };
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

/** These two read the history's schema from the engine's cache and cannot fill it; devDiagnostic does. */
const NEEDS_HISTORY = ["evaluateDataLoss", "createMigration"];

async function ask(engine, id, method, params) {
  if (method === "getDatabaseVersion") return engine.version(params ?? null);
  if (method === "diff") {
    const result = await engine.diff(params);
    const { stdout } = result;
    if (typeof stdout === "string") send({ id: id + 1e6, method: "print", params: { content: stdout } });
    return { ...result, stdout: null };
  }
  if (typeof engine[method] !== "function") throw new Error(`method ${method} is not supported`);
  if (NEEDS_HISTORY.includes(method)) {
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
  }
  return (await engine[method](params)) ?? {};
}

function toRpcError(error) {
  const message = String(error?.message ?? error);
  const data = {
    is_panic: false,
    message,
    error_code: error?.code ?? error?.error_code ?? null,
    meta: error?.meta ?? null,
  };
  return { code: 4466, message, data };
}

async function answer({ id, method, params }) {
  let close;
  try {
    if (method === "createDatabase") {
      const databaseName = await createDatabase(params?.datasource?.url ?? databaseUrl);
      return send({ id, result: { databaseName } });
    }
    const opened = await openEngine();
    close = opened.close;
    send({ id, result: await ask(opened.engine, id, method, params) });
  } catch (error) {
    send({ id, error: toRpcError(error) });
  } finally {
    await close?.();
  }
}

function converse() {
  let queue = Promise.resolve();
  readline
    .createInterface({ input: process.stdin, crlfDelay: Infinity })
    .on("line", (line) => {
      if (!line.trim()) return;
      const message = JSON.parse(line);
      if (message.method) queue = queue.then(() => answer(message)); // an answer to our own "print" has none
    })
    .on("close", () => queue.then(() => process.exit(0)));
}

if (version) console.log("schema-engine-cli wasm");
else if (command) process.exit(await runCommand());
else converse();
