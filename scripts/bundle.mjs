// Bundles TypeScript of this repository into one module that plain Node can import, when its sources have changed.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { filesUnder, hashOf } from "./stamps.mjs";

const CACHE = "node_modules/.cache/capedesk";
const SOURCES = ["lib", "prisma/schema.prisma", "tsconfig.json", "package-lock.json"];
const isBundled = (file) => !file.includes("generated") && !/\.(test|spec)\.tsx?$|\.(md|snap)$/.test(file);

/** Packages stay outside: Node finds them from the cache, which lies among them. */
function packagesOutside() {
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync("package.json", "utf8"));
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name !== "server-only");
  return (id) => names.some((name) => id === name || id.startsWith(`${name}/`));
}

/** Two processes may bundle at once: the file gets its name when it is whole, and its name tells its sources. */
async function write(entry, target) {
  const { rolldown } = await import("rolldown");
  const alias = { "@": process.cwd(), "server-only": path.resolve("scripts/testing/empty.mjs") };
  const bundle = await rolldown({
    input: entry,
    platform: "node",
    external: packagesOutside(),
    resolve: { alias },
    logLevel: "silent",
  });
  const partial = `${target}.${process.pid}.part`;
  await bundle.write({ file: partial, format: "esm", codeSplitting: false });
  await bundle.close();
  fs.renameSync(partial, target);
}

const DAYS_KEPT = 30;

/** Only what nobody asked for in a long time: an app that runs opens its modules again and again. */
function removeOld() {
  const before = Date.now() - DAYS_KEPT * 86_400_000;
  for (const file of fs.readdirSync(CACHE).map((name) => path.join(CACHE, name)))
    if (fs.statSync(file).mtimeMs < before) fs.rmSync(file, { force: true, recursive: true });
}

/**
 * @param entry - a TypeScript file, relative to the repository's root, where the caller must be
 * @returns the URL of a module with everything `entry` exports
 */
export async function bundle(entry) {
  const name = entry.replaceAll(/[^a-z0-9]+/gi, "-");
  const hash = hashOf([...new Set([entry, ...SOURCES.flatMap(filesUnder).filter(isBundled)])]);
  const target = path.join(CACHE, `${name}-${hash.slice(0, 16)}.mjs`);
  if (fs.existsSync(target)) fs.utimesSync(target, new Date(), new Date());
  else {
    fs.mkdirSync(CACHE, { recursive: true });
    await write(entry, target);
    removeOld();
  }
  return pathToFileURL(path.resolve(target)).href;
}
