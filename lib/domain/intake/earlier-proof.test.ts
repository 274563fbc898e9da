import { describe, expect, it } from "vitest";

import { day } from "../day";
import { screenEntry, type Screening } from "../eligibility/screen-entry";
import type { Entry } from "../entry";
import { usdText } from "../money";
import { NO_COLUMN1_RATES } from "../refund/column1-rates";
import { settleRows } from "../settlements/settle";
import { assembled } from "../testing/a-table";
import { aNumber } from "../testing/an-entry";
import { combineFiles } from "./combine-files";

const NUMBER = aNumber("ZZX10000011");
const HEADINGS =
  "Entry Summary Number|Entry Type Code|Entry Date|Liquidation Date|Liquidation Status|Entry Summary Line Number|Tariff Ordinal Number|HTS Number - Full|Line Tariff Goods Value Amount|Line Tariff Duty Amount";

const file = (liquidated: string, ...rows: string[]) => [
  HEADINGS,
  ...rows.map((row) => `${NUMBER}|01|09/15/2025|${liquidated}|1|${row}`),
];
const IEEPA = "1|99030125|0.00|250.00";
const GOODS = "2|8413919085|2500.00|62.50";
const BEFORE = file("|Unliquidated", IEEPA, GOODS);
/** Pulled after CAPE took the entry: liquidated, and the IEEPA number is gone. */
const STRIPPED = file("10/01/2026|Liquidated", "1|8413919085|2500.00|62.50");
/** The goods move up when the number above them is gone; other exports leave the ordinals as they were. */
const STRIPPED_IN_PLACE = file("10/01/2026|Liquidated", GOODS);
const ZEROED = file("10/01/2026|Liquidated", "1|99030125|0.00|0.00", GOODS);

function entryIn(files: Readonly<Record<string, readonly string[]>>): Entry {
  const parts = Object.entries(files).map(([name, lines]) => [name, assembled(lines, name)] as const);
  const entry = combineFiles(new Map(parts)).entries.get(NUMBER);
  if (entry === undefined) throw new Error("No entry");
  return entry;
}

const screened = (entry: Entry): Screening =>
  screenEntry(entry, { asOf: day("2026-11-21"), column1: NO_COLUMN1_RATES, rateClass: "corporation" });

const moneyOf = ({ refund: { min, max } }: Screening) => [usdText(min), max && usdText(max)];

describe("a later export that lacks its IEEPA rows never erases earlier proof", () => {
  it.each([
    ["the full export read first", { "a.csv": BEFORE, "b.csv": STRIPPED_IN_PLACE }],
    ["the stripped export read first", { "a.csv": STRIPPED_IN_PLACE, "b.csv": BEFORE }],
  ])("%s", (_order, files) => {
    const entry = entryIn(files);
    const proof = entry.lines.find(({ hts }) => hts === "99030125");
    expect(proof?.duty?.toFixed(2)).toBe("250.00");
    expect(files[proof?.source.file as keyof typeof files]).toBe(BEFORE);
    expect(moneyOf(screened(entry))).toEqual(["250.00", "250.00"]);
    expect(screened(entry).lane).toBe("cape-ready");
  });

  it.each([
    ["the full export read first", { "a.csv": BEFORE, "b.csv": STRIPPED }],
    ["the stripped export read first", { "a.csv": STRIPPED, "b.csv": BEFORE }],
  ])("R4: … also where its rows moved up and now contradict the proof, %s", (_order, files) => {
    const entry = entryIn(files);
    expect(moneyOf(screened(entry))[1]).toBe("250.00");
    const [conflict] = entry.conflicts;
    const proof = conflict?.variants.find(({ hts }) => hts === "99030125");
    expect(proof?.duty?.toFixed(2)).toBe("250.00");
  });

  it.each([
    ["the full export read first", { "a.csv": BEFORE, "b.csv": ZEROED }],
    ["the zeroed export read first", { "a.csv": ZEROED, "b.csv": BEFORE }],
  ])("R13: duty 0 in a later row is a conflict, and the proof may be chosen, %s", (_order, files) => {
    const entry = entryIn(files);
    expect(moneyOf(screened(entry))).toEqual(["0.00", "250.00"]);
    const shown = entry.conflicts[0]?.variants ?? [];
    const proof = shown.find(({ duty }) => duty?.toFixed(2) === "250.00");
    if (proof === undefined) throw new Error("The proof is gone");
    const choice = { chosen: proof.source, shown: shown.map(({ source }) => source) };
    const answers = settleRows(entry, choice, { by: "Ana Reyes", at: "2026-11-21T14:03:00.000Z" });
    if (!answers.ok) throw new Error(answers.problem.kind);
    expect(moneyOf(screened({ ...entry, answers: answers.value }))).toEqual(["250.00", "250.00"]);
  });
});
