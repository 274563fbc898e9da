import { beforeAll, describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { bringScreeningsForward } from "@/lib/data/job-queue";
import { movedEntries, ruleMoves } from "@/lib/data/rule-effects";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { day, RULES, usdText } from "@/lib/domain";
import { describeMove } from "@/lib/wording/rule-effects";

import { rescreenEntries } from "./rescreen-entries";
import { refreshScreenings, screenOrganization } from "./screen-organization";
import { importRows } from "./testing/read-into-books";

const numbers = (from: number) => Array.from({ length: 12 }, (_, index) => entryNumber(from + index));
const RECONCILIATION = numbers(1);
const OTHERS = numbers(101);

/** Twelve entries flagged for reconciliation with $48,210.00 of IEEPA duty in all, and twelve others. */
async function withReconciliation(): Promise<OrgScope> {
  const { scope } = await aMember();
  const flagged = RECONCILIATION.map((number, index) =>
    aReadyRow(number, { reconciliation: "Y", duty: index === 0 ? "4,210.00" : "4,000.00" }),
  );
  const others = OTHERS.map((number) => aReadyRow(number, { reconciliation: "N" }));
  await importRows(scope, [...flagged, ...others]);
  return scope;
}

/** As if the organization had been screened last on that day, by a program that knew that release. */
const asScreenedOn = (scope: OrgScope, version: string, asOf: string) =>
  asOwner(
    `UPDATE screenings SET rules_version = $2, as_of = $3::date,
            lane = CASE WHEN lane = 'cape-recon' THEN 'excluded' ELSE lane END WHERE org_id = $1`,
    [scope.orgId, version, asOf],
  );

const movesOf = async (scope: OrgScope) =>
  (await inOrganization(scope, ruleMoves)).map((move) => describeMove(move));
const effectsOf = ({ orgId }: OrgScope) =>
  asOwner("SELECT * FROM rule_effects WHERE org_id = $1 ORDER BY entry_number", [orgId]);
const lawsOf = ({ orgId }: OrgScope) =>
  asOwner("SELECT DISTINCT rules_version, as_of::text FROM screenings WHERE org_id = $1", [orgId]);

const SENTENCE = "29 June 2026: 12 entries, $48,210.00, moved from excluded to cape-recon";

describe("a change of the rules", () => {
  let scope: OrgScope;
  let bystander: OrgScope;

  beforeAll(async () => {
    bystander = await withReconciliation();
    await asScreenedOn(bystander, "2026-06-25.1", "2026-06-28");
    scope = await withReconciliation();
    await asScreenedOn(scope, "2026-06-25.1", "2026-06-28");
    await screenOrganization(scope);
  });

  it("that began since the last screening says what it moved", async () => {
    expect(await movesOf(scope)).toEqual([SENTENCE]);
  });

  it("keeps the entries it moved, with their money on both sides", async () => {
    const [move] = await inOrganization(scope, ruleMoves);
    const pages = await inOrganization(scope, async (t) => [
      await movedEntries(t, move!, null, 7),
      await movedEntries(t, move!, { side: "after", number: RECONCILIATION[6]! }, 7),
      await movedEntries(t, move!, { side: "before", number: RECONCILIATION[7]! }, 4),
    ]);
    expect(pages.map((page) => page.length)).toEqual([7, 5, 4]);
    expect(pages[2]!.map(({ number }) => number)).toEqual(RECONCILIATION.slice(3, 7));
    expect(
      pages
        .slice(0, 2)
        .flat()
        .map(({ number }) => number),
    ).toEqual(RECONCILIATION);
    expect(pages[0]![0]).toMatchObject({ laneNow: "cape-recon", asOf: "2026-11-21" });
    expect(usdText(pages[0]![0]!.refundableBefore!)).toBe("4210.00");
    expect(usdText(pages[0]![0]!.refundableAfter!)).toBe("4210.00");
  });

  it("is recorded once, however often the organization is screened", async () => {
    const before = await effectsOf(scope);
    await screenOrganization(scope);
    await refreshScreenings(scope);
    await asScreenedOn(scope, "2026-06-25.1", "2026-06-28");
    await screenOrganization(scope);
    expect(await effectsOf(scope)).toEqual(before);
  });

  it("leaves other organizations as they are", async () => {
    expect(await effectsOf(bystander)).toEqual([]);
    expect(await lawsOf(bystander)).toEqual([{ rules_version: "2026-06-25.1", as_of: "2026-06-28" }]);
  });

  it("is noticed on its first day", async () => {
    const other = await withReconciliation();
    await asScreenedOn(other, "2026-06-23.1", "2026-06-28");
    await rescreenEntries(other, [...RECONCILIATION, ...OTHERS], day("2026-06-28"));
    expect(await movesOf(other)).toEqual([]);
    await rescreenEntries(other, [...RECONCILIATION, ...OTHERS], day("2026-06-29"));
    expect(await movesOf(other)).toEqual([SENTENCE]);
  });

  it("is noticed by whatever screens the entry first", async () => {
    await rescreenEntries(bystander, RECONCILIATION.slice(0, 5), day("2026-11-21"));
    expect(await effectsOf(bystander)).toHaveLength(5);
    await refreshScreenings(bystander);
    expect(await movesOf(bystander)).toEqual([SENTENCE]);
  });
});

describe("the mere passage of time", () => {
  it.each([
    [RULES.version, "2026-11-20"],
    [RULES.version, "2026-07-07"],
  ])("under rules %s since %s records nothing", async (version, asOf) => {
    const scope = await withReconciliation();
    await asScreenedOn(scope, version, asOf);
    await refreshScreenings(scope);
    expect(await lawsOf(scope)).toEqual([{ rules_version: RULES.version, as_of: "2026-11-21" }]);
    expect(await effectsOf(scope)).toEqual([]);
  });

  it("of rules that a newer program wrote records nothing", async () => {
    const scope = await withReconciliation();
    await asScreenedOn(scope, "2099-01-01.1", "2026-06-28");
    await refreshScreenings(scope);
    expect(await effectsOf(scope)).toEqual([]);
  });
});

describe("the screening that waits for tomorrow", () => {
  const waiting = ({ orgId }: OrgScope) =>
    asOwner<{ due: boolean; rules: string }>(
      `SELECT start_after <= now() AS due, data ->> 'rulesVersion' AS rules FROM pgboss.job
       WHERE name = 'screen-organization' AND state = 'created' AND data ->> 'orgId' = $1`,
      [orgId],
    );

  it("is one for each organization, and comes at once only under other rules or on another day", async () => {
    const scope = await withReconciliation();
    await screenOrganization(scope);
    expect(await waiting(scope)).toEqual([{ due: false, rules: RULES.version }]);
    await bringScreeningsForward(RULES.version, day("2026-11-21"));
    expect(await waiting(scope)).toEqual([{ due: false, rules: RULES.version }]);
    await bringScreeningsForward(RULES.version, day("2026-11-22"));
    expect(await waiting(scope)).toEqual([{ due: true, rules: RULES.version }]);
  });

  it("that an earlier program queued comes at once", async () => {
    const scope = await withReconciliation();
    await asOwner(
      `UPDATE pgboss.job SET data = data - 'rulesVersion' WHERE name = 'screen-organization' AND data ->> 'orgId' = $1`,
      [scope.orgId],
    );
    await bringScreeningsForward(RULES.version, day("2026-11-21"));
    expect(await waiting(scope)).toEqual([{ due: true, rules: null }]);
  });

  it("does nothing where every verdict is of today and of these rules", async () => {
    const scope = await withReconciliation();
    await asOwner("UPDATE screenings SET lane = 'court' WHERE org_id = $1", [scope.orgId]);
    await refreshScreenings(scope);
    const rows = await asOwner("SELECT DISTINCT lane FROM screenings WHERE org_id = $1", [scope.orgId]);
    expect(rows).toEqual([{ lane: "court" }]);
  });
});
