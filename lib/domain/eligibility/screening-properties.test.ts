import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aLine, type EntrySketch } from "../testing/an-entry";
import { missingFactsOf, reasonKinds, screened } from "../testing/screened";
import { LANES } from "./verdict";

const amount = fc.constantFrom("0", "100", "250.55", "-40", "-100", null);
const hts = fc.constantFrom(
  "9903.01.25",
  "9903.01.33",
  "9903.02.20",
  "9903.88.03",
  "9903.01.95",
  "8413.91.9085",
  null,
);
const rows = fc.array(
  fc.record({
    hts,
    duty: amount,
    value: fc.constantFrom("1000", "0", null),
    line: fc.constantFrom("1", "2", null),
  }),
  { maxLength: 5 },
);
/** Unknown, one value, or two that disagree. */
const fact = (...values: [string, ...string[]]) => {
  const disagreeing = Math.min(2, values.length);
  const torn = fc.subarray(values, { minLength: disagreeing, maxLength: disagreeing });
  return fc.oneof(fc.constant(null), fc.constantFrom(...values), torn);
};

const anySketch = fc.record({
  number: fc.constantFrom("ZZX10000011", "ZZX10000204"),
  type: fact("01", "03", "06", "08", "11", "21", "31", "86"),
  entered: fact("2025-02-03", "2025-02-04", "2025-09-15", "2026-02-23", "2026-02-24"),
  liquidated: fact("2025-12-01", "2026-05-24", "2026-05-25", "2026-09-01", "2026-09-02", "2026-12-04"),
  status: fact("Liquidated", "Unliquidated", "Suspended", "Pending", "Open"),
  facts: fc.record({
    reconciliationFlag: fact("Y", "N"),
    protestNumber: fact("520126100045"),
    protestStatus: fact("Open", "Denied"),
    controlStatus: fact("Rejected", "Trade Control"),
    drawbackFlag: fact("Y", "N"),
    paymentDate: fact("2025-10-01", "2025-10-02"),
  }),
  lines: rows.map((sketches) => sketches.map((sketch) => aLine(sketch))),
  claims: fc.array(fc.record({ outcome: fc.constantFrom("filed", "accepted", "failed") }), { maxLength: 2 }),
});

describe("every entry", () => {
  it("is in exactly one lane, for a reason that asks for it", () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const { lane, findings, missing, possibleLanes } = screened(sketch);
        expect(LANES).toContain(lane);
        expect(findings[0].lane).toBe(lane);
        expect(missing.length > 0).toBe(lane === "needs-data");
        expect(possibleLanes.length).toBeGreaterThan(0);
        if (lane !== "needs-data") expect(possibleLanes).toEqual([lane]);
      }),
      { numRuns: 100 },
    );
  });

  it("refunds at least the minimum, at most the maximum, and between them what is certain", () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const { min, certain, max } = screened(sketch).refund;
        if (max !== null) expect(min.lessThanOrEqualTo(max)).toBe(true);
        if (certain !== null) expect(certain.equals(min) && max !== null && certain.equals(max)).toBe(true);
        else expect(max === null || min.lessThan(max)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("is screened the same whatever the order of its rows and sightings", () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value) ? [...(value as unknown[])].reverse() : value;
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const other = {
          ...Object.fromEntries(Object.entries(sketch).map(([key, value]) => [key, reversed(value)])),
          facts: Object.fromEntries(
            Object.entries(sketch.facts).map(([key, value]) => [key, reversed(value)]),
          ),
        } as EntrySketch;
        const [a, b] = [screened(sketch), screened(other)];
        expect([b.lane, b.possibleLanes, missingFactsOf(b)]).toEqual([
          a.lane,
          a.possibleLanes,
          missingFactsOf(a),
        ]);
        expect(JSON.stringify([b.refund, b.interest, b.clocks])).toBe(
          JSON.stringify([a.refund, a.interest, a.clocks]),
        );
        expect(reasonKinds(b).toSorted()).toEqual(reasonKinds(a).toSorted());
      }),
      { numRuns: 100 },
    );
  });

  it("never gets a lane outside the possible ones when a missing fact is added or a torn one settled", () => {
    const answers = fc.record({
      type: fc.constantFrom("01", "03", "06", "08", "09", "12", "22", "34", "47"),
      entered: fc.constantFrom("2025-02-03", "2025-02-04", "2025-07-01", "2026-02-23", "2026-02-24"),
      liquidated: fc.constantFrom(
        "2026-03-01",
        "2026-05-24",
        "2026-06-30",
        "2026-09-01",
        "2026-09-02",
        "2026-11-21",
      ),
      status: fc.constantFrom("Unliquidated", "Suspended", "Extended"),
    });
    const settle = <T>(known: T | readonly T[] | null, answer: T): T =>
      Array.isArray(known) ? (known as T[])[0]! : ((known as T | null) ?? answer);
    fc.assert(
      fc.property(anySketch, answers, fc.boolean(), (sketch, answer, dated) => {
        const before = screened({ ...sketch, number: "ZZX10000011" });
        const undated = sketch.liquidated === null && sketch.status === null;
        const liquidated =
          undated && dated
            ? answer.liquidated
            : sketch.liquidated === null
              ? null
              : settle(sketch.liquidated, answer.liquidated);
        const entered = settle(sketch.entered, answer.entered);
        fc.pre(liquidated === null || entered <= liquidated); // a date before entry is an error, not an answer
        const settled: EntrySketch = {
          ...sketch,
          number: "ZZX10000011",
          type: settle(sketch.type, answer.type),
          entered,
          liquidated,
          status: undated ? (dated ? null : answer.status) : sketch.status,
        };
        const after = screened(settled);
        for (const lane of after.possibleLanes) expect(before.possibleLanes).toContain(lane);
      }),
      { numRuns: 100 },
    );
  });
});
