import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { accountingOf, shownAccounting } from "@/lib/data/testing/accounting";
import { aReadyRow, entryNumber, type Es003Row } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf, importsIn } from "@/lib/data/testing/books-of";
import type { FactSource } from "@/lib/domain";

import { screenOrganization } from "./screen-organization";
import {
  reopenFactConflict,
  reopenRowConflict,
  settleFactConflict,
  settleRowConflict,
} from "./settle-conflict";
import { viewEntry } from "./view-entry";
import { importRows } from "./testing/read-into-books";

const A = entryNumber(1);

/** One organization that read these files one after the other. */
async function withFiles(...files: readonly (readonly Es003Row[])[]): Promise<OrgScope> {
  const { scope } = await aMember();
  for (const rows of files) await importRows(scope, rows);
  return scope;
}

async function storedOf({ orgId }: OrgScope) {
  const [row] = await asOwner<{
    lane: string;
    min: string;
    max: string;
    importer: string;
    liquidated: string;
  }>(
    `SELECT s.lane, s.refundable_min::text AS min, s.refundable_max::text AS max, e.importer_number AS importer,
            e.liquidation_date::text AS liquidated
     FROM entries e JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
     WHERE e.org_id = $1 AND e.number = $2`,
    [orgId, A],
  );
  return row;
}

async function conflictsIn(scope: OrgScope) {
  const view = await viewEntry(scope, A, today());
  if (view === null) throw new Error("No entry");
  return view.conflicts;
}

const GOODS = aReadyRow(A, { ordinal: "2", hts: "8413919085", value: "1000.00", duty: "25.00" });
const LIQUIDATED = { liquidated: "02/10/2026", status: "Liquidated" };
const DATES = { fact: "liquidationDate", shown: ["2026-02-10", "2026-10-01"] } as const;
const torn = () =>
  withFiles([aReadyRow(A, LIQUIDATED)], [aReadyRow(A, { ...LIQUIDATED, liquidated: "10/01/2026" })]);

describe("a fact on which two files disagree", () => {
  it("is settled with who and when, screened at once, and known to the lists", async () => {
    const scope = await torn();
    expect(await storedOf(scope)).toMatchObject({ lane: "needs-data", liquidated: null });
    const settled = await settleFactConflict(scope, A, { ...DATES, value: "2026-10-01" });
    expect(settled).toEqual({ ok: true, value: null });
    expect(await storedOf(scope)).toMatchObject({ lane: "cape-ready", liquidated: "2026-10-01" });
    const { facts } = await conflictsIn(scope);
    expect(facts).toMatchObject([
      { state: "settled", choice: { by: "Ana Reyes", value: "2026-10-01", over: ["2026-02-10"] } },
    ]);
    expect(Date.parse(facts[0]?.choice?.at ?? "")).toBeGreaterThan(Date.now() - 60_000);
    const before = (await booksOf(scope)).screenings;
    await screenOrganization(scope);
    expect((await booksOf(scope)).screenings).toEqual(before);
    expect(await auditOf(scope)).toContain("entry.fact-settled");
  });

  it("keeps what was noted with the choice, in the entry and in the audit", async () => {
    const scope = await torn();
    await settleFactConflict(scope, A, { ...DATES, value: "2026-10-01" }, "Read in ACE today");
    const { facts } = await conflictsIn(scope);
    expect(facts).toMatchObject([
      { state: "settled", choice: { by: "Ana Reyes", note: "Read in ACE today" } },
    ]);
    await importRows(scope, [aReadyRow(A, { ...LIQUIDATED, liquidated: "07/01/2026" })]);
    const reopened = (await conflictsIn(scope)).facts;
    expect(reopened).toMatchObject([{ state: "reopened", choice: { note: "Read in ACE today" } }]);
  });

  it("stays settled through the next report with the same values, and opens with a new one", async () => {
    const scope = await torn();
    await settleFactConflict(scope, A, { ...DATES, value: "2026-10-01" });
    await importRows(scope, [aReadyRow(A, LIQUIDATED), { ...GOODS, ...LIQUIDATED }]);
    expect(await storedOf(scope)).toMatchObject({ lane: "cape-ready", liquidated: "2026-10-01" });
    await importRows(scope, [aReadyRow(A, { ...LIQUIDATED, liquidated: "07/01/2026" })]);
    expect(await storedOf(scope)).toMatchObject({ lane: "needs-data", liquidated: null });
    expect((await conflictsIn(scope)).facts).toMatchObject([{ state: "reopened" }]);
  });

  it("is reopened as it was", async () => {
    const scope = await torn();
    const before = await booksOf(scope);
    await settleFactConflict(scope, A, { ...DATES, value: "2026-10-01" });
    await reopenFactConflict(scope, A, "liquidationDate");
    expect(await booksOf(scope)).toEqual(before);
    expect(await auditOf(scope)).toContain("entry.conflict-reopened");
  });

  it("R14: two importers in one file are settled, and the importer is known from then on", async () => {
    const scope = await withFiles([
      aReadyRow(A),
      aReadyRow(A, { ordinal: "2", importer: "96-765432100", importerName: "NORTHFIELD" }),
    ]);
    expect(await storedOf(scope)).toMatchObject({ importer: null });
    const shown = ["89-123456700", "96-765432100"];
    await settleFactConflict(scope, A, { fact: "importerNumber", value: "96-765432100", shown });
    expect(await storedOf(scope)).toMatchObject({ importer: "96-765432100" });
    const importers = await asOwner("SELECT number FROM importers WHERE org_id = $1", [scope.orgId]);
    expect(importers).toContainEqual({ number: "96-765432100" });
  });

  it.each([
    [{ ...DATES, value: "2026-10-02" }, "not-shown"],
    [{ ...DATES, shown: ["2026-10-01"], value: "2026-10-01" }, "conflict-changed"],
  ])("%o is refused, and nothing is written", async (choice, kind) => {
    const scope = await torn();
    const before = [await booksOf(scope), await auditOf(scope)];
    expect(await settleFactConflict(scope, A, choice)).toEqual({ ok: false, problem: { kind } });
    expect([await booksOf(scope), await auditOf(scope)]).toEqual(before);
  });
});

