import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addYears, type Day, day, daysBetween, weekdayOf } from "../day";
import { type ClockKind, CLOCKS } from "../law/clocks";
import { LEGAL_HOLIDAYS } from "../law/holidays";
import { usdText } from "../money";
import { aCommodity, aLine, type EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import { clockFormulaOf, lastSafeDayOf } from "./clock-formula";
import { type Clock } from "./clocks";
import { dollarsAtRisk, nextDeadline } from "./next-deadline";

const clockOf = (sketch: EntrySketch, kind: ClockKind, asOf = "2026-11-21", acceptedOn?: string): Clock => {
  const accepted = acceptedOn === undefined ? {} : { acceptance: { on: day(acceptedOn), isLatest: false } };
  const clock = screened(sketch, asOf, accepted).clocks.find((c) => c.kind === kind);
  if (clock === undefined) throw new Error(`No ${kind} clock`);
  return clock;
};
const termsOf = (clock: Clock) =>
  clockFormulaOf(clock).map(({ from, countedFrom, plus, unit, day: to }) => [
    from,
    countedFrom,
    plus,
    unit,
    to,
  ]);

describe("the formula of a clock", () => {
  it.each<[ClockKind, EntrySketch, unknown[]]>([
    [
      "cape-window",
      { liquidated: "2026-09-02" },
      ["2026-09-02", "last-liquidation", 80, "days", "2026-11-21"],
    ],
    ["protest", { liquidated: "2026-09-02" }, ["2026-09-02", "last-liquidation", 180, "days", "2027-03-01"]],
    [
      "voluntary-reliquidation",
      { liquidated: "2026-09-02" },
      ["2026-09-02", "last-liquidation", 90, "days", "2026-12-01"],
    ],
    ["court", {}, ["2025-09-15", "entry", 2, "years", "2027-09-15"]],
    ["psc", {}, ["2025-09-15", "entry", 300, "days", "2026-07-12"]],
    ["default-liquidation", {}, ["2025-09-15", "entry", 314, "days", "2026-07-26"]],
    [
      "reconciliation",
      { facts: { reconciliationDueDate: "2026-12-20" } },
      ["2026-12-20", "reconciliation-due", 0, "days", "2026-12-20"],
    ],
  ])("of %s counts from what its law counts from", (kind, sketch, term) => {
    expect(termsOf(clockOf(sketch, kind))).toEqual([term]);
  });

  it("counts from the acceptance of a claim", () => {
    expect(termsOf(clockOf({}, "acceptance-to-liquidation", "2026-11-21", "2026-11-01"))).toEqual([
      ["2026-11-01", "acceptance", 45, "days", "2026-12-16"],
    ]);
    expect(termsOf(clockOf({}, "acceptance-to-refund", "2026-11-21", "2026-11-01"))).toEqual([
      ["2026-11-01", "acceptance", 90, "days", "2027-01-30"],
    ]);
  });

  it.each([
    [
      "2026-07-26",
      [["2026-07-26", "scheduled-liquidation", -15, "days", "2026-07-11"]],
      "the schedule is earlier",
    ],
    ["2026-07-27", [], "both fall on one day"],
    ["2026-07-28", [], "day 300 is earlier"],
  ])("K5: of psc, scheduled for %s, adds %j because %s", (scheduled, added) => {
    const clock = clockOf({ liquidated: scheduled, status: "Pending" }, "psc", "2026-07-01");
    expect(termsOf(clock)).toEqual([["2025-09-15", "entry", 300, "days", "2026-07-12"], ...added]);
  });

  it("always leads to the last day, from the day counted from", () => {
    const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(day("2025-02-04"), days));
    const sketch = fc.record({
      entered: anyDay,
      liquidated: anyDay,
      status: fc.constantFrom("Pending", "Suspended"),
    });
    fc.assert(
      fc.property(sketch, ({ entered, liquidated, status }) => {
        fc.pre(entered <= liquidated);
        for (const clock of screened({ entered, liquidated, status }).clocks) {
          const terms = clockFormulaOf(clock);
          for (const { from, plus, unit, day: to } of terms) {
            if (unit === "days") expect(daysBetween(from, to)).toBe(plus);
            else expect(addYears(from, plus)).toBe(to);
          }
          expect(terms.map((term) => term.day).toSorted()[0]).toBe(clock.lastDay);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the last safe day", () => {
  it("of the CAPE window is day 74: from day 75 on the upload may come too late", () => {
    const clock = clockOf({ liquidated: "2026-09-02" }, "cape-window");
    expect([lastSafeDayOf(clock), clock.lastDay]).toEqual(["2026-11-15", "2026-11-21"]);
    expect(daysBetween(clock.from, day("2026-11-15"))).toBe(CLOCKS["cape-window"].warnFromDay - 1);
  });

  it.each([
    ["2026-06-26", "2026-12-23", "2026-12-23", "a Wednesday"],
    ["2026-06-28", "2026-12-25", "2026-12-24", "Christmas"],
    ["2026-06-30", "2026-12-27", "2026-12-24", "the Sunday after Christmas"],
    ["2026-07-05", "2027-01-01", "2026-12-31", "New Year's Day"],
    ["2026-03-07", "2026-09-03", "2026-09-03", "a Thursday"],
    ["2026-03-11", "2026-09-07", "2026-09-04", "Labor Day, a Monday"],
  ])("K3: liquidated %s, the protest ends %s and is safe on %s: %s", (liquidated, lastDay, safe) => {
    const clock = clockOf({ liquidated }, "protest", "2026-07-06");
    expect([clock.lastDay, lastSafeDayOf(clock)]).toEqual([lastDay, safe]);
  });

  it.each<ClockKind>(["voluntary-reliquidation", "default-liquidation", "acceptance-to-refund"])(
    "is none for %s: CBP acts, not the filer",
    (kind) => {
      expect(lastSafeDayOf({ ...clockOf({}, "court"), kind })).toBeNull();
    },
  );

  it("is not known where no legal holidays are", () => {
    expect(lastSafeDayOf(clockOf({ entered: "2026-12-31" }, "court"))).toBe("2028-12-29");
    expect(lastSafeDayOf(clockOf({ entered: "2027-01-01" }, "court"))).toBeNull();
  });

  it("lies on or before the last day, and is open unless CBP's own days count", () => {
    const holidays: readonly Day[] = LEGAL_HOLIDAYS.map(({ on }) => on);
    const anyDay = fc.integer({ min: 0, max: 650 }).map((days) => addDays(day("2025-02-04"), days));
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom<ClockKind>("cape-window", "protest", "court", "psc"),
        (from, kind) => {
          const clock = clockOf({ entered: from, liquidated: from }, kind, "2027-06-01");
          const safe = lastSafeDayOf(clock);
          if (safe === null) throw new Error("Known within the years of the table");
          expect(safe <= clock.lastDay).toBe(true);
          if (kind === "cape-window") return;
          expect([0, 6].includes(weekdayOf(safe)) || holidays.includes(safe)).toBe(false);
          expect(daysBetween(safe, clock.lastDay)).toBeLessThanOrEqual(4);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("dollars at risk", () => {
  const atRisk = (sketch: EntrySketch, kind: ClockKind): string | null => {
    const screening = screened(sketch);
    const clock = screening.clocks.find((c) => c.kind === kind);
    if (clock === undefined) throw new Error(`No ${kind} clock`);
    const dollars = dollarsAtRisk(clock, screening);
    return dollars === null ? null : usdText(dollars);
  };
  const range = [aLine({ hts: "9903.02.20", duty: "150", value: null }), aCommodity()];

  it.each<[EntrySketch, ClockKind, string | null, string]>([
    [{ liquidated: "2026-09-02" }, "cape-window", "100.00", "CAPE takes it for the last time"],
    [{ liquidated: "2026-09-02" }, "protest", "0.00", "CAPE is still open"],
    [{ liquidated: "2026-09-01" }, "cape-window", "0.00", "the window has closed"],
    [{ liquidated: "2026-09-01" }, "protest", "100.00", "only the protest is left"],
    [{ liquidated: "2025-12-01" }, "court", "100.00", "only the court is left"],
    [{ liquidated: "2026-09-02", claims: [{ outcome: "accepted" }] }, "cape-window", "0.00", "it is claimed"],
    [{ liquidated: "2026-09-02", entered: "2025-01-10" }, "cape-window", "0.00", "nothing is refundable"],
    [{ liquidated: "2026-09-02", lines: range }, "cape-window", null, "only a range is known"],
    [{ liquidated: "2026-09-01", lines: range }, "cape-window", "0.00", "nothing is lost any more"],
    [
      { liquidated: "2026-09-02", lines: [aLine({ duty: "-5" })] },
      "cape-window",
      "0.00",
      "it nets below zero",
    ],
  ])("%j: %s puts %s at risk because %s", (sketch, kind, dollars) => {
    expect(atRisk(sketch, kind)).toBe(dollars);
  });

  it("are those of the next deadline", () => {
    const screening = screened({ liquidated: "2026-09-02" });
    const next = nextDeadline(screening);
    expect(next?.kind).toBe("cape-window");
    expect(next && dollarsAtRisk(next, screening)).toEqual(screening.refund.certain);
  });
});
