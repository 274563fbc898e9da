import { describe, expect, it } from "vitest";
import { day } from "../day";
import { rulesOn } from "../law/rule-sets";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { missingFactsOf, reasonKinds, screened } from "../testing/screened";
import { possibilitiesOf } from "./worlds";

describe("a missing fact", () => {
  it.each<[string, EntrySketch, string, readonly string[]]>([
    ["L1: liquidation", { status: null }, "needs-data", ["liquidation"]],
    ["L1: … of an entry outside the window", { status: null, entered: "2026-03-01" }, "not-ieepa", []],
    ["L1: … of an excluded type", { status: null, type: "08" }, "excluded", []],
    ["L16: type", { type: null }, "needs-data", ["entryType"]],
    ["L16: type of an entry outside the window", { type: null, entered: "2026-03-01" }, "not-ieepa", []],
    [
      "L16: type of an entry long liquidated",
      { type: null, liquidated: "2026-01-10" },
      "needs-data",
      ["entryType"],
    ],
    ["D6: entry date", { entered: null }, "needs-data", ["entryDate"]],
    ["D6: entry date, nothing dutiable", { entered: null, lines: [aCommodity()] }, "not-ieepa", []],
    ["type and liquidation", { type: null, status: null }, "needs-data", ["entryType", "liquidation"]],
    ["R10: duty", { lines: [aLine({ duty: null })] }, "needs-data", ["dutiable"]],
  ])("%s leads to one lane or is named", (_fact, sketch, lane, missing) => {
    const screening = screened(sketch);
    expect(screening.lane).toBe(lane);
    expect(missingFactsOf(screening).filter((fact) => fact !== "commerceInstructed")).toEqual(missing);
  });

  it("names the columns to add in ACE and the lanes that stay possible", () => {
    expect(screened({ status: null }).missing).toEqual([
      {
        fact: "liquidation",
        state: "missing",
        factNames: ["liquidationDate", "liquidationStatus"],
        lanes: ["court", "protest", "cape-refund-later", "cape-ready"],
        remedy: { kind: "add-column", report: "ES-003", columns: ["Liquidation Date", "Liquidation Status"] },
      },
    ]);
  });

  it("never turns the values that stand for it into a reason", () => {
    const kinds = reasonKinds(screened({ status: null, type: null, entered: null, lines: [] }));
    expect(kinds.filter((kind) => /liquidated|window|excluded|withdrawal|year/.test(kind))).toEqual([]);
  });

  it("L25: the estimated liquidation day is shown and never decides", () => {
    const screening = screened({ status: null });
    expect(screening.lane).toBe("needs-data");
    expect(screening.clocks.map(({ kind }) => kind)).toContain("default-liquidation");
  });

  it("L12: what no report shows is assumed absent and said so", () => {
    const note = screened({}).findings.find(({ reason }) => reason.kind === "not-provable-from-data");
    expect(note?.reason).toMatchObject({
      facts: [
        ...[
          "protest",
          "reconciliationFlagged",
          "summaryRefused",
          "statementUnpaid",
          "drawback",
          "suretyPaid",
        ],
        ...["type-09-on-file", "filed-outside-ace"],
      ],
    });
  });

  it("offers better rows, not a column, where the rows are there", () => {
    expect(screened({ lines: [aLine({ duty: "-1" })] }).missing[0]?.remedy).toEqual({ kind: "correct-rows" });
    expect(screened({ lines: [] }).missing[0]?.remedy).toMatchObject({ kind: "add-column" });
    const conflicts = [[aLine({ duty: "0" }), aLine({ duty: "100" })]];
    expect(screened({ lines: [], conflicts }).missing[0]?.remedy).toEqual({ kind: "settle-conflict" });
  });

  it("P4 P6: is said where an open protest keeps the entry out whatever its liquidation, but each time for another reason", () => {
    const { lane, findings, missing } = screened({
      status: null,
      facts: { protestNumber: "520126100045", protestStatus: "Open" },
      answers: { protestOnlyAboutIeepa: false },
    });
    expect([lane, missing]).toEqual(["excluded", []]);
    expect(findings[0]).toMatchObject({
      lane: "excluded",
      reason: { kind: "same-lane-whatever-is-missing", facts: ["liquidation"] },
      confidence: "inferred",
    });
  });
});

