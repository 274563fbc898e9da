import { createHash } from "node:crypto";

import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { declarationsOf } from "@/lib/data/declarations";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { untilSomebodyWaits } from "@/lib/data/testing/while-held";
import { day, toDeclarationCsv } from "@/lib/domain";

import { attestPoint } from "./attest-point";
import { createDeclarations } from "./create-declarations";
import { viewDeclaration } from "./declaration-readiness";
import { downloadDeclaration } from "./download-declaration";
import { enterClaimNumber, fileDeclaration } from "./file-declaration";
import { freezeDeclaration } from "./freeze-declaration";
import { setFilingRight, setFilingTerms } from "./set-filing-right";
import { withdrawDeclaration } from "./withdraw-declaration";
import { aDraft, aFrozen, attestAll, CHOICE, NUMBERS, withReadyEntries } from "./testing/a-declaration";
import { importRows } from "./testing/read-into-books";

const SORTED = NUMBERS.toSorted();
const FILED_ON = day("2026-11-20");

const find = (scope: OrgScope, id: string) => inOrganization(scope, (t) => declarationsOf(t).find(id));
const liveEntries = async ({ orgId }: OrgScope) =>
  (
    await asOwner<{ entry_number: string }>(
      "SELECT entry_number FROM declaration_entries WHERE org_id = $1 AND live ORDER BY entry_number",
      [orgId],
    )
  ).map(({ entry_number }) => entry_number);
const rowOf = async (id: string) => (await asOwner("SELECT * FROM declarations WHERE id = $1", [id]))[0];

