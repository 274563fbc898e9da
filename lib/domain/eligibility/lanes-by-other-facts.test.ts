import { describe, expect, it } from "vitest";
import { aCommodity, aLine, type EntrySketch } from "../testing/an-entry";
import { missingFactsOf, reasonKinds, screened } from "../testing/screened";

type Row = {
  readonly case: string;
  readonly entry: EntrySketch;
  readonly lane: string;
  readonly asOf?: string;
};

const lanes = (rows: readonly Row[]): void => {
  it.each(rows)("$case → $lane", ({ entry, lane, asOf }) => {
    expect(screened(entry, asOf).lane).toBe(lane);
  });
};
const open = { protestNumber: "520126100045", protestStatus: "Open" };
const zero = [aLine({ hts: "9903.01.33", duty: "0" }), aCommodity()];

describe("reconciliation", () => {
  const flagged = (flag: string) => ({ facts: { reconciliationFlag: flag } });
  lanes([
    { case: "L17: flagged on the day before", entry: flagged("Y"), lane: "excluded", asOf: "2026-06-28" },
    { case: "L17: flagged on the first day", entry: flagged("Y"), lane: "cape-recon", asOf: "2026-06-29" },
    { case: "flagged VALUE", entry: flagged("VALUE"), lane: "cape-recon" },
    { case: "not flagged", entry: flagged("N"), lane: "cape-ready" },
    { case: "L10: type 03", entry: { type: "03", status: "Suspended", ...flagged("Y") }, lane: "excluded" },
    {
      case: "L10: type 11, long liquidated",
      entry: { type: "11", liquidated: "2026-01-10", ...flagged("Y") },
      lane: "excluded",
    },
    { case: "L19: held", entry: { status: "Suspended", ...flagged("Y") }, lane: "cape-recon" },
    { case: "L19: day 80", entry: { liquidated: "2026-09-02", ...flagged("Y") }, lane: "cape-recon" },
    { case: "L19: day 81", entry: { liquidated: "2026-09-01", ...flagged("Y") }, lane: "protest" },
    { case: "type 02", entry: { type: "02", ...flagged("Y") }, lane: "cape-recon" },
    { case: "type 06", entry: { type: "06", ...flagged("Y") }, lane: "cape-recon" },
  ]);

  it.each([
    ["2026-12-20", true, "29 days left"],
    ["2026-12-21", false, "30 days left"],
  ])("L11: a type 09 due on %s goes first: %s (%s)", (due, soon) => {
    const screening = screened({ facts: { reconciliationFlag: "Y", reconciliationDueDate: due } });
    expect(screening.lane).toBe("cape-recon");
    expect(reasonKinds(screening).includes("reconciliation-due-soon")).toBe(soon);
  });
});

describe("protests", () => {
  lanes([
    { case: "P4: open and not liquidated", entry: { facts: open }, lane: "excluded" },
    { case: "P6: open and day 81", entry: { liquidated: "2026-09-01", facts: open }, lane: "excluded" },
    { case: "P6: open and day 190", entry: { liquidated: "2026-05-15", facts: open }, lane: "excluded" },
    {
      case: "P1: open and day 80, subject unknown",
      entry: { liquidated: "2026-09-02", facts: open },
      lane: "needs-data",
    },
    {
      case: "P1: … only about IEEPA",
      entry: { liquidated: "2026-09-02", facts: open, answers: { protestOnlyAboutIeepa: true } },
      lane: "withdraw-protest",
    },
    {
      case: "P1: … about something else",
      entry: { liquidated: "2026-09-02", facts: open, answers: { protestOnlyAboutIeepa: false } },
      lane: "excluded",
    },
    {
      case: "P2: suspended is open",
      entry: { liquidated: "2026-09-02", facts: { ...open, protestStatus: "Suspended" } },
      lane: "needs-data",
    },
    {
      case: "P3: denied, day 81",
      entry: { liquidated: "2026-09-01", facts: { ...open, protestStatus: "Denied" } },
      lane: "protest",
    },
    {
      case: "P3: withdrawn, day 80",
      entry: { liquidated: "2026-09-02", facts: { ...open, protestStatus: "Withdrawn" } },
      lane: "cape-ready",
    },
    {
      case: "P5: blank status, day 100",
      entry: { liquidated: "2026-08-13", facts: { protestNumber: "520126100045" } },
      lane: "needs-data",
    },
    {
      case: "P5: blank status of an excluded type",
      entry: { type: "08", facts: { protestNumber: "520126100045" } },
      lane: "excluded",
    },
    {
      case: "P7: an unknown word is open",
      entry: { liquidated: "2026-01-10", facts: { ...open, protestStatus: "In process" } },
      lane: "excluded",
    },
    { case: "P8: no protest column", entry: { liquidated: "2026-01-10" }, lane: "court" },
  ]);

  it("P1: asks the one question", () => {
    expect(missingFactsOf(screened({ liquidated: "2026-09-02", facts: open }))).toEqual([
      "protestOnlyAboutIeepa",
    ]);
  });

  it("P3: names the decided protest", () => {
    const screening = screened({ liquidated: "2026-09-01", facts: { ...open, protestStatus: "Denied" } });
    expect(reasonKinds(screening)).toContain("protest-decided");
  });
});

