// What the tests with a database run on: a throwaway cluster in the folder of one run, a database for each part.
import path from "node:path";
import { createDatabase, findFreePort, startDatabase } from "../database.mjs";
import { migrate } from "../migrate.mjs";
import { atEnd } from "../processes.mjs";
import { bundlePrograms } from "../programs.mjs";
import { ensureWebRole } from "../roles.mjs";
import { webEnvironment } from "../web.mjs";

/** The day on which the tests live: figures and deadlines must not change with the calendar. */
const TODAY = "2026-11-21";
const AUTH_SECRET = "a-secret-of-the-tests-that-guards-nothing";

/** @returns the owner's URL */
export async function startCluster(home) {
  const starting = startDatabase(path.join(home, "database"), { throwaway: true });
  atEnd(async () => (await starting).stop());
  return (await starting).url;
}

/** Each part has its own, so that none finds what another left. */
export async function prepareDatabase(serverUrl, name, dataDir) {
  const ownerUrl = await createDatabase(serverUrl, name);
  await migrate(ownerUrl);
  return { ownerUrl, webUrl: await ensureWebRole(ownerUrl, dataDir, "") };
}

/** @returns the environments of the web process and of the tests; only the tests know the owner's URL */
export async function testEnvironment({ ownerUrl, webUrl }, dataDir) {
  const port = await findFreePort("localhost");
  const appUrl = `http://localhost:${port}`;
  const settings = { port, host: "localhost", appUrl, dataDir };
  const base = { ...process.env, CAPEDESK_TODAY: TODAY, TRUST_PROXY: "" };
  const programs = await bundlePrograms();
  const web = webEnvironment({ settings, webUrl, authSecret: AUTH_SECRET, programs, base });
  const { NODE_ENV: _production, ...shared } = web;
  return { web, tests: { ...shared, OWNER_DATABASE_URL: ownerUrl, BASE_URL: appUrl } };
}
