import { describe, expect, it } from "vitest";
import { day } from "../day";
import { rulesKnownOn, rulesOn } from "../law/rule-sets";
import { NO_COLUMN1_RATES } from "../refund/column1-rates";
import { lineRefundsOf } from "../refund/refund-of";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { rememberingJudge } from "./remembering-judge";
import { type FactsJudge, judgeFacts } from "./verdict-on-facts";

const judged = (judge: FactsJudge, sketch: EntrySketch, asOf: string, acceptedOn: string | null = null) => {
  const entry = anEntry(sketch);
  const on = day(asOf);
  const money = lineRefundsOf(entry, NO_COLUMN1_RATES);
  const acceptance = acceptedOn === null ? null : { on: day(acceptedOn), isLatest: false };
  return judge(entry, money, on, rulesOn(on), acceptance);
};

/** Judges both with one memory; whatever is shared, each must be judged as if it stood alone. */
function bothJudged(a: EntrySketch, b: EntrySketch, asOf: string) {
  const judge = rememberingJudge();
  const [first, second] = [judged(judge, a, asOf), judged(judge, b, asOf)];
  expect(first).toEqual(judged(judgeFacts, a, asOf));
  expect(second).toEqual(judged(judgeFacts, b, asOf));
  return { verdict: second.verdict === first.verdict, clocks: second.clocks === first.clocks };
}

const IN_JUNE = "2026-06-01";
const IN_NOVEMBER = "2026-11-21";
const paying = (hts: string, duty = "100") => ({ lines: [aLine({ hts, duty }), aCommodity()] });
const STAND_INS = { importDate: "2025-09-01", entryFiledDate: "2025-09-20" };
const enteredOn = (first: string, second: string, sketch: EntrySketch = {}): [EntrySketch, EntrySketch] => [
  { ...sketch, entered: first },
  { ...sketch, entered: second },
];

describe("two entries share one verdict", () => {
  it.each<[string, [EntrySketch, EntrySketch], string]>([
    ["with another importer", [{}, { facts: { importerNumber: "96-765432100" } }], IN_NOVEMBER],
    ["at another port", [{}, { facts: { portOfEntry: "2704" } }], IN_NOVEMBER],
    ["paid on another day", [{}, { facts: { paymentDate: "2025-10-01" } }], IN_NOVEMBER],
    ["paid by monthly statement", [{}, { facts: { monthlyStatement: "202510" } }], IN_NOVEMBER],
    ["with another AD/CVD case", [{}, { facts: { adcvdCase: "A-570-000" } }], IN_NOVEMBER],
    ["imported and filed on other days", [{}, { facts: STAND_INS }], IN_NOVEMBER],
    [
      "filed on other days, which stand in for the day of entry",
      [
        { entered: null, liquidated: "2026-09-02", facts: { entryFiledDate: "2025-09-15" } },
        { entered: null, liquidated: "2026-09-02", facts: { entryFiledDate: "2025-09-16" } },
      ],
      IN_NOVEMBER,
    ],
    ["with another amount of duty", [{}, paying("9903.01.25", "7.77")], IN_NOVEMBER],
    ["with another IEEPA number in force", [{}, paying("9903.01.24", "7.77")], IN_NOVEMBER],
    [
      "entered on other days, liquidated on the same",
      enteredOn("2025-09-15", "2025-09-16", { liquidated: "2026-09-02" }),
      IN_NOVEMBER,
    ],
    [
      "one of them liquidated on its day of entry",
      enteredOn("2025-09-15", "2025-09-16", { liquidated: "2025-09-16" }),
      IN_NOVEMBER,
    ],
    ["both a year old at most and not liquidated", enteredOn("2025-06-01", "2025-06-02"), IN_JUNE],
    [
      "both scheduled for the same day",
      enteredOn("2025-09-15", "2025-09-16", { liquidated: "2026-06-05" }),
      IN_JUNE,
    ],
    ["both liquidated today", enteredOn("2025-05-10", "2025-05-11", { liquidated: IN_JUNE }), IN_JUNE],
    ["both suspended", enteredOn("2025-09-15", "2025-09-16", { status: "Suspended" }), IN_JUNE],
    [
      "both blank in a live column",
      enteredOn("2025-09-15", "2025-09-16", { liquidationBlank: true }),
      IN_JUNE,
    ],
    [
      "without IEEPA number, on the same day",
      [paying("9903.88.03"), paying("9903.88.03", "7.77")],
      IN_NOVEMBER,
    ],
  ])("%s", (_case, [a, b], asOf) => {
    expect(bothJudged(a, b, asOf).verdict).toBe(true);
  });
});

