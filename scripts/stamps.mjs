// A stamp lies beside a product (packages, generated client, build) and holds the hash of what it was made from.
import fs from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";

/** Every file under a folder, or the file itself; nothing when there is no such path. */
export function filesUnder(place) {
  if (!fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}

export function hashOf(files, ...more) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update("\0").update(fs.readFileSync(file)).update("\0");
  for (const text of more) hash.update(text).update("\0");
  return hash.digest("hex");
}

export const isStamped = (stamp, hash) => fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === hash;

export const putStamp = (stamp, hash) => fs.writeFileSync(stamp, hash);
