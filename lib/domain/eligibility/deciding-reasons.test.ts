import { describe, expect, it } from "vitest";
import { usd } from "../money";
import { aCommodity, aLine } from "../testing/an-entry";
import { asDecided, type Decided, decidedBy } from "../testing/decided-by";
import { screened } from "../testing/screened";

const PHASE_1 = "CSMS 68340863";
const FAQ = "CBP, IEEPA duty refunds FAQ";
const PROTEST = { protestNumber: "520126100045", protestStatus: "Open" };
const protested = { protestNumber: "520126100045", status: "Open" };

describe("nothing to claim", () => {
  it.each<Decided>([
    {
      of: "an entry on an accepted claim",
      sketch: { claims: [{ outcome: "accepted", claimNumber: "900000000001" }] },
      lane: "already-claimed",
      reason: { kind: "claim-accepted", claimNumber: "900000000001" },
      law: [PHASE_1],
    },
    {
      of: "one that paid under other programs only, named once each and in order",
      sketch: {
        lines: [
          aLine({ hts: "9903.88.03", line: "1" }),
          aLine({ hts: "9903.88.03", line: "2" }),
          aLine({ hts: "9903.81.87", line: "2" }),
          aCommodity({ line: "2" }),
        ],
      },
      lane: "not-ieepa",
      reason: {
        kind: "no-ieepa-number",
        programsPaid: ["Section 232 steel", "Section 301 China, list 3"],
      },
      law: [PHASE_1, FAQ],
      confidence: "inferred",
    },
    {
      of: "one with exemption numbers, named once each and in order",
      sketch: {
        lines: [
          aLine({ hts: "9903.01.26", duty: "0", line: "1" }),
          aLine({ hts: "9903.01.14", duty: "0", line: "1" }),
          aLine({ hts: "9903.01.26", duty: "0", line: "2" }),
        ],
      },
      lane: "not-ieepa",
      reason: { kind: "no-dutiable-ieepa-number", numbers: ["9903.01.14", "9903.01.26"] },
      law: [PHASE_1, FAQ],
    },
    {
      of: "a duty number without duty: no correction made it so",
      sketch: { lines: [aLine({ duty: "0" })] },
      lane: "not-ieepa",
      reason: { kind: "no-dutiable-ieepa-number", numbers: ["9903.01.25"] },
      law: [PHASE_1, FAQ],
    },
    {
      of: "duty on an exemption number beside a duty number without duty: nothing was netted",
      sketch: { lines: [aLine({ hts: "9903.01.26", duty: "5" }), aLine({ duty: "0", ordinal: "2" })] },
      lane: "not-ieepa",
      reason: { kind: "no-dutiable-ieepa-number", numbers: ["9903.01.25", "9903.01.26"] },
      law: [PHASE_1, FAQ],
    },
    {
      of: "M7: duty that corrections net to zero",
      sketch: { lines: [aLine({ duty: "100" }), aLine({ duty: "-100", row: 3 })] },
      lane: "not-ieepa",
      reason: { kind: "ieepa-duty-nets-to-zero" },
      law: [PHASE_1, FAQ],
    },
    {
      of: "D2: IEEPA duty on an entry of the day after the window",
      sketch: { entered: "2026-02-24" },
      lane: "not-ieepa",
      reason: { kind: "ieepa-duty-outside-window", enteredOn: "2026-02-24", paid: usd("100.00") },
      law: ["E.O. 14195; E.O. 14389; CSMS 67834313"],
    },
  ])("$of", (row) => {
    expect(decidedBy(row)).toEqual(asDecided(row));
  });

  it("an entry of the day before the window without duty is outside it, and bears none", () => {
    const { findings } = screened({ entered: "2025-02-03", lines: [aLine({ hts: "9903.88.03" })] });
    expect(findings.filter(({ lane }) => lane !== null).map(({ reason }) => reason)).toEqual([
      { kind: "no-ieepa-number", programsPaid: ["Section 301 China, list 3"] },
      {
        kind: "entered-outside-window",
        enteredOn: "2025-02-03",
        from: "2025-02-04",
        until: "2026-02-23",
      },
      { kind: "not-liquidated", status: "Unliquidated", scheduledFor: null },
    ]);
  });
});

