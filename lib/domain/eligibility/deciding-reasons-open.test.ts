import { describe, expect, it } from "vitest";
import { aLine, type EntrySketch } from "../testing/an-entry";
import { asDecided, type Decided, decidedBy } from "../testing/decided-by";
import { screened } from "../testing/screened";

const PHASE_1 = "CSMS 68340863";
const FAQ = "CBP, IEEPA duty refunds FAQ";
const PROTEST = { protestNumber: "520126100045", protestStatus: "Open" };
const protested = { protestNumber: "520126100045", status: "Open" };

describe("court, protest, and what is to be mended first", () => {
  it.each<Decided>([
    {
      of: "day 181",
      sketch: { liquidated: "2026-05-24" },
      lane: "court",
      reason: { kind: "liquidated-over-180-days", liquidatedOn: "2026-05-24", days: 181 },
      law: ["19 U.S.C. 1514(c)(3)", "19 CFR 174.12(e)"],
    },
    {
      of: "day 180",
      sketch: { liquidated: "2026-05-25" },
      lane: "protest",
      reason: {
        kind: "liquidated-81-to-180-days",
        liquidatedOn: "2026-05-25",
        days: 180,
        lastProtestDay: "2026-11-21",
      },
      law: ["19 U.S.C. 1514(c)(3)", "19 CFR 174.12(e)"],
    },
    {
      of: "P1: an open protest only about IEEPA, day 80",
      sketch: { liquidated: "2026-09-02", facts: PROTEST, answers: { protestOnlyAboutIeepa: true } },
      lane: "withdraw-protest",
      reason: { kind: "protest-only-about-ieepa", ...protested, liquidatedOn: "2026-09-02", days: 80 },
      law: [FAQ],
    },
    {
      of: "a summary that CBP has not accepted",
      sketch: { facts: { summaryStatus: "Rejected" } },
      lane: "fix-first",
      reason: { kind: "summary-not-accepted", status: "Rejected" },
      law: [PHASE_1],
    },
    {
      of: "a statement that is not paid",
      sketch: { facts: { statementStatus: "Unpaid" } },
      lane: "fix-first",
      reason: { kind: "statement-not-paid", status: "Unpaid" },
      law: [PHASE_1],
    },
    {
      of: "L14: a number that does not exist, on the last day of its correction",
      sketch: { lines: [aLine({ hts: "9903.01.36" }), aLine({ ordinal: "2" })] },
      asOf: "2026-07-12",
      lane: "fix-first",
      reason: {
        kind: "ieepa-number-invalid",
        code: "9903.01.36",
        because: "unknown",
        enteredOn: "2025-09-15",
        pscLastDay: "2026-07-12",
      },
      law: ["CSMS 69056483"],
    },
    {
      of: "L14: a number of another time",
      sketch: { lines: [aLine({ hts: "9903.01.20" })] },
      asOf: "2026-07-12",
      lane: "fix-first",
      reason: {
        kind: "ieepa-number-invalid",
        code: "9903.01.20",
        because: "not-in-force",
        enteredOn: "2025-09-15",
        pscLastDay: "2026-07-12",
      },
      law: ["CSMS 69056483"],
    },
  ])("$of", (row) => {
    expect(decidedBy(row)).toEqual(asDecided(row));
  });

  it.each([
    { hts: "9903.01.25", type: "01", because: "goods in transit rightly use the baseline of another day" },
    { hts: "9903.88.99", type: "01", because: "CAPE tests IEEPA numbers only" },
    { hts: "9903.01.20", type: "06", because: "a zone entry keeps the number of its admission" },
  ])("L14: $hts on type $type is never to be mended: $because", ({ hts, type }) => {
    const kinds = screened({ type, entered: "2025-03-10", lines: [aLine({ hts }), aLine()] }, "2026-04-20");
    expect(kinds.findings.map(({ reason }) => reason.kind)).not.toContain("invalid-number-past-psc");
    expect(kinds.lane).not.toBe("fix-first");
  });

  it("L14: two numbers to be mended stand in the order of their codes, each once", () => {
    const numbers = ["9903.01.95", "9903.01.36", "9903.01.95"];
    const lines = numbers.map((hts, index) => aLine({ hts, ordinal: String(index), row: index + 2 }));
    const { findings } = screened({ lines: [...lines, aLine({ ordinal: "9" })] }, "2026-07-12");
    expect(
      findings.flatMap(({ reason }) => (reason.kind === "ieepa-number-invalid" ? [reason.code] : [])),
    ).toEqual(["9903.01.36", "9903.01.95"]);
  });

  it("L21: past its correction a wrong number is only worth knowing, with the day that has passed", () => {
    const { lane, findings } = screened({ lines: [aLine({ hts: "9903.01.20" })] }, "2026-07-13");
    expect(lane).toBe("cape-ready");
    expect(findings.find(({ reason }) => reason.kind === "invalid-number-past-psc")?.reason).toEqual({
      kind: "invalid-number-past-psc",
      code: "9903.01.20",
      pscLastDay: "2026-07-12",
    });
  });
});

