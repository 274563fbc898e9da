import { readFileSync } from "node:fs";
import path from "node:path";

import Papa from "papaparse";
import { describe, expect, it } from "vitest";

import { COLUMN_ALIASES, headingKey, IMPORT_TEMPLATE } from "@/lib/domain";

import { readEntriesFile } from "./read-entries-file";

/** Every heading that was found in ACE, broker and carrier files, with the field it means there. */
const FOUND = Papa.parse<{ field: string; heading: string }>(
  readFileSync(path.resolve(import.meta.dirname, "testing/column-headings.csv"), "utf8"),
  { header: true, skipEmptyLines: true },
).data;

const KNOWN = new Set(
  COLUMN_ALIASES.flatMap(({ aliases }) =>
    aliases.map(([field, heading]) => `${field} ${headingKey(heading)}`),
  ),
);

/** Read as another field on purpose. */
const READ_OTHERWISE = [
  ["liquidationStatus", "Liquidated - Action"], // its words are those of a liquidation status
  ["monthlyStatement", "PMS #"], // a monthly statement moves the day of payment
  ["ieepaDutyAmount", "IEEPA Duty"], // the duty of one program, not of a tariff number
] as const;

const camelCase = (field: string): string =>
  field.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

describe("the headings we know", () => {
  it("are all 417 that were found, but for three that are read as another field on purpose", () => {
    expect(FOUND).toHaveLength(417);
    const missing = FOUND.filter(
      ({ field, heading }) => !KNOWN.has(`${camelCase(field)} ${headingKey(heading)}`),
    );
    expect(missing.map(({ heading }) => heading).toSorted()).toEqual(
      READ_OTHERWISE.map(([, heading]) => heading).toSorted(),
    );
    for (const [field, heading] of READ_OTHERWISE) expect(KNOWN).toContain(`${field} ${headingKey(heading)}`);
  });
});

describe("the template", () => {
  const template = readFileSync(
    path.resolve(import.meta.dirname, "../../public/templates/capedesk-template.csv"),
  );

  it("has our headings and no rows", async () => {
    expect(template.toString()).toBe(`${IMPORT_TEMPLATE.map(({ heading }) => heading).join(",")}\r\n`);
    expect(await readEntriesFile([template], { file: "a.csv" })).toMatchObject({
      problem: { kind: "no-data-rows" },
    });
  });

  it("is recognised with certainty once it is filled in, every column read", async () => {
    const row = `ZZX-1000001-1,01,2025-03-10,89-123456700,HARBOR,2704,1,1,9903.01.24,CN,,0,4000,2026-01-23,Liquidated,N,,,N,\r\n`;
    const found = await readEntriesFile([template, Buffer.from(row)], { file: "a.csv" });
    if (!found.ok) throw new Error(found.problem.kind);
    expect(found.value.header).toMatchObject({ report: "template", confidence: "certain", absent: [] });
    expect(found.value.assembled.accounting).toMatchObject({ read: 1, used: 1 });
  });
});
