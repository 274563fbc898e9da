import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { importsOf } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { day } from "@/lib/domain";

import { claimBook } from "./claim-book";
import { createDeclarations } from "./create-declarations";
import { fileDeclaration } from "./file-declaration";
import { readImport } from "./read-import";
import { aFrozen, CHOICE, withReadyEntries } from "./testing/a-declaration";
import { added, upload } from "./testing/read-into-books";
import { askToUndo, undoImport } from "./undo-import";

const [A, B, C] = [entryNumber(1), entryNumber(2), entryNumber(3)];
const NUMBER = "900000000001";

async function aFiledClaim(scope: OrgScope, claimNumber: string | null = null): Promise<string> {
  const filed = await fileDeclaration(scope, await aFrozen(scope), day("2026-11-02"), claimNumber);
  if (!filed.ok) throw new Error(filed.problem.kind);
  return filed.value;
}

const bookOf = (scope: OrgScope) => inOrganization(scope, claimBook);

async function takeBack(scope: OrgScope, importId: string): Promise<void> {
  expect(await askToUndo(scope, importId)).toMatchObject({ ok: true });
  await undoImport(scope, importId);
}

/** The stored clocks that run from an acceptance, to the refund. */
const awaited = async ({ orgId }: OrgScope) =>
  (
    await asOwner<{ number: string; since: string }>(
      `SELECT entry_number AS number, counted_from::text AS since FROM entry_clocks
       WHERE org_id = $1 AND kind = 'acceptance-to-refund' ORDER BY 1`,
      [orgId],
    )
  ).map(({ number, since }) => `${number} since ${since}`);

/** All that a claim comes to, but for ids of imports and instants, which differ from one test to the next. */
async function standings(scope: OrgScope) {
  const { claims, unplaced } = await bookOf(scope);
  return {
    claims: claims.map(({ id, claimNumber, entries, unread, state }) => ({
      ...{ ours: id !== null, claimNumber, entries, unread },
      ...{ status: state.status, open: state.open, filedOn: state.filedOn, acceptedOn: state.acceptedOn },
      rows: state.rows,
      timeline: state.timeline.map((event) => [event.kind, event.day, event.entryNumber, event.message]),
    })),
    unplaced: unplaced.map(({ kind, entryNumber: number }) => [kind, number]),
    awaited: await awaited(scope),
  };
}

const details = (
  rows: readonly (readonly [number: string, status: string, message: string])[],
  claim = NUMBER,
) =>
  [
    "\uFEFFENTRY_NUMBER,CLAIM_NUMBER,STATUS,ERROR_DESCRIPTION",
    ...rows.map(([number, status, message]) => `="${number}",="${claim}",${status},${message}`),
    "",
  ].join("\r\n");

const DETAILS = details([
  [A, "Entry Summary Updated", ""],
  [B, "Failed", "UNABLE TO CALCULATE DUTY"],
  [C, "Entry Summary Updated", ""],
]);
const ES022 = `Claim Number,Claim Status,Filer Code,Importer Number,Entry Summary Number,Entry Date,Liquidation Date,Refund Amount,Interest Amount,Refund Number,Refund Date,Refund Status
${NUMBER},Accepted with Error(s),ZZX,89-123456700,${A},01/14/2026,11/12/2026,100.00,4.00,R1,11/16/2026,Treasury Issued
${NUMBER},Accepted with Error(s),ZZX,89-123456700,${C},01/14/2026,,,,,,
`;
const REV615 = `Entry Number,Refund Amount,Interest Amount,ACH Trace Number,Refund Status\n${C},100.00,4.00,T1,Funds Diverted\n`;
/** The same entries, pulled again: CBP took the IEEPA lines of one of them off. */
const ES003_AGAIN = anEs003([
  aReadyRow(A, { ordinal: "2", hts: "8413919085", value: "1000.00", duty: "0.00" }),
  aReadyRow(B),
]);
const ELSEWHERE = details([[entryNumber(50), "Entry Summary Updated", ""]], "900000000077");

const FILES = [
  [DETAILS, "claim_details_20261105.csv"],
  [ES022, "es022_20261118.csv"],
  [REV615, "rev615_20261119.csv"],
  [ES003_AGAIN, "es003_20261120.csv"],
  [ELSEWHERE, "claim_details_20261106.csv"],
] as const;

