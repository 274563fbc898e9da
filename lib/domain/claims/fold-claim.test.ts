import { describe, expect, it } from "vitest";
import { addDays, day } from "../day";
import type { EntryNumber } from "../identifiers";
import { aNumber } from "../testing/an-entry";
import { CLAIM_EVENT_KINDS, type ClaimEvent, type ClaimEventKind } from "./claim-event";
import { foldClaim, PLAIN_STATUS, refilableRows, sightingsOf } from "./fold-claim";

const A = aNumber("ZZX10000011");
const B = aNumber("ZZX10000029");
const START = day("2026-05-01");

type Told = readonly [
  kind: ClaimEventKind,
  onDay: number,
  entryNumber?: EntryNumber | undefined,
  message?: string,
];

/** Events by day after the first of May 2026. */
const told = (...list: readonly Told[]): ClaimEvent[] =>
  list.map(([kind, onDay, entryNumber = null, message = null], index) => ({
    id: `e${String(index).padStart(2, "0")}`,
    kind,
    day: addDays(START, onDay),
    recordedAt: `2026-06-01T00:00:${String(index).padStart(2, "0")}Z`,
    entryNumber,
    message,
  }));

const FILED: readonly Told[] = [
  ["drafted", 0],
  ["downloaded", 0],
  ["filed", 1],
];
const state = (...list: readonly Told[]) => foldClaim(told(...list), [A, B]);
const flagKinds = (...list: readonly Told[]) => state(...list).flags.map(({ kind }) => kind);

describe("the status of a claim of two entries", () => {
  it.each<[string, string, readonly Told[]]>([
    ["drafted", "not-filed", [["drafted", 0]]],
    [
      "downloaded",
      "not-filed",
      [
        ["drafted", 0],
        ["downloaded", 0],
      ],
    ],
    ["filed", "received", FILED],
    ["under-review", "under-review", [...FILED, ["under-review", 2]]],
    ["accepted", "approved", [...FILED, ["accepted", 3]]],
    ["rejected", "denied", [...FILED, ["rejected", 3, undefined, "NOT A CSV FILE"]]],
    [
      "rejected",
      "denied",
      [...FILED, ["rejected", 3, A, "ENTRY ON DRAWBACK"], ["rejected", 3, B, "INVALID HTS"]],
    ],
    ["accepted-with-errors", "approved-in-part", [...FILED, ["accepted-with-errors", 3]]],
    [
      "accepted-with-errors",
      "approved-in-part",
      [...FILED, ["lines-removed", 3, A], ["rejected", 3, B, "INVALID HTS"]],
    ],
    ["under-review", "under-review", [...FILED, ["lines-removed", 3, A]]],
    ["lines-removed", "approved", [...FILED, ["lines-removed", 3, A], ["lines-removed", 4, B]]],
    ["lines-removed", "approved", [...FILED, ["accepted", 3], ["lines-removed", 3], ["liquidated", 9, A]]],
    ["liquidated", "approved", [...FILED, ["accepted", 3], ["liquidated", 48]]],
    ["reliquidated", "approved", [...FILED, ["accepted", 3], ["reliquidated", 8]]],
    [
      "sent-to-treasury",
      "approved",
      [...FILED, ["accepted", 3], ["liquidated", 48], ["sent-to-treasury", 50]],
    ],
    [
      "treasury-issued",
      "approved",
      [...FILED, ["accepted", 3], ["sent-to-treasury", 50], ["treasury-issued", 55]],
    ],
    [
      "payment-returned",
      "approved",
      [...FILED, ["accepted", 3], ["treasury-issued", 55], ["payment-returned", 58]],
    ],
    [
      "treasury-issued",
      "approved",
      [...FILED, ["accepted", 3], ["payment-returned", 58], ["treasury-issued", 70]],
    ],
    ["funds-diverted", "approved", [...FILED, ["accepted", 3], ["funds-diverted", 58]]],
    ["matched", "approved", [...FILED, ["accepted", 3], ["treasury-issued", 55], ["matched", 60]]],
  ])("is %s (%s) after %j", (status, plain, events) => {
    expect(state(...events)).toMatchObject({ status, plain });
  });

  it("has a plain word for every status", () => {
    const statuses = CLAIM_EVENT_KINDS.filter((kind) => kind !== "refiled" && kind !== "given-up");
    expect(Object.keys(PLAIN_STATUS).sort()).toEqual([...statuses].sort());
  });
});

