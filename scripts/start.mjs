// `npm start`: from a fresh clone to a running CapeDesk. `--dev` serves the sources as they change.
import path from "node:path";
import { installPackages } from "./install.mjs";
import { atEnd, end, endOnSignals, enterProject, isEnding, say } from "./processes.mjs";
import { readSecrets } from "./secrets.mjs";
import { readSettings } from "./settings.mjs";
import { refuseTakenPort, startWeb, webEnvironment } from "./web.mjs";

/** @returns the owner's URL: the operator's database, or the one that comes with the packages */
async function openDatabase(dataDir) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const { startDatabase } = await import("./database.mjs");
  const starting = startDatabase(path.join(dataDir, "database"));
  atEnd(async () => (await starting).stop());
  return (await starting).url;
}

async function migrateDatabase(ownerUrl) {
  const { migrate } = await import("./migrate.mjs");
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) say(`Database migrated: ${applied.join(", ")}`);
}

async function start({ dev }) {
  const settings = readSettings();
  await refuseTakenPort(settings.port);
  installPackages();
  const { ensureWebRole } = await import("./roles.mjs");
  const { buildApp, generateClient } = await import("./build.mjs");

  const authSecret = process.env.AUTH_SECRET ?? readSecrets(settings.dataDir).authSecret;
  const ownerUrl = await openDatabase(settings.dataDir);
  await migrateDatabase(ownerUrl);
  const webUrl = await ensureWebRole(ownerUrl, settings.dataDir);
  const env = webEnvironment({ settings, webUrl, authSecret, dev });
  await generateClient();
  if (!dev) await buildApp(env);

  const web = await startWeb(env);
  atEnd(web.stop);
  console.log(`CapeDesk is ready at ${settings.appUrl}`);
  await end(await web.exited);
}

enterProject();
endOnSignals(0);
try {
  await start({ dev: process.argv.includes("--dev") });
} catch (error) {
  if (!isEnding()) console.error(error.message); // a step that Ctrl-C cut short is no news
  await end(1);
}
