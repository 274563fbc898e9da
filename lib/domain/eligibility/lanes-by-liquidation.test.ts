import { describe, expect, it } from "vitest";
import { aCommodity, aLine, type EntrySketch } from "../testing/an-entry";
import { reasonKinds, screened } from "../testing/screened";

type Row = {
  readonly case: string;
  readonly entry: EntrySketch;
  readonly lane: string;
  readonly asOf?: string;
};

const lanes = (rows: readonly Row[]): void => {
  it.each(rows)("$case → $lane", ({ entry, lane, asOf }) => {
    expect(screened(entry, asOf).lane).toBe(lane);
  });
};
const zero = [aLine({ hts: "9903.01.33", duty: "0" }), aCommodity()];

describe("days since the last liquidation", () => {
  lanes([
    { case: "D5: on day 0", entry: { liquidated: "2026-11-21", status: "Liquidated" }, lane: "cape-ready" },
    { case: "D5: on day 80", entry: { liquidated: "2026-09-02" }, lane: "cape-ready" },
    { case: "D5: on day 81", entry: { liquidated: "2026-09-01" }, lane: "protest" },
    { case: "D5: on day 180", entry: { liquidated: "2026-05-25" }, lane: "protest" },
    { case: "D5: on day 181", entry: { liquidated: "2026-05-24" }, lane: "court" },
    {
      case: "D8: a date ahead is a schedule",
      entry: { liquidated: "2026-11-22", status: "Pending" },
      lane: "cape-ready",
    },
    {
      case: "L26: court whatever the day of Phase 3",
      entry: { liquidated: "2026-01-10" },
      lane: "court",
      asOf: "2026-10-05",
    },
    { case: "L22: the date given is the last one", entry: { liquidated: "2026-08-01" }, lane: "protest" },
    {
      case: "L23: an informal entry goes by its days",
      entry: { type: "11", liquidated: "2026-11-01" },
      lane: "cape-ready",
    },
    {
      case: "L24: a withdrawal goes by its own liquidation",
      entry: { type: "31", liquidated: "2026-09-01" },
      lane: "protest",
    },
  ]);

  it.each([
    ["2026-09-08", false],
    ["2026-09-07", true],
    ["2026-09-02", true],
  ])("warns from day 75 on (liquidated %s: %s)", (liquidated, warned) => {
    expect(reasonKinds(screened({ liquidated })).includes("cape-window-closing")).toBe(warned);
  });

  it("L26: names Phase 3 as unconfirmed in the court lane", () => {
    const note = screened({ liquidated: "2026-01-10" }).findings.find(
      (f) => f.reason.kind === "phase-3-announced",
    );
    expect(note).toMatchObject({ lane: null, confidence: "unconfirmed" });
  });
});

describe("the window of IEEPA duties", () => {
  lanes([
    {
      case: "the day before the first",
      entry: { entered: "2025-02-03", liquidated: "2026-11-01" },
      lane: "not-ieepa",
    },
    { case: "the first day", entry: { entered: "2025-02-04", liquidated: "2026-11-01" }, lane: "cape-ready" },
    { case: "the last day", entry: { entered: "2026-02-23" }, lane: "cape-ready" },
    { case: "the day after the last", entry: { entered: "2026-02-24" }, lane: "not-ieepa" },
    {
      case: "D3: type 06 after the last day",
      entry: { type: "06", entered: "2026-02-24" },
      lane: "not-ieepa",
    },
    {
      case: "D4: a withdrawal goes by its own day",
      entry: { type: "31", entered: "2026-02-24" },
      lane: "not-ieepa",
    },
  ]);

  it("D2: says that duty was paid outside the window, and refunds 0.00", () => {
    const screening = screened({ entered: "2026-02-24" });
    expect(reasonKinds(screening).slice(0, 2)).toEqual([
      "ieepa-duty-outside-window",
      "entered-outside-window",
    ]);
    expect(screening.refund.certain?.isZero()).toBe(true);
  });

  it.each([
    ["entryFiledDate", { entryFiledDate: "2025-09-15", importDate: "2024-01-01" }],
    ["importDate", { importDate: "2025-09-15" }],
  ])("D1: %s stands in where no file has the entry date, inferred", (column, facts) => {
    const screening = screened({ entered: null, facts });
    expect(screening.lane).toBe("cape-ready");
    const note = screening.findings.find(({ reason }) => reason.kind === "entry-date-inferred");
    expect(note).toMatchObject({ reason: { column }, confidence: "inferred" });
  });

  it("D1: the entry date wins over its stand-ins", () => {
    expect(screened({ entered: "2026-03-01", facts: { importDate: "2025-09-15" } }).lane).toBe("not-ieepa");
  });
});

