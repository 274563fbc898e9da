import { describe, expect, it } from "vitest";

import { day } from "../day";
import type { Entry, EntryFactName } from "../entry";
import { screenEntry, type ScreeningContext } from "../eligibility/screen-entry";
import { mergeEntries } from "../intake/merge-entries";
import { usdText } from "../money";
import { NO_COLUMN1_RATES } from "../refund/column1-rates";
import { stackOf } from "../refund/stack";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import { asSettled, sightingsOf } from "./as-settled";
import { conflictsOf } from "./conflicts";
import { reopenFact, reopenRows, settleFact, settleRows } from "./settle";

const CONTEXT: ScreeningContext = {
  asOf: day("2026-11-21"),
  column1: NO_COLUMN1_RATES,
  rateClass: "corporation",
};
const ANA = { by: "Ana Reyes", at: "2026-11-21T14:03:00.000Z" };

const shownOf = (entry: Entry, fact: EntryFactName) => sightingsOf(entry, fact).map(({ value }) => value);

/** The entry after the user chose this value of the fact. */
function withFact(entry: Entry, fact: EntryFactName, value: string): Entry {
  const answers = settleFact(entry, { fact, value, shown: [...new Set(shownOf(entry, fact))] }, ANA);
  if (!answers.ok) throw new Error(answers.problem.kind);
  return { ...entry, answers: answers.value };
}

/** The entry after the user chose the variant that stands in this row. */
function withRow(entry: Entry, row: number): Entry {
  const conflict = entry.conflicts.find(({ variants }) => variants.some(({ source }) => source.row === row));
  const shown = conflict?.variants.map(({ source }) => source) ?? [];
  const chosen = shown.find((source) => source.row === row);
  const answers = chosen && settleRows(entry, { chosen, shown }, ANA);
  if (!answers?.ok) throw new Error(`Not settled: row ${row}`);
  return { ...entry, answers: answers.value };
}

const laneOf = (entry: Entry) => screenEntry(entry, CONTEXT).lane;
const refundOf = (entry: Entry) => {
  const { refund } = screenEntry(entry, CONTEXT);
  return refund.certain === null
    ? [usdText(refund.min), refund.max && usdText(refund.max)]
    : usdText(refund.certain);
};
const aTwin = (sketch: EntrySketch): Entry => {
  const entry = anEntry({ lines: [], ...sketch });
  const elsewhere = <T extends { readonly source: { readonly file: string; readonly row: number } }>(
    seen: T,
  ): T => ({
    ...seen,
    source: { ...seen.source, file: "later.csv" },
  });
  const facts = Object.entries(entry.facts) as [EntryFactName, Entry["facts"]["entryType"]][];
  return {
    ...entry,
    facts: Object.fromEntries(
      facts.map(([name, fact]) => [name, fact.map(elsewhere)]),
    ) as unknown as Entry["facts"],
    lines: entry.lines.map(elsewhere),
  };
};