describe("accepted with errors", () => {
  const answered: readonly Told[] = [
    ...FILED,
    ["accepted-with-errors", 3],
    ["lines-removed", 3, A],
    ["rejected", 3, B, "INVALID HTS"],
  ];

  it("stays so while a failed row is open, however far the money of the others has come", () => {
    expect(state(...answered, ["matched", 60, A])).toMatchObject({
      status: "accepted-with-errors",
      open: true,
    });
  });

  it.each<[ClaimEventKind]>([["refiled"], ["given-up"]])("moves on once the failed row is %s", (kind) => {
    expect(state(...answered, ["matched", 60, A], [kind, 20, B])).toMatchObject({
      status: "matched",
      open: false,
    });
  });

  it("moves on at once where CBP's message leaves nothing to do in CAPE", () => {
    const final = state(...FILED, ["lines-removed", 3, A], ["rejected", 3, B, "ENTRY ON DRAWBACK"]);
    expect(final.rows[1]).toMatchObject({ outcome: "failed", settled: true });
    expect(final.status).toBe("lines-removed");
    expect(refilableRows(final)).toEqual([]);
  });

  it("offers only the failed and open rows for a new declaration, with CBP's words and their meaning", () => {
    expect(refilableRows(state(...answered))).toMatchObject([
      { number: B, message: "INVALID HTS", meaning: { refile: "after-fix", owner: "broker" } },
    ]);
    expect(refilableRows(state(...answered, ["refiled", 9, B]))).toEqual([]);
  });

  it("keeps unknown words verbatim and the row open", () => {
    const unknown = state(...FILED, ["lines-removed", 3, A], ["rejected", 3, B, "  Something New! "]);
    expect(unknown.rows[1]).toMatchObject({ message: "  Something New! ", meaning: null, settled: false });
  });

  it("says nothing of a row until its details arrive", () => {
    expect(state(...FILED, ["accepted-with-errors", 3]).rows.map(({ outcome }) => outcome)).toEqual([
      "unanswered",
      "unanswered",
    ]);
  });
});

describe("a row", () => {
  it("C3: stays accepted whatever fails later", () => {
    const later = state(...FILED, ["lines-removed", 3, A], ["rejected", 9, A, "INVALID HTS"]);
    expect(later.rows[0]).toMatchObject({ outcome: "accepted", message: "INVALID HTS" });
    expect(later.flags.map(({ kind }) => kind)).toContain("contradictory-answers");
  });

  it("is reached by money of the whole claim only when accepted", () => {
    const { rows } = state(
      ...FILED,
      ["accepted", 3],
      ["rejected", 3, B, "INVALID HTS"],
      ["liquidated", 48],
      ["treasury-issued", 60],
    );
    expect(rows).toMatchObject([
      { outcome: "accepted", step: "treasury-issued", liquidatedOn: addDays(START, 48) },
      { outcome: "failed", step: null, liquidatedOn: null },
    ]);
  });

  it("counts even if only CBP's files name it", () => {
    expect(foldClaim(told(["lines-removed", 3, A])).rows).toMatchObject([{ number: A, outcome: "accepted" }]);
  });
});

describe("what screening learns of a claim", () => {
  it("C3 C4: accepted, failed with CBP's words, or filed and unanswered", () => {
    const folded = state(...FILED, ["lines-removed", 3, A]);
    expect([...sightingsOf(folded, "900000000001")]).toEqual([
      [A, { outcome: "accepted", claimNumber: "900000000001", message: null }],
      [B, { outcome: "filed", claimNumber: "900000000001", message: null }],
    ]);
    const failed = state(...FILED, ["rejected", 3, undefined, "NOT A CSV FILE"]);
    expect(sightingsOf(failed, null).get(A)).toEqual({
      outcome: "failed",
      claimNumber: null,
      message: "NOT A CSV FILE",
    });
  });

  it("is nothing before the declaration is filed", () => {
    expect(sightingsOf(state(["drafted", 0], ["downloaded", 0]), null).size).toBe(0);
  });
});

describe("impossible sequences are flagged and kept", () => {
  it.each<[string, readonly Told[]]>([
    [
      "answer-without-filing",
      [
        ["drafted", 0],
        ["accepted", 3],
      ],
    ],
    ["out-of-order", [...FILED, ["accepted", 0]]],
    ["out-of-order", [...FILED, ["accepted", 9], ["liquidated", 5]]],
    ["out-of-order", [...FILED, ["accepted", 9], ["liquidated", 5, A]]],
    ["contradictory-answers", [...FILED, ["accepted", 3], ["rejected", 4]]],
    ["without-acceptance", [...FILED, ["liquidated", 40]]],
    ["without-acceptance", [...FILED, ["treasury-issued", 40, A]]],
    ["contradictory-answers", [...FILED, ["rejected", 3], ["lines-removed", 4, A]]],
    ["accepted-row-refiled", [...FILED, ["lines-removed", 3, A], ["refiled", 9, A]]],
    ["accepted-row-refiled", [...FILED, ["accepted", 3], ["refiled", 2, B]]],
    ["entry-not-declared", [...FILED, ["lines-removed", 3, aNumber("98712345671")]]],
  ])("%s: %j", (kind, events) => {
    expect(flagKinds(...events)).toContain(kind);
    expect(state(...events).timeline).toHaveLength(events.length);
  });

  it.each<[readonly Told[]]>([
    [
      [
        ...FILED,
        ["under-review", 2],
        ["accepted", 3],
        ["lines-removed", 3],
        ["liquidated", 48],
        ["matched", 70],
      ],
    ],
    [
      [
        ...FILED,
        ["accepted", 1],
        ["sent-to-treasury", 50],
        ["payment-returned", 55],
        ["sent-to-treasury", 60],
        ["matched", 70],
      ],
    ],
    [[...FILED, ["accepted-with-errors", 3], ["lines-removed", 3, A], ["rejected", 3, B], ["refiled", 2, B]]],
  ])("and possible ones are not: %j", (events) => {
    expect(flagKinds(...events)).toEqual([]);
  });

  it("an accepted claim outlives a refusal", () => {
    expect(state(...FILED, ["accepted", 3], ["rejected", 4]).status).toBe("accepted");
  });
});
