// `npm run worker`: a worker alone, on this or another machine, for a CapeDesk that runs elsewhere. It needs that one's
// DATABASE_URL (or WEB_DATABASE_URL) and its DATA_DIR, where the uploaded files lie.
import { installPackages } from "./install.mjs";
import { atEnd, endOnSignals, end, enterProject, isEnding } from "./processes.mjs";
import { readSettings } from "./settings.mjs";

async function start() {
  const settings = readSettings();
  const { DATABASE_URL: ownerUrl, WEB_DATABASE_URL: operatorUrl } = process.env;
  if (!ownerUrl && !operatorUrl)
    throw new Error("Set DATABASE_URL or WEB_DATABASE_URL to the database of the CapeDesk to work for.");
  installPackages();
  const { ensureWebRole } = await import("./roles.mjs");
  const { generateClient } = await import("./build.mjs");
  const { bundlePrograms } = await import("./programs.mjs");
  const { webEnvironment } = await import("./web.mjs");
  const { superviseWorker, workerEnvironment } = await import("./worker-process.mjs");

  const webUrl = await ensureWebRole(ownerUrl, settings.dataDir);
  await generateClient();
  const programs = await bundlePrograms();
  const env = workerEnvironment(webEnvironment({ settings, webUrl, programs }));
  const worker = await superviseWorker(env);
  atEnd(worker.stop);
  console.log("The worker is ready.");
}

enterProject();
endOnSignals(0);
try {
  await start();
} catch (error) {
  if (!isEnding()) console.error(error.message);
  await end(1);
}