describe("two people who build at the same moment", () => {
  it("make one set of drafts between them, ten times out of ten", async () => {
    for (let times = 0; times < 10; times++) {
      const scope = await withReadyEntries();
      const answers = await Promise.all([
        createDeclarations(scope, CHOICE),
        createDeclarations(scope, CHOICE),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const problems = answers.flatMap((answer) => (answer.ok ? [] : answer.problem.kind));
      // The later one may also begin after the other has ended.
      expect(["declared-meanwhile", "nothing-to-declare"]).toContain(problems[0]);
      expect(await liveEntries(scope)).toEqual(SORTED);
      expect(await asOwner("SELECT id FROM declarations WHERE org_id = $1", [scope.orgId])).toHaveLength(1);
    }
  });

  it("learn that the entries were declared meanwhile, when both had seen them free", async () => {
    const scope = await withReadyEntries();
    const second = { answer: undefined as ReturnType<typeof createDeclarations> | undefined };
    await inOrganization(scope, async (t) => {
      await declarationStepsOf(t).create({
        importerNumber: CHOICE.importerNumbers[0]!,
        filerCode: "ZZX",
        fileName: "first.csv",
        entries: SORTED.slice(2).map((number) => ({ number, refiledFrom: null })),
      });
      second.answer = createDeclarations(scope, CHOICE);
      await untilSomebodyWaits();
    });
    expect(await second.answer).toEqual({
      ok: false,
      problem: { kind: "declared-meanwhile", by: [{ fileName: "first.csv", builtBy: "Ana Reyes" }] },
    });
    expect(await liveEntries(scope)).toEqual(SORTED.slice(2));
    expect(await asOwner("SELECT id FROM declarations WHERE org_id = $1", [scope.orgId])).toHaveLength(1);
  });
});

describe("freezing", () => {
  it("refuses while a point is open, and names it", async () => {
    const scope = await withReadyEntries();
    const id = await aDraft(scope);
    const refused = await freezeDeclaration(scope, id);
    if (refused.ok || refused.problem.kind !== "not-ready") throw new Error("it was frozen");
    expect(refused.problem.open.map(({ rule }) => rule.id)).toEqual([
      "filer",
      "ace-account",
      "obstacles",
      "data-final",
    ]);
    expect(await find(scope, id)).toMatchObject({ state: "draft", fileSha256: null });
    expect(await inOrganization(scope, (t) => declarationsOf(t).snapshot(id))).toBeNull();
    expect(await downloadDeclaration(scope, id)).toBeNull();
  });

  it("refuses when a later file shows that an entry of the draft was liquidated long ago", async () => {
    const scope = await withReadyEntries();
    const id = await aDraft(scope);
    await attestAll(scope, id);
    await importRows(scope, [aReadyRow(SORTED[1]!, { liquidated: "01/23/2026", status: "Liquidated" })]);
    expect(await freezeDeclaration(scope, id)).toMatchObject({ ok: false, problem: { kind: "not-ready" } });
    expect(await find(scope, id)).toMatchObject({ state: "draft" });
  });

  it.each([
    ["of another day", "as_of = '2026-11-20'"],
    ["of other rules", "rules_version = 'older'"],
  ])("screens a verdict %s again, and no other", async (_, change) => {
    const scope = await withReadyEntries();
    const id = await aDraft(scope);
    await attestAll(scope, id);
    const screened = async () =>
      asOwner<{ number: string; version: string }>(
        "SELECT entry_number AS number, xmin::text AS version FROM screenings WHERE org_id = $1 ORDER BY entry_number",
        [scope.orgId],
      );
    await asOwner(`UPDATE screenings SET ${change}, refundable = 7 WHERE org_id = $1 AND entry_number = $2`, [
      scope.orgId,
      SORTED[0]!,
    ]);
    const before = await screened();
    expect(await freezeDeclaration(scope, id)).toEqual({ ok: true, value: null });
    expect((await find(scope, id))?.refundable.toFixed(2)).toBe("300.00");
    const after = await screened();
    const again = after.filter(({ version }, at) => version !== before[at]?.version);
    expect(again.map(({ number }) => number)).toEqual([SORTED[0]]);
  });

  it("keeps the exact bytes, their hash and what they rest on", async () => {
    const scope = await withReadyEntries();
    const id = await aFrozen(scope);
    const csv = toDeclarationCsv(SORTED);
    const sha256 = createHash("sha256").update(csv, "ascii").digest("hex");
    const declaration = await find(scope, id);
    expect(declaration).toMatchObject({
      state: "frozen",
      fileSha256: sha256,
      fileBytes: csv.length,
      entryCount: 3,
    });
    expect(declaration?.refundable.toFixed(2)).toBe("300.00");
    const snapshot = await inOrganization(scope, (t) => declarationsOf(t).snapshot(id));
    expect(snapshot).toMatchObject({ asOf: "2026-11-21" });
    const { entries } = snapshot as {
      entries: { facts: { number: string }; source: { lines: object[] } }[];
    };
    expect(entries.map(({ facts }) => facts.number)).toEqual(SORTED);
    expect(entries.map(({ source }) => source.lines.length)).toEqual([1, 1, 1]);
    for (let times = 0; times < 3; times++) {
      const file = await downloadDeclaration(scope, id);
      expect(Buffer.from(file!.content).toString("latin1")).toBe(csv);
      expect(file).toMatchObject({ sha256, mediaType: "text/csv", fileName: declaration?.fileName });
    }
  });

  it("happens once, also when two people do it at the same moment", async () => {
    const scope = await withReadyEntries();
    const id = await aDraft(scope);
    await attestAll(scope, id);
    const answers = await Promise.all([freezeDeclaration(scope, id), freezeDeclaration(scope, id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { kind: "not-a-draft" } });
    expect(await asOwner("SELECT id FROM documents WHERE declaration_id = $1", [id])).toHaveLength(1);
    expect(await attestPoint(scope, id, "filer")).toEqual({ ok: false, problem: { kind: "not-a-draft" } });
  });

  it("stands, whatever later files say of its entries", async () => {
    const scope = await withReadyEntries();
    const id = await aFrozen(scope);
    const [row, file] = [await rowOf(id), await downloadDeclaration(scope, id)];
    const shown = await inOrganization(scope, (t) => viewDeclaration(t, id));
    expect(shown?.points.map(({ state }) => state)).not.toContain("failed");
    await importRows(scope, [
      aReadyRow(SORTED[0]!, { duty: "999.00", liquidated: "01/23/2026", importer: "12-345678900" }),
    ]);
    expect(await rowOf(id)).toEqual(row);
    expect(await downloadDeclaration(scope, id)).toEqual(file);
    expect((await find(scope, id))?.refundable.toFixed(2)).toBe("300.00");
    await setFilingRight(scope, "broker", ["987"]);
    await setFilingTerms(scope, { mergesImporters: true, needsSignOff: true });
    expect(await inOrganization(scope, (t) => viewDeclaration(t, id))).toEqual(shown);
  });
});

describe("withdrawing", () => {
  it.each([
    ["a draft", aDraft],
    ["a frozen declaration", aFrozen],
  ] as const)("%s frees its entries for another one and keeps the record", async (_, make) => {
    const scope = await withReadyEntries();
    const id = await make(scope);
    const file = await downloadDeclaration(scope, id);
    expect(await createDeclarations(scope, CHOICE)).toMatchObject({
      problem: { kind: "nothing-to-declare" },
    });
    expect(await withdrawDeclaration(scope, id)).toEqual({ ok: true, value: null });
    expect(await liveEntries(scope)).toEqual([]);
    expect(await downloadDeclaration(scope, id)).toEqual(file);
    expect(await inOrganization(scope, (t) => declarationsOf(t).entryNumbers(id))).toEqual(SORTED);
    expect(await withdrawDeclaration(scope, id)).toEqual({ ok: false, problem: { kind: "filed-or-gone" } });
    expect(await freezeDeclaration(scope, id)).toEqual({ ok: false, problem: { kind: "not-a-draft" } });
    await aFrozen(scope);
    expect(await liveEntries(scope)).toEqual(SORTED);
  });

  it("and filing at the same moment: one of them happens", async () => {
    const scope = await withReadyEntries();
    const id = await aFrozen(scope);
    const [withdrawn, filed] = await Promise.all([
      withdrawDeclaration(scope, id),
      fileDeclaration(scope, id, FILED_ON, null),
    ]);
    expect(withdrawn.ok).not.toBe(filed.ok);
    expect(await liveEntries(scope)).toEqual(filed.ok ? SORTED : []);
    expect(await asOwner("SELECT id FROM claims WHERE declaration_id = $1", [id])).toHaveLength(
      filed.ok ? 1 : 0,
    );
  });
});

describe("filing", () => {
  it("opens one claim, once", async () => {
    const scope = await withReadyEntries();
    const id = await aFrozen(scope);
    const answers = await Promise.all([
      fileDeclaration(scope, id, FILED_ON, "900000000001"),
      fileDeclaration(scope, id, FILED_ON, "900000000001"),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { kind: "not-downloaded" } });
    expect(await find(scope, id)).toMatchObject({ state: "filed", claim: { claimNumber: "900000000001" } });
    expect(await withdrawDeclaration(scope, id)).toEqual({ ok: false, problem: { kind: "filed-or-gone" } });
  });

  it("refuses a draft, a day in the future, and a claim number that another claim has", async () => {
    const scope = await withReadyEntries();
    const draft = await aDraft(scope);
    expect(await fileDeclaration(scope, draft, FILED_ON, null)).toMatchObject({
      problem: { kind: "not-downloaded" },
    });
    await withdrawDeclaration(scope, draft);
    const first = await aFrozen(scope);
    expect(await fileDeclaration(scope, first, day("2026-11-22"), null)).toMatchObject({
      problem: { kind: "filed-in-the-future" },
    });
    expect(await fileDeclaration(scope, first, day("2026-11-21"), "900000000001")).toMatchObject({
      ok: true,
    });

    await importRows(scope, [aReadyRow(entryNumber(9)), aReadyRow(entryNumber(10))]);
    const second = await aFrozen(scope);
    const before = await rowOf(second);
    expect(await fileDeclaration(scope, second, FILED_ON, "900000000001")).toMatchObject({
      problem: { kind: "claim-number-taken" },
    });
    expect(await rowOf(second)).toEqual(before);
    const filed = await fileDeclaration(scope, second, FILED_ON, null);
    if (!filed.ok) throw new Error(filed.problem.kind);
    expect(await enterClaimNumber(scope, filed.value, "900000000001")).toMatchObject({
      problem: { kind: "claim-number-taken" },
    });
    expect(await enterClaimNumber(scope, filed.value, "900000000002")).toEqual({ ok: true, value: null });
  });
});

it("a declaration of one organization is not there for another", async () => {
  const id = await aFrozen(await withReadyEntries());
  const before = await rowOf(id);
  const { scope } = await aMember();
  expect(await find(scope, id)).toBeNull();
  expect(await downloadDeclaration(scope, id)).toBeNull();
  expect(await freezeDeclaration(scope, id)).toMatchObject({ problem: { kind: "declaration-not-found" } });
  expect(await attestPoint(scope, id, "filer")).toMatchObject({ problem: { kind: "declaration-not-found" } });
  expect(await withdrawDeclaration(scope, id)).toMatchObject({ problem: { kind: "filed-or-gone" } });
  expect(await fileDeclaration(scope, id, FILED_ON, null)).toMatchObject({
    problem: { kind: "not-downloaded" },
  });
  expect(await rowOf(id)).toEqual(before);
});