describe("two entries are judged apart", () => {
  it.each<[string, [EntrySketch, EntrySketch], string]>([
    ["of other types", [{}, { type: "11" }], IN_NOVEMBER],
    ["with another flag", [{}, { facts: { drawbackFlag: "Y" } }], IN_NOVEMBER],
    [
      "one whose day of entry is read from another column: a note says so",
      [
        { liquidated: "2026-09-02", facts: { entryFiledDate: "2025-09-15" } },
        { entered: null, liquidated: "2026-09-02", facts: { entryFiledDate: "2025-09-15" } },
      ],
      IN_NOVEMBER,
    ],
    [
      "with days of entry that are read from other columns",
      [
        { entered: null, liquidated: "2026-09-02", facts: { entryFiledDate: "2025-09-15" } },
        { entered: null, liquidated: "2026-09-02", facts: { importDate: "2025-09-15" } },
      ],
      IN_NOVEMBER,
    ],
    [
      "over a year old and not liquidated: the reason names the day",
      enteredOn("2025-05-31", "2025-05-30"),
      IN_JUNE,
    ],
    [
      "both over a year old, and one of them so long that CAPE may know of a liquidation",
      enteredOn("2025-05-30", "2025-02-10"),
      IN_JUNE,
    ],
    ["one of them a year and a day old", enteredOn("2025-06-01", "2025-05-31"), IN_JUNE],
    [
      "one of them liquidated before it was entered",
      enteredOn("2025-09-15", "2026-01-06", { liquidated: "2026-01-05" }),
      IN_NOVEMBER,
    ],
    ["with a status that says nothing", enteredOn("2025-09-15", "2025-09-16", { status: "Open" }), IN_JUNE],
    [
      "liquidated on an unknown day",
      enteredOn("2025-09-15", "2025-09-16", { status: "Liquidated" }),
      IN_JUNE,
    ],
    [
      "with a liquidation that no file shows",
      enteredOn("2025-09-15", "2025-09-16", { status: null }),
      IN_JUNE,
    ],
    [
      "one of them on the day before the IEEPA window",
      enteredOn("2025-02-04", "2025-02-03", { liquidated: "2026-01-05" }),
      IN_NOVEMBER,
    ],
    [
      "one of them on the day after it",
      enteredOn("2026-02-23", "2026-02-24", { liquidated: "2026-03-05" }),
      IN_JUNE,
    ],
    [
      "both outside the window, on other days",
      enteredOn("2026-02-24", "2026-02-25", { liquidated: "2026-03-05" }),
      IN_JUNE,
    ],
    [
      "one with a number that does not exist",
      [{}, { lines: [aLine(), aLine({ hts: "9903.01.36", duty: "0" })] }],
      IN_NOVEMBER,
    ],
    [
      "with other numbers that do not exist",
      [
        { lines: [aLine(), aLine({ hts: "9903.01.36", duty: "0" })] },
        { lines: [aLine(), aLine({ hts: "9903.01.95", duty: "0" })] },
      ],
      IN_NOVEMBER,
    ],
    ["with other programs, none of them IEEPA", [paying("9903.88.03"), paying("9903.81.91")], IN_NOVEMBER],
    [
      "one with an IEEPA number that was paid and paid back",
      [paying("9903.01.25", "0"), { lines: [aLine({ duty: "100" }), aLine({ duty: "-100" }), aCommodity()] }],
      IN_NOVEMBER,
    ],
    [
      "with other answers about the protest",
      [
        {
          answers: { protestOnlyAboutIeepa: true },
          liquidated: "2026-09-02",
          facts: { protestStatus: "Open" },
        },
        {
          answers: { protestOnlyAboutIeepa: false },
          liquidated: "2026-09-02",
          facts: { protestStatus: "Open" },
        },
      ],
      IN_NOVEMBER,
    ],
    [
      "with other answers about Commerce",
      [
        { type: "03", answers: { commerceInstructed: true } },
        { type: "03", answers: { commerceInstructed: false } },
      ],
      IN_NOVEMBER,
    ],
  ])("%s", (_case, [a, b], asOf) => {
    expect(bothJudged(a, b, asOf).verdict).toBe(false);
  });

  it.each<[string, EntrySketch]>([
    ["on a claim", { claims: [{ outcome: "failed" }] }],
    [
      "with rows that contradict each other",
      { conflicts: [[aLine({ duty: "90" }), aLine({ duty: "100" })]] },
    ],
    ["with a failing check digit", { number: "ZZX10000204" }],
    ["without a day of entry", { entered: null }],
    ["with two days of entry", { entered: ["2025-09-15", "2025-09-16"] }],
    ["with two types", { type: ["01", "08"] }],
    ["with a duty cell that cannot be read", { lines: [aLine({ duty: null })] }],
    ["that nets below zero", { lines: [aLine({ duty: "-1" })] }],
    ["without any row", { lines: [] }],
  ])("however equal they are: entries %s", (_case, sketch) => {
    expect(bothJudged(sketch, sketch, IN_NOVEMBER).verdict).toBe(false);
  });
});