describe("a fact of which the files show two values", () => {
  const torn = anEntry({ liquidated: ["2026-01-10", "2026-10-01"] });

  it.each([
    { value: "2026-01-10", lane: "court", because: "it is over 180 days ago" },
    { value: "2026-10-01", lane: "cape-ready", because: "it is 51 days ago" },
  ])("once settled as $value puts the entry into $lane because $because", ({ value, lane }) => {
    expect(laneOf(torn)).toBe("needs-data");
    expect(laneOf(withFact(torn, "liquidationDate", value))).toBe(lane);
  });

  it("R22: a torn entry date settled lets interest run", () => {
    const entry = anEntry({ entered: ["2025-09-15", "2025-09-16"] });
    expect(screenEntry(entry, CONTEXT).interest).toBeNull();
    expect(screenEntry(withFact(entry, "entryDate", "2025-09-16"), CONTEXT).interest).not.toBeNull();
  });

  it("R14: an importer number is settled although no lane depends on it", () => {
    const entry = anEntry({ facts: { importerNumber: ["89-123456700", "96-765432100"] } });
    const settled = asSettled(withFact(entry, "importerNumber", "96-765432100"));
    expect(shownOf(settled, "importerNumber")).toEqual(["96-765432100"]);
    const kinds = screenEntry(settled, CONTEXT).findings.map(({ reason }) => reason.kind);
    expect(kinds).not.toContain("files-disagree");
  });

  it("keeps every sighting: the overruled ones stay on the entry as the files show it", () => {
    expect(shownOf(withFact(torn, "liquidationDate", "2026-01-10"), "liquidationDate")).toEqual([
      "2026-01-10",
      "2026-10-01",
    ]);
  });

  it("stays settled when a later file shows either value again, and opens when it shows a third", () => {
    const settled = withFact(torn, "liquidationDate", "2026-10-01");
    const again = mergeEntries(settled, aTwin({ liquidated: "2026-01-10" })).entry;
    expect(laneOf(again)).toBe("cape-ready");
    expect(conflictsOf(again, CONTEXT).facts).toMatchObject([{ state: "settled", choice: ANA }]);
    const third = mergeEntries(again, aTwin({ liquidated: "2026-07-01" })).entry;
    expect(laneOf(third)).toBe("needs-data");
    const [conflict] = conflictsOf(third, CONTEXT).facts;
    expect(conflict).toMatchObject({ state: "reopened", choice: { value: "2026-10-01", ...ANA } });
    expect(conflict?.options.filter(({ isNew }) => isNew).map(({ value }) => value)).toEqual(["2026-07-01"]);
  });

  it("shows which lane each value leads to", () => {
    expect(conflictsOf(torn, CONTEXT).facts[0]?.options.map(({ outcome }) => outcome.lane)).toEqual([
      "court",
      "cape-ready",
    ]);
  });

  it("may be settled otherwise, and the last choice holds; reopened, nothing is settled", () => {
    const otherwise = withFact(
      withFact(torn, "liquidationDate", "2026-01-10"),
      "liquidationDate",
      "2026-10-01",
    );
    expect(laneOf(otherwise)).toBe("cape-ready");
    expect(otherwise.answers.settledFacts).toHaveLength(1);
    expect(reopenFact(otherwise, "liquidationDate").answers).toEqual(torn.answers);
  });

  it.each([
    ["a value no file shows", { value: "2026-10-02", shown: ["2026-01-10", "2026-10-01"] }, "not-shown"],
    ["a choice among fewer values", { value: "2026-10-01", shown: ["2026-10-01"] }, "conflict-changed"],
    [
      "a choice among other values",
      { value: "2026-10-01", shown: ["2026-10-01", "2026-10-03"] },
      "conflict-changed",
    ],
  ])("refuses %s", (_what, choice, kind) => {
    expect(settleFact(torn, { fact: "liquidationDate", ...choice }, ANA)).toEqual({
      ok: false,
      problem: { kind },
    });
  });

  it("D7: an entry date settled after the only liquidation date leaves the liquidation unknown", () => {
    const entry = anEntry({ entered: ["2025-09-15", "2025-11-15"], liquidated: "2025-10-01" });
    expect(laneOf(withFact(entry, "entryDate", "2025-09-15"))).toBe("court");
    expect(laneOf(withFact(entry, "entryDate", "2025-11-15"))).toBe("needs-data");
  });
});