describe("what CAPE takes", () => {
  it.each<Decided>([
    {
      of: "day 80",
      sketch: { liquidated: "2026-09-02" },
      lane: "cape-ready",
      reason: {
        kind: "liquidated-within-80-days",
        liquidatedOn: "2026-09-02",
        days: 80,
        lastDay: "2026-11-21",
      },
      law: [PHASE_1, FAQ],
    },
    {
      of: "an unliquidated entry",
      sketch: {},
      lane: "cape-ready",
      reason: { kind: "not-liquidated", status: "Unliquidated", scheduledFor: null },
      law: [PHASE_1, FAQ],
    },
    {
      of: "a scheduled one",
      sketch: { liquidated: "2026-12-18", status: null },
      lane: "cape-ready",
      reason: { kind: "not-liquidated", status: null, scheduledFor: "2026-12-18" },
      law: [PHASE_1, FAQ],
    },
    {
      of: "L2: one whose liquidation is blank in a live column",
      sketch: { status: null, liquidationBlank: true },
      lane: "cape-ready",
      reason: { kind: "not-liquidated", status: null, scheduledFor: null },
      law: [PHASE_1, FAQ],
      confidence: "inferred",
    },
    {
      of: "a suspended one",
      sketch: { status: "Suspended" },
      lane: "cape-refund-later",
      reason: { kind: "liquidation-held", status: "Suspended" },
      law: [PHASE_1],
    },
    {
      of: "L7: type 03 of which Commerce has told CBP nothing",
      sketch: { type: "03", answers: { commerceInstructed: false } },
      lane: "cape-refund-later",
      reason: { kind: "adcvd-suspended", entryType: "03" },
      law: ["19 U.S.C. 1504(d)", PHASE_1],
    },
    {
      of: "a warehouse withdrawal",
      sketch: { type: "31" },
      lane: "cape-refund-later",
      reason: { kind: "warehouse-withdrawal", entryType: "31" },
      law: ["CSMS 69127837"],
    },
    {
      of: "one flagged for reconciliation, with the earlier of two due days",
      sketch: { facts: { reconciliationFlag: "Y", reconciliationDueDate: ["2027-03-01", "2027-02-01"] } },
      lane: "cape-recon",
      reason: { kind: "reconciliation-flagged", entryType: "01", dueDate: "2027-02-01" },
      law: ["CSMS 69035485"],
    },
    {
      of: "one flagged for reconciliation, of which no due day is known",
      sketch: { facts: { reconciliationFlag: "Y" } },
      lane: "cape-recon",
      reason: { kind: "reconciliation-flagged", entryType: "01", dueDate: null },
      law: ["CSMS 69035485"],
    },
  ])("$of", (row) => {
    expect(decidedBy(row)).toEqual(asDecided(row));
  });

  it("an entry CAPE takes has no other reason that asks for a lane", () => {
    for (const sketch of [{}, { liquidated: "2026-09-02" }, { type: "02" }, { type: "23" }])
      expect(screened(sketch).findings.filter(({ lane }) => lane !== null)).toHaveLength(1);
  });

  it.each([
    { due: "2026-12-20", soon: true, because: "it is due in 29 days" },
    { due: "2026-12-21", soon: false, because: "it is due in 30" },
  ])("a type 09 due $due goes first: $soon, because $because", ({ due, soon }) => {
    const { findings } = screened({ facts: { reconciliationFlag: "Y", reconciliationDueDate: due } });
    const notes = findings.filter(({ reason }) => reason.kind === "reconciliation-due-soon");
    expect(notes.map(({ reason }) => reason)).toEqual(
      soon ? [{ kind: "reconciliation-due-soon", dueDate: due, daysLeft: 29 }] : [],
    );
  });

  it("past day 80 neither the flag nor a withdrawal keeps an entry in CAPE", () => {
    const late = { liquidated: "2026-09-01" };
    const asked = (sketch: EntrySketch) =>
      screened(sketch).findings.flatMap(({ lane }) => (lane === null ? [] : [lane]));
    expect(asked({ ...late, facts: { reconciliationFlag: "Y" } })).toEqual(["protest"]);
    expect(asked({ ...late, type: "31" })).toEqual(["protest"]);
  });

  it("L18: a year after entry an open entry is deemed liquidated: probably so, by 19 U.S.C. 1504(a)", () => {
    const note = (asOf: string) =>
      screened({}, asOf).findings.find(({ reason }) => reason.kind === "over-one-year-unliquidated");
    expect(note("2026-09-15")).toBeUndefined();
    expect(note("2026-09-16")).toMatchObject({
      reason: { enteredOn: "2025-09-15", deemedLiquidatedOn: "2026-09-15" },
      confidence: "inferred",
      law: [{ law: "19 U.S.C. 1504(a)" }],
    });
  });
});
