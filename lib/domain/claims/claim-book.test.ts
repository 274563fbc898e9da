import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { day } from "../day";
import { aStatement, aTypedEvent } from "../testing/a-statement";
import { aNumber } from "../testing/an-entry";
import { type ClaimSources, entriesInClaims, foldClaimBook, type OwnClaim } from "./claim-book";
import { claimChanges } from "./claim-changes";
import type { ClaimStatement } from "./claim-statement";
import type { EntryEvidence } from "./place-evidence";

const [A, B, C] = ["ZZX10000011", "ZZX10000029", "ZZX10000037"].map(aNumber) as [
  ReturnType<typeof aNumber>,
  ReturnType<typeof aNumber>,
  ReturnType<typeof aNumber>,
];

const filed = (id: string, declared: OwnClaim["declared"], change: Partial<OwnClaim> = {}): OwnClaim => ({
  ...{
    id,
    declarationId: `declaration of ${id}`,
    claimNumber: null,
    declared,
    events: [aTypedEvent({ id: `${id}-filed` })],
  },
  ...change,
});

const evidence = (change: Partial<EntryEvidence> = {}): EntryEvidence => ({
  ...aTypedEvent({ id: "e", kind: "lines-removed", day: day("2026-11-10"), dayIsLatest: true }),
  origin: { kind: "file", source: { file: "es003.csv", row: 5 } },
  entryNumber: A,
  ...change,
});

const book = (sources: Partial<ClaimSources>) =>
  foldClaimBook({ own: [], statements: [], evidence: [], ...sources });

const standings = (sources: Partial<ClaimSources>) =>
  book(sources).claims.map(({ id, claimNumber, state }) => [
    id ?? claimNumber,
    state.status,
    state.rows.map(({ outcome, step }) => step ?? outcome),
  ]);

const failedRow = (number: ClaimStatement["number"], message: string, change: Partial<ClaimStatement> = {}) =>
  aStatement(number, {
    ...{ outcome: "failed", status: "Failed", message, source: { file: "claims.csv", row: 3 } },
    ...change,
  });

describe("a claim number that a file shows", () => {
  const rows = [aStatement(A), failedRow(B, "INVALID HTS")];

  it("is ours where somebody typed it", () => {
    const own = [filed("one", [A, B, C], { claimNumber: "900000000001" })];
    expect(standings({ own, statements: rows })).toEqual([
      ["one", "accepted-with-errors", ["accepted", "failed", "unanswered"]],
    ]);
  });

  it("is ours where one claim without a number, and no other, declared every entry under it", () => {
    const own = [filed("one", [A, B]), filed("two", [C])];
    const [one, two] = book({ own, statements: rows }).claims;
    expect(one).toMatchObject({ id: "one", claimNumber: "900000000001", numberFrom: "files" });
    expect(two).toMatchObject({ id: "two", claimNumber: null, state: { status: "filed" } });
  });

  it("stays a claim of its own where two of ours would fit, until one of them is found", () => {
    const own = [filed("one", [A, B]), filed("two", [B])];
    const second = failedRow(B, "INVALID HTS", { claimNumber: "900000000002" });
    expect(standings({ own, statements: [second] }).map(([name]) => name)).toEqual([
      "one",
      "two",
      "900000000002",
    ]);
    expect(standings({ own, statements: [second, ...rows] })).toEqual([
      ["one", "accepted-with-errors", ["accepted", "failed"]],
      ["two", "rejected", ["failed"]],
    ]);
  });

  it("is a claim filed elsewhere where we declared nothing of it: filed by the day of the file, and accepted", () => {
    const [claim] = book({
      statements: [aStatement(A), aStatement(B, { source: { file: "claims.csv", row: 3 } })],
    }).claims;
    expect(claim).toMatchObject({
      ...{ id: null, claimNumber: "900000000001", entries: [A, B] },
      state: {
        status: "accepted",
        filedOn: "2026-11-05",
        acceptedOn: "2026-11-05",
        acceptedOnIsLatest: true,
        flags: [],
      },
    });
  });
});

