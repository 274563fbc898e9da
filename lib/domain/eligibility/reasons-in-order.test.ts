import { describe, expect, it } from "vitest";
import { screened } from "../testing/screened";

describe("what is missing", () => {
  it("is named by the first reasons, one for each fact, and nobody knows", () => {
    const { lane, findings } = screened({ type: null, entered: null, status: "Suspended" });
    expect(lane).toBe("needs-data");
    const doubts = findings.filter((finding) => finding.lane === "needs-data");
    expect(findings.slice(0, doubts.length)).toEqual(doubts);
    expect(doubts.map(({ reason, confidence }) => [reason, confidence])).toEqual([
      [{ kind: "fact-missing", fact: "entryType" }, "unknown"],
      [{ kind: "fact-missing", fact: "entryDate" }, "unknown"],
    ]);
  });

  it("N3: a failing check digit is a doubt about the number, with the digit that fits", () => {
    const { lane, findings } = screened({ number: "ZZX10000204", type: null });
    expect(lane).toBe("needs-data");
    expect(findings[0]).toMatchObject({
      reason: { kind: "check-digit-fails", fitting: "ZZX10000201" },
      confidence: "unconfirmed",
      law: [{ law: "ACE CATAIR, Appendix E" }],
    });
    expect(findings[1]?.reason).toEqual({ kind: "fact-missing", fact: "entryType" });
  });

  it("gives way to one lane that stands whatever the missing facts are", () => {
    const { lane, findings } = screened({ type: "09", status: null });
    expect(lane).toBe("excluded");
    expect(findings[0].reason).toMatchObject({ kind: "entry-type-excluded" });
  });
});

describe("the order of the reasons", () => {
  it("is that of the lanes they ask for, the deciding one first and notes last", () => {
    const { findings } = screened({
      liquidated: "2026-05-24",
      facts: {
        protestNumber: "520126100045",
        protestStatus: "Open",
        drawbackFlag: "Y",
        summaryStatus: "Rejected",
      },
      claims: [{ outcome: "failed", message: "PROTEST ON ENTRY" }],
    });
    expect(findings.map(({ lane, reason }) => `${lane ?? "-"} ${reason.kind}`).slice(0, 6)).toEqual([
      "excluded drawback-claim",
      "excluded protest-open",
      "court liquidated-over-180-days",
      "fix-first summary-not-accepted",
      "- claim-failed",
      "- phase-3-announced",
    ]);
  });

  it("puts a deciding doubt before the reasons of other lanes", () => {
    const { lane, findings } = screened({ type: null, liquidated: "2026-05-24" });
    expect(lane).toBe("needs-data");
    expect(findings.map((finding) => finding.lane).slice(0, 2)).toEqual(["needs-data", "court"]);
  });
});
