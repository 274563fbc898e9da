// `npm run --silent verify -- PACKET.zip`: computes every hash and total of an evidence packet again.
import process from "node:process";
import { bundle } from "./bundle.mjs";
import { installPackages } from "./install.mjs";
import { enterProject, folderOfUser } from "./processes.mjs";

const folder = folderOfUser("verify");
enterProject();
installPackages((message) => console.error(message));
const { verifyMain } = await import(await bundle("lib/cli/verify-main.ts"));
const outcome = await verifyMain(process.argv.slice(2), folder);
if (outcome.exitCode === 0) process.stdout.write([...outcome.output].join(""));
else process.stderr.write(outcome.error);
process.exitCode = outcome.exitCode;
