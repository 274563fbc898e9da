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

  it.each<[string, EntrySketch, readonly string[]]>([
    [
      "45 days to the liquidation and at most 90 to the refund",
      {},
      ["acceptance-to-liquidation 2026-12-16", "acceptance-to-refund 2027-01-30 estimated"],
    ],
    [
      "to the refund only, once liquidated",
      { liquidated: "2026-09-02" },
      ["acceptance-to-refund 2027-01-30 estimated"],
    ],
    [
      "to the refund only, if perhaps liquidated",
      { status: null },
      ["acceptance-to-refund 2027-01-30 estimated"],
    ],
  ])("run from the acceptance: %s", (_what, sketch, expected) => {
    const { clocks } = screened(sketch, "2026-11-21", {
      acceptance: { on: day("2026-11-01"), isLatest: false },
    });
    const accepted = clocks.filter(({ from }) => from === "2026-11-01");
    expect(
      accepted.map(({ kind, lastDay, estimated }) => `${kind} ${lastDay}${estimated ? " estimated" : ""}`),
    ).toEqual(expected);
  });

  it("show the due date of the type 09", () => {
    expect(clocksOn({ facts: { reconciliationDueDate: "2026-12-20" } }).reconciliation).toEqual([
      "2026-12-20",
      29,
    ]);
  });

  it("go by the earliest due date and the earliest schedule where files show several", () => {
    const due = { reconciliationDueDate: ["2026-12-22", "2026-12-20"] };
    expect(clocksOn({ facts: due }).reconciliation).toEqual(["2026-12-20", 29]);
    const scheduled = { entered: "2026-02-20", liquidated: ["2026-12-16", "2026-12-10"] };
    expect(clocksOn(scheduled).psc).toEqual(["2026-11-25", 4]);
  });

  it("are those that the data start, and no others", () => {
    const kinds = (sketch: EntrySketch) => screened(sketch).clocks.map(({ kind }) => kind);
    expect(kinds({})).toEqual(["court", "psc", "default-liquidation"]);
    expect(kinds({ entered: null, liquidated: "2026-09-02" })).toEqual([
      ...["cape-window", "voluntary-reliquidation", "protest"],
    ]);
    expect(kinds({ entered: null })).toEqual([]);
  });

  it.each<[string, EntrySketch, string, boolean]>([
    ["its one liquidation date", { liquidated: "2026-09-02" }, "cape-window", false],
    [
      "the earlier of two liquidation dates",
      { liquidated: ["2026-09-10", "2026-09-02"] },
      "cape-window",
      true,
    ],
    ["its one entry date", {}, "court", false],
    ["the earlier of two entry dates", { entered: ["2025-09-20", "2025-09-15"] }, "court", true],
    [
      "a filing date that stands in",
      { entered: null, facts: { entryFiledDate: "2025-09-15" } },
      "court",
      true,
    ],
    ["nothing but the usual 314 days", {}, "default-liquidation", true],
    ["its one due date", { facts: { reconciliationDueDate: "2026-12-20" } }, "reconciliation", false],
    [
      "the earlier of two due dates",
      { facts: { reconciliationDueDate: ["2026-12-22", "2026-12-20"] } },
      "reconciliation",
      true,
    ],
  ])("say whether the day is an estimate: counted from %s", (_from, sketch, kind, estimated) => {
    const clock = screened(sketch).clocks.find((c) => c.kind === kind);
    expect(clock?.estimated).toBe(estimated);
    if (kind === "court") expect(clock?.from).toBe("2025-09-15");
  });

  it("K4: of an entry that is not liquidated only the ruling is another reading, and only the court is in dispute", () => {
    const { clocks } = screened({});
    expect(clocks.map(({ kind, disputed }) => [kind, disputed])).toEqual([
      ["court", [{ countedFrom: "ruling", lastDay: "2028-02-20" }]],
      ["psc", []],
      ["default-liquidation", []],
    ]);
  });
});
