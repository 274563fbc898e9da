import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../day";
import { lawChangesBetween } from "../law/law-changes";
import { rulesKnownOn, rulesOf, rulesOn } from "../law/rule-sets";
import { RULES } from "../law/rules-version";
import { usd, usdText } from "../money";
import { NO_COLUMN1_RATES } from "../refund/column1-rates";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { reasonKinds, screened } from "../testing/screened";
import { type RuleEffect, ruleEffectsOn, ruleEffectTotals } from "./rule-effects";
import { interestTableOf } from "./screen-entry";
import type { Lane } from "./verdict";

const FLAGGED: EntrySketch = { facts: { reconciliationFlag: "Y" } };
const asKnownOn = (on: string) => ({ rules: rulesKnownOn(day(on)) });

describe("replaying a past day with the rules known on it", () => {
  it("2026-05-01: flagged for reconciliation is excluded, and nothing is known of June", () => {
    const then = screened(FLAGGED, "2026-05-01", asKnownOn("2026-05-01"));
    expect([then.lane, then.rulesVersion]).toEqual(["excluded", "2026-04-20.1"]);
    expect(then.findings[0].reason.kind).toBe("reconciliation-not-for-this-type");
    const today = screened(FLAGGED, "2026-05-01");
    expect([today.lane, today.rulesVersion]).toEqual(["excluded", RULES.version]);
    expect(today.findings[0].reason).toMatchObject({ startsOn: "2026-06-29" });
  });

  it("2026-06-24: still excluded, and the coming change is known", () => {
    const then = screened(FLAGGED, "2026-06-24", asKnownOn("2026-06-24"));
    expect([then.lane, then.rulesVersion]).toEqual(["excluded", "2026-06-23.1"]);
    expect(then.findings[0].reason).toEqual({
      kind: "reconciliation-not-yet-accepted",
      startsOn: "2026-06-29",
    });
  });

  it.each([
    ["2026-06-28", "excluded"],
    ["2026-06-29", "cape-recon"],
  ])("%s: flagged for reconciliation is %s", (on, lane) => {
    expect(screened(FLAGGED, on, asKnownOn(on)).lane).toBe(lane);
  });

  it.each([
    ["21", "2026-07-06", "cape-ready", "not-liquidated"],
    ["21", "2026-07-07", "excluded", "entry-type-excluded"],
    ["22", "2026-07-06", "cape-ready", "not-liquidated"],
    ["22", "2026-07-07", "excluded", "entry-type-excluded"],
    ["31", "2026-07-06", "cape-refund-later", "warehouse-withdrawal"],
    ["31", "2026-07-07", "cape-refund-later", "warehouse-withdrawal"],
  ])("type %s on %s is %s because it is %s", (type, on, lane, kind) => {
    const { lane: found, findings } = screened({ type }, on, asKnownOn(on));
    expect([found, findings[0].reason.kind]).toEqual([lane, kind]);
  });

  it.each([
    ["2026-06-24", "CBP, IEEPA duty refunds FAQ", "inferred"],
    ["2026-06-25", "CSMS 69056483", "proven"],
  ])("%s: an IEEPA number outside its period is mended first, by %s (%s)", (on, law, confidence) => {
    const wrong = { lines: [aLine({ hts: "9903.01.33" }), aLine({ hts: "9903.01.20" }), aCommodity()] };
    const { lane, findings } = screened({ ...wrong, entered: "2025-12-15" }, on, asKnownOn(on));
    expect(lane).toBe("fix-first");
    const [{ law: found, confidence: sure }] = findings;
    expect([found[0].law, sure]).toEqual([law, confidence]);
  });

  it("L26: Phase 3 is noted by what is known today, and not by what was known before it was announced", () => {
    const old = { liquidated: "2025-12-01" };
    expect(reasonKinds(screened(old, "2026-09-01"))).toContain("phase-3-announced");
    expect(reasonKinds(screened(old, "2026-09-01", asKnownOn("2026-09-01")))).not.toContain(
      "phase-3-announced",
    );
  });

  it("I6: holds the last rate published by then, and says for how many days", () => {
    const paid = { facts: { paymentDate: "2025-10-01" } };
    const then = screened(paid, "2026-05-01", asKnownOn("2026-05-01")).interest;
    const now = screened(paid, "2026-05-01").interest;
    expect([then?.assumedDays, now?.assumedDays]).toEqual([31, 0]);
    expect(then?.amount.gt(now?.amount ?? usd("0"))).toBe(true);
    const rules = rulesKnownOn(day("2026-05-01"));
    const shared = screened(paid, "2026-05-01", { rules, interestTable: interestTableOf(rules) }).interest;
    expect(shared?.amount.toFixed()).toBe(then?.amount.toFixed());
  });

  it("D8: refuses a day before CAPE, naming the first day covered", () => {
    expect(() => screened({}, "2026-04-19")).toThrow("2026-04-20");
  });
});

const context = (asOf: string) => ({
  asOf: day(asOf),
  column1: NO_COLUMN1_RATES,
  rateClass: "corporation" as const,
});
const steps = lawChangesBetween(
  { version: "2026-04-20.1", on: day("2026-05-01") },
  { version: RULES.version, on: day("2026-11-21") },
);
const effects = (sketch: EntrySketch, asOf = "2026-11-21") =>
  ruleEffectsOn(anEntry(sketch), context(asOf), steps);
const paying = (duty: string) => [aLine({ duty, ordinal: "1" }), aCommodity({ ordinal: "2" })];

