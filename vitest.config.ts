import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

// `server-only` throws outside a React server; tests of server code are exactly such an outside.
const alias = { "@": root, "server-only": path.resolve(root, "scripts/testing/empty.mjs") };
const setupFiles = [path.resolve(root, "scripts/testing/same-cases.mjs")];
const elsewhere = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          setupFiles,
          include: ["**/*.test.ts", "scripts/**/*.test.mjs"],
          exclude: [...elsewhere, "**/*.db.test.ts"],
          // Modules are read once for all files of a process: tests of pure code leave nothing behind in them.
          isolate: false,
          // Generous: a property test that takes one second alone takes ten on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          setupFiles,
          include: ["**/*.db.test.ts"],
          exclude: elsewhere,
          // One database for all of them: one file after the other, in one process.
          pool: "forks",
          maxWorkers: 1,
          isolate: false,
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
