import { describe, expect, it } from "vitest";
import {
  accrueInterest,
  assessReadiness,
  buildDeclarations,
  type ClaimEvent,
  type ClaimEventKind,
  day,
  type DeclaredEntryFacts,
  depositDayOf,
  type EntryNumber,
  filerCodeOf,
  foldClaim,
  matchCapeMessage,
  mayDownload,
  READINESS_POINTS,
  refilableRows,
  sightingsOf,
  toCents,
  toDeclarationCsv,
  usd,
  usdText,
} from "../index";
import { aLine, aCommodity, aNumber } from "../testing/an-entry";
import { reasonKinds, screened } from "../testing/screened";

// What goes wrong between filing and the money, one test per mistake.

const A = aNumber("ZZX10000011");
const B = aNumber("ZZX10000029");
const OTHER_FILER = aNumber("98712345671");

type Told = readonly [
  kind: ClaimEventKind,
  on: string,
  entryNumber?: EntryNumber | undefined,
  message?: string,
];
const folded = (...told: readonly Told[]) =>
  foldClaim(
    told.map(([kind, on, entryNumber, message], index): ClaimEvent => ({
      id: String(index),
      kind,
      day: day(on),
      recordedAt: "2026-11-21T00:00:00Z",
      entryNumber: entryNumber ?? null,
      message: message ?? null,
    })),
    [A, B],
  );
const FILED: readonly Told[] = [
  ["drafted", "2026-05-01"],
  ["downloaded", "2026-05-01"],
  ["filed", "2026-05-01"],
];
const messagesOf = ({ predicted }: ReturnType<typeof screened>) =>
  predicted.kind === "accepted" ? [] : predicted.messages.map(({ message }) => message);
const declared = (number: EntryNumber, importerNumber: string | null = "89-123456700") => ({
  number,
  importerNumber,
});

describe("mistakes of filing", () => {
  it("filed on day 81, in the belief that CAPE takes 90 days", () => {
    const late = screened({ liquidated: "2026-09-01" });
    expect([late.lane, late.predicted.kind, messagesOf(late)]).toEqual([
      "protest",
      "rejected",
      ["ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS"],
    ]);
    expect(screened({ liquidated: "2026-09-03" }).predicted.kind).toBe("accepted");
  });

  it("filed although the entry carries no IEEPA number", () => {
    const section301 = screened({ lines: [aLine({ hts: "9903.88.03" }), aCommodity()] });
    expect(messagesOf(section301)).toEqual(["NO IEEPA HTS ON ENTRY"]);
  });

  it("filed a second time after a broker had filed it without consent", () => {
    const theirs = screened({ claims: [{ outcome: "accepted", claimNumber: "900000000001" }] });
    expect([theirs.lane, messagesOf(theirs)]).toEqual([
      "already-claimed",
      ["Entry is on an accepted declaration"],
    ]);
    expect(buildDeclarations([{ ...declared(A), alreadyDeclared: true }])).toMatchObject({
      batches: [],
      refused: [{ because: "already-declared" }],
    });
  });

  it("entries of another importer or of another broker's filer code in one file", () => {
    const { batches, refused } = buildDeclarations([
      declared(A),
      declared(B, "96-765432100"),
      declared(OTHER_FILER),
      declared(aNumber("00401234562"), null),
    ]);
    expect(batches.map(({ entries }) => entries.map(({ number }) => number))).toEqual([
      [OTHER_FILER],
      [A],
      [B],
    ]);
    expect(refused).toMatchObject([{ because: "importer-unknown" }]);
  });

  it("a file that is not the template: quotes, a byte order mark, another heading, bare line feeds", () => {
    expect(toDeclarationCsv([A, B])).toBe("Entry Number\r\nZZX10000011\r\nZZX10000029\r\n");
  });

  it("a refused upload taken for refused entries", () => {
    const upload = matchCapeMessage("Failed initial validation");
    expect([upload?.level, upload?.refile]).toEqual(["file", "whole-file"]);
    const refused = folded(...FILED, ["rejected", "2026-05-02", undefined, "Failed initial validation"]);
    expect(refused.status).toBe("rejected");
    expect(refilableRows(refused).map(({ number }) => number)).toEqual([A, B]);
    // And no lane moves: the entries are as good as before.
    for (const sighting of sightingsOf(refused, null).values())
      expect(screened({ claims: [sighting] }).lane).toBe("cape-ready");
  });

  it("the ACH enrolment that pays duty taken for the one that receives refunds", () => {
    const ach = READINESS_POINTS.find(({ id }) => id === "ach-refund");
    expect(ach).toMatchObject({ kind: "attested", blocking: false });
    const entry: DeclaredEntryFacts = {
      number: A,
      checkDigitConfirmed: false,
      lane: "cape-ready",
      importerNumber: "89-123456700",
      declaredElsewhere: false,
      ieepaDutiable: true,
      daysSinceLiquidation: null,
      reasons: ["not-liquidated"],
      assumed: [],
    };
    const file = {
      importerNumber: "89-123456700",
      filerCode: filerCodeOf(A),
      entries: [entry],
      right: null,
      fileBytes: 27,
    };
    const attested = READINESS_POINTS.filter(({ id }) => id !== "ach-refund").map(({ point }) => ({
      point,
      name: "M. Ortiz",
      at: "2026-11-21T10:00:00Z",
      statement: "",
      note: "",
    }));
    // It holds the payment and not the filing: said, still open, and no obstacle to the download.
    const points = assessReadiness(file, attested);
    expect(points.filter(({ state }) => state === "to-attest").map(({ id }) => id)).toEqual(["ach-refund"]);
    expect(mayDownload(points)).toBe(true);
  });

  it("a type 09 due in under 30 days filed after CAPE", () => {
    const due = (reconciliationDueDate: string) =>
      reasonKinds(screened({ facts: { reconciliationFlag: "Y", reconciliationDueDate } }));
    expect(due("2026-12-20")).toContain("reconciliation-due-soon");
    expect(due("2026-12-21")).not.toContain("reconciliation-due-soon");
  });
});

