import { describe, expect, it } from "vitest";
import { chapter99CodeOf } from "../identifiers";
import { placeOf } from "../refund/row-flags";
import { aCommodity, aLine, anEntry, type LineSketch } from "../testing/an-entry";
import { usd } from "../money";
import { type Foreseen, NO_IEEPA } from "./foreseen";
import { distinct, evidenceOf } from "./outcome-evidence";
import type { Reason } from "./reasons";

const at = (text: string) => {
  const [file = "", row = ""] = text.split(":");
  return { file, row: Number(row) };
};
const shown = (sources: readonly { file: string; row: number }[]) =>
  sources.map(({ file, row }) => `${file}:${row}`);

describe("places in files", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["none", [], []],
    ["one", ["a:2"], ["a:2"]],
    ["one named three times", ["a:2", "a:2", "a:2"], ["a:2"]],
    ["rows by their number: the second before the tenth", ["a:10", "a:2", "a:3"], ["a:2", "a:3", "a:10"]],
    [
      "files by name, whatever order they came in",
      ["b:2", "a:9", "c:1", "a:3"],
      ["a:3", "a:9", "b:2", "c:1"],
    ],
    ["the same row of two files is two places", ["b:2", "a:2", "b:2"], ["a:2", "b:2"]],
  ])("%s", (_case, sources, expected) => {
    expect(shown(distinct(sources.map(at)))).toEqual(expected);
  });

  it("are one where all facts of an entry stand in one row", () => {
    const row = at("a:2");
    expect(distinct([row, row, row])).toEqual([row]);
  });
});

describe("the rows behind a reason", () => {
  const rows: readonly LineSketch[] = [
    { hts: "9903.01.24", row: 2, line: "1", ordinal: "1" },
    { hts: "9903.01.36", row: 3, line: "1", ordinal: "2" },
    { hts: "9903.01.36", row: 4, line: "1", ordinal: "2" },
    { hts: "9903.01.36", row: 3, line: "2", ordinal: "2" },
    { hts: "9903.01.36", row: 3, line: "1", ordinal: "3" },
    { hts: null, row: 7, line: "3", ordinal: "1" },
  ];
  const lines = [...rows.map(aLine), aCommodity({ row: 8 })];
  const code = (text: string) => chapter99CodeOf(aLine({ hts: text }).hts!)!;
  const rowsOf = (reason: Reason, foreseen: Foreseen = NO_IEEPA) =>
    evidenceOf(reason, foreseen, anEntry({ lines })).map(({ row }) => row);

  it("are those with the number that it names", () => {
    expect(
      rowsOf({ kind: "ieepa-number-unknown", code: code("9903.01.24"), place: placeOf(lines[0]!) }),
    ).toEqual([2]);
    const enteredOn = anEntry().facts.entryDate[0]!.value;
    expect(
      rowsOf({ kind: "invalid-number-past-psc", code: code("9903.01.36"), pscLastDay: enteredOn }),
    ).toEqual([3, 4]);
  });

  it("are those with any of the numbers that bear no duty", () => {
    const numbers = [code("9903.01.24"), code("9903.01.33")];
    expect(rowsOf({ kind: "no-dutiable-ieepa-number", numbers })).toEqual([2]);
  });

  it("are the very row that it places, by file, row, line and ordinal", () => {
    const other = { ...lines[1]!, source: { file: "other.csv", row: 3 } };
    const entry = anEntry({ lines: [...lines, other] });
    const reason: Reason = {
      kind: "value-on-chapter-99-row",
      code: code("9903.01.36"),
      value: usd("9"),
      place: placeOf(lines[2]!),
    };
    expect(shown(evidenceOf(reason, NO_IEEPA, entry))).toEqual(["sample.csv:4"]);
    const placed = { ...reason, place: placeOf(other) };
    expect(shown(evidenceOf(placed, NO_IEEPA, entry))).toEqual(["other.csv:3"]);
    expect(
      evidenceOf({ ...reason, place: { ...placeOf(lines[2]!), ordinal: "9" } }, NO_IEEPA, entry),
    ).toEqual([]);
    expect(
      evidenceOf({ ...reason, place: { ...placeOf(lines[2]!), lineNumber: "9" } }, NO_IEEPA, entry),
    ).toEqual([]);
  });

  it("are all rows where it speaks of the whole entry, and none where it speaks of the entry's facts", () => {
    expect(rowsOf({ kind: "ieepa-duty-nets-to-zero" }, { ...NO_IEEPA, allRows: true })).toEqual([
      2, 3, 4, 7, 8,
    ]);
    expect(rowsOf({ kind: "drawback-claim" })).toEqual([]);
    expect(rowsOf({ kind: "drawback-claim" }, { ...NO_IEEPA, facts: ["entryType"] })).toEqual([2]);
  });
});
