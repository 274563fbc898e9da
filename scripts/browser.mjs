// Finds a Chromium for the end-to-end tests, installing one only when the machine has none.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const isRoot = process.getuid?.() === 0;

const windowsFolders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
  .map((name) => process.env[name])
  .filter(Boolean);
const USUAL_PLACES = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/opt/google/chrome/chrome",
    "/usr/bin/microsoft-edge",
    "/snap/bin/chromium",
  ],
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: windowsFolders.flatMap((folder) => [
    `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
};

const ARGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  ...(isRoot ? ["--no-sandbox"] : []), // Chromium's sandbox refuses root
];

const playwright = async () => (await import("@playwright/test")).chromium;

/** A browser counts only once it has opened a page. */
async function works({ executablePath, args, env }) {
  const chromium = await playwright();
  try {
    const browser = await chromium.launch({
      executablePath,
      args,
      env: { ...process.env, ...env },
      timeout: 20_000,
    });
    const page = await browser.newPage();
    await page.goto("data:text/html,<p>ok</p>", { timeout: 10_000 });
    await browser.close();
    return true;
  } catch (error) {
    console.error(`${executablePath} does not run: ${error.message.split("\n")[0]}`);
    return false;
  }
}

async function playwrightsOwn(how) {
  const executablePath = (await playwright()).executablePath();
  return fs.existsSync(executablePath) ? { executablePath, args: ARGS, how } : undefined;
}

async function onThisMachine() {
  for (const executablePath of USUAL_PLACES[process.platform] ?? []) {
    const browser = { executablePath, args: ARGS, how: "already on this machine" };
    if (fs.existsSync(executablePath) && (await works(browser))) return browser;
  }
  return undefined;
}

const unpackedBrotli = (file) => zlib.brotliDecompressSync(fs.readFileSync(file));

/** Unpacks the package's parts; the program last and by renaming, so that a half unpacked one does not count. */
function unpackChromium(packed, home) {
  const program = path.join(home, "chromium");
  if (fs.existsSync(program)) return program;
  fs.mkdirSync(home, { recursive: true });
  for (const part of ["swiftshader", "al2023", "fonts"]) {
    const input = unpackedBrotli(path.join(packed, `${part}.tar.br`));
    execFileSync("tar", ["-xf", "-", "-C", home], { input, maxBuffer: 1 << 30 });
  }
  fs.writeFileSync(`${program}.part`, unpackedBrotli(path.join(packed, "chromium.br")), { mode: 0o755 });
  fs.renameSync(`${program}.part`, program);
  return program;
}

async function fromPackage() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const packed = path.resolve(path.dirname(require.resolve("@sparticuz/chromium")), "..", "bin");
  const home = path.resolve("node_modules/.cache/chromium");
  const executablePath = unpackChromium(packed, home);
  // The machine's own libraries first: the package's copies are for machines that have none.
  const libraries = ["/usr/lib/x86_64-linux-gnu", "/usr/lib64", path.join(home, "lib")];
  const inherited = process.env.LD_LIBRARY_PATH ? [process.env.LD_LIBRARY_PATH] : [];
  const env = {
    LD_LIBRARY_PATH: [...inherited, ...libraries].join(":"),
    FONTCONFIG_PATH: fs.existsSync("/etc/fonts/fonts.conf") ? "/etc/fonts" : path.join(home, "fonts"),
  };
  const args = [...new Set([...ARGS, "--no-sandbox"])];
  const browser = { executablePath, args, env, how: "from the package @sparticuz/chromium" };
  return (await works(browser)) ? browser : undefined;
}

async function byPlaywright() {
  const cli = require.resolve("@playwright/test/cli");
  const install = [cli, "install", "chromium"];
  const { status } = spawnSync(process.execPath, install, { timeout: 240_000, stdio: "inherit" });
  return status === 0 ? playwrightsOwn("installed by Playwright") : undefined;
}

async function byDebian() {
  if (!isRoot || !fs.existsSync("/usr/bin/apt-get")) return undefined;
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], options);
  const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
  if (spawnSync("apt-get", install, options).status !== 0) return undefined;
  return { executablePath: "/usr/bin/chromium", args: ARGS, how: "installed with apt-get" };
}

/** @returns its program, arguments and environment, and `how` it was found; CHROME_PATH overrules */
export async function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return { executablePath: chosen, args: ARGS, how: "CHROME_PATH" };
  const ways = [() => playwrightsOwn("Playwright's own"), onThisMachine, fromPackage, byPlaywright, byDebian];
  for (const way of ways) {
    const browser = await way();
    if (browser) return browser;
  }
  throw new Error(
    "There is no browser for the end-to-end tests. Install Chrome or Chromium, or set CHROME_PATH to one.",
  );
}
