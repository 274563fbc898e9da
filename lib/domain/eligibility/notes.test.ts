import { describe, expect, it } from "vitest";
import { aCommodity, aLine, type EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import type { ReasonKind } from "./reasons";

/** Every note of a kind on 2026-11-21: its facts and how sure it is. */
const notesOf = (kind: ReasonKind, sketch: EntrySketch) =>
  screened(sketch)
    .findings.filter(({ reason, lane }) => reason.kind === kind && lane === null)
    .map(({ reason, confidence }) => ({ ...reason, confidence }));

describe("a status and a date that disagree", () => {
  it.each<[string, EntrySketch, boolean]>([
    ["Unliquidated beside a date past", { liquidated: "2026-09-02", status: "Unliquidated" }, true],
    ["Suspended beside a date past", { liquidated: "2026-09-02", status: "Suspended" }, true],
    ["Unliquidated beside the day of screening", { liquidated: "2026-11-21", status: "Unliquidated" }, true],
    ["Liquidated beside the day of screening", { liquidated: "2026-11-21", status: "Liquidated" }, false],
    ["Liquidated beside a date past", { liquidated: "2026-09-02", status: "Liquidated" }, false],
    ["Liquidated beside a date ahead", { liquidated: "2026-12-04", status: "Liquidated" }, true],
    ["Pending beside a date ahead", { liquidated: "2026-12-04", status: "Pending" }, false],
    ["a word that says nothing", { liquidated: "2026-12-04", status: "Open" }, false],
  ])("L6: %s is noted: %s", (_case, sketch, noted) => {
    const { liquidated: liquidationDate, status } = sketch;
    expect(notesOf("status-and-date-disagree", sketch)).toEqual(
      noted ? [{ kind: "status-and-date-disagree", status, liquidationDate, confidence: "proven" }] : [],
    );
  });
});

describe("a liquidation that cannot be placed", () => {
  it("D7: before the entry is noted with both days, and a possible one beside it is not", () => {
    const kind = "liquidation-before-entry";
    const expected = { kind, liquidationDate: "2025-09-14", enteredOn: "2025-09-15", confidence: "proven" };
    expect(notesOf(kind, { liquidated: "2025-09-14" })).toEqual([expected]);
    expect(notesOf(kind, { liquidated: ["2025-09-15", "2025-09-14"] })).toEqual([expected]);
    expect(notesOf(kind, { liquidated: "2025-09-14", entered: null })).toEqual([]);
  });

  it.each<[string, EntrySketch, ReasonKind | null]>([
    ["L4: Liquidated without a date", { status: "Liquidated" }, "liquidated-on-unknown-day"],
    ["L5: a word that says nothing", { status: "Open" }, "liquidation-status-unknown"],
    ["Unliquidated", { status: "Unliquidated" }, null],
    ["Suspended", { status: "Suspended" }, null],
    ["Liquidated with its date", { status: "Liquidated", liquidated: "2026-09-02" }, null],
    ["a word that says nothing, with a date", { status: "Open", liquidated: "2026-09-02" }, null],
  ])("%s", (_case, sketch, expected) => {
    for (const kind of ["liquidated-on-unknown-day", "liquidation-status-unknown"] as const)
      expect(notesOf(kind, sketch)).toEqual(
        kind === expected ? [{ kind, status: sketch.status, confidence: "unknown" }] : [],
      );
  });
});

describe("a day of entry that stands in", () => {
  it.each<[string, EntrySketch, string | null]>([
    ["the entry date itself", {}, null],
    ["the filing date", { entered: null, facts: { entryFiledDate: "2025-09-15" } }, "entryFiledDate"],
    ["the import date", { entered: null, facts: { importDate: "2025-09-15" } }, "importDate"],
    ["no date at all", { entered: null }, null],
  ])("D1: %s", (_case, sketch, column) => {
    const kind = "entry-date-inferred";
    expect(notesOf(kind, sketch)).toEqual(column === null ? [] : [{ kind, column, confidence: "inferred" }]);
  });
});

describe("the Post Summary Correction indicator", () => {
  it.each<[string, EntrySketch, readonly string[]]>([
    ["none", {}, []],
    ["N", { facts: { pscFlag: "N" } }, []],
    ["Y", { facts: { pscFlag: "Y" } }, ["Y"]],
    ["a date", { facts: { pscFlag: "2026-03-04" } }, ["2026-03-04"]],
    ["two words for no and one for yes", { facts: { pscFlag: ["N", "none", "Y"] } }, ["Y"]],
  ])("L28: %s", (_case, sketch, indicators) => {
    expect(notesOf("psc-indicated", sketch)).toEqual(
      indicators.map((indicator) => ({ kind: "psc-indicated", indicator, confidence: "inferred" })),
    );
  });
});

describe("rows and their money", () => {
  const torn = [aLine({ duty: "90", row: 12 }), aLine({ duty: "100", row: 3 })];

  it.each<[string, EntrySketch, boolean]>([
    ["no row", { lines: [] }, true],
    ["one row", { lines: [aLine()] }, false],
    ["a row in conflict and no other", { lines: [], conflicts: [torn] }, false],
    ["a row in conflict beside another", { lines: [aCommodity()], conflicts: [torn] }, false],
  ])("R16: %s: no duty rows %s", (_case, sketch, noted) => {
    expect(notesOf("no-duty-rows", sketch)).toEqual(
      noted ? [{ kind: "no-duty-rows", confidence: "unknown" }] : [],
    );
  });

  it.each<[string, readonly string[], string | null]>([
    ["a correction larger than what was paid", ["100", "-100.01"], "-0.01"],
    ["a correction on another line", ["100", "-25"], null],
    ["a correction to the cent", ["100", "-100"], null],
    ["no correction", ["100", "25"], null],
  ])("M6: %s", (_case, duties, net) => {
    const lines = duties.map((duty, index) => aLine({ duty, line: String(index + 1), row: index + 2 }));
    const found = screened({ lines }).findings.filter(({ reason }) => reason.kind === "ieepa-net-below-zero");
    const nets = found.map(({ reason }) => ("net" in reason ? reason.net.toFixed(2) : ""));
    expect(nets).toEqual(net === null ? [] : [net]);
    expect(found.map(({ confidence }) => confidence)).toEqual(net === null ? [] : ["unknown"]);
  });

  it("R4a: a conflict names its line and all its rows in the order of the file", () => {
    expect(notesOf("row-conflict", { conflicts: [torn] })).toEqual([
      { kind: "row-conflict", lineNumber: "1", fileRows: [3, 12], confidence: "unknown" },
    ]);
  });
});

describe("files that disagree", () => {
  const disagreeing = (facts: NonNullable<EntrySketch["facts"]>) =>
    notesOf("files-disagree", { facts }).map((note) =>
      "fact" in note && "values" in note ? [note.fact, note.values, note.confidence] : [],
    );

  it("R5: are named by the fact, with what they show in order", () => {
    expect(disagreeing({ drawbackFlag: ["Y", "N"], controlStatus: ["Rejected", "CBP Control"] })).toEqual([
      ["controlStatus", ["CBP Control", "Rejected"], "unknown"],
      ["drawbackFlag", ["N", "Y"], "unknown"],
    ]);
  });

  it("R14: two importer numbers are, two spellings of a name are not, nor the same value twice", () => {
    expect(disagreeing({ importerNumber: ["96-765432100", "89-123456700"] })).toEqual([
      ["importerNumber", ["89-123456700", "96-765432100"], "unknown"],
    ]);
    expect(disagreeing({ importerName: ["ACME", "ACME INC"], drawbackFlag: ["N", "N"] })).toEqual([]);
  });
});

it("L12: what no file shows is unknown, never proven", () => {
  const [note] = notesOf("not-provable-from-data", {});
  expect(note?.confidence).toBe("unknown");
});