describe("what a change of the law did to an entry", () => {
  it("29 June 2026: 12 entries, $48,210.00, moved from excluded to cape-recon", () => {
    const duties = ["4017.50", "4017.50", "4017.50", "4017.50", "4017.50", "4017.50"];
    const flagged = [...duties, ...duties].map((duty) => ({ ...FLAGGED, lines: paying(duty) }));
    const others: EntrySketch[] = [{ lines: paying("999") }, { type: "03", status: "Suspended", ...FLAGGED }];
    const warehouse: EntrySketch[] = [{ type: "21", lines: paying("100.10") }, { type: "22" }];
    const all = [...flagged, ...others, ...warehouse].flatMap((sketch) => effects(sketch));
    const lines = ruleEffectTotals(all).map((total) => ({ ...total, refundable: usdText(total.refundable) }));
    expect(lines).toEqual([
      {
        effectiveOn: "2026-06-29",
        rulesVersion: "2026-06-23.1",
        laneBefore: "excluded",
        laneAfter: "cape-recon",
        entries: 12,
        refundable: "48210.00",
        ranges: 0,
      },
      {
        effectiveOn: "2026-07-07",
        rulesVersion: "2026-07-07.1",
        laneBefore: "cape-ready",
        laneAfter: "excluded",
        entries: 2,
        refundable: "200.10",
        ranges: 0,
      },
    ]);
  });

  it("counts apart the entries of which only a range is known", () => {
    const range = {
      ...FLAGGED,
      lines: [aLine({ hts: "9903.02.20", duty: "150", value: null }), aCommodity()],
    };
    const [total] = ruleEffectTotals([...effects(range), ...effects(FLAGGED)]);
    expect([total?.entries, total?.ranges, total && usdText(total.refundable)]).toEqual([2, 1, "100.00"]);
  });

  it("is told by day, then by release, then in the order of the lanes before and after", () => {
    const effect = (of: string, refundableAfter = "1.00"): RuleEffect => {
      const [effectiveOn, rulesVersion, laneBefore, laneAfter] = of.split(" ") as [
        string,
        string,
        Lane,
        Lane,
      ];
      const refundable = { refundableBefore: null, refundableAfter: usd(refundableAfter) };
      return { effectiveOn: day(effectiveOn), rulesVersion, laneBefore, laneAfter, ...refundable };
    };
    const inOrder = [
      "2026-06-25 2026-06-23.1 excluded cape-recon",
      "2026-06-29 2026-06-23.1 excluded protest",
      "2026-06-29 2026-06-23.1 excluded cape-recon",
      "2026-06-29 2026-06-23.1 court protest",
      "2026-06-29 2026-07-07.1 excluded protest",
      "2026-07-07 2026-06-23.1 excluded protest",
    ];
    const scrambled = [3, 5, 0, 2, 4, 1, 2].map((index) => effect(inOrder[index] ?? ""));
    const totals = ruleEffectTotals([...scrambled, effect(inOrder[2] ?? "", "-5.00")]);
    expect(
      totals.map(({ effectiveOn, rulesVersion, laneBefore, laneAfter }) =>
        [effectiveOn, rulesVersion, laneBefore, laneAfter].join(" "),
      ),
    ).toEqual(inOrder);
    expect(totals.map(({ entries }) => entries)).toEqual([1, 1, 3, 1, 1, 1]);
    // A net below zero counts as an entry and not as money.
    expect(usdText(totals[2]?.refundable ?? usd("0"))).toBe("2.00");
  });

  it.each<[string, EntrySketch]>([
    ["an entry that no rule treats apart", {}],
    ["an entry that has turned 81 days old between the two days", { liquidated: "2026-06-15" }],
    ["a flagged entry of a type that CAPE takes under neither rule", { ...FLAGGED, type: "03" }],
    ["an entry whose refund is the sum of two lines", { lines: [...paying("100.10"), ...paying("50.05")] }],
    [
      "an entry of which only a range is known",
      { lines: [aLine({ hts: "9903.02.20", duty: "150" }), aCommodity()] },
    ],
    ["an accepted claim on a warehouse entry", { type: "21", claims: [{ outcome: "accepted" }] }],
  ])("is nothing for %s", (_case, sketch) => {
    expect(effects(sketch)).toEqual([]);
  });

  it("is judged on the day of screening: too old for CAPE, a flagged entry moved to the protest", () => {
    expect(effects({ ...FLAGGED, liquidated: "2026-08-01" })).toMatchObject([
      { effectiveOn: "2026-06-29", laneBefore: "excluded", laneAfter: "protest" },
    ]);
  });

  it("never tells of time alone: under one and the same law no entry is ever moved", () => {
    const anyDay = fc.integer({ min: 0, max: 215 }).map((days) => addDays(day("2026-04-20"), days));
    const sketch = fc.record({
      type: fc.constantFrom("01", "03", "11", "21", "31"),
      liquidated: fc.constantFrom(null, "2026-01-10", "2026-05-24", "2026-09-01"),
      facts: fc.record({ reconciliationFlag: fc.constantFrom("Y", "N") }),
    });
    fc.assert(
      fc.property(sketch, anyDay, anyDay, (facts, a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const between = lawChangesBetween(
          { version: RULES.version, on: first },
          { version: RULES.version, on: second },
        );
        const moved = ruleEffectsOn(anEntry(facts), context(second), between);
        for (const { effectiveOn } of moved) expect(first < effectiveOn && effectiveOn <= second).toBe(true);
        // The moves chain up to the difference between the two laws, on the one day of screening.
        const before = screened(facts, second, { rules: rulesOf(RULES.version, first) }).lane;
        const after = screened(facts, second, { rules: rulesOn(second) }).lane;
        if (moved.length === 0) expect(after).toBe(before);
        else expect([moved[0]?.laneBefore, moved.at(-1)?.laneAfter]).toEqual([before, after]);
      }),
      { numRuns: 100 },
    );
  });
});
