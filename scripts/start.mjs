// `npm start`: from a fresh clone to a running CapeDesk. `--dev` serves the sources as they change.
import { installPackages } from "./install.mjs";
import { atEnd, end, endOnSignals, enterProject, isEnding } from "./processes.mjs";
import { readSecrets } from "./secrets.mjs";
import { readSettings } from "./settings.mjs";
import { refuseTakenPort, startWeb, webEnvironment } from "./web.mjs";

async function start({ dev }) {
  const settings = readSettings();
  await refuseTakenPort(settings.port);
  installPackages();
  const { ensureWebRole } = await import("./roles.mjs");
  const { buildApp, generateClient } = await import("./build.mjs");
  const { openDatabase } = await import("./owner-database.mjs");
  const { bundlePrograms } = await import("./programs.mjs");
  const { superviseWorker, workerEnvironment } = await import("./worker-process.mjs");

  const authSecret = process.env.AUTH_SECRET ?? readSecrets(settings.dataDir).authSecret;
  const ownerUrl = await openDatabase(settings.dataDir);
  const webUrl = await ensureWebRole(ownerUrl, settings.dataDir);
  await generateClient();
  const env = webEnvironment({ settings, webUrl, authSecret, programs: await bundlePrograms(), dev });
  if (!dev) await buildApp(env);

  const web = await startWeb(env);
  atEnd(web.stop);
  const worker = await superviseWorker(workerEnvironment(env));
  atEnd(worker.stop);
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
