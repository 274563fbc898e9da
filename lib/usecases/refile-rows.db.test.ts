import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { linkedDeclarations } from "@/lib/data/refiled-rows";
import { inOrganization } from "@/lib/data/tenant";
import { entryNumber } from "@/lib/data/testing/an-es003";
import { asOwner } from "@/lib/data/testing/as-owner";
import { day, type EntryNumber } from "@/lib/domain";

import { claimBook } from "./claim-book";
import { createDeclarations } from "./create-declarations";
import { fileDeclaration } from "./file-declaration";
import { freezeDeclaration } from "./freeze-declaration";
import { noteMessage } from "./note-message";
import { refileRows } from "./refile-rows";
import { viewRejected } from "./rejected-entries";
import { aFrozen, attestAll, CHOICE, withReadyEntries } from "./testing/a-declaration";
import { added } from "./testing/read-into-books";
import { askToUndo } from "./undo-import";
import { withdrawDeclaration } from "./withdraw-declaration";

const [A, B, C] = [entryNumber(1), entryNumber(2), entryNumber(3)];
const NUMBER = "900000000001";

const details = (
  rows: readonly (readonly [number: string, status: string, message: string])[],
  claim = NUMBER,
) =>
  [
    "ENTRY_NUMBER,CLAIM_NUMBER,STATUS,ERROR_DESCRIPTION",
    ...rows.map(([number, status, message]) => `="${number}",="${claim}",${status},${message}`),
    "",
  ].join("\r\n");

/** A filed claim of A, B and C, of which a file says that A was accepted and B and C failed. */
async function withFailedRows(message = "UNABLE TO CALCULATE DUTY") {
  const scope = await withReadyEntries();
  const parent = await aFrozen(scope);
  const filed = await fileDeclaration(scope, parent, day("2026-11-02"), NUMBER);
  if (!filed.ok) throw new Error(filed.problem.kind);
  const importId = await added(
    scope,
    details([
      [A, "Entry Summary Updated", ""],
      [B, "Failed", message],
      [C, "Failed", "ENTRY ON DRAWBACK"],
    ]),
    "claim_details_20261105.csv",
  );
  return { scope, parent, claimId: filed.value, importId };
}

async function refiled(scope: OrgScope, numbers: readonly EntryNumber[]): Promise<string> {
  const drafts = await refileRows(scope, { kind: "rows", numbers });
  if (!drafts.ok) throw new Error(drafts.problem.kind);
  const [id, ...others] = drafts.value;
  if (id === undefined || others.length > 0) throw new Error("not one draft");
  return id;
}

const groupsOf = async (scope: OrgScope) =>
  (await inOrganization(scope, viewRejected)).map(({ message, rows }) => [
    message,
    rows.map(({ number, advice, obstacle }) => [number, advice.kind, obstacle]),
  ]);

const liveOn = ({ orgId }: OrgScope, declaration: string) =>
  asOwner<{ entry_number: EntryNumber }>(
    "SELECT entry_number FROM declaration_entries WHERE org_id = $1 AND declaration_id = $2 AND live ORDER BY 1",
    [orgId, declaration],
  ).then((rows) => rows.map(({ entry_number }) => entry_number));

