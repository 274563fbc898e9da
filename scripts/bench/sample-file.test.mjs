import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSampleFile } from "./sample-file.mjs";

let folder = "";
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-bench-test-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function written(name, rows, seed) {
  const file = path.join(folder, name);
  const entries = await writeSampleFile(file, rows, seed);
  return { entries, text: fs.readFileSync(file, "utf8") };
}

describe("the sample file of the bench", () => {
  it("is the same for the same seed, and another for another", async () => {
    const [a, b, c] = [await written("a", 500), await written("b", 500), await written("c", 500, 7)];
    expect(b).toEqual(a);
    expect(c.text).not.toBe(a.text);
  });

  it("has exactly the rows asked for, all as wide as the headings, in about nine rows per entry", async () => {
    const { text, entries } = await written("d", 5_000);
    const { data, errors } = Papa.parse(text, { skipEmptyLines: true });
    expect([data.length, errors.length]).toEqual([5_001, 0]);
    expect(new Set(data.map((cells) => cells.length))).toEqual(new Set([35]));
    expect(new Set(data.slice(1).map(([number]) => number)).size).toBe(entries);
    expect(5_000 / entries).toBeGreaterThan(8);
    expect(5_000 / entries).toBeLessThan(10);
  });
});