describe("entry types", () => {
  lanes([
    { case: "type 08", entry: { type: "08" }, lane: "excluded" },
    { case: "type 09", entry: { type: "09" }, lane: "excluded" },
    { case: "type 47", entry: { type: "47" }, lane: "excluded" },
    {
      case: "L17: type 21 on the day before the change",
      entry: { type: "21" },
      lane: "cape-ready",
      asOf: "2026-07-06",
    },
    {
      case: "L17: type 21 on the day of the change",
      entry: { type: "21" },
      lane: "excluded",
      asOf: "2026-07-07",
    },
    {
      case: "L17: type 22 on the day of the change",
      entry: { type: "22" },
      lane: "excluded",
      asOf: "2026-07-07",
    },
    { case: "type 31 not liquidated", entry: { type: "31" }, lane: "cape-refund-later" },
    {
      case: "type 38 liquidated 80 days ago",
      entry: { type: "38", liquidated: "2026-09-02" },
      lane: "cape-refund-later",
    },
    { case: "L16: `1` is 01", entry: { type: "1" }, lane: "cape-ready" },
    { case: "L16: `01 ABI/A` is 01", entry: { type: "01 ABI/A" }, lane: "cape-ready" },
    { case: "L16: `ABC` is unknown", entry: { type: "ABC" }, lane: "needs-data" },
    {
      case: "L20: precedence of an excluded type over court",
      entry: { type: "08", liquidated: "2026-01-10" },
      lane: "excluded",
    },
    { case: "an excluded type without IEEPA duty", entry: { type: "08", lines: zero }, lane: "not-ieepa" },
  ]);

  it.each(["23", "86", "52"])("L15: type %s follows the rest of the table, unconfirmed", (type) => {
    const screening = screened({ type });
    expect(screening.lane).toBe("cape-ready");
    const note = screening.findings.find(({ reason }) => reason.kind === "entry-type-unlisted");
    expect(note?.confidence).toBe("unconfirmed");
  });
});

describe("a liquidation without its day", () => {
  it.each([
    { entered: "2026-02-10", asOf: "2026-05-01", because: "every possible day lies within the window" },
    { entered: "2026-02-20", asOf: "2026-04-20", because: "the entry is younger than the window" },
  ])(
    "L4: is inside the CAPE window where $because, and no stand-in is shown as the day",
    ({ entered, asOf }) => {
      const screening = screened({ entered, status: "Liquidated" }, asOf);
      expect([screening.lane, screening.missing]).toEqual(["cape-ready", []]);
      expect(reasonKinds(screening)).toContain("same-lane-whatever-is-missing");
      expect(JSON.stringify(screening.findings)).not.toContain("liquidatedOn");
      expect(screening.clocks.map(({ kind }) => kind)).not.toContain("cape-window");
    },
  );
});

describe("AD/CVD entries", () => {
  lanes([
    { case: "suspended", entry: { type: "03", status: "Suspended" }, lane: "cape-refund-later" },
    { case: "L9: extended", entry: { type: "03", status: "Extended" }, lane: "cape-refund-later" },
    { case: "L9: under review", entry: { type: "07", status: "Under Review" }, lane: "cape-refund-later" },
    { case: "L8: pending", entry: { type: "03", status: "Pending Liquidation" }, lane: "excluded" },
    {
      case: "L8: scheduled ahead",
      entry: { type: "07", liquidated: "2026-12-04", status: null },
      lane: "excluded",
    },
    {
      case: "liquidated inside the window",
      entry: { type: "03", liquidated: "2026-11-01" },
      lane: "cape-ready",
    },
  ]);

  it("L7: neither suspended nor pending asks whether Commerce has instructed", () => {
    const screening = screened({ type: "03", status: "Unliquidated" });
    expect(screening.lane).toBe("needs-data");
    expect(screening.missing).toMatchObject([
      { fact: "commerceInstructed", remedy: { kind: "answer", question: "commerce-instructed" } },
    ]);
    expect(screening.possibleLanes).toEqual(["excluded", "cape-refund-later"]);
  });
});

