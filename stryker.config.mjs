/**
 * Mutation testing: each small change to the code below must make some test fail. `npm run torture mutation` runs it and
 * states the score. Unit tests of the domain only; what they say of the law is what is measured.
 */
const config = {
  mutate: ["lib/domain/{eligibility,refund,interest}/**/*.ts", "!**/*.test.ts"],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  // `related` would ask Vite which tests import a file; the coverage of each test is more exact.
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 85 },
  // The domain stands alone: nothing else is copied beside its tests and the samples they read.
  ignorePatterns: [
    "**",
    "!lib/domain/**",
    "!public/samples/**",
    "!vitest.mutation.config.ts",
    "!tsconfig.json",
  ],
  tempDirName: ".data/mutation/sandbox",
  cleanTempDir: "always",
  incrementalFile: ".data/mutation/incremental.json",
  reporters: ["progress-append-only", "clear-text", "json"],
  jsonReporter: { fileName: ".data/mutation/report.json" },
  clearTextReporter: { allowColor: false, logTests: false, reportMutants: false, reportTests: false },
};

export default config;
