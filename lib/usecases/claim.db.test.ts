import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import type { NewClaimEvent } from "@/lib/data/claims";
import { inOrganization } from "@/lib/data/tenant";
import { entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf } from "@/lib/data/testing/books-of";
import { day, type EntryNumber } from "@/lib/domain";

import { addClaimEvent } from "./add-claim-event";
import { createDeclarations } from "./create-declarations";
import { fileDeclaration } from "./file-declaration";
import { proposeDeclarations } from "./propose-declarations";
import { screenOrganization } from "./screen-organization";
import { viewClaim } from "./view-claim";
import { aFrozen, CHOICE, withReadyEntries } from "./testing/a-declaration";

const [A, B, C] = [entryNumber(1), entryNumber(2), entryNumber(3)];

/** Declares whatever is free, and files it. */
async function aFiledClaim(scope: OrgScope): Promise<string> {
  const id = await aFrozen(scope);
  const filed = await fileDeclaration(scope, id, day("2026-11-02"), null);
  if (!filed.ok) throw new Error(filed.problem.kind);
  return filed.value;
}

const event = (
  kind: NewClaimEvent["kind"],
  on: string,
  change: Partial<NewClaimEvent> = {},
): NewClaimEvent => ({
  kind,
  day: day(on),
  ...change,
});

async function tell(scope: OrgScope, claimId: string, ...events: NewClaimEvent[]): Promise<void> {
  for (const each of events)
    expect(await addClaimEvent(scope, claimId, each)).toEqual({ ok: true, value: null });
}

const lanesOf = async ({ orgId }: OrgScope) =>
  Object.fromEntries(
    (
      await asOwner<{ entry_number: string; lane: string }>(
        "SELECT entry_number, lane FROM screenings WHERE org_id = $1 ORDER BY entry_number",
        [orgId],
      )
    ).map(({ entry_number, lane }) => [entry_number, lane]),
  );

/** What the builder would take and what it refuses. */
async function proposed(scope: OrgScope) {
  const { plan } = await inOrganization(scope, (t) => proposeDeclarations(t, CHOICE));
  return {
    taken: plan.batches.flatMap(({ entries }) => entries.map(({ number }) => number)),
    refused: plan.refused.map(({ candidate, because }) => [candidate.number, because] as const),
  };
}

const everyEntry = (lane: string) => Object.fromEntries([A, B, C].map((number) => [number, lane]));

/** Entries that stand on a live declaration, by number. */
const liveEntriesOf = async ({ orgId }: OrgScope) => {
  const live = await asOwner<{ entry_number: EntryNumber }>(
    "SELECT entry_number FROM declaration_entries WHERE org_id = $1 AND live ORDER BY entry_number",
    [orgId],
  );
  return live.map(({ entry_number }) => entry_number);
};

describe("a filed claim", () => {
  it("leaves the lanes as they are, and no entry of it goes on another declaration", async () => {
    const scope = await withReadyEntries();
    const before = await lanesOf(scope);
    expect(before).toEqual(everyEntry("cape-ready"));
    await aFiledClaim(scope);
    expect(await lanesOf(scope)).toEqual(before);
    expect(await proposed(scope)).toMatchObject({ taken: [] });
    expect(await createDeclarations(scope, CHOICE)).toMatchObject({
      problem: { kind: "nothing-to-declare" },
    });
  });

  it("that CBP accepts makes every entry of it already claimed, for good", async () => {
    const scope = await withReadyEntries();
    const claimId = await aFiledClaim(scope);
    await tell(scope, claimId, event("accepted", "2026-11-05"));
    expect(await lanesOf(scope)).toEqual(everyEntry("already-claimed"));
    await tell(scope, claimId, event("rejected", "2026-11-06", { entryNumber: A, message: "INVALID HTS" }));
    await tell(scope, claimId, event("rejected", "2026-11-07"));
    await screenOrganization(scope);
    // A row that CBP names as rejected was dropped from a claim that it accepted as a whole; no other row was.
    expect(await lanesOf(scope)).toMatchObject({ [B]: "already-claimed", [C]: "already-claimed" });
    expect((await proposed(scope)).taken).not.toContain(B);
    expect((await proposed(scope)).taken).not.toContain(C);
  });

  it("never frees an entry that CBP accepted by name, in whichever order its answers arrive", async () => {
    for (const answers of [
      [
        event("accepted", "2026-11-05", { entryNumber: A }),
        event("rejected", "2026-11-06", { entryNumber: A }),
      ],
      [
        event("rejected", "2026-11-06", { entryNumber: A }),
        event("accepted", "2026-11-05", { entryNumber: A }),
      ],
    ]) {
      const scope = await withReadyEntries();
      const claimId = await aFiledClaim(scope);
      await tell(scope, claimId, ...answers);
      expect((await lanesOf(scope))[A]).toBe("already-claimed");
      expect(await proposed(scope)).toMatchObject({ taken: [] });
      expect(await createDeclarations(scope, CHOICE)).toMatchObject({
        problem: { kind: "nothing-to-declare" },
      });
    }
  });

  it("frees only the entries that CBP rejects, and they may go on a new declaration", async () => {
    const scope = await withReadyEntries();
    const claimId = await aFiledClaim(scope);
    await tell(
      scope,
      claimId,
      event("accepted-with-errors", "2026-11-05"),
      event("accepted", "2026-11-05", { entryNumber: A }),
      event("rejected", "2026-11-05", { entryNumber: B, message: "ENTRY SUMMARY NOT FOUND" }),
    );
    expect(await lanesOf(scope)).toMatchObject({ [A]: "already-claimed" });
    const { taken } = await proposed(scope);
    expect(taken).not.toContain(A);
    expect(taken).not.toContain(C); // CBP has not answered
    expect(await liveEntriesOf(scope)).toEqual([A, C].toSorted());
  });

  it("rejected as a whole frees every entry, and a second claim may take them", async () => {
    const scope = await withReadyEntries();
    const first = await aFiledClaim(scope);
    await tell(scope, first, event("rejected", "2026-11-05", { message: "NOT A CSV FILE" }));
    expect((await proposed(scope)).taken).toEqual([A, B, C].toSorted());
    const second = await aFiledClaim(scope);
    expect((await proposed(scope)).taken).toEqual([]);
    await tell(scope, second, event("accepted", "2026-11-08"));
    expect(await lanesOf(scope)).toEqual(everyEntry("already-claimed"));
    // What is told of the first claim later frees nothing of the second.
    await tell(scope, first, event("rejected", "2026-11-09", { entryNumber: A }));
    expect(await lanesOf(scope)).toEqual(everyEntry("already-claimed"));
    expect((await proposed(scope)).taken).toEqual([]);
  });
});

