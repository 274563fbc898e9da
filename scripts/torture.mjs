// `npm run torture`: what takes too long for every change. Each part states what it measured and its limit.
//   npm run torture kills                                                  one part
//   npm run torture -- mutation --incremental --mutate 'lib/domain/refund/**/*.ts'   what follows goes to the part
import { installPackages } from "./install.mjs";
import { end, endOnSignals, enterProject, isEnding } from "./processes.mjs";

/** Each takes the arguments behind its name and answers `{ passed, summary }`. */
const PARTS = {
  mutation: async (args) => (await import("./torture/mutation.mjs")).runMutation(args),
  kills: async (args) => (await import("./torture/kills.mjs")).runKills(args),
  properties: async (args) => (await import("./torture/properties.mjs")).runProperties(args),
  year: async (args) => (await import("./torture/year.mjs")).runYear(args),
};

function readArguments([name, ...args]) {
  if (name === undefined) return Object.keys(PARTS).map((part) => [part, []]);
  if (Object.hasOwn(PARTS, name)) return [[name, args]];
  throw new Error(`Usage: npm run torture -- [${Object.keys(PARTS).join("|")} [arguments of the part]]`);
}

enterProject();
endOnSignals(1);
try {
  const asked = readArguments(process.argv.slice(2));
  installPackages();
  for (const [name, args] of asked) {
    const { passed, summary } = await PARTS[name](args);
    if (isEnding()) await end(1);
    console.log(`${name}: ${summary}`);
    if (!passed) process.exitCode = 1;
  }
  await end(process.exitCode ?? 0);
} catch (error) {
  console.error(error.message);
  await end(1);
}
