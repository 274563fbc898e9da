import { describe, expect, it } from "vitest";

import { addDays, day } from "../day";
import { CAPE_MESSAGES, matchCapeMessage } from "../law/cape-messages";
import { aStatement, aTypedEvent } from "../testing/a-statement";
import { aNumber } from "../testing/an-entry";
import { foldClaimBook, type OwnClaim } from "./claim-book";
import type { ClaimStatement } from "./claim-statement";
import { isWorthRefiling, refileAdvice, rejectedGroups, rejectedRows } from "./rejected-rows";

const A = aNumber("ZZX10000011");
const B = aNumber("ZZX10000029");

const filed = (id: string, claimNumber: string, on = "2026-11-02"): OwnClaim => ({
  ...{ id, claimNumber, declarationId: `declaration of ${id}`, declared: [A, B] },
  events: [aTypedEvent({ id: `${id}-filed`, day: day(on) })],
});
const failed = (number: ClaimStatement["number"], message: string | null, claimNumber = "1", row = 2) =>
  aStatement(number, {
    ...{ outcome: "failed", status: "Failed", message, claimNumber },
    source: { file: `${claimNumber}.csv`, row },
  });
const rejected = (own: readonly OwnClaim[], statements: readonly ClaimStatement[]) =>
  rejectedRows(foldClaimBook({ own, statements, evidence: [] }));

describe("a message of CBP says whether a row goes into CAPE again", () => {
  const adviceOn = (message: string, filedBy: string | null, failures = 1) => {
    const advice = refileAdvice(matchCapeMessage(message), filedBy === null ? null : day(filedBy), failures);
    return advice.kind === "again-since" ? `again since ${advice.since}` : advice.kind;
  };

  it.each([
    ["HTS RELATIONSHIP/SEQUENCE MISMATCH", "2026-05-01", "again since 2026-06-25"],
    ["HTS RELATIONSHIP/SEQUENCE MISMATCH", null, "again since 2026-06-25"],
    ["GOODS VALUE AMOUNT MUST BE REPORTED ON THE CH 1-97", "2026-06-24", "again since 2026-06-25"],
    ["GOODS VALUE AMOUNT NOT ALLOWED ON IEEPA HTS LINE", "2026-05-01", "again since 2026-06-25"],
    ["ENTRY SUMMARY FLAGGED FOR RECON", "2026-06-28", "again since 2026-06-29"],
    ["ENTRY SUMMARY FLAGGED FOR RECON", "2026-06-29", "wait"],
    ["ENTRY SUMMARY FLAGGED FOR RECON", null, "wait"],
    ["INVALID HTS", "2026-07-01", "after-fix"],
    ["UNABLE TO CALCULATE DUTY", "2026-07-01", "once-unchanged"],
    ["ENTRY ON DRAWBACK", "2026-07-01", "no"],
    ["REJECTED BY BATCH VALIDATION", "2026-07-01", "whole-file"],
    ["SOMETHING NEW", "2026-07-01", "unknown"],
  ])("%s, filed by %s: %s", (message, filedBy, advice) => {
    expect(adviceOn(message, filedBy)).toBe(advice);
  });

  it("what came back unchanged is filed unchanged once, not twice", () => {
    expect(adviceOn("UNABLE TO CALCULATE DUTY", "2026-07-01", 2)).toBe("after-fix");
  });

  it("every message that a change of the rules reopens says since when", () => {
    for (const { refile, againSince, message } of CAPE_MESSAGES)
      expect(againSince !== undefined, message).toBe(refile === "if-rule-changed");
  });
});

describe("the rows that CBP dropped", () => {
  it("are those that stand on no other claim by now, from the last one", () => {
    const own = [filed("one", "1"), filed("two", "2", addDays(day("2026-11-02"), 5))];
    const before = [failed(A, "INVALID HTS", "1"), failed(B, "PROTEST ON ENTRY", "1", 3)];
    expect(rejected(own.slice(0, 1), before).map(({ number }) => number)).toEqual([A, B]);
    expect(rejected(own, before)).toEqual([]);
    const again = [...before, failed(A, "UNABLE TO CALCULATE DUTY", "2"), failed(B, null, "2", 3)];
    expect(rejected(own, again)).toMatchObject([
      { number: A, claim: { id: "two" }, message: "UNABLE TO CALCULATE DUTY" },
      { number: B, claim: { id: "two" }, message: null },
    ]);
    const accepted = aStatement(A, { claimNumber: "2", source: { file: "2b.csv", row: 2 } });
    expect(rejected(own, [...again, accepted]).map(({ number }) => number)).toEqual([B]);
  });

  it("come by message, whatever its case and punctuation, and unknown words stay as they are", () => {
    const groups = rejectedGroups(
      rejected([], [failed(A, "Something new (7)."), failed(B, "SOMETHING  NEW 7", "1", 3)]),
    );
    expect(groups).toMatchObject([
      {
        key: "SOMETHING NEW 7",
        message: "Something new (7).",
        meaning: null,
        rows: [{ number: A }, { number: B }],
      },
    ]);
  });

  it("that somebody gave up are not filed again", () => {
    const gaveUp = aTypedEvent({ id: "g", kind: "given-up", day: day("2026-11-20"), entryNumber: A });
    const claim = { ...filed("one", "1"), events: [...filed("one", "1").events, gaveUp] };
    const rows = rejected([claim], [failed(A, "INVALID HTS"), failed(B, "INVALID HTS", "1", 3)]);
    expect(rows.map(isWorthRefiling)).toEqual([false, true]);
  });
});
