// The command as people run it: a process of its own, with its exit code and its two outputs.
import { spawnSync } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { arePackagesInstalled } from "./install.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");
const SCRIPT = path.join(ROOT, "scripts/screen.mjs");
const SAMPLE = path.join(ROOT, "public/samples/broker-grouped-titled.csv");

const screen = (args, cwd = ROOT) =>
  spawnSync(process.execPath, [SCRIPT, ...args], { cwd, encoding: "utf8" });

beforeAll(() => {
  // The command would install them, under the feet of the tests that run beside this one.
  expect(arePackagesInstalled(), "packages differ from package-lock.json: run npm test or npm start").toBe(
    true,
  );
});

describe("npm run screen", { timeout: 60_000 }, () => {
  it("prints one JSON object and nothing else, and ends with 0", () => {
    const { status, stdout, stderr } = screen([SAMPLE, "--as-of", "2026-11-21", "--json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      asOf: "2026-11-21",
      rows: { read: 39, used: 37, setAside: 2 },
      totals: { refundable: "32090.00" },
    });
  });

  it("takes file names from where the user stands", () => {
    const { status, stdout } = screen([path.basename(SAMPLE), "--as-of", "2026-11-21"], path.dirname(SAMPLE));
    expect(status).toBe(0);
    expect(stdout).toContain("12 entries as of 2026-11-21");
  });

  it("ends with 2, one sentence on standard error and an empty standard output", () => {
    const { status, stdout, stderr } = screen(["missing.csv", "--json"], os.tmpdir());
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: "missing.csv cannot be read: there is no such file.\n",
    });
  });
});