describe("a torn fact", () => {
  it.each<[string, EntrySketch, string]>([
    ["R5: dates on both sides of day 180", { liquidated: ["2026-01-10", "2026-07-01"] }, "needs-data"],
    ["R5: dates on one side of it", { liquidated: ["2026-01-10", "2026-01-11"] }, "court"],
    ["R8: types that differ in lane", { type: ["01", "08"] }, "needs-data"],
    ["R8: types that do not", { type: ["01", "11"] }, "cape-ready"],
    [
      "R7: the date of one file beside the status of another",
      { liquidated: "2026-01-10", status: ["Unliquidated", "Liquidated"] },
      "court",
    ],
    ["R14: two importers", { facts: { importerNumber: ["89-123456700", "96-765432100"] } }, "cape-ready"],
  ])("%s", (_case, sketch, lane) => {
    const screening = screened(sketch);
    expect(screening.lane).toBe(lane);
    expect(reasonKinds(screening)).toContain("files-disagree");
  });

  it("is settled, not added", () => {
    expect(screened({ type: ["01", "08"] }).missing).toMatchObject([
      {
        fact: "entryType",
        state: "torn",
        remedy: { kind: "settle-conflict" },
        lanes: ["excluded", "cape-ready"],
      },
    ]);
  });

  it("R5: shows the reasons of every value that a file shows", () => {
    const days = screened({ liquidated: ["2026-01-10", "2026-01-11"] }).findings.flatMap(({ reason }) =>
      reason.kind === "liquidated-over-180-days" ? [reason.days] : [],
    );
    expect(days.sort()).toEqual([314, 315]);
  });

  it("R4 R13: rows with duty and without leave open whether the entry is dutiable", () => {
    const screening = screened({ lines: [], conflicts: [[aLine({ duty: "0" }), aLine({ duty: "100" })]] });
    expect(screening.lane).toBe("needs-data");
    expect(reasonKinds(screening)).toContain("row-conflict");
  });

  it("R5: variants that both bear duty leave the lane", () => {
    const screening = screened({ lines: [], conflicts: [[aLine({ duty: "90" }), aLine({ duty: "100" })]] });
    expect(screening.lane).toBe("cape-ready");
  });

  it("variants with numbers of which one is not in the tariff lead to fix-first or not", () => {
    const conflicts = [[aLine(), aLine({ hts: "9903.01.36" })]];
    expect(missingFactsOf(screened({ lines: [aLine()], conflicts }, "2026-07-12"))).toEqual(["declared"]);
  });
});

describe("whether Commerce has instructed CBP", () => {
  const asked = (sketch: EntrySketch) => {
    const entry = anEntry(sketch);
    const asOf = day("2026-11-21");
    return possibilitiesOf(entry, [], asOf, rulesOn(asOf)).commerceInstructed;
  };

  it.each<[string, EntrySketch]>([
    ["L7: a type 03 entry that is neither held nor scheduled", { type: "03" }],
    ["L7: a type 07 entry", { type: "07" }],
    ["an entry that one file calls type 01 and another 03", { type: ["01", "03"] }],
    ["a type 03 entry whose liquidation no file shows", { type: "03", status: null }],
    [
      "a type 03 entry that one file shows suspended and another not",
      { type: "03", status: ["Suspended", "Unliquidated"] },
    ],
  ])("is asked of %s", (_case, sketch) => {
    expect(asked(sketch)).toEqual({ values: [true, false], basis: "missing" });
  });

  it.each<[string, EntrySketch]>([
    ["a type 01 entry", {}],
    ["L9: a suspended one", { type: "03", status: "Suspended" }],
    ["L8: one that awaits its liquidation", { type: "03", status: "Pending" }],
    ["L8: one with a schedule", { type: "03", status: null, liquidated: "2026-12-04" }],
    ["one that is liquidated", { type: "03", liquidated: "2026-09-02" }],
  ])("is no question for %s", (_case, sketch) => {
    expect(asked(sketch)).toEqual({ values: [false], basis: "known" });
  });

  it.each([true, false])("is %s once the user has said so", (commerceInstructed) => {
    expect(asked({ type: "03", answers: { commerceInstructed } })).toEqual({
      values: [commerceInstructed],
      basis: "known",
    });
  });
});

describe("a failing check digit", () => {
  it("N3: asks for the number to be compared, and says in which lane the entry would be", () => {
    expect(screened({ number: "ZZX10000204" }).missing).toEqual([
      {
        fact: "checkDigit",
        state: "missing",
        factNames: [],
        lanes: ["cape-ready"],
        remedy: { kind: "answer", question: "check-digit" },
      },
    ]);
  });

  it("N3: is needs-data whatever the other facts say, with the digit that fits", () => {
    for (const sketch of [{}, { type: "08" }, { entered: "2026-03-01" }]) {
      const screening = screened({ ...sketch, number: "ZZX10000204" });
      expect(screening.lane).toBe("needs-data");
      expect(screening.findings[0].reason).toEqual({ kind: "check-digit-fails", fitting: "ZZX10000201" });
    }
  });

  it("N3: stands aside once somebody has compared it, and the money is computed before", () => {
    const confirmed = { number: "ZZX10000204", answers: { checkDigitConfirmed: true } };
    expect(screened(confirmed).lane).toBe("cape-ready");
    expect(screened({ number: "ZZX10000204" }).refund.certain?.toString()).toBe("100");
  });

  it("N8: an accepted claim settles the number", () => {
    expect(screened({ number: "ZZX10000204", claims: [{ outcome: "accepted" }] }).lane).toBe(
      "already-claimed",
    );
    expect(screened({ number: "ZZX10000204", claims: [{ outcome: "filed" }] }).lane).toBe("needs-data");
  });
});
