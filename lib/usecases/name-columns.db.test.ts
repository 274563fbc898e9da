import { beforeEach, describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { importsOf } from "@/lib/data/imports";
import { learnedMappingsOf } from "@/lib/data/learned-mappings";
import { inOrganization } from "@/lib/data/tenant";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf } from "@/lib/data/testing/books-of";
import { day } from "@/lib/domain";

import { dateImport } from "./date-import";
import { forgetColumns, nameColumns } from "./name-columns";
import { readImport } from "./read-import";
import { upload } from "./testing/read-into-books";

const FIRST =
  "Entry Number,HTS Code,Total Duty,Value\nZZX10000011,99030124,4000,0\nZZX10000029,99030125,5,0\n";
const SECOND = "Value,Total Duty,HTS Code,Entry Number\n0,7,99030125,ZZX10000037\n";
const THIRD = "Entry Number,HTS Code,Total Duty,Value\nZZX10000045,99030124,9,0\n";

let scope: OrgScope;
beforeEach(async () => {
  ({ scope } = await aMember());
});

async function read(content: string, fileName: string): Promise<string> {
  const importId = await upload(scope, content, fileName);
  await readImport(scope, importId);
  // Its job is done: nobody works off the queue here.
  await asOwner("DELETE FROM pgboss.job WHERE data ->> 'orgId' = $1", [scope.orgId]);
  return importId;
}

async function stored(importId: string) {
  const found = await inOrganization(scope, (t) => importsOf(t).find(importId));
  if (!found) throw new Error("No import");
  return found;
}

const NAMED = {
  report: "broker-lines",
  fields: ["entryNumber", "htsNumber", "dutyAmount", "goodsValue"],
} as const;

describe("a file whose headings mean several things", () => {
  it("waits for a person, with its headings, some rows and what is in doubt", async () => {
    const id = await read(FIRST, "first.csv");
    const { state, headerSample, rowsRead } = await stored(id);
    expect([state, rowsRead]).toEqual(["needs_mapping", 0]);
    expect(headerSample).toMatchObject({ headerRow: 1, report: "broker-lines" });
    expect(headerSample?.rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(headerSample?.problems).toMatchObject([
      { kind: "ambiguous-heading", heading: "Total Duty" },
      { kind: "ambiguous-heading", heading: "Value" },
    ]);
  });

  it("is read as it was named, and the next one with the same headings by itself, in any order", async () => {
    const id = await read(FIRST, "first.csv");
    expect(await nameColumns(scope, id, NAMED)).toEqual({ ok: true, value: { importId: id } });
    expect(await stored(id)).toMatchObject({ state: "stored", mappingBasis: "given" });
    await readImport(scope, id);
    expect(await stored(id)).toMatchObject({ state: "previewed", mappingBasis: "given", rowsUsed: 2 });

    const second = await stored(await read(SECOND, "second.csv"));
    expect(second).toMatchObject({ state: "previewed", mappingBasis: "learned", rowsUsed: 1, entryCount: 1 });
    expect(second.mapping).toEqual([
      { header: "Value", field: "goodsValue" },
      { header: "Total Duty", field: "dutyAmount" },
      { header: "HTS Code", field: "htsNumber" },
      { header: "Entry Number", field: "entryNumber" },
    ]);
    expect(await auditOf(scope)).toContain("import.columns-named");
  });

  it("is asked about again once that is forgotten; what was read stays as it was read", async () => {
    const id = await read(FIRST, "first.csv");
    await nameColumns(scope, id, NAMED);
    await readImport(scope, id);
    expect(await forgetColumns(scope, id)).toEqual({ ok: true, value: null });
    expect(await forgetColumns(scope, id)).toMatchObject({ ok: false, problem: { kind: "not-found" } });
    expect(await inOrganization(scope, (t) => learnedMappingsOf(t).list())).toEqual([]);
    expect(await stored(await read(THIRD, "third.csv"))).toMatchObject({ state: "needs_mapping" });
    expect(await stored(id)).toMatchObject({ state: "previewed" });
  });

  it("cannot be named without what the report needs, or by columns it does not have", async () => {
    const id = await read(FIRST, "first.csv");
    expect(
      await nameColumns(scope, id, { ...NAMED, fields: [null, "htsNumber", "dutyAmount", "dutyAmount"] }),
    ).toEqual({
      ok: false,
      problem: {
        kind: "unusable",
        problems: [
          { kind: "required-field-missing", field: "entryNumber" },
          { kind: "field-given-twice", field: "dutyAmount" },
        ],
      },
    });
    expect(await nameColumns(scope, id, { ...NAMED, fields: [null] })).toMatchObject({
      problem: { kind: "other-columns" },
    });
    expect(await stored(id)).toMatchObject({ state: "needs_mapping" });
  });

  it("belongs to its organization, and so does what was learnt of it", async () => {
    const id = await read(FIRST, "first.csv");
    await nameColumns(scope, id, NAMED);
    const other = (await aMember()).scope;
    expect(await nameColumns(other, id, NAMED)).toMatchObject({ problem: { kind: "not-found" } });
    expect(await inOrganization(other, (t) => learnedMappingsOf(t).list())).toEqual([]);
  });
});

describe("the day on which a report was made", () => {
  it.each([
    {
      content: `Run Date: 11/18/2026\n${THIRD.replace("Total Duty", "Duty")}`,
      name: "a.csv",
      on: "2026-11-18",
    },
    { content: THIRD.replace("Total Duty", "Duty"), name: "ES-003 2026-11-19.csv", on: "2026-11-19" },
    { content: THIRD.replace("Total Duty", "Duty"), name: "a.csv", on: null },
  ])("of $name is $on", async ({ content, name, on }) => {
    const withValue = content.replace("Value", "Entered Value");
    expect(await stored(await read(withValue, name))).toMatchObject({ exportDate: on });
  });

  it("is what a person says where nothing else does, and never ahead", async () => {
    const id = await read(FIRST, "first.csv");
    expect(await dateImport(scope, id, day("2026-11-22"))).toMatchObject({
      problem: { kind: "after-today" },
    });
    expect(await dateImport(scope, id, day("2026-11-20"))).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ exportDate: "2026-11-20" });
  });
});