describe("rows of one key that differ", () => {
  const ieepa = (duty: string, row: number, hts = "9903.01.25") => aLine({ ordinal: "1", duty, row, hts });
  const goods = aCommodity({ ordinal: "2", row: 9 });
  const torn = anEntry({ lines: [goods], conflicts: [[ieepa("250", 2), ieepa("200", 3)]] });

  it.each([
    { row: 2, refund: "250.00" },
    { row: 3, refund: "200.00" },
  ])("R4: once row $row is chosen, exactly $refund is refundable", ({ row, refund }) => {
    expect(refundOf(torn)).toEqual(["200.00", "250.00"]);
    expect(refundOf(withRow(torn, row))).toBe(refund);
  });

  it("R4a: all variants stay set aside, and the stack shows the chosen one as used", () => {
    const settled = withRow(torn, 2);
    expect(settled.conflicts).toEqual(torn.conflicts);
    const rows = stackOf(settled, NO_COLUMN1_RATES).map(({ place, inConflict }) => [
      place.fileRow,
      inConflict,
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        [2, false],
        [9, false],
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  it("R13: zero in a later file, overruled, leaves the duty that an earlier file proved", () => {
    const stripped = anEntry({ lines: [goods], conflicts: [[ieepa("250", 2), ieepa("0", 3)]] });
    expect(refundOf(stripped)).toEqual(["0.00", "250.00"]);
    expect(refundOf(withRow(stripped, 2))).toBe("250.00");
    expect(laneOf(withRow(stripped, 2))).toBe("cape-ready");
    expect(laneOf(withRow(stripped, 3))).toBe("not-ieepa");
  });

  it("R5: variants with other tariff numbers are settled like others", () => {
    const entry = anEntry({ lines: [goods], conflicts: [[ieepa("250", 2), ieepa("250", 3, "9903.88.03")]] });
    expect(laneOf(entry)).toBe("needs-data");
    expect([2, 3].map((row) => laneOf(withRow(entry, row)))).toEqual(["cape-ready", "not-ieepa"]);
  });

  it("are known again in another export, and opened by a variant that is new", () => {
    const settled = withRow(torn, 2);
    const sameAgain = mergeEntries(settled, aTwin({ lines: [ieepa("200", 7)] })).entry;
    expect(refundOf(sameAgain)).toBe("250.00");
    const third = mergeEntries(settled, aTwin({ lines: [ieepa("300", 7)] })).entry;
    expect(refundOf(third)).toEqual(["200.00", "300.00"]);
    const [conflict] = conflictsOf(third, CONTEXT).rows;
    expect(conflict).toMatchObject({ state: "reopened", chosen: null });
    expect(conflict?.options.filter(({ isNew }) => isNew).map(({ line }) => line.duty?.toFixed())).toEqual([
      "300",
    ]);
  });

  it("stay settled when the chosen row comes back from a report with more columns", () => {
    const wider = aLine({ ordinal: "1", duty: "250", row: 7, origin: "CN" });
    const { entry } = mergeEntries(withRow(torn, 2), aTwin({ lines: [wider] }));
    expect(entry.conflicts[0]?.variants.map(({ origin }) => origin)).toContain("CN");
    expect(refundOf(entry)).toBe("250.00");
  });

  it("of which two could be the chosen one, and differ, are open again", () => {
    const wide = [aLine({ ordinal: "1", duty: "250", row: 7, origin: "CN" })];
    const wider = [aLine({ ordinal: "1", duty: "250", row: 8, origin: "DE" })];
    const once = mergeEntries(withRow(torn, 2), aTwin({ lines: wide })).entry;
    const twice = mergeEntries(once, aTwin({ lines: wider })).entry;
    expect(conflictsOf(twice, CONTEXT).rows).toMatchObject([{ state: "reopened" }]);
  });

  it("on two lines are two conflicts: settling one leaves the other open", () => {
    const second = (duty: string, row: number) => aLine({ line: "2", ordinal: "1", duty, row });
    const entry = anEntry({
      lines: [goods],
      conflicts: [
        [ieepa("250", 2), ieepa("200", 3)],
        [second("250", 4), second("200", 5)],
      ],
    });
    expect(refundOf(withRow(entry, 2))).toEqual(["450.00", "500.00"]);
    expect(refundOf(withRow(withRow(entry, 2), 5))).toBe("450.00");
  });

  it("show what the entry would refund with each of them", () => {
    const options = conflictsOf(torn, CONTEXT).rows[0]?.options ?? [];
    expect(options.map(({ outcome }) => outcome.refund.certain?.toFixed())).toEqual(["250", "200"]);
  });

  it("are reopened by any of them; a choice among other rows than shown is refused", () => {
    const settled = withRow(torn, 2);
    const [first, second] = torn.conflicts[0]?.variants.map(({ source }) => source) ?? [];
    if (!first || !second) throw new Error("No variants");
    expect(reopenRows(settled, second).answers).toEqual(torn.answers);
    expect(settleRows(torn, { chosen: first, shown: [first] }, ANA)).toMatchObject({
      problem: { kind: "conflict-changed" },
    });
    const stranger = { file: "sample.csv", row: 99 };
    expect(settleRows(torn, { chosen: stranger, shown: [stranger] }, ANA)).toMatchObject({
      problem: { kind: "not-shown" },
    });
  });
});

describe("L7: has Commerce issued liquidation instructions?", () => {
  it.each([
    { type: "03", answer: null, lane: "needs-data", because: "nobody answered" },
    { type: "03", answer: true, lane: "excluded", because: "it awaits liquidation" },
    { type: "03", answer: false, lane: "cape-refund-later", because: "it is still suspended" },
    { type: "07", answer: true, lane: "excluded", because: "it awaits liquidation" },
    { type: "07", answer: false, lane: "cape-refund-later", because: "it is still suspended" },
    { type: "01", answer: true, lane: "cape-ready", because: "the question is not for this type" },
  ])("type $type, answered $answer, is $lane because $because", ({ type, answer, lane }) => {
    expect(screened({ type, answers: { commerceInstructed: answer } }).lane).toBe(lane);
  });

  it.each(["Pending", "Extended"])("changes nothing where the status is %s", (status) => {
    const lanes = [null, true, false].map(
      (answer) => screened({ type: "03", status, answers: { commerceInstructed: answer } }).lane,
    );
    expect(new Set(lanes).size).toBe(1);
  });
});
