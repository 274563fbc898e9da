// `npm run bench lighthouse`: what Lighthouse says of every public page in the test browser, on a throwaway server.
// Lighthouse brings 228 packages and 185 MB, among them an error reporter, so it is no dependency: the bench fetches the
// version below from the npm registry into the cache of node_modules, and nothing else ever loads it.
//   node scripts/bench.mjs lighthouse -- --samples 3      the median of three runs of each page
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { findBrowser } from "../browser.mjs";
import { buildApp, generateClient } from "../build.mjs";
import { atEnd, endOnSignals, say, undoAll } from "../processes.mjs";
import { prepareDatabase, startCluster, testEnvironment } from "../testing/environment.mjs";
import { startWeb } from "../web.mjs";

const VERSION = "12.8.2"; // the last one for Node 20
const LEAST = { performance: 95, accessibility: 100, "best-practices": 95, seo: 95 };
const SCRIPT_KB_MAX = 120;
const isLibraryPage = (page) => page.startsWith("/library");

/** Pages that anybody may open and that have nothing to read: in no map of the site. */
const DOORS = ["/sign-in", "/sign-up"];

/** The browser now and then records no trace, which says nothing of the page: so often is it asked anew. */
const TRIES = 3;

/** Pages of one kind and one layout stand for each other: some hundred of them say nothing new. */
const ALIKE = /^\/library\/chapter-99\/./;

async function fetchLighthouse() {
  const home = path.resolve(`node_modules/.cache/lighthouse-${VERSION}`);
  if (!fs.existsSync(path.join(home, "node_modules", "lighthouse"))) {
    say(`Fetching Lighthouse ${VERSION}`);
    fs.mkdirSync(home, { recursive: true });
    fs.writeFileSync(path.join(home, "package.json"), "{}\n");
    const install = [
      "install",
      "--no-save",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      `lighthouse@${VERSION}`,
    ];
    execFileSync("npm", install, { cwd: home, stdio: "inherit", shell: process.platform === "win32" });
  }
  const load = (...parts) => import(pathToFileURL(path.join(home, "node_modules", ...parts)).href);
  return {
    lighthouse: (await load("lighthouse", "core", "index.js")).default,
    desktop: (await load("lighthouse", "core", "config", "desktop-config.js")).default,
    launcher: await load("chrome-launcher", "dist", "index.js"),
  };
}

async function publicPages(appUrl) {
  const sitemap = await (await fetch(`${appUrl}/sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname);
  const alike = pages.filter((page) => ALIKE.test(page));
  return [...DOORS, ...pages.filter((page) => !alike.includes(page) || page === alike[0])];
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];

function figuresOf({ categories, audits }) {
  const requests = audits["network-requests"].details.items;
  const scripts = requests.filter(({ resourceType }) => resourceType === "Script");
  const failed = Object.keys(LEAST).flatMap((name) =>
    categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.9)
      .map(({ id }) => id),
  );
  const broken = Object.values(audits).flatMap(({ id, errorMessage }) =>
    errorMessage === undefined ? [] : `${id} (${errorMessage})`,
  );
  return {
    scores: Object.keys(LEAST).map((name) => Math.round(100 * categories[name].score)),
    scriptKb: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000,
    failed: [...failed, ...broken],
  };
}

function judge(page, runs) {
  const scores = Object.keys(LEAST).map((_, at) => median(runs.map((run) => run.scores[at])));
  const scriptKb = median(runs.map((run) => run.scriptKb));
  const low = Object.values(LEAST).some((least, at) => scores[at] < least);
  const heavy = isLibraryPage(page) && scriptKb >= SCRIPT_KB_MAX;
  const failed = low ? [...new Set(runs.flatMap((run) => run.failed))].join(" ") : "";
  console.log(
    page.padEnd(36) +
      scores.map((score) => String(score).padStart(6)).join("") +
      `${scriptKb.toFixed(1).padStart(9)} kB${low ? `  below: ${failed}` : ""}${heavy ? "  too much script" : ""}`,
  );
  return !low && !heavy;
}

async function startServer() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-lighthouse-"));
  atEnd(() => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  await generateClient();
  const database = await prepareDatabase(await startCluster(home), "capedesk_lighthouse", home);
  const { web } = await testEnvironment(database, home);
  await buildApp(web);
  const server = await startWeb(web, fs.openSync(path.join(home, "server.log"), "w"));
  atEnd(() => server.stop());
  return web.APP_URL;
}

async function measureAll(samples) {
  const { lighthouse, desktop, launcher } = await fetchLighthouse();
  const { executablePath, args, env } = await findBrowser();
  const appUrl = await startServer();
  const chrome = await launcher.launch({
    chromePath: executablePath,
    chromeFlags: [...args, "--headless=new"],
    envVars: { ...process.env, ...env },
  });
  atEnd(() => chrome.kill());
  const options = { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: "error" };
  const measure = async (url) => {
    for (let again = TRIES - 1; ; again--) {
      const { lhr } = await lighthouse(url, options, desktop);
      const broken = Object.values(lhr.audits).find(({ errorMessage }) => errorMessage !== undefined);
      if (broken === undefined || again === 0) return figuresOf(lhr);
      say(`${url} is measured again, because Lighthouse said: ${broken.errorMessage}`);
    }
  };
  console.log(`${"page".padEnd(36)}  perf  a11y  best   seo   script`);
  let held = true;
  for (const page of await publicPages(appUrl)) {
    const runs = [];
    for (let run = 0; run < samples; run++) runs.push(await measure(appUrl + page));
    held = judge(page, runs) && held;
  }
  return held;
}

/** @returns whether every public page is within the bounds */
export async function benchLighthouse({ samples }) {
  endOnSignals(1);
  try {
    return await measureAll(samples);
  } finally {
    await undoAll();
  }
}