describe("summaries to mend first", () => {
  const unknown = [aLine({ hts: "9903.01.36" }), aLine({ hts: "9903.01.24" }), aCommodity()];
  const wrongPeriod = [aLine({ hts: "9903.01.20" }), aCommodity()];
  lanes([
    { case: "L13: rejected", entry: { facts: { controlStatus: "Rejected" } }, lane: "fix-first" },
    { case: "L13: cancelled", entry: { facts: { controlStatus: "Cancelled" } }, lane: "fix-first" },
    { case: "L13: Trade Control", entry: { facts: { controlStatus: "Trade Control" } }, lane: "cape-ready" },
    { case: "L13: CBP Control", entry: { facts: { controlStatus: "CBP Control" } }, lane: "cape-ready" },
    { case: "summary accepted", entry: { facts: { summaryStatus: "Accepted" } }, lane: "cape-ready" },
    { case: "statement unpaid", entry: { facts: { statementStatus: "Unpaid" } }, lane: "fix-first" },
    { case: "statement PAID", entry: { facts: { statementStatus: "PAID" } }, lane: "cape-ready" },
    { case: "L28: a PSC changes nothing", entry: { facts: { pscFlag: "Y" } }, lane: "cape-ready" },
    {
      case: "L14: unknown number, day 300",
      entry: { lines: unknown },
      lane: "fix-first",
      asOf: "2026-07-12",
    },
    {
      case: "L14 L21: unknown number, day 301",
      entry: { lines: unknown },
      lane: "cape-ready",
      asOf: "2026-07-13",
    },
    {
      case: "L14: number of another period",
      entry: { lines: wrongPeriod },
      lane: "fix-first",
      asOf: "2026-07-12",
    },
    {
      case: "L14: type 06 may keep it",
      entry: { type: "06", lines: wrongPeriod },
      lane: "cape-ready",
      asOf: "2026-07-12",
    },
    {
      case: "L14: 9903.01.25 is good in transit",
      entry: { entered: "2025-03-20" },
      lane: "cape-ready",
      asOf: "2026-04-20",
    },
    {
      case: "L14: 15 days before the scheduled liquidation",
      entry: { lines: unknown, liquidated: "2026-07-12", status: "Scheduled" },
      lane: "fix-first",
      asOf: "2026-06-27",
    },
    {
      case: "L14: 14 days before it",
      entry: { lines: unknown, liquidated: "2026-07-12", status: "Scheduled" },
      lane: "cape-ready",
      asOf: "2026-06-28",
    },
    {
      case: "L14: liquidated",
      entry: { lines: unknown, liquidated: "2026-07-01" },
      lane: "cape-ready",
      asOf: "2026-07-12",
    },
  ]);
});