describe("result files", () => {
  it(
    "come to the same claims in whichever order they arrive, and each takes exactly its own away",
    { timeout: 120_000 },
    async () => {
      const ends: unknown[] = [];
      for (const order of [FILES, FILES.toReversed(), [...FILES.slice(2), ...FILES.slice(0, 2)]]) {
        const scope = await withReadyEntries();
        await aFiledClaim(scope);
        const before: unknown[] = [];
        const ids: string[] = [];
        for (const [content, fileName] of order) {
          before.push(await standings(scope));
          ids.push(await added(scope, content, fileName));
        }
        ends.push(await standings(scope));
        for (const id of ids.toReversed()) {
          await takeBack(scope, id);
          expect(await standings(scope)).toEqual(before.pop());
        }
      }
      expect(ends[1]).toEqual(ends[0]);
      expect(ends[2]).toEqual(ends[0]);
      expect(ends[0]).toMatchObject({
        claims: [
          {
            ...{ ours: true, claimNumber: NUMBER, status: "accepted-with-errors", open: true },
            ...{ filedOn: "2026-11-02", acceptedOn: "2026-11-05", unread: [] },
            rows: [
              { number: A, outcome: "accepted", step: "treasury-issued", liquidatedOn: "2026-11-12" },
              { number: B, outcome: "failed", message: "UNABLE TO CALCULATE DUTY" },
              { number: C, outcome: "accepted", step: "funds-diverted" },
            ],
          },
          { ours: false, claimNumber: "900000000077", status: "accepted" },
        ],
        unplaced: [],
      });
    },
  );

  it("start the wait for the refund, and end it when the money is shown", async () => {
    const scope = await withReadyEntries();
    await aFiledClaim(scope);
    expect(await awaited(scope)).toEqual([]);
    await added(scope, DETAILS, "claim_details_20261105.csv");
    expect(await awaited(scope)).toEqual([`${A} since 2026-11-05`, `${C} since 2026-11-05`]);
    await added(scope, ES022, "es022_20261118.csv");
    expect(await awaited(scope)).toEqual([`${C} since 2026-11-05`]);
    const undone = await added(scope, REV615, "rev615_20261119.csv");
    expect(await awaited(scope)).toEqual([]);
    await takeBack(scope, undone);
    expect(await awaited(scope)).toEqual([`${C} since 2026-11-05`]);
  });

  it("that speak of the whole claim reach the entries that they do not list", async () => {
    const scope = await withReadyEntries();
    await aFiledClaim(scope);
    const accepted = ES022.split("\n").slice(0, 2).join("\n").replace("Accepted with Error(s)", "Accepted");
    const id = await added(scope, accepted, "es022_20261118.csv");
    expect(await awaited(scope)).toEqual([B, C].map((number) => `${number} since 2026-11-18`)); // A was paid
    await takeBack(scope, id);
    expect(await awaited(scope)).toEqual([]);
  });

  it("an ES-003 whose IEEPA rows are gone is evidence, and no loss: the duty stays in the books", async () => {
    const scope = await withReadyEntries();
    await aFiledClaim(scope);
    await added(scope, ES003_AGAIN, "es003_20261120.csv");
    const [claim] = (await bookOf(scope)).claims;
    expect(claim?.state.timeline).toMatchObject([
      { kind: "filed" },
      {
        kind: "lines-removed",
        day: "2026-11-20",
        entryNumber: A,
        origin: { kind: "file", source: { row: 2 } },
      },
    ]);
    const kept = await inOrganization(scope, ({ db, orgId }) =>
      db.screening.findUniqueOrThrow({ where: { orgId_entryNumber: { orgId, entryNumber: A } } }),
    );
    expect(kept.ieepaDuty.toFixed(2)).toBe("100.00");
  });

  it("are shown as what they change to claims before anything of them is in the books", async () => {
    const scope = await withReadyEntries();
    const claimId = await aFiledClaim(scope);
    const before = await standings(scope);
    const id = await upload(scope, DETAILS, "claim_details_20261105.csv");
    await readImport(scope, id);
    const stored = await inOrganization(scope, (t) => importsOf(t).find(id));
    expect(stored).toMatchObject({
      state: "previewed",
      reportType: "claim-details",
      preview: {
        claims: {
          changed: 1,
          examples: [
            {
              ...{ id: claimId, claimNumber: NUMBER, entries: 3, events: { accepted: 2, rejected: 1 } },
              ...{ statusBefore: "filed", statusAfter: "accepted-with-errors" },
            },
          ],
        },
      },
    });
    expect(await standings(scope)).toEqual(before);
  });

  it("of a claim that somebody else filed keep its entries from being filed again, answered or not", async () => {
    const scope = await withReadyEntries();
    const claims = details(
      [
        [A, "Entry Summary Updated", ""],
        [B, "In progress", ""],
        [C, "Failed", "PROTEST ON ENTRY"],
      ],
      "900000000077",
    );
    const id = await added(scope, claims, "claims.csv");
    const created = await createDeclarations(scope, CHOICE);
    if (!created.ok) throw new Error(created.problem.kind);
    const declared = await inOrganization(scope, ({ db, orgId }) =>
      db.declarationEntry.findMany({ where: { orgId }, select: { entryNumber: true } }),
    );
    expect(declared.map((row) => row.entryNumber)).toEqual([C]);
    expect((await bookOf(scope)).claims).toMatchObject([
      {
        id: null,
        claimNumber: "900000000077",
        unread: ["In progress"],
        state: { plain: "approved-in-part" },
      },
    ]);
    expect(await askToUndo(scope, id)).toMatchObject({ ok: true });
  });
});

describe("an entry that CBP accepted", () => {
  it("is refused by the database on every declaration, also when the file that says so comes first to nobody's eyes", async () => {
    const { scope } = await aMember();
    await added(scope, anEs003([aReadyRow(A)]));
    await added(scope, details([[A, "Entry Summary Updated", ""]], "900000000077"), "claims.csv");
    const insert = inOrganization(scope, async ({ db, orgId, userId }) => {
      const { id } = await db.declaration.create({
        data: {
          orgId,
          importerNumber: "89-123456700",
          filerCode: "ZZX",
          fileName: "f.csv",
          createdBy: userId,
        },
      });
      await db.declarationEntry.create({ data: { orgId, declarationId: id, entryNumber: A, position: 0 } });
    });
    await expect(insert).rejects.toThrow(/was accepted by CBP/);
  });

  it("keeps a draft from becoming a file when the acceptance arrives in between", async () => {
    const scope = await withReadyEntries();
    const created = await createDeclarations(scope, CHOICE);
    if (!created.ok) throw new Error(created.problem.kind);
    const [draft = ""] = created.value;
    await added(scope, details([[A, "Entry Summary Updated", ""]], "900000000077"), "claims.csv");
    const freeze = inOrganization(scope, ({ db, orgId }) =>
      db.declaration.updateMany({ where: { orgId, id: draft }, data: { state: "frozen" } }),
    );
    await expect(freeze).rejects.toThrow(/was accepted by CBP/);
  });
});