describe("mistakes of reading the answer", () => {
  const answered: readonly Told[] = [
    ...FILED,
    ["accepted-with-errors", "2026-05-03"],
    ["lines-removed", "2026-05-03", A],
    ["rejected", "2026-05-03", B, "UNABLE TO CALCULATE DUTY"],
  ];

  it("Accepted with Error(s) read as success, and the failed rows forgotten", () => {
    const paid = folded(...answered, ["treasury-issued", "2026-07-01", A], ["matched", "2026-07-05", A]);
    expect([paid.status, paid.plain, paid.open]).toEqual(["accepted-with-errors", "approved-in-part", true]);
    expect(refilableRows(paid).map(({ number }) => number)).toEqual([B]);
    const settled = folded(...answered, ["matched", "2026-07-05", A], ["refiled", "2026-05-09", B]);
    expect([settled.status, settled.open]).toEqual(["matched", false]);
  });

  it("accepted rows filed again together with the failed ones", () => {
    expect(refilableRows(folded(...answered)).map(({ number }) => number)).not.toContain(A);
    const again = folded(...answered, ["refiled", "2026-05-09", A]);
    expect(again.flags).toMatchObject([{ kind: "accepted-row-refiled", entryNumber: A }]);
  });

  it("Unable to calculate duty corrected at once, where filing again unchanged often clears it", () => {
    expect(matchCapeMessage("Unable to calculate duty")).toMatchObject({ refile: "once-unchanged" });
    expect(matchCapeMessage("HTS Relationship/Sequence Mismatch")).toMatchObject({
      refile: "if-rule-changed",
    });
    expect(matchCapeMessage("Invalid HTS")).toMatchObject({ refile: "after-fix", owner: "broker" });
  });

  it("a failure taken for a verdict: later acceptance counts, and later failure undoes nothing", () => {
    const claims = [{ outcome: "accepted" }, { outcome: "failed", message: "INVALID HTS" }] as const;
    expect(screened({ claims }).lane).toBe("already-claimed");
    expect(screened({ claims: claims.toReversed() }).lane).toBe("already-claimed");
    expect(screened({ claims: claims.slice(1) }).lane).toBe("cape-ready");
  });

  it("a correction planned for after acceptance, when error 864 blocks every PSC", () => {
    expect(matchCapeMessage("864 PSC NOT ALLOWED - REFUND REQUESTED")).toMatchObject({ refile: "no" });
    const wrong = { lines: [aLine({ hts: "9903.01.36" }), aLine(), aCommodity()] };
    expect(screened(wrong, "2026-07-12").lane).toBe("fix-first");
    expect(screened({ ...wrong, claims: [{ outcome: "accepted" }] }, "2026-07-12").lane).toBe(
      "already-claimed",
    );
  });

  it("a correction planned after day 300, or within 15 days of the scheduled liquidation", () => {
    const wrong = { lines: [aLine({ hts: "9903.01.36" }), aLine(), aCommodity()] };
    expect(screened(wrong, "2026-07-12").lane).toBe("fix-first");
    const late = screened(wrong, "2026-07-13");
    expect([late.lane, messagesOf(late)]).toEqual(["cape-ready", ["INVALID HTS"]]);
    const scheduled = { ...wrong, liquidated: "2026-07-12", status: "Scheduled" };
    expect(screened(scheduled, "2026-06-27").lane).toBe("fix-first");
    expect(screened(scheduled, "2026-06-28").lane).toBe("cape-ready");
  });
});

