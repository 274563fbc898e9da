// `npm run --silent screen -- FILE... --as-of YYYY-MM-DD`: screens files without server or database. Standard output
// carries the answer and nothing else.
import process from "node:process";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { bundle } from "./bundle.mjs";
import { installPackages } from "./install.mjs";
import { enterProject, folderOfUser } from "./processes.mjs";

async function print(pieces) {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if (error.code !== "EPIPE") throw error; // the reader, such as `head`, has had enough
  }
}

const folder = folderOfUser("screen");
enterProject();
installPackages((message) => console.error(message));
const { easternDay, main } = await import(await bundle("lib/cli/main.ts"));
const outcome = await main(process.argv.slice(2), { folder, today: easternDay(new Date()) });
if (outcome.exitCode === 0) await print(outcome.output);
else process.stderr.write(outcome.error);
process.exitCode = outcome.exitCode;
