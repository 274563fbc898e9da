import { describe, expect, it } from "vitest";
import { day } from "../day";
import { lawChangesBetween, type LawState } from "./law-changes";
import { rulesKnownOn, rulesOf, rulesOn } from "./rule-sets";
import { RULE_RELEASES, RULES } from "./rules-version";

const LATEST = RULES.version;

describe("a rule set", () => {
  it.each([
    ["2026-04-20", "2026-04-20.1"],
    ["2026-06-22", "2026-04-20.1"],
    ["2026-06-23", "2026-06-23.1"],
    ["2026-06-24", "2026-06-23.1"],
    ["2026-06-25", "2026-06-25.1"],
    ["2026-07-06", "2026-06-25.1"],
    ["2026-07-07", "2026-07-07.1"],
    ["2026-10-05", "2026-07-07.1"],
    ["2026-10-06", "2026-10-06.1"],
  ])("as known on %s is release %s", (on, version) => {
    expect(rulesKnownOn(day(on))).toMatchObject({ version, on, knownOn: on });
  });

  it("of a screening knows everything, whatever its day", () => {
    for (const on of ["2026-04-20", "2026-06-24", "2026-11-21"].map(day))
      expect(rulesOn(on)).toMatchObject({ version: LATEST, on, knownOn: null });
    expect(rulesOf(LATEST, day("2026-06-24"))).toBe(rulesOn(day("2026-06-24")));
  });

  it.each<[string, string[], string[], string]>([
    ["2026-06-22", [], [], "nothing was announced"],
    ["2026-06-23", [], ["2026-06-29"], "it was announced on this day"],
    ["2026-06-28", [], ["2026-06-29"], "it is the day before"],
    ["2026-06-29", ["01", "02", "06"], [], "it is the first day"],
  ])("as known on %s, takes flagged entries of types %j and sees ahead %j: %s", (on, types, ahead) => {
    const { reconciliation, reconciliationAhead } = rulesKnownOn(day(on));
    expect(reconciliation.acceptedTypes).toEqual(types);
    expect(reconciliationAhead.map(({ from }) => from)).toEqual(ahead);
  });

  it.each([
    ["2026-07-06", "accepted", null],
    ["2026-07-07", "excluded", null],
  ])("as known on %s, type 21 is %s with no end in sight", (on, treatment, until) => {
    expect(rulesKnownOn(day(on)).entryType("21")).toMatchObject({ treatment, until });
  });

  it("of an older release goes on for ever: nobody had said when it would end", () => {
    const old = rulesOf("2026-04-20.1", day("2026-11-21"));
    expect(old.entryType("21")).toMatchObject({ treatment: "accepted", until: null });
    expect(old.reconciliation).toMatchObject({ acceptedTypes: [], until: null });
    expect(old.numberTest.message).toBe("HTS RELATIONSHIP/SEQUENCE MISMATCH");
    expect(old.knownOn).toBe("2026-06-22");
  });

  it("knows of Phase 3 from the day it may have been announced", () => {
    expect(rulesKnownOn(day("2026-10-05")).phase3).toBeNull();
    expect(rulesKnownOn(day("2026-10-06")).phase3?.confidence).toBe("unconfirmed");
    expect(rulesOn(day("2026-05-01")).phase3).not.toBeNull();
  });

  it("D8: refuses a day before CAPE, naming the first day covered, and a version nobody released", () => {
    const before = day("2026-04-19");
    expect(() => rulesOn(before)).toThrow("2026-04-20");
    expect(() => rulesKnownOn(before)).toThrow("2026-04-20");
    expect(() => rulesOf("2026-04-20.1", before)).toThrow("2026-04-20");
    expect(() => rulesOf("2025-01-01.1", day("2026-05-01"))).toThrow("2025-01-01.1");
  });

  it("answers for every release on every day of a change, and the days beside it", () => {
    const days = [
      "2026-04-20",
      "2026-06-24",
      "2026-06-25",
      "2026-06-28",
      "2026-06-29",
      "2026-07-06",
      "2026-07-07",
    ];
    for (const { version } of RULE_RELEASES)
      for (const on of days.map(day)) {
        const rules = rulesOf(version, on);
        for (const type of ["01", "21", "31", "61"]) expect(rules.entryType(type).from <= on).toBe(true);
      }
  });
});

describe("changes of the law", () => {
  const state = (version: string, on: string): LawState => ({ version, on: day(on) });
  const changes = (from: LawState, to: LawState) =>
    lawChangesBetween(from, to).map(({ effectiveOn, rulesVersion }) => [effectiveOn, rulesVersion]);

  it.each<[LawState, LawState, string]>([
    [state(LATEST, "2026-07-07"), state(LATEST, "2026-11-21"), "nothing changed in between"],
    [state(LATEST, "2026-05-01"), state(LATEST, "2026-06-24"), "the changes lie ahead"],
    [state("2026-04-20.1", "2026-05-01"), state("2026-06-23.1", "2026-05-01"), "it is an announcement"],
    [state("2026-07-07.1", "2026-11-20"), state(LATEST, "2026-11-21"), "Phase 3 changes no lane"],
    [state(LATEST, "2026-11-21"), state(LATEST, "2026-05-01"), "going back is no change"],
    [state(LATEST, "2026-11-21"), state("2026-04-20.1", "2026-11-21"), "forgetting is none either"],
  ])("from %j to %j are none: %s", (from, to) => {
    expect(changes(from, to)).toEqual([]);
  });

  it.each<[LawState, LawState, string[][], string]>([
    [
      state("2026-04-20.1", "2026-05-01"),
      state(LATEST, "2026-11-21"),
      [
        ["2026-06-25", "2026-06-25.1"],
        ["2026-06-29", "2026-06-23.1"],
        ["2026-07-07", "2026-07-07.1"],
      ],
      "each took effect on its day",
    ],
    [
      state(LATEST, "2026-06-28"),
      state(LATEST, "2026-06-29"),
      [["2026-06-29", "2026-06-23.1"]],
      "the day itself counts",
    ],
    [
      state("2026-06-25.1", "2026-11-21"),
      state(LATEST, "2026-11-21"),
      [["2026-07-07", "2026-07-07.1"]],
      "a newer release knew of a rule already in force",
    ],
    [
      state("2026-06-25.1", "2026-07-10"),
      state("2026-07-07.1", "2026-07-11"),
      [["2026-07-07", "2026-07-07.1"]],
      "it was learnt late, and counts once",
    ],
  ])("from %j to %j are %j: %s", (from, to, expected) => {
    expect(changes(from, to)).toEqual(expected);
  });

  it("stand between two states of the law that differ in nothing else", () => {
    const from = state("2026-04-20.1", "2026-05-01");
    const [, reconciliation] = lawChangesBetween(from, state(LATEST, "2026-11-21"));
    expect(reconciliation?.before.reconciliation.acceptedTypes).toEqual([]);
    expect(reconciliation?.after.reconciliation.acceptedTypes).toEqual(["01", "02", "06"]);
    expect(reconciliation?.before.entryType("21")).toBe(reconciliation?.after.entryType("21"));
  });
});
