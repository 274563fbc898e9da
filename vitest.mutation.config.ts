import { defineConfig } from "vitest/config";

/** The tests that judge changed code: all of the domain, which needs no alias, no server and no database. */
export default defineConfig({
  test: {
    include: ["lib/domain/**/*.test.ts"],
    exclude: [
      // Stryker tests in threads, and a thread cannot change its time zone.
      "lib/domain/day.test.ts",
      // Runs through everything with other entries each time: the score would waver, and every survivor wait for it.
      "lib/domain/eligibility/screening-properties.test.ts",
    ],
    // Code that notes what each test runs through is slower; a change that never ends is stopped by Stryker.
    testTimeout: 60_000,
  },
});
