import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { declarationsOf } from "@/lib/data/declarations";
import { filersOf } from "@/lib/data/filers";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";

import { attestPoint } from "./attest-point";
import { createDeclarations } from "./create-declarations";
import { viewDeclaration } from "./declaration-readiness";
import { downloadDeclarations } from "./download-declaration";
import { evidencePacket } from "./evidence-packet";
import { freezeDeclaration } from "./freeze-declaration";
import { proposeDeclarations, type DeclarationChoice } from "./propose-declarations";
import { setFilingRight, setFilingTerms } from "./set-filing-right";
import { attestAll } from "./testing/a-declaration";
import { importRows } from "./testing/read-into-books";

const OWN = entryNumber(1);
const OTHER_IMPORTER = entryNumber(2);
const OTHER_FILER = entryNumber(3, "987");
const EVERYTHING: DeclarationChoice = {
  importerNumbers: null,
  filerCodes: null,
  lanes: ["cape-ready"],
};

async function withThreeEntries(): Promise<OrgScope> {
  const { scope } = await aMember();
  await importRows(scope, [
    aReadyRow(OWN),
    aReadyRow(OTHER_IMPORTER, { importer: "12-345678900", importerName: "TIDEWATER" }),
    aReadyRow(OTHER_FILER),
  ]);
  return scope;
}

async function planOf(scope: OrgScope) {
  const { plan } = await inOrganization(scope, (t) => proposeDeclarations(t, EVERYTHING));
  return {
    files: plan.batches.map(({ entries }) => entries.map(({ number }) => number)),
    refused: plan.refused.map(({ candidate, because }) => [candidate.number, because]),
  };
}

describe("whose entries an organization may declare", () => {
  it("is not asked of the entries while nobody said it, and point 1 is attested", async () => {
    const scope = await withThreeEntries();
    expect(await planOf(scope)).toEqual({
      files: [[OTHER_IMPORTER], [OTHER_FILER], [OWN]],
      refused: [],
    });
  });

  it("leaves entries of other importers out for an importer, and refuses them on the server", async () => {
    const scope = await withThreeEntries();
    await setFilingRight(scope, "importer", ["89123456700"]);
    expect(await planOf(scope)).toEqual({
      files: [[OTHER_FILER], [OWN]],
      refused: [[OTHER_IMPORTER, "other-importer"]],
    });
    const foreign = { ...EVERYTHING, importerNumbers: ["12-345678900"] };
    expect(await createDeclarations(scope, foreign)).toEqual({
      ok: false,
      problem: { kind: "nothing-to-declare" },
    });
  });

  it("leaves entries of other filers out for a broker", async () => {
    const scope = await withThreeEntries();
    await setFilingRight(scope, "broker", [" zzx "]);
    expect(await planOf(scope)).toEqual({
      files: [[OTHER_IMPORTER], [OWN]],
      refused: [[OTHER_FILER, "other-filer"]],
    });
  });

  it("answers point 1 for good, and fails it when the answer changes under a draft", async () => {
    const scope = await withThreeEntries();
    await setFilingRight(scope, "broker", ["ZZX"]);
    const one = { ...EVERYTHING, importerNumbers: ["12-345678900"] };
    const built = await createDeclarations(scope, one);
    if (!built.ok) throw new Error(built.problem.kind);
    const id = built.value[0]!;
    const point = async () =>
      (await inOrganization(scope, (t) => viewDeclaration(t, id)))?.points.find(
        (each) => each.id === "filer",
      );
    expect(await point()).toMatchObject({ kind: "computed", state: "met" });
    expect(await attestPoint(scope, id, "filer")).toEqual({
      ok: false,
      problem: { kind: "point-is-computed" },
    });
    await setFilingRight(scope, "broker", ["987"]);
    expect(await point()).toMatchObject({ state: "failed", failing: [OTHER_IMPORTER] });
    for (const open of ["ace-account", "obstacles", "data-final"] as const)
      await attestPoint(scope, id, open);
    expect(await freezeDeclaration(scope, id)).toMatchObject({ problem: { kind: "not-ready" } });
  });

  it("takes no word that is not a number of somebody's", async () => {
    const { scope } = await aMember();
    expect(await setFilingRight(scope, "importer", ["", " - "])).toEqual({
      ok: false,
      problem: { kind: "no-number" },
    });
    expect(await setFilingRight(scope, "broker", ["ZZX", "000"])).toEqual({
      ok: false,
      problem: { kind: "not-a-filer-code", found: "000" },
    });
  });

  it("is asked with the filer codes that stand in the books", async () => {
    const scope = await withThreeEntries();
    expect(await inOrganization(scope, filersOf)).toEqual(["987", "ZZX"]);
    const { scope: empty } = await aMember();
    expect(await inOrganization(empty, filersOf)).toEqual([]);
  });
});

describe("a broker who merges importers", () => {
  it("files them together by filer code, and the record names them all", async () => {
    const scope = await withThreeEntries();
    await setFilingRight(scope, "broker", ["ZZX"]);
    await setFilingTerms(scope, { mergesImporters: true, needsSignOff: false });
    const built = await createDeclarations(scope, EVERYTHING);
    if (!built.ok) throw new Error(built.problem.kind);
    expect(built.value).toHaveLength(1);
    const id = built.value[0]!;
    for (const point of ["ace-account", "obstacles", "data-final"] as const)
      await attestPoint(scope, id, point);
    expect(await freezeDeclaration(scope, id)).toEqual({ ok: true, value: null });
    expect(await inOrganization(scope, (t) => declarationsOf(t).find(id))).toMatchObject({
      importerNumber: null,
      fileName: "CAPE_2importers_ZZX_2026-11-21_1of1.csv",
      entryCount: 2,
    });
    expect((await evidencePacket(scope, id))?.declaration).toMatchObject({
      importers: ["TIDEWATER (12-345678900)", "HARBOR SAMPLE GOODS LLC (89-123456700)"],
      rateClass: "corporation",
    });
  });
});

describe("the files of several declarations at once", () => {
  it("are those that each gives alone, or none when one of them is a draft", async () => {
    const scope = await withThreeEntries();
    const built = await createDeclarations(scope, EVERYTHING);
    if (!built.ok) throw new Error(built.problem.kind);
    const [first, second, draft] = built.value as [string, string, string];
    for (const id of [first, second]) {
      await attestAll(scope, id);
      expect(await freezeDeclaration(scope, id)).toEqual({ ok: true, value: null });
    }
    const files = await downloadDeclarations(scope, [second, first]);
    expect(files?.map(({ content }) => Buffer.from(content).toString("latin1"))).toEqual([
      `Entry Number\r\n${OTHER_FILER}\r\n`,
      `Entry Number\r\n${OTHER_IMPORTER}\r\n`,
    ]);
    expect(await downloadDeclarations(scope, [first, draft])).toBeNull();
    expect(await downloadDeclarations((await aMember()).scope, [first])).toBeNull();
  });
});