describe("two entries share their clocks", () => {
  it.each<[string, EntrySketch, EntrySketch, boolean]>([
    ["whatever their type", {}, { type: "08" }, true],
    ["whenever they were imported and filed", {}, { facts: STAND_INS }, true],
    ["not with another day of entry", {}, { entered: "2025-09-16" }, false],
    [
      "not with another filing date that stands in",
      { entered: null, facts: { entryFiledDate: "2025-09-15" } },
      { entered: null, facts: { entryFiledDate: "2025-09-16" } },
      false,
    ],
    [
      "not with another import date that stands in",
      { entered: null, facts: { importDate: "2025-09-15" } },
      { entered: null, facts: { importDate: "2025-09-16" } },
      false,
    ],
    ["not with another liquidation", { liquidated: "2026-09-02" }, { liquidated: "2026-09-03" }, false],
    ["not with another status", {}, { status: "Suspended" }, false],
    ["not with a blank in a live column", { status: null }, { liquidationBlank: true }, false],
    ["not with another due date", {}, { facts: { reconciliationDueDate: "2026-12-20" } }, false],
    [
      "not while files disagree on one of their days",
      { liquidated: ["2026-09-02", "2026-09-03"] },
      { liquidated: ["2026-09-02", "2026-09-03"] },
      false,
    ],
  ])("%s", (_case, a, b, shared) => {
    expect(bothJudged(a, b, IN_NOVEMBER).clocks).toBe(shared);
  });

  it("unless CBP accepted them, on whatever day", () => {
    const judge = rememberingJudge();
    const [first, second] = [
      judged(judge, {}, IN_NOVEMBER, "2026-11-01"),
      judged(judge, {}, IN_NOVEMBER, "2026-11-02"),
    ];
    expect([first.verdict === second.verdict, first.clocks === second.clocks]).toEqual([true, false]);
    expect(second).toEqual(judged(judgeFacts, {}, IN_NOVEMBER, "2026-11-02"));
  });
});

describe("what is remembered is forgotten", () => {
  it("on another day of screening", () => {
    const judge = rememberingJudge();
    const flagged = { liquidated: "2026-06-15" };
    judged(judge, flagged, "2026-09-03");
    expect(judged(judge, flagged, "2026-09-04")).toEqual(judged(judgeFacts, flagged, "2026-09-04"));
  });

  it("under other rules for the same day", () => {
    const judge = rememberingJudge();
    const entry = anEntry({ facts: { reconciliationFlag: "Y" } });
    const money = lineRefundsOf(entry, NO_COLUMN1_RATES);
    const asOf = day("2026-06-29");
    const lanes = [rulesKnownOn(day("2026-05-01")), rulesOn(asOf)].map(
      (rules) => judge(entry, money, asOf, rules, null).verdict.conclusion.lane,
    );
    expect(lanes).toEqual(["excluded", "cape-recon"]);
  });
});