describe("a status of the whole claim", () => {
  it("Accepted with Error(s) stays open until every row is settled", () => {
    const own = [filed("one", [A, B], { claimNumber: "900000000001" })];
    const es022 = (number: ClaimStatement["number"], change: Partial<ClaimStatement> = {}) =>
      aStatement(number, {
        outcome: "filed",
        statusOf: "claim",
        status: "Accepted with Error(s)",
        ...change,
      });
    const told = [es022(A), es022(B, { source: { file: "claims.csv", row: 3 } })];
    expect(standings({ own, statements: told })).toEqual([
      ["one", "accepted-with-errors", ["unanswered", "unanswered"]],
    ]);
    const details = [aStatement(A), failedRow(B, "INVALID HTS")].map((row) => ({
      ...row,
      source: { ...row.source, file: "details.csv" },
    }));
    const settled = [
      ...(own[0]?.events ?? []),
      aTypedEvent({ id: "m", kind: "matched", day: day("2026-11-20"), entryNumber: A }),
    ];
    const refiled = aTypedEvent({ id: "r", kind: "refiled", day: day("2026-11-21"), entryNumber: B });
    const openOf = (events: OwnClaim["events"]) =>
      book({
        own: [filed("one", [A, B], { claimNumber: "900000000001", events })],
        statements: [...told, ...details],
      }).claims[0]?.state.open;
    expect(openOf(settled)).toBe(true);
    expect(openOf([...settled, refiled])).toBe(false);
  });

  it("of an entry alone changes no other entry", () => {
    const own = [filed("one", [A, B], { claimNumber: "900000000001" })];
    const row = aStatement(A, { outcome: "failed", status: "Rejected", statusOf: "entry" });
    expect(standings({ own, statements: [row] })).toEqual([
      ["one", "under-review", ["failed", "unanswered"]],
    ]);
  });

  it("that we do not know is kept in CBP's words and changes nothing", () => {
    const own = [filed("one", [A], { claimNumber: "900000000001" })];
    const row = aStatement(A, { outcome: "filed", status: "Half done", refundStatus: "On its way" });
    expect(book({ own, statements: [row] }).claims[0]).toMatchObject({
      ...{ unread: ["Half done", "On its way"], state: { status: "filed" } },
    });
  });
});

describe("the result of a validation", () => {
  const row = failedRow(A, "NOT IN ACE", {
    ...{ claimNumber: null, statusOf: "claim", status: "Rejected by batch validation" },
  });

  it("rejects the last upload without a number that holds its entries, every row of it", () => {
    const own = [filed("one", [A, B], { claimNumber: "900000000001" }), filed("two", [A, B])];
    expect(standings({ own, statements: [row] })).toEqual([
      ["one", "filed", ["unanswered", "unanswered"]],
      ["two", "rejected", ["failed", "failed"]],
    ]);
  });

  it("belongs to nothing filed after it, and is not lost", () => {
    const own = [filed("one", [A], { events: [aTypedEvent({ day: day("2026-11-09") })] })];
    const { claims, unplaced } = book({ own, statements: [row] });
    expect(claims).toMatchObject([{ state: { status: "filed" } }]);
    expect(unplaced.map(({ kind }) => kind)).toEqual(["rejected", "rejected"]);
  });
});

