import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { describeRefusal } from "@/lib/wording/refusals";

import { readClaimsFile } from "./read-claims-file";
import { readEntriesFile } from "./read-entries-file";
import { aWorkbook, textRow } from "./testing/a-workbook";
import { aZip, onDisk } from "./testing/a-zip";
import { isArchiveOfFiles, unpackArchive } from "./unpack-archive";

const HEADINGS = ["Entry Summary Number", "Entry Date", "HTS Number - Full", "Line Tariff Duty Amount"];
const ROW = ["ZZX10000011", "2025-03-10", "99030124", "5.00"];
const CSV = Buffer.from(`${HEADINGS.join(",")}\r\n"${ROW.join('","')}"\r\n${ROW.join(",")}\r\n`);
const WORKBOOK = aWorkbook([{ name: "Main Report", rows: textRow(1, HEADINGS) + textRow(2, ROW) }]);
const ARCHIVE = aZip([
  { name: "a.csv", content: CSV },
  { name: "b.xlsx", content: WORKBOOK },
  { name: "c/d.txt", content: "notes" },
]);

/** Bytes changed, cut out, put in twice, or put in from nowhere. */
function mutated(honest: Buffer): fc.Arbitrary<Buffer> {
  const at = fc.nat(honest.length - 1);
  const change = fc.oneof(
    fc.record({ at, put: fc.uint8Array({ minLength: 1, maxLength: 4 }), cut: fc.constantFrom(0, 1, 4) }),
    fc.record({
      at,
      put: fc.constantFrom("\0", '"', "\r", "\n", "PK\u0003\u0004", "\uFEFF"),
      cut: fc.nat(2),
    }),
    fc.record({ at, put: fc.constant(""), cut: fc.nat(honest.length) }),
    fc.record({ at, put: fc.constant(honest), cut: fc.constant(0) }),
  );
  return fc
    .array(change, { minLength: 1, maxLength: 5 })
    .map((changes) =>
      changes.reduce<Buffer>(
        (bytes, { at: where, put, cut }) =>
          Buffer.concat([bytes.subarray(0, where), Buffer.from(put), bytes.subarray(where + cut)]),
        honest,
      ),
    );
}

const SECONDS_MAX = 2;

/** What comes of the bytes at every door that takes a file. Nothing here may throw, and nothing may take long. */
async function atEveryDoor(bytes: Buffer): Promise<void> {
  const file = onDisk(bytes);
  const from = performance.now();
  for (const read of [
    await readEntriesFile({ path: file }, { file: "" }),
    await readClaimsFile({ path: file }, { file: "" }),
  ])
    if (!read.ok) expect(describeRefusal(read.problem)).toMatch(/^[A-Z].*[.)]$/s);
  const folder = await mkdtemp(path.join(tmpdir(), "capedesk-fuzz-"));
  const isArchive = await isArchiveOfFiles(file);
  let stored = 0;
  if (isArchive.ok && isArchive.value)
    for await (const part of unpackArchive(file, folder)) stored += part.ok ? 1 : 0;
  const left = await readdir(folder);
  expect(left.filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
  expect(left.length).toBeLessThanOrEqual(stored);
  expect((performance.now() - from) / 1000).toBeLessThan(SECONDS_MAX);
}

describe("a file of damaged bytes is read or refused in a sentence, at every door, in time", () => {
  it.each<[string, fc.Arbitrary<Buffer>, number]>([
    ["any bytes at all", fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)), 200],
    ["a text file", mutated(CSV), 400],
    ["a UTF-16 file", mutated(Buffer.from(`\uFEFF${CSV.toString()}`, "utf16le")), 200],
    ["a workbook", mutated(WORKBOOK), 400],
    ["an archive", mutated(ARCHIVE), 400],
  ])(
    "%s",
    async (_, bytes, numRuns) => {
      await fc.assert(fc.asyncProperty(bytes, atEveryDoor), { numRuns });
    },
    120_000,
  );
});
