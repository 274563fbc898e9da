import { describe, expect, it } from "vitest";
import { LANES } from "../eligibility/verdict";
import { CAPE_LANES } from "../eligibility/verdict";
import { type FilerCode, filerCodeOf } from "../identifiers";
import { READINESS_POINTS, type ReadinessPointId } from "../law/readiness-points";
import { aNumber } from "../testing/an-entry";
import type { DeclaredEntryFacts } from "./entry-obstacles";
import type { FilingRight } from "./filing-right";
import {
  assessReadiness,
  type Attestation,
  type DeclarationFacts,
  mayDownload,
  type ReadinessState,
} from "./readiness";

const FIRST = aNumber("ZZX10000011");
const WRONG_DIGIT = aNumber("ZZX10000204");

const entry = (change: Partial<DeclaredEntryFacts> = {}): DeclaredEntryFacts => ({
  number: FIRST,
  checkDigitConfirmed: false,
  lane: "cape-ready",
  importerNumber: "12-3456789",
  declaredElsewhere: false,
  ieepaDutiable: true,
  daysSinceLiquidation: null,
  reasons: ["not-liquidated"],
  assumed: [],
  ...change,
});
const declaration = (
  entries: DeclaredEntryFacts[],
  change: Partial<DeclarationFacts> = {},
): DeclarationFacts => ({
  importerNumber: "12-3456789",
  filerCode: filerCodeOf(FIRST),
  right: null,
  entries,
  fileBytes: 27,
  ...change,
});
const ALL_ATTESTED: Attestation[] = READINESS_POINTS.map(({ point }) => ({
  point,
  name: "M. Ortiz",
  at: "2026-11-21T15:00:00Z",
  statement: "",
  note: "",
}));

const stateAt = (
  id: ReadinessPointId,
  facts: DeclarationFacts,
  attestations: readonly Attestation[] = ALL_ATTESTED,
) => assessReadiness(facts, attestations).find((point) => point.id === id)!;

describe("the twelve points", () => {
  it("are numbered from 1 to 12 and each cites its law", () => {
    expect(READINESS_POINTS.map(({ point }) => point)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const { law } of READINESS_POINTS) for (const { law: text } of law) expect(text).not.toBe("");
    expect(new Set(READINESS_POINTS.map(({ id }) => id)).size).toBe(12);
  });

  it("are met or attested for a sound declaration, which may then be downloaded", () => {
    const points = assessReadiness(declaration([entry()]), ALL_ATTESTED);
    expect(points.map(({ state }) => state)).toEqual([
      ...["attested", "attested", "attested", "attested", "met", "met"],
      ...["met", "met", "met", "met", "attested", "attested"],
    ]);
    expect(mayDownload(points)).toBe(true);
  });

  it("ask for attestations by name where no file can prove the point", () => {
    const points = assessReadiness(declaration([entry()]), []);
    expect(points.filter(({ state }) => state === "to-attest").map(({ rule }) => rule.point)).toEqual([
      1, 2, 3, 4, 11, 12,
    ]);
    expect(mayDownload(points)).toBe(false);
    expect(stateAt("ace-account", declaration([entry()])).attestation?.name).toBe("M. Ortiz");
  });

  it.each([
    [3, true, "ACH enrolment holds the payment, not the filing"],
    [4, true, "routing is the importer's wish"],
    [2, false, "without the CAPE tab nobody can file"],
    [12, false, "nobody vouched for the data"],
  ])("without the attestation of point %i the download is allowed: %s, because %s", (missing, allowed) => {
    const attestations = ALL_ATTESTED.filter(({ point }) => point !== missing);
    expect(mayDownload(assessReadiness(declaration([entry()]), attestations))).toBe(allowed);
  });
});

describe("point 1, once the organization said whose entries it may declare", () => {
  const right = (own: string): FilingRight => ({ role: "importer", importerNumbers: [own] });
  const broker: FilingRight = { role: "broker", filerCodes: [filerCodeOf(FIRST)] };

  it.each<[FilingRight | null, ReadinessState, string]>([
    [right("12-3456789"), "met", "the importer is its own"],
    [right("123456789"), "met", "hyphens make no other importer"],
    [right("98-7654321"), "failed", "the importer is another one"],
    [broker, "met", "it filed the entry"],
    [{ role: "broker", filerCodes: ["987" as FilerCode] }, "failed", "another broker filed it"],
    [null, "attested", "nobody said it, so somebody vouches for it"],
  ])("of %j is %s because %s", (own, state) => {
    const point = stateAt("filer", declaration([entry()], { right: own }));
    expect(point.state).toBe(state);
    expect(point.failing).toEqual(state === "failed" ? [FIRST] : []);
  });

  it("needs no attestation, and none counts against what it computes", () => {
    const without = assessReadiness(declaration([entry()], { right: broker }), []);
    expect(without.filter(({ state }) => state === "to-attest").map(({ id }) => id)).not.toContain("filer");
    const foreign = declaration([entry()], { right: right("98-7654321") });
    expect(mayDownload(assessReadiness(foreign, ALL_ATTESTED))).toBe(false);
  });

  it("takes several importers in a merged file, and none that is unknown", () => {
    const merged = { importerNumber: null, right: broker };
    const other = entry({ number: aNumber("ZZX10000029"), importerNumber: "98-7654321" });
    expect(stateAt("filer", declaration([entry(), other], merged)).state).toBe("met");
    expect(stateAt("filer", declaration([entry({ importerNumber: null })], merged)).state).toBe("failed");
  });
});