describe("what a file shows of a claimed entry without naming a claim", () => {
  const own = [
    filed("first", [A], { claimNumber: "1" }),
    filed("second", [A], { claimNumber: "2", events: [aTypedEvent({ day: day("2026-11-08") })] }),
  ];
  const dropped = failedRow(A, "INVALID HTS", { claimNumber: "1" });

  it("belongs to the claim from which CBP did not drop it", () => {
    expect(standings({ own, statements: [dropped], evidence: [evidence()] })).toEqual([
      ["first", "rejected", ["failed"]],
      ["second", "lines-removed", ["lines-removed"]],
    ]);
  });

  it("never makes an acceptance of a row that CBP dropped, and stays to be looked at", () => {
    const { claims, unplaced } = book({
      own: own.slice(0, 1),
      statements: [dropped],
      evidence: [evidence()],
    });
    expect(claims).toMatchObject([{ state: { status: "rejected" } }]);
    expect(unplaced).toMatchObject([{ kind: "lines-removed", entryNumber: A }]);
  });

  it("a liquidation before the filing is no work of the claim", () => {
    const on = (text: string) => evidence({ id: text, kind: "liquidated", day: day(text) });
    const accepted = aStatement(A, { claimNumber: "1" });
    const steps = (text: string) =>
      standings({ own: own.slice(0, 1), statements: [accepted], evidence: [on(text)] })[0]?.[1];
    expect(steps("2026-11-01")).toBe("accepted");
    expect(steps("2026-11-02")).toBe("liquidated");
  });

  it("is not too early for an acceptance that only a later file shows", () => {
    const { state } = book({
      ...{
        own: own.slice(0, 1),
        statements: [aStatement(A, { claimNumber: "1", liquidatedOn: day("2026-11-04") })],
      },
    }).claims[0] ?? { state: null };
    expect(state).toMatchObject({ status: "liquidated", flags: [] });
  });
});

describe("any files, in any order", () => {
  const numbers = [A, B, C];
  const statement = fc
    .record({
      number: fc.constantFrom(...numbers),
      claimNumber: fc.constantFrom(null, "1", "2", "3"),
      outcome: fc.constantFrom("accepted" as const, "failed" as const, "filed" as const),
      message: fc.constantFrom(null, "INVALID HTS", "something new"),
      status: fc.constantFrom("", "Accepted", "Accepted with Error(s)", "Rejected by batch validation"),
      statusOf: fc.constantFrom("entry" as const, "claim" as const),
      refundStatus: fc.constantFrom(null, "Sent to Treasury", "Funds Diverted"),
      liquidatedOn: fc.constantFrom(null, day("2026-11-04")),
      day: fc.constantFrom(day("2026-11-03"), day("2026-11-05"), day("2026-11-12")),
      source: fc.record({ file: fc.constantFrom("f", "g", "h"), row: fc.integer({ min: 2, max: 40 }) }),
    })
    .map(({ number, ...change }) => aStatement(number, change));
  const rows = fc.uniqueArray(statement, {
    maxLength: 12,
    selector: ({ source }) => `${source.file} ${String(source.row)}`,
  });
  // All rows of one file have its day.
  const ofFiles = rows.map((list) =>
    list.map((row) => ({
      ...row,
      day: list.find((each) => each.source.file === row.source.file)?.day ?? row.day,
    })),
  );
  const own = [filed("one", [A, B]), filed("two", [B, C], { claimNumber: "2" }), filed("three", [A])];
  const loose = [evidence(), evidence({ id: "f", entryNumber: C })];

  it("come to the same book", () => {
    fc.assert(
      fc.property(
        ofFiles.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const a = book({ own, statements: list, evidence: loose });
          const b = book({ own, statements: shuffled, evidence: loose.toReversed() });
          expect(b).toEqual(a);
          expect(claimChanges(a, b)).toEqual([]);
        },
      ),
    );
  });

  it("lose no event: each stands on one timeline or is left to be looked at", () => {
    fc.assert(
      fc.property(ofFiles, (statements) => {
        const { claims, unplaced } = book({ own, statements, evidence: loose });
        const ids = [...claims.flatMap(({ state }) => state.timeline), ...unplaced].map(({ id }) => id);
        for (const { id } of loose) expect(ids.filter((each) => each === id)).toHaveLength(1);
        const named = new Set(entriesInClaims({ claims, unplaced }).keys());
        for (const { number, claimNumber } of statements)
          if (claimNumber !== null) expect(named).toContain(number);
      }),
    );
  });

  it("an undone file leaves the book that would be without it", () => {
    fc.assert(
      fc.property(ofFiles, (statements) => {
        const others = statements.filter(({ source }) => source.file !== "f");
        const before = book({ own, statements: others, evidence: loose });
        const changes = claimChanges(before, book({ own, statements, evidence: loose }));
        if (others.length === statements.length) expect(changes).toEqual([]);
        expect(book({ own, statements: others, evidence: loose })).toEqual(before);
      }),
    );
  });
});