describe("rows that CBP dropped", () => {
  it("are shown by message with what to do, and only those worth it may be ticked", async () => {
    const { scope } = await withFailedRows();
    expect(await groupsOf(scope)).toEqual([
      ["UNABLE TO CALCULATE DUTY", [[B, "once-unchanged", null]]],
      ["ENTRY ON DRAWBACK", [[C, "no", "nothing-to-refile"]]],
    ]);
  });

  it("go on a new declaration of their own, linked both ways, and are settled once it is filed", async () => {
    const { scope, parent, claimId } = await withFailedRows();
    const child = await refiled(scope, [B]);
    expect([await liveOn(scope, parent), await liveOn(scope, child)]).toEqual([[A, C].toSorted(), [B]]);
    const links = await inOrganization(scope, async (t) => ({
      ofParent: await linkedDeclarations(t, parent),
      ofChild: await linkedDeclarations(t, child),
    }));
    expect(links).toMatchObject({
      ofParent: { parents: [], refiles: [{ id: child, entries: 1 }] },
      ofChild: { parents: [{ id: parent, entries: 1 }], refiles: [] },
    });
    expect(await groupsOf(scope)).toMatchObject([[{}, [[B, "once-unchanged", "declared-again"]]], {}]);

    await attestAll(scope, child);
    expect(await freezeDeclaration(scope, child)).toMatchObject({ ok: true });
    expect(await fileDeclaration(scope, child, day("2026-11-20"), "900000000002")).toMatchObject({
      ok: true,
    });
    const { claims } = await inOrganization(scope, claimBook);
    const claim = claims.find(({ id }) => id === claimId);
    expect(claim?.state.timeline.filter(({ kind }) => kind === "refiled")).toMatchObject([
      { entryNumber: B, day: "2026-11-20" },
    ]);
    expect(claim?.state.rows.find(({ number }) => number === B)?.settled).toBe(true);
    expect((await groupsOf(scope)).map(([message]) => message)).toEqual(["ENTRY ON DRAWBACK"]);

    // It came back once more: what was filed unchanged is not filed unchanged a second time.
    await added(scope, details([[B, "Failed", "UNABLE TO CALCULATE DUTY"]], "900000000002"), "again.csv");
    expect(await groupsOf(scope)).toMatchObject([["UNABLE TO CALCULATE DUTY", [[B, "after-fix", null]]], {}]);
  });

  it("are refused together with one that may not go again, and nothing is written", async () => {
    const { scope, parent } = await withFailedRows();
    for (const number of [A, C, entryNumber(77)])
      expect(await refileRows(scope, { kind: "rows", numbers: [B, number] })).toEqual({
        ok: false,
        problem: { kind: "not-refilable", numbers: [number] },
      });
    expect(await liveOn(scope, parent)).toEqual([A, B, C].toSorted());
  });

  it("are free again when the draft is withdrawn, and the file that dropped them stays while it is not", async () => {
    const { scope, importId } = await withFailedRows();
    const child = await refiled(scope, [B]);
    expect(await askToUndo(scope, importId)).toMatchObject({ problem: { kind: "declared" } });
    expect(await withdrawDeclaration(scope, child)).toMatchObject({ ok: true });
    expect(await groupsOf(scope)).toMatchObject([[{}, [[B, "once-unchanged", null]]], {}]);
    const again = await refileRows(scope, { kind: "message", key: "UNABLE TO CALCULATE DUTY" });
    expect(again).toMatchObject({ ok: true });
    expect(await groupsOf(scope)).toMatchObject([[{}, [[B, "once-unchanged", "declared-again"]]], {}]);
  });

  it("with words that nobody knows are kept as they are, with what somebody found out", async () => {
    const { scope } = await withFailedRows("Something new (7).");
    await noteMessage(scope, "SOMETHING NEW 7", "The broker fixed the origin.");
    const groups = await inOrganization(scope, viewRejected);
    expect(groups[0]).toMatchObject({
      ...{ message: "Something new (7).", meaning: null, note: { note: "The broker fixed the origin." } },
      rows: [{ number: B, advice: { kind: "unknown" }, obstacle: null }],
    });
  });
});

describe("an entry is sent again once, whoever is quicker", () => {
  it(
    "two people who refile the same rows at once make one draft between them, five times out of five",
    { timeout: 120_000 },
    async () => {
      for (let round = 0; round < 5; round++) {
        const { scope } = await withFailedRows();
        const answers = await Promise.all(
          [1, 2, 3].map(() => refileRows(scope, { kind: "rows", numbers: [B] })),
        );
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
        const drafts = await asOwner("SELECT id FROM declarations WHERE org_id = $1 AND state = 'draft'", [
          scope.orgId,
        ]);
        expect(drafts).toHaveLength(1);
      }
    },
  );

  it(
    "an acceptance that comes in at the same moment keeps the file from being made, or comes after it",
    { timeout: 120_000 },
    async () => {
      for (let round = 0; round < 5; round++) {
        const scope = await withReadyEntries();
        const created = await createDeclarations(scope, CHOICE);
        if (!created.ok) throw new Error(created.problem.kind);
        const [draft = ""] = created.value;
        await attestAll(scope, draft);
        const accepted = details([[A, "Entry Summary Updated", ""]], "900000000077");
        const [frozen] = await Promise.all([
          freezeDeclaration(scope, draft).catch((error: unknown) => error),
          added(scope, accepted, "claims.csv"),
        ]);
        const [file] = await asOwner<{ before: boolean }>(
          `SELECT d.frozen_at < i.committed_at AS before FROM declarations d, imports i
         WHERE d.org_id = $1 AND d.id = $2 AND d.frozen_at IS NOT NULL AND i.org_id = $1 AND i.file_name = 'claims.csv'`,
          [scope.orgId, draft],
        );
        // Frozen before CBP's answer was known, or not at all.
        if (file === undefined) expect(frozen).not.toMatchObject({ ok: true });
        else expect(file.before).toBe(true);
      }
    },
  );
});
