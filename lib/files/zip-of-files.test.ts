import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, expect, it } from "vitest";

import { openArchive } from "./archive";
import { unpackArchive } from "./unpack-archive";
import { zipOf } from "./zip-of-files";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-zip-test-"));
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const modified = new Date("2026-11-21T15:04:06Z");
const file = (name: string, content: string) => ({ name, content: Buffer.from(content, "latin1"), modified });

it("several files come out of one ZIP byte for byte, and two of one name stay two", async () => {
  const target = path.join(folder, "files.zip");
  const files = [
    file("CAPE_1_ZZX_2026-11-21_1of2.csv", "Entry Number\r\nZZX10000011\r\n"),
    file("CAPE_1_ZZX_2026-11-21_2of2.csv", "Entry Number\r\n00100000017\r\n"),
    file("CAPE_1_ZZX_2026-11-21_1of2.csv", "Entry Number\r\nABC12345676\r\n"),
  ];
  await pipeline(zipOf(files), fs.createWriteStream(target));
  const archive = await openArchive(target);
  if (!archive.ok) throw new Error(archive.problem.kind);
  const found: [string, string][] = [];
  for (const name of archive.value.parts.keys())
    found.push([name, (await buffer(Readable.from(archive.value.unpack(name)))).toString("latin1")]);
  archive.value.close();
  expect(found).toEqual([
    ["CAPE_1_ZZX_2026-11-21_1of2.csv", "Entry Number\r\nZZX10000011\r\n"],
    ["CAPE_1_ZZX_2026-11-21_2of2.csv", "Entry Number\r\n00100000017\r\n"],
    ["CAPE_1_ZZX_2026-11-21_1of2_2.csv", "Entry Number\r\nABC12345676\r\n"],
  ]);
});

it("an archive that takes too long is left at the file at hand, which says so, and leaves no half file", async () => {
  const [target, unpacked] = [path.join(folder, "slow.zip"), path.join(folder, "unpacked")];
  await pipeline(zipOf([file("a.csv", "a\r\n"), file("b.csv", "b\r\n")]), fs.createWriteStream(target));
  fs.mkdirSync(unpacked);
  const found: unknown[] = [];
  for await (const part of unpackArchive(target, unpacked, 0.5)) {
    found.push(part.ok ? part.value.name : part.problem);
    await pause(600);
  }
  expect(found).toEqual(["a.csv", { name: "b.csv", refusal: { kind: "archive-too-slow", seconds: 0.5 } }]);
  expect(fs.readdirSync(unpacked)).toHaveLength(1);
});
