import { describe, expect, it } from "vitest";
import { usd, usdText } from "../money";
import { aCommodity, aLine, type EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import { dollarsAtRisk, nextDeadline } from "./next-deadline";

const flagged = (due: string) => ({ reconciliationFlag: "Y", reconciliationDueDate: due });

describe("the next deadline", () => {
  it.each<[string, EntrySketch, string, string | null]>([
    [
      "day 80, the last of the CAPE window",
      { liquidated: "2026-09-02" },
      "cape-ready",
      "cape-window 2026-11-21",
    ],
    [
      "day 81, from which on only the protest helps",
      { liquidated: "2026-09-01" },
      "protest",
      "protest 2027-02-28",
    ],
    ["day 181, after the protest", { liquidated: "2026-05-24" }, "court", "court 2027-09-15"],
    [
      "an excluded type, liquidated ten days ago: CAPE's window is nothing to it",
      { type: "08", liquidated: "2026-11-11" },
      "excluded",
      "protest 2027-05-10",
    ],
    ["an excluded type, not liquidated", { type: "08" }, "excluded", "court 2027-09-15"],
    ["an entry that waits for its liquidation", {}, "cape-ready", null],
    ["an entry outside the window", { entered: "2026-03-01", liquidated: "2026-11-11" }, "not-ieepa", null],
    ["an accepted claim", { liquidated: "2026-11-11", claims: [{}] }, "already-claimed", null],
    [
      "R5: a torn type, liquidated ten days ago",
      { type: ["01", "08"], liquidated: "2026-11-11" },
      "needs-data",
      "cape-window 2027-01-30",
    ],
    [
      "R5: a torn type, on day 81",
      { type: ["01", "08"], liquidated: "2026-09-01" },
      "needs-data",
      "protest 2027-02-28",
    ],
    [
      "R5: a torn type, on day 181",
      { type: ["01", "08"], liquidated: "2026-05-24" },
      "needs-data",
      "court 2027-09-15",
    ],
    [
      "a statement to be paid, liquidated ten days ago",
      { liquidated: "2026-11-11", facts: { statementStatus: "Unpaid" } },
      "fix-first",
      "cape-window 2027-01-30",
    ],
    [
      "a statement to be paid, entered in February",
      { entered: "2026-02-20", facts: { statementStatus: "Unpaid" } },
      "fix-first",
      "psc 2026-12-17",
    ],
    [
      "a type 09 due before the CAPE window ends",
      { liquidated: "2026-11-11", facts: flagged("2027-01-29") },
      "cape-recon",
      "reconciliation 2027-01-29",
    ],
    [
      "a type 09 due on the day it ends",
      { liquidated: "2026-11-11", facts: flagged("2027-01-30") },
      "cape-recon",
      "cape-window 2027-01-30",
    ],
    [
      "a type 09 due after it",
      { liquidated: "2026-11-11", facts: flagged("2027-01-31") },
      "cape-recon",
      "cape-window 2027-01-30",
    ],
  ])("of %s", (_case, sketch, lane, expected) => {
    const screening = screened(sketch);
    const next = nextDeadline(screening);
    expect([screening.lane, next && `${next.kind} ${next.lastDay}`]).toEqual([lane, expected]);
  });
});

describe("what is lost when a clock runs out", () => {
  const atRisk = (sketch: EntrySketch) => {
    const screening = screened(sketch);
    return screening.clocks.map((clock) => {
      const dollars = dollarsAtRisk(clock, screening);
      return `${clock.kind}: ${dollars === null ? "a range" : usdText(dollars)}`;
    });
  };

  it("is the refund for the clocks of the lane, and nothing for the others and those that have run out", () => {
    expect(atRisk({ liquidated: "2026-09-01" })).toEqual([
      "cape-window: 0.00",
      "voluntary-reliquidation: 0.00",
      "protest: 100.00",
      "court: 0.00",
      "psc: 0.00",
    ]);
  });

  it("is not known while only a range is, and nothing where the entry nets below zero", () => {
    const range = [aLine({ hts: "9903.02.20", duty: "150" }), aCommodity({ value: "1000" })];
    expect(atRisk({ liquidated: "2026-11-11", lines: range })).toContain("cape-window: a range");
    const { clocks } = screened({ liquidated: "2026-11-11" });
    const net = { min: usd("-1"), max: usd("-1"), certain: usd("-1") };
    const refund = { ...screened({}).refund, ...net };
    expect(clocks.map((clock) => dollarsAtRisk(clock, { lane: "cape-ready", refund })?.toFixed(2))).toEqual(
      clocks.map(() => "0.00"),
    );
  });
});