describe("what an entry makes of the points", () => {
  it.each<[ReadinessPointId, string, Partial<DeclaredEntryFacts>]>([
    ["filer", "another importer", { importerNumber: "98-7654321" }],
    ["filer", "R14: two importers", { importerNumber: null }],
    ["entry-numbers", "N3: the check digit fails", { number: WRONG_DIGIT }],
    ["duplicates", "it stands on another declaration", { declaredElsewhere: true }],
    ["duplicates", "C4: a claim is not answered yet", { reasons: ["claim-unanswered"] }],
    ["dutiable-line", "no dutiable line is proven", { ieepaDutiable: false }],
    ["liquidation", "it is day 81", { daysSinceLiquidation: 81 }],
    ["entry-type", "a warehouse entry", { lane: "excluded", reasons: ["entry-type-excluded"] }],
    [
      "entry-type",
      "AD/CVD pending liquidation",
      { lane: "excluded", reasons: ["adcvd-pending-liquidation"] },
    ],
    ["obstacles", "an open protest", { lane: "excluded", reasons: ["protest-open"] }],
    ["obstacles", "a drawback claim", { lane: "excluded", reasons: ["drawback-claim"] }],
    ["data-final", "a summary not accepted", { lane: "fix-first", reasons: ["summary-not-accepted"] }],
  ])("%s fails because of %s, whoever attested it", (id, _because, change) => {
    const facts = declaration([entry(change)]);
    const point = stateAt(id, facts);
    expect(point.state).toBe("failed");
    expect(point.failing).toEqual([change.number ?? FIRST]);
    expect(mayDownload(assessReadiness(facts, ALL_ATTESTED))).toBe(false);
  });

  it("lets no entry pass whose lane is none of CAPE's, even without a known reason", () => {
    for (const lane of LANES) {
      const isCape = (CAPE_LANES as readonly string[]).includes(lane);
      const points = assessReadiness(declaration([entry({ lane, reasons: [] })]), ALL_ATTESTED);
      expect(mayDownload(points), lane).toBe(isCape);
    }
  });

  it("names obstacles by their own point, not by the lane as well", () => {
    const points = assessReadiness(
      declaration([entry({ lane: "excluded", reasons: ["protest-open"] })]),
      ALL_ATTESTED,
    );
    expect(points.filter(({ state }) => state === "failed").map(({ id }) => id)).toEqual(["obstacles"]);
  });

  it.each([
    [74, "met", "the warning starts at day 75"],
    [75, "warning", "five days are left"],
    [80, "warning", "it is the last day"],
    [81, "failed", "CBP rejects more than 80 days"],
  ])("D5: liquidated %i days ago is %s because %s", (daysSinceLiquidation, state) => {
    expect(stateAt("liquidation", declaration([entry({ daysSinceLiquidation })])).state).toBe(state);
  });

  it("N3: a confirmed check digit passes with a warning", () => {
    const facts = declaration([entry({ number: WRONG_DIGIT, checkDigitConfirmed: true })]);
    expect(stateAt("entry-numbers", facts)).toMatchObject({
      state: "warning",
      warned: [WRONG_DIGIT],
      failing: [],
    });
  });

  it("L28: an indicated Post Summary Correction warns where somebody attests that the data is final", () => {
    const facts = declaration([entry({ reasons: ["psc-indicated"] })]);
    const pointAfter = (attestations: typeof ALL_ATTESTED) =>
      assessReadiness(facts, attestations).find(({ id }) => id === "data-final");
    expect(pointAfter([])).toMatchObject({ state: "to-attest", warned: [FIRST], failing: [] });
    expect(pointAfter(ALL_ATTESTED)).toMatchObject({ state: "attested", warned: [FIRST], failing: [] });
  });

  it("refuses a number twice and an entry of another filer", () => {
    expect(stateAt("duplicates", declaration([entry(), entry()])).failing).toEqual([FIRST]);
    expect(stateAt("filer", declaration([entry({ number: aNumber("98712345671") })])).state).toBe("failed");
  });

  it("L12: lists once what no file shows, at the point where it is attested", () => {
    const assumed = entry({ assumed: ["drawback", "statementUnpaid", "type-09-on-file"] });
    const facts = declaration([assumed, { ...assumed, number: aNumber("ZZX10000029") }]);
    expect(stateAt("obstacles", facts).assumed).toEqual(["drawback", "type-09-on-file"]);
    expect(stateAt("data-final", facts).assumed).toEqual(["statementUnpaid"]);
  });
});

describe("the limits of the file", () => {
  const many = (count: number) => Array.from({ length: count }, () => entry());
  it.each([
    [1, 999_999, "met", "it is under a million bytes"],
    [1, 1_000_000, "failed", "it is not under a million bytes"],
    [0, 14, "failed", "it is empty"],
    [9_999, 130_001, "met", "it is the last allowed entry"],
    [10_000, 130_014, "failed", "it is one too many"],
  ])("%i entries and %i bytes: %s because %s", (count, fileBytes, state) => {
    expect(stateAt("file-limits", declaration(many(count), { fileBytes })).state).toBe(state);
  });
});
