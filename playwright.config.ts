import { defineConfig } from "@playwright/test";

/** Chromium as scripts/test.mjs found it; without it Playwright looks for its own. */
const browser = {
  ...(process.env.E2E_BROWSER ? { executablePath: process.env.E2E_BROWSER } : {}),
  args: JSON.parse(process.env.E2E_ARGS ?? "[]") as string[],
  env: { ...process.env, ...(JSON.parse(process.env.E2E_ENV ?? "{}") as Record<string, string>) },
};

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // Two cores: while one page waits for the server, the other one is drawn.
  workers: 2,
  timeout: 120_000,
  // Generous: what is waited for is that it comes, not how soon; speed is measured elsewhere.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: process.env.E2E_REPORT ?? "test-results/report.json" }]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    // What was done and asked for, and how it looked at the end: pictures and copies of every page on the way cost a
    // third of the whole run (`npm run e2e -- --trace on` makes them).
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: browser,
  },
});