describe("rows on which two files disagree", () => {
  const FULL = [aReadyRow(A, { duty: "250.00" }), GOODS];
  const LESS = [aReadyRow(A, { duty: "200.00" }), GOODS];

  async function choose(scope: OrgScope, duty: string): Promise<readonly FactSource[]> {
    const [conflict] = (await conflictsIn(scope)).rows;
    const shown = conflict?.options.map(({ line }) => line.source) ?? [];
    const chosen = conflict?.options.find(({ line }) => line.duty?.toFixed(2) === duty)?.line.source;
    if (chosen === undefined) throw new Error(`No row of ${duty}`);
    expect(await settleRowConflict(scope, A, { chosen, shown })).toEqual({ ok: true, value: null });
    return shown;
  }

  it.each([
    ["250.00", FULL, LESS],
    ["200.00", FULL, LESS],
    ["250.00", LESS, FULL],
  ])("%s is certain once its row is chosen, and the rows stay accounted for", async (duty, ...files) => {
    const scope = await withFiles(...files);
    expect(await storedOf(scope)).toMatchObject({ min: "200", max: "250" });
    const imports = await importsIn(scope);
    const [row] = await choose(scope, duty);
    expect(await storedOf(scope)).toMatchObject({ min: String(Number(duty)), max: String(Number(duty)) });
    expect(await importsIn(scope)).toEqual(imports);
    await importRows(scope, [...FULL, aReadyRow(A, { line: "2", ordinal: "1", duty: "1.00" })]);
    expect(await storedOf(scope)).toMatchObject({ max: String(Number(duty) + 1) });
    for (const books of await importsIn(scope)) expect(accountingOf(books)).toEqual(shownAccounting(books));
    if (row === undefined) throw new Error("No row");
    expect(await reopenRowConflict(scope, A, row)).toEqual({ ok: true, value: null });
    expect(await storedOf(scope)).toMatchObject({ min: "201", max: "251" });
  });

  it("open again when a third file shows a third duty", async () => {
    const scope = await withFiles(FULL, LESS);
    await choose(scope, "250.00");
    await importRows(scope, [aReadyRow(A, { duty: "300.00" }), GOODS]);
    expect(await storedOf(scope)).toMatchObject({ min: "200", max: "300" });
    expect((await conflictsIn(scope)).rows).toMatchObject([{ state: "reopened", chosen: null }]);
  });

  const STRIPPED = [GOODS];
  const ZEROED = [aReadyRow(A, { duty: "0.00" }), GOODS];

  it.each([
    ["the full export read first", FULL, STRIPPED],
    ["the stripped export read first", STRIPPED, FULL],
  ])("a later export that lacks its IEEPA rows never erases earlier proof: %s", async (_order, ...files) => {
    expect(await storedOf(await withFiles(...files))).toMatchObject({
      ...{ lane: "cape-ready", min: "250", max: "250" },
    });
  });

  it.each([
    ["the full export read first", FULL, ZEROED],
    ["the zeroed export read first", ZEROED, FULL],
  ])(
    "R13: duty 0 in a later row is a conflict, and the proof may be chosen: %s",
    async (_order, ...files) => {
      const scope = await withFiles(...files);
      expect(await storedOf(scope)).toMatchObject({ lane: "needs-data", min: "0", max: "250" });
      await choose(scope, "250.00");
      expect(await storedOf(scope)).toMatchObject({ lane: "cape-ready", min: "250", max: "250" });
    },
  );
});

it("an entry of another organization is not found, and nothing is written", async () => {
  const scope = await torn();
  const stranger = (await aMember()).scope;
  const before = [await booksOf(scope), await auditOf(scope)];
  const row = { file: "a", row: 2 };
  for (const settled of [
    settleFactConflict(stranger, A, { ...DATES, value: "2026-10-01" }),
    settleRowConflict(stranger, A, { chosen: row, shown: [row] }),
    reopenFactConflict(stranger, A, "liquidationDate"),
    reopenRowConflict(stranger, A, row),
  ])
    expect(await settled).toEqual({ ok: false, problem: { kind: "entry-not-found" } });
  expect(await auditOf(stranger)).toEqual([]);
  expect([await booksOf(scope), await auditOf(scope)]).toEqual(before);
});
