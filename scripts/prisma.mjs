// Prisma's own command line without its download: `generate` never runs the schema engine, and the commands that do
// get the WebAssembly one from npm (schema-engine.mjs).
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";

const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const args = process.argv.slice(2);
const env = { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };

// On Windows a script is no executable; there only `generate`, which wants any file, can do with ours.
const oursWillDo = process.platform !== "win32" || args[0] === "generate";
if (!env.PRISMA_SCHEMA_ENGINE_BINARY && oursWillDo) {
  env.PRISMA_SCHEMA_ENGINE_BINARY = fileURLToPath(new URL("schema-engine.mjs", import.meta.url));
}

const child = spawn(process.execPath, [cli, ...args], { stdio: "inherit", env });
child.on("exit", (code) => process.exit(code ?? 1));