describe("other exclusions and claims", () => {
  const accepted = [{ outcome: "accepted", claimNumber: "900000000001" }] as const;
  lanes([
    { case: "drawback", entry: { facts: { drawbackFlag: "Y" } }, lane: "excluded" },
    { case: "no drawback", entry: { facts: { drawbackFlag: "N" } }, lane: "cape-ready" },
    { case: "surety paid", entry: { facts: { suretyFlag: "Y" } }, lane: "excluded" },
    {
      case: "C1: accepted, IEEPA rows gone since",
      entry: { claims: accepted, lines: [aCommodity()] },
      lane: "already-claimed",
    },
    {
      case: "C1: accepted, everything missing",
      entry: { claims: accepted, type: null, entered: null, status: null, lines: [] },
      lane: "already-claimed",
    },
    {
      case: "C2: failed only",
      entry: { claims: [{ outcome: "failed", message: "ENTRY ON DRAWBACK" }] },
      lane: "cape-ready",
    },
    {
      case: "C3: accepted, then failed",
      entry: { claims: [...accepted, { outcome: "failed" }] },
      lane: "already-claimed",
    },
    { case: "C4: filed, not answered", entry: { claims: [{ outcome: "filed" }] }, lane: "cape-ready" },
  ]);

  it("C2 C4: failures and filings are history, shown", () => {
    const kinds = reasonKinds(
      screened({ claims: [{ outcome: "failed", message: "X" }, { outcome: "filed" }] }),
    );
    expect(kinds).toEqual(expect.arrayContaining(["claim-failed", "claim-unanswered"]));
  });
});

describe("entries without dutiable IEEPA number", () => {
  const paid = (...duties: string[]) => [...duties.map((duty) => aLine({ duty })), aCommodity()];
  lanes([
    { case: "exemption numbers and zero duty", entry: { lines: zero }, lane: "not-ieepa" },
    { case: "M7: nets to exactly zero", entry: { lines: paid("100", "-100") }, lane: "not-ieepa" },
    { case: "M6: nets below zero", entry: { lines: paid("100", "-100.01") }, lane: "needs-data" },
    {
      case: "M6: … outside the window",
      entry: { entered: "2026-03-01", lines: paid("-1") },
      lane: "not-ieepa",
    },
    {
      case: "M9: duty on an exemption number",
      entry: { lines: [aLine({ hts: "9903.01.33", duty: "5" })] },
      lane: "not-ieepa",
    },
    {
      case: "M10: duty on a number that does not exist",
      entry: { lines: [aLine({ hts: "9903.01.95" })] },
      lane: "needs-data",
    },
    {
      case: "R10: duty unreadable",
      entry: { lines: [aLine({ duty: null, dutyFound: "?" })] },
      lane: "needs-data",
    },
    {
      case: "R10: … but another row proves it",
      entry: { lines: [aLine(), aLine({ duty: null })] },
      lane: "cape-ready",
    },
    { case: "R11: number unreadable", entry: { lines: [aLine({ hts: null })] }, lane: "needs-data" },
    { case: "R16: no rows", entry: { lines: [] }, lane: "needs-data" },
    {
      case: "R16: no rows, excluded type outside the window",
      entry: { entered: "2026-03-01", lines: [] },
      lane: "not-ieepa",
    },
    {
      case: "M14: a 15 % line without ordinary rate",
      entry: { lines: [aLine({ hts: "9903.02.20" }), aCommodity()] },
      lane: "cape-ready",
    },
  ]);

  it("L27: no IEEPA row at all is no proof that none was paid", () => {
    const [first] = screened({ lines: [aLine({ hts: "9903.88.03" }), aCommodity()] }).findings;
    expect(first).toMatchObject({ lane: "not-ieepa", confidence: "inferred" });
    expect(first.reason).toMatchObject({
      kind: "no-ieepa-number",
      programsPaid: [expect.stringContaining("301")],
    });
  });

  it("M7: says why nothing is left", () => {
    expect(reasonKinds(screened({ lines: paid("100", "-100") }))[0]).toBe("ieepa-duty-nets-to-zero");
  });
});
