// Secrets made on the first start and kept in the data folder, readable by its owner only.
import fs from "node:fs";
import path from "node:path";
import { randomBytes } from "node:crypto";

const NAMES = ["authSecret", "webDatabasePassword"];
const newSecret = () => randomBytes(32).toString("base64url");

function readKept(file) {
  if (!fs.existsSync(file)) return {};
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(
      `${file} is damaged (${error.message}). Restore it from a backup, or remove it to sign everyone out.`,
      {
        cause: error,
      },
    );
  }
}

/** Written beside and renamed, so that a power cut leaves the old file or the new one. */
function keep(file, secrets) {
  const fresh = `${file}.${process.pid}`;
  fs.writeFileSync(fresh, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(fresh, file);
}

export function readSecrets(dataDir) {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, "secrets.json");
  const kept = readKept(file);
  const missing = NAMES.filter((name) => !kept[name]);
  if (missing.length === 0) return kept;
  const secrets = { ...kept, ...Object.fromEntries(missing.map((name) => [name, newSecret()])) };
  keep(file, secrets);
  return secrets;
}
