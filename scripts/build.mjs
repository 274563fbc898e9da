// Makes what is made from sources: Prisma's client and Next's build. Each only when its sources have changed.
import fs from "node:fs";
import { compressStatic } from "./precompressed.mjs";
import { say, mustRunNode } from "./processes.mjs";
import { filesUnder, hashOf, isStamped, putStamp } from "./stamps.mjs";

const NEXT = "node_modules/next/dist/bin/next";

const GENERATED = "lib/data/generated";
const GENERATED_STAMP = `${GENERATED}/.stamp`;
const SCHEMA = "prisma/schema.prisma";

export async function generateClient() {
  const hash = hashOf([SCHEMA, "package-lock.json"]);
  if (isStamped(GENERATED_STAMP, hash)) return;
  say("Generating the database client");
  await mustRunNode("scripts/prisma.mjs", ["generate"], { capture: true });
  putStamp(GENERATED_STAMP, hash);
}

const BUILD_STAMP = ".next/capedesk-build";
const SOURCES = ["app", "components", "lib", "public"];
const SETTINGS = ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json", SCHEMA];
const isShipped = (file) => !file.includes("generated") && !/\.(test|spec)\.tsx?$|\.md$/.test(file);

export async function buildApp(env) {
  const hash = hashOf([...SOURCES, ...SETTINGS].flatMap(filesUnder).filter(isShipped));
  if (isStamped(BUILD_STAMP, hash)) return;
  say("Building (half a minute)");
  fs.rmSync(BUILD_STAMP, { force: true }); // a build cut short must not count
  await mustRunNode(NEXT, ["build"], { env });
  compressStatic();
  putStamp(BUILD_STAMP, hash);
}
