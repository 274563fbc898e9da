// Property tests with seeds that nobody tried yet, until the time is over or one of them finds a case that fails.
import { randomInt } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { isEnding, runNode } from "../processes.mjs";

const VITEST = "node_modules/vitest/vitest.mjs";
const SEEDS = 2 ** 31;

/** Tests that need no database; the few that do name their seeds. */
const propertyTests = () =>
  fs
    .readdirSync("lib", { recursive: true })
    .filter((file) => file.endsWith(".test.ts") && !file.endsWith(".db.test.ts"))
    .map((file) => path.posix.join("lib", file.replaceAll(path.sep, "/")))
    .filter((file) => fs.readFileSync(file, "utf8").includes('from "fast-check"'));

export async function runProperties([minutes = "20"]) {
  const files = propertyTests();
  const end = Date.now() + Number(minutes) * 60_000;
  let seeds = 0;
  while (seeds === 0 || (Date.now() < end && !isEnding())) {
    const seed = String(randomInt(SEEDS));
    const env = { ...process.env, PROPERTY_SEED: seed };
    const { code } = await runNode(VITEST, ["run", "--project", "unit", ...files], { env });
    if (code !== 0) return { passed: false, summary: `fails with PROPERTY_SEED=${seed}` };
    seeds++;
  }
  return { passed: true, summary: `${files.length} files pass with ${seeds} more seeds` };
}
