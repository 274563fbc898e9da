import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { filerCodeOf } from "@/lib/domain";

import { createDeclarations, type SeenProposal } from "./create-declarations";
import { proposeDeclarations, type DeclarationChoice } from "./propose-declarations";
import { CHOICE } from "./testing/a-declaration";
import { importRows } from "./testing/read-into-books";
import { withdrawDeclaration } from "./withdraw-declaration";

const READY = [1, 2, 3].map((serial) => entryNumber(serial));

async function withTwoPeople() {
  const first = await aMember();
  const second = await aMember({ beside: first, role: "preparer" });
  await importRows(
    first.scope,
    READY.map((number) => aReadyRow(number)),
  );
  return { ana: first.scope, bo: second.scope };
}

/** What the builder shows somebody, and sends back with his yes. */
const look = (scope: OrgScope, choice: DeclarationChoice = CHOICE): Promise<SeenProposal> =>
  inOrganization(scope, async (t) => {
    const { seal, holders } = await proposeDeclarations(t, choice);
    return { seal, holders: holders.map(({ id }) => id) };
  });

const liveEntries = ({ orgId }: OrgScope) =>
  asOwner<{ entry_number: string }>(
    "SELECT entry_number FROM declaration_entries WHERE org_id = $1 AND live",
    [orgId],
  );

describe("two people who saw the same entries free", () => {
  it("and build at the same moment: one wins, the other is told which file took them and who built it", async () => {
    for (let times = 0; times < 5; times++) {
      const { ana, bo } = await withTwoPeople();
      const seen = [await look(ana), await look(bo)] as const;
      const answers = await Promise.all([
        createDeclarations(ana, CHOICE, seen[0]),
        createDeclarations(bo, CHOICE, seen[1]),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toEqual({
        ok: false,
        problem: {
          kind: "declared-meanwhile",
          by: [{ fileName: "CAPE_89123456700_ZZX_2026-11-21_1of1.csv", builtBy: "Ana Reyes" }],
        },
      });
      expect(await liveEntries(ana)).toHaveLength(READY.length);
    }
  });

  it("and overlap only in part: the later one builds nothing rather than less than was shown", async () => {
    const { ana, bo } = await withTwoPeople();
    await importRows(ana, [aReadyRow(entryNumber(9, "987"))]);
    const seen = await look(bo);
    const narrow: DeclarationChoice = { ...CHOICE, filerCodes: [filerCodeOf(entryNumber(9, "987"))] };
    expect(await createDeclarations(ana, narrow, await look(ana, narrow))).toMatchObject({ ok: true });
    expect(await createDeclarations(bo, CHOICE, seen)).toMatchObject({
      problem: { kind: "declared-meanwhile" },
    });
    expect(await liveEntries(ana)).toHaveLength(1);
    expect(await createDeclarations(bo, CHOICE, await look(bo))).toMatchObject({ ok: true });
    expect(await liveEntries(ana)).toHaveLength(4);
  });
});

describe("what was shown", () => {
  it("is built, or nothing is, when an import changed it meanwhile", async () => {
    const { ana } = await withTwoPeople();
    const seen = await look(ana);
    await importRows(ana, [aReadyRow(entryNumber(4))]);
    expect(await createDeclarations(ana, CHOICE, seen)).toEqual({
      ok: false,
      problem: { kind: "changed-meanwhile" },
    });
    expect(await liveEntries(ana)).toEqual([]);
  });

  it("is free again once the draft that held it is withdrawn", async () => {
    const { ana, bo } = await withTwoPeople();
    const built = await createDeclarations(ana, CHOICE, await look(ana));
    if (!built.ok) throw new Error(built.problem.kind);
    expect((await look(bo)).holders).toEqual(built.value);
    await withdrawDeclaration(ana, built.value[0] ?? "");
    expect(await createDeclarations(bo, CHOICE, await look(bo))).toMatchObject({ ok: true });
  });
});

describe("an entry that a file shows on a claim filed elsewhere", () => {
  it("stays out while CBP has not answered", async () => {
    const { ana } = await withTwoPeople();
    await asOwner(
      `UPDATE screenings SET findings = findings || '[{"reason": {"kind": "claim-unanswered"}}]'
       WHERE org_id = $1 AND entry_number = $2`,
      [ana.orgId, READY[0] ?? ""],
    );
    const { plan } = await inOrganization(ana, (t) => proposeDeclarations(t, CHOICE));
    expect(plan.refused.map(({ candidate, because }) => [candidate.number, because])).toEqual([
      [READY[0], "claim-unanswered"],
    ]);
  });
});