describe("excluded", () => {
  it.each<Decided>([
    {
      of: "type 08, since CAPE opened",
      sketch: { type: "08" },
      lane: "excluded",
      reason: { kind: "entry-type-excluded", entryType: "08", since: null },
      law: [PHASE_1],
    },
    {
      of: "L17: type 21, since a later day",
      sketch: { type: "21" },
      lane: "excluded",
      reason: { kind: "entry-type-excluded", entryType: "21", since: "2026-07-07" },
      law: ["CSMS 69127837"],
    },
    {
      of: "L8: type 03 pending",
      sketch: { type: "03", status: "Pending" },
      lane: "excluded",
      reason: { kind: "adcvd-pending-liquidation", entryType: "03", scheduledFor: null },
      law: ["19 U.S.C. 1504(d)", PHASE_1],
    },
    {
      of: "L8: type 03 with a day ahead",
      sketch: { type: "03", liquidated: "2026-12-18", status: null },
      lane: "excluded",
      reason: { kind: "adcvd-pending-liquidation", entryType: "03", scheduledFor: "2026-12-18" },
      law: ["19 U.S.C. 1504(d)", PHASE_1],
    },
    {
      of: "L7: type 03 of which Commerce has told CBP to liquidate",
      sketch: { type: "03", answers: { commerceInstructed: true } },
      lane: "excluded",
      reason: { kind: "adcvd-pending-liquidation", entryType: "03", scheduledFor: null },
      law: ["19 U.S.C. 1504(d)", PHASE_1],
    },
    {
      of: "an entry on a drawback claim",
      sketch: { facts: { drawbackFlag: "Y" } },
      lane: "excluded",
      reason: { kind: "drawback-claim" },
      law: [PHASE_1],
    },
    {
      of: "an entry whose duty the surety paid",
      sketch: { facts: { suretyFlag: "Y" } },
      lane: "excluded",
      reason: { kind: "surety-paid" },
      law: [PHASE_1],
    },
    {
      of: "L10: type 11 flagged for reconciliation",
      sketch: { type: "11", facts: { reconciliationFlag: "Y" } },
      lane: "excluded",
      reason: { kind: "reconciliation-not-for-this-type", entryType: "11" },
      law: ["CSMS 69035485"],
    },
    {
      of: "L17: type 01 flagged for reconciliation, the day before CAPE took them",
      sketch: { facts: { reconciliationFlag: "Y" } },
      asOf: "2026-06-28",
      lane: "excluded",
      reason: { kind: "reconciliation-not-yet-accepted", startsOn: "2026-06-29" },
      law: [PHASE_1],
    },
    {
      of: "P4: an open protest on an entry that is not liquidated",
      sketch: { facts: PROTEST },
      lane: "excluded",
      reason: { kind: "protest-open", because: "not-liquidated", ...protested },
      law: [FAQ],
    },
    {
      of: "P6: an open protest, day 81",
      sketch: { liquidated: "2026-09-01", facts: PROTEST },
      lane: "excluded",
      reason: { kind: "protest-open", because: "over-80-days", ...protested },
      law: [FAQ],
    },
    {
      of: "P1: an open protest about something else, day 80",
      sketch: { liquidated: "2026-09-02", facts: PROTEST, answers: { protestOnlyAboutIeepa: false } },
      lane: "excluded",
      reason: { kind: "protest-open", because: "other-subject", ...protested },
      law: [FAQ],
    },
  ])("$of", (row) => {
    expect(decidedBy(row)).toEqual(asDecided(row));
  });
});