describe("a timeline", () => {
  const answers = [
    event("under-review", "2026-11-03"),
    event("accepted-with-errors", "2026-11-05"),
    event("accepted", "2026-11-05", { entryNumber: A }),
    event("rejected", "2026-11-05", { entryNumber: B, message: "INVALID HTS" }),
    event("accepted", "2026-11-07", { entryNumber: C }),
    event("liquidated", "2026-11-12", { entryNumber: A }),
  ];

  it("comes to the same state and the same lanes in whichever order its events arrive, also twice", async () => {
    const states: unknown[] = [];
    for (const order of [answers, answers.toReversed(), [...answers.slice(3), ...answers.slice(0, 4)]]) {
      const scope = await withReadyEntries();
      const claimId = await aFiledClaim(scope);
      await tell(scope, claimId, ...order);
      const view = await inOrganization(scope, (t) => viewClaim(t, claimId));
      const { status, plain, open, acceptedOn, rows } = view!.state;
      states.push({
        status,
        plain,
        open,
        acceptedOn,
        rows,
        lanes: await lanesOf(scope),
        taken: (await proposed(scope)).taken,
      });
    }
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });

  it("keeps every event when several arrive at the same moment", async () => {
    const scope = await withReadyEntries();
    const claimId = await aFiledClaim(scope);
    await Promise.all(answers.map((each) => addClaimEvent(scope, claimId, each)));
    const view = await inOrganization(scope, (t) => viewClaim(t, claimId));
    expect(view!.state.timeline).toHaveLength(answers.length + 1);
    expect(await lanesOf(scope)).toMatchObject({ [A]: "already-claimed", [C]: "already-claimed" });
    expect(await liveEntriesOf(scope)).toEqual([A, C].toSorted());
  });

  it("takes no event of the future, of a stranger's entry, or of another organization's claim", async () => {
    const scope = await withReadyEntries();
    const claimId = await aFiledClaim(scope);
    const { scope: other } = await aMember();
    const before = [await auditOf(scope), await lanesOf(scope)];
    const refused = async (who: OrgScope, each: NewClaimEvent) => {
      const answer = await addClaimEvent(who, claimId, each);
      return answer.ok ? null : answer.problem.kind;
    };
    expect(await refused(scope, event("accepted", "2026-11-22"))).toBe("day-in-the-future");
    expect(await refused(scope, event("accepted", "2026-11-05", { entryNumber: entryNumber(99) }))).toBe(
      "entry-not-on-claim",
    );
    expect(await refused(other, event("accepted", "2026-11-05"))).toBe("claim-not-found");
    expect([await auditOf(scope), await lanesOf(scope)]).toEqual(before);
    expect(await asOwner("SELECT id FROM claim_events WHERE claim_id = $1", [claimId])).toHaveLength(1);
  });
});