describe("liquidation status", () => {
  lanes([
    { case: "L5: Unliquidated", entry: { status: "Unliquidated" }, lane: "cape-ready" },
    { case: "L5: Not Liquidated", entry: { status: "Not Liquidated" }, lane: "cape-ready" },
    { case: "L5: Scheduled", entry: { status: "Scheduled" }, lane: "cape-ready" },
    { case: "L5: suspended", entry: { status: "SUSPENDED" }, lane: "cape-refund-later" },
    { case: "L5: Under  Review", entry: { status: "Under  Review" }, lane: "cape-refund-later" },
    { case: "L5: Open is unknown", entry: { status: "Open" }, lane: "needs-data" },
    { case: "L5: Closed is unknown", entry: { status: "Closed" }, lane: "needs-data" },
    {
      case: "L5: an unknown word beside a date",
      entry: { status: "Closed", liquidated: "2026-01-10" },
      lane: "court",
    },
    { case: "L4: Liquidated without a date", entry: { status: "Liquidated" }, lane: "needs-data" },
    { case: "L4: … of an excluded type", entry: { type: "08", status: "Reliquidated" }, lane: "excluded" },
    {
      case: "L6: past date and Suspended",
      entry: { liquidated: "2026-01-10", status: "Suspended" },
      lane: "court",
    },
    {
      case: "L6: date ahead and Liquidated",
      entry: { liquidated: "2026-12-04", status: "Liquidated" },
      lane: "cape-ready",
    },
    {
      case: "L6: date ahead and Extended",
      entry: { liquidated: "2026-12-04", status: "Extended" },
      lane: "cape-refund-later",
    },
    {
      case: "L2: both blank in a live column",
      entry: { status: null, liquidationBlank: true },
      lane: "cape-ready",
    },
    { case: "L3: no liquidation column", entry: { status: null }, lane: "needs-data" },
    { case: "L23: informal, liquidation unknown", entry: { type: "11", status: null }, lane: "needs-data" },
    { case: "D7: liquidated before it was entered", entry: { liquidated: "2025-09-14" }, lane: "needs-data" },
    { case: "D7: liquidated on the day of entry", entry: { liquidated: "2025-09-15" }, lane: "court" },
  ]);

  it.each([
    [{ liquidated: "2026-01-10", status: "Suspended" }, true],
    [{ liquidated: "2026-12-04", status: "Liquidated" }, true],
    [{ liquidated: "2026-01-10", status: "Liquidated" }, false],
    [{ liquidated: "2026-12-04", status: "Pending" }, false],
  ])("L6: %j disagrees: %s", (entry, disagrees) => {
    expect(reasonKinds(screened(entry)).includes("status-and-date-disagree")).toBe(disagrees);
  });

  it("L2: not liquidated is inferred from blanks and proven by a status", () => {
    const confidence = (entry: EntrySketch) => screened(entry).findings[0].confidence;
    expect(confidence({ status: null, liquidationBlank: true })).toBe("inferred");
    expect(confidence({ status: "Unliquidated" })).toBe("proven");
  });

  it.each([
    ["2026-09-15", false],
    ["2026-09-16", true],
  ])("L18: entered 2025-09-15 and unliquidated on %s: improbable %s", (asOf, improbable) => {
    const screening = screened({}, asOf);
    expect(screening.lane).toBe("cape-ready");
    expect(reasonKinds(screening).includes("over-one-year-unliquidated")).toBe(improbable);
  });

  it("L18: a suspended entry may stay unliquidated for years", () => {
    expect(reasonKinds(screened({ status: "Suspended" }))).not.toContain("over-one-year-unliquidated");
  });
});