describe("mistakes about the money", () => {
  const interest = (principal: string, from: string, to: string) =>
    usdText(toCents(accrueInterest(usd(principal), day(from), day(to), "corporation")));

  it("interest compounded quarterly at a flat 6 %, as refund sites have it", () => {
    expect(interest("100000", "2025-04-15", "2026-06-01")).toBe("6825.03");
  });

  it("interest run from the liquidation or the entry, not from the deposit of the duty", () => {
    const { interest: estimate } = screened({ facts: { paymentDate: "2025-09-29" } });
    expect([estimate?.from, estimate?.to]).toEqual(["2025-09-29", "2026-11-21"]);
  });

  it("interest of an importer who pays monthly run from the day each entry was due", () => {
    const paid = (monthly: boolean) => depositDayOf(day("2025-09-15"), { paymentDate: null, monthly }).day;
    expect([paid(false), paid(true)]).toEqual(["2025-09-29", "2025-10-22"]);
  });

  it("interest on a monthly sum, rounded once, instead of each entry's own rounded interest", () => {
    const earned = (duty: string) => {
      const { interest: estimate } = screened({
        lines: [aLine({ duty }), aCommodity()],
        facts: { paymentDate: "2025-09-29" },
      });
      return estimate!.amount;
    };
    // Three entries of one month: 6.85 each, and a cent more for the sum. CBP reliquidates entries, not months.
    expect([
      earned("100.10").decimalPlaces(),
      earned("100.10").times(3).toFixed(2),
      earned("300.30").toFixed(2),
    ]).toEqual([2, "20.55", "20.56"]);
  });

  it("the two years to sue counted from the liquidation only, though they may run from the entry", () => {
    const court = screened({ entered: "2025-02-04", liquidated: "2025-12-15" }).clocks.find(
      ({ kind }) => kind === "court",
    );
    expect(court?.lastDay).toBe("2027-02-04");
  });

  it("a schedule ahead taken for a liquidation, so that the clocks seem to run", () => {
    const ahead = screened({ liquidated: "2026-12-04", status: "Scheduled" });
    expect(ahead.clocks.map(({ kind }) => kind)).not.toContain("protest");
    expect(ahead.lane).toBe("cape-ready");
  });

  it("money on its way taken for money received: issued, diverted and returned are not matched", () => {
    const paid = (...steps: readonly Told[]) =>
      folded(...FILED, ["accepted", "2026-05-03"], ["treasury-issued", "2026-07-01"], ...steps);
    expect(paid().open).toBe(true);
    expect(paid(["payment-returned", "2026-07-03"])).toMatchObject({
      status: "payment-returned",
      open: true,
    });
    expect(paid(["matched", "2026-07-05"]).open).toBe(false);
  });
});
