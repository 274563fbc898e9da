import path from "node:path";

/**
 * Mutation testing: each small change to the code below must make some test fail. `npm run torture mutation` runs it and
 * states the score. Unit tests of the domain only; what they say of the law is what is measured.
 */
const config = {
  mutate: ["lib/domain/{eligibility,refund,interest}/**/*.ts", "!**/*.test.ts"],
  testRunner: "domain",
  plugins: [path.join(import.meta.dirname, "scripts/torture/test-runner.mjs")],
  coverageAnalysis: "perTest",
  // What runs while a module loads are constants and tables, which the tests walk whole; see decision 010.
  ignoreStatic: true,
  concurrency: 2,
  // Generous, so that a busy machine does not turn a change that no test finds into one that ran out of time.
  timeoutMS: 10_000,
  timeoutFactor: 2,
  thresholds: { high: 95, low: 90, break: 85 },
  // The domain stands alone: nothing else is copied beside its tests and the samples they read.
  ignorePatterns: ["**", "!lib/domain/**", "!public/samples/**", "!tsconfig.json"],
  tempDirName: ".data/mutation/sandbox",
  cleanTempDir: "always",
  incrementalFile: ".data/mutation/incremental.json",
  reporters: ["progress-append-only", "clear-text", "json"],
  jsonReporter: { fileName: ".data/mutation/report.json" },
  clearTextReporter: { allowColor: false, logTests: false, reportMutants: false, reportTests: false },
};

export default config;
