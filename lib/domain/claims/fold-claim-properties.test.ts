import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../day";
import { aNumber } from "../testing/an-entry";
import { CLAIM_EVENT_KINDS, type ClaimEvent } from "./claim-event";
import { foldClaim, refilableRows, sightingsOf } from "./fold-claim";

const A = aNumber("ZZX10000011");
const B = aNumber("ZZX10000029");
const STRANGER = aNumber("98712345671");
const START = day("2026-05-01");

const filedOn = (onDay: number, change: Partial<ClaimEvent> = {}): ClaimEvent => ({
  id: "z",
  kind: "filed",
  day: addDays(START, onDay),
  recordedAt: "2026-06-01T00:00:00Z",
  entryNumber: null,
  message: null,
  ...change,
});

describe("any events", () => {
  const event = fc.record<ClaimEvent>({
    id: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"),
    kind: fc.constantFrom(...CLAIM_EVENT_KINDS),
    day: fc.integer({ min: 0, max: 90 }).map((n) => addDays(START, n)),
    recordedAt: fc.constantFrom("2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"),
    entryNumber: fc.constantFrom(null, null, A, B, STRANGER),
    message: fc.constantFrom(null, "INVALID HTS", "ENTRY ON DRAWBACK", "something new"),
  });
  const arrivals = fc
    .array(event, { maxLength: 14 })
    .chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
    );

  it("fold to the same state in every order of arrival and with every repetition", () => {
    fc.assert(
      fc.property(arrivals, fc.constantFrom([], [A, B], [B, A]), ([list, shuffledTwice], declared) => {
        const folded = foldClaim(list, declared);
        expect(foldClaim(shuffledTwice, [...declared].reverse())).toEqual(folded);
      }),
    );
  });

  it("are all kept, once each, in the order of their days", () => {
    fc.assert(
      fc.property(arrivals, ([list]) => {
        const { timeline } = foldClaim(list);
        expect(new Set(timeline.map(({ id }) => id))).toEqual(new Set(list.map(({ id }) => id)));
        expect(timeline).toHaveLength(new Set(list.map(({ id }) => id)).size);
        expect(timeline.map((e) => e.day)).toEqual(timeline.map((e) => e.day).sort());
      }),
    );
  });

  it("never take an acceptance back, whatever is told before or after", () => {
    const acceptance = fc.record({
      kind: fc.constantFrom("accepted" as const, "lines-removed" as const),
      day: fc.integer({ min: 0, max: 90 }),
    });
    fc.assert(
      fc.property(arrivals, acceptance, ([, shuffledTwice], { kind, day: onDay }) => {
        const { rows } = foldClaim([...shuffledTwice, filedOn(onDay, { kind, entryNumber: A })], [A, B]);
        expect(rows.find((row) => row.number === A)?.outcome).toBe("accepted");
      }),
    );
  });

  it("leave a claim open, and never approved, while a row that CBP did not take is open", () => {
    fc.assert(
      fc.property(arrivals, ([list]) => {
        const { rows, open, plain } = foldClaim(list, [A, B]);
        const waiting = rows.filter(({ outcome, settled }) => outcome !== "accepted" && !settled);
        if (waiting.length === 0) return;
        expect(open).toBe(true);
        expect(plain).not.toBe("approved");
      }),
      { numRuns: 500 },
    );
  });

  it("say the same to the screening and to the next declaration in every order of arrival", () => {
    fc.assert(
      fc.property(arrivals, ([list, shuffledTwice]) => {
        const [a, b] = [foldClaim(list, [A, B]), foldClaim(shuffledTwice, [B, A])];
        expect(sightingsOf(b, "900000000001")).toEqual(sightingsOf(a, "900000000001"));
        expect(refilableRows(b)).toEqual(refilableRows(a));
        const accepted = a.rows.filter(({ outcome }) => outcome === "accepted");
        for (const { number: row } of refilableRows(a))
          expect(accepted.map((one) => one.number)).not.toContain(row);
      }),
    );
  });

  it("are what a flag points at: every event of a flag stands in the timeline", () => {
    fc.assert(
      fc.property(arrivals, ([list]) => {
        const { flags, timeline } = foldClaim(list, [A, B]);
        const ids = new Set(timeline.map(({ id }) => id));
        for (const flag of flags) {
          expect(flag.events.length).toBeGreaterThan(0);
          for (const id of flag.events) expect(ids).toContain(id);
        }
      }),
    );
  });

  it("flag one id that arrived with two contents", () => {
    const [first, other] = [filedOn(1), filedOn(2)];
    expect(foldClaim([first, other])).toEqual(foldClaim([other, first]));
    expect(foldClaim([first, other]).flags).toMatchObject([{ kind: "event-torn", events: ["z"] }]);
  });
});
