import { describe, expect, it } from "vitest";
import { day } from "../day";
import type { EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import { pscLastDay } from "./clocks";

const clocksOn = (sketch: EntrySketch, asOf = "2026-11-21") =>
  Object.fromEntries(
    screened(sketch, asOf).clocks.map(({ kind, lastDay, daysLeft }) => [kind, [lastDay, daysLeft]]),
  );

describe("clocks", () => {
  it("K7: run from the liquidation, the last day included", () => {
    expect(clocksOn({ liquidated: "2026-09-02" })).toEqual({
      "cape-window": ["2026-11-21", 0],
      "voluntary-reliquidation": ["2026-12-01", 10],
      protest: ["2027-03-01", 100],
      court: ["2027-09-15", 298],
      psc: ["2026-07-12", -132],
    });
  });

  it("K1: a scheduled liquidation starts none", () => {
    expect(Object.keys(clocksOn({ liquidated: "2026-12-04", status: "Pending" }))).toEqual(["court", "psc"]);
  });

  it("K2 L20: run for entries with nothing to claim, and for excluded ones", () => {
    expect(Object.keys(clocksOn({ entered: "2025-01-10", liquidated: "2026-09-02" }))).toContain("protest");
    expect(Object.keys(clocksOn({ type: "08", liquidated: "2026-01-10" }))).toContain("protest");
  });

  it("K3: do not move when the last day is a Sunday", () => {
    expect(clocksOn({ liquidated: "2026-09-03" })["cape-window"]).toEqual(["2026-11-22", 1]);
  });

  it("K4: the court clock shows the earliest reading, two years from entry, and the others", () => {
    const court = screened({ entered: "2025-02-04", liquidated: "2025-12-15" }).clocks.find(
      (c) => c.kind === "court",
    );
    expect(court).toMatchObject({
      from: "2025-02-04",
      lastDay: "2027-02-04",
      disputed: [
        { countedFrom: "liquidation", lastDay: "2027-12-15" },
        { countedFrom: "ruling", lastDay: "2028-02-20" },
      ],
    });
    expect(clocksOn({ entered: null, liquidated: "2025-12-15" })).not.toHaveProperty("court");
  });

  it.each<[string | null, string, string]>([
    [null, "2026-07-12", "no schedule: day 300, whatever the estimate says"],
    ["2026-07-26", "2026-07-11", "15 days before the schedule come first"],
    ["2026-07-27", "2026-07-12", "both fall together"],
    ["2026-07-28", "2026-07-12", "day 300 comes first"],
  ])("K5: scheduled for %s, the last PSC day is %s because %s", (scheduled, lastDay) => {
    expect(pscLastDay(day("2025-09-15"), scheduled === null ? null : day(scheduled))).toBe(lastDay);
  });

  it("K6: stay listed when they have run out or a claim is accepted", () => {
    const clocks = clocksOn({ liquidated: "2026-01-10", claims: [{ outcome: "accepted" }] });
    expect(clocks["cape-window"]).toEqual(["2026-03-31", -235]);
  });

  it.each([
    ["Unliquidated", true],
    ["Suspended", false],
    ["Extended", false],
    ["Liquidated", false],
    [null, true],
  ])("K8: status %s has an estimated liquidation: %s", (status, estimated) => {
    expect("default-liquidation" in clocksOn({ status })).toBe(estimated);
  });

  it("K8: the estimate is day 314 after entry", () => {
    expect(clocksOn({})["default-liquidation"]).toEqual(["2026-07-26", -118]);
  });

  it("count from the earliest day while files disagree, and say that it is an estimate", () => {
    const cape = screened({ liquidated: ["2026-09-10", "2026-09-02"] }).clocks.find(
      (c) => c.kind === "cape-window",
    );
    expect(cape).toMatchObject({ from: "2026-09-02", estimated: true });
  });

  it("run from the acceptance where there is one", () => {
    const { clocks } = screened({}, "2026-11-21", { acceptedOn: day("2026-11-01") });
    expect(clocks.map(({ kind, lastDay }) => [kind, lastDay])).toEqual(
      expect.arrayContaining([
        ["acceptance-to-liquidation", "2026-12-16"],
        ["acceptance-to-refund", "2027-01-30"],
      ]),
    );
  });

  it("show the due date of the type 09", () => {
    expect(clocksOn({ facts: { reconciliationDueDate: "2026-12-20" } }).reconciliation).toEqual([
      "2026-12-20",
      29,
    ]);
  });
});
