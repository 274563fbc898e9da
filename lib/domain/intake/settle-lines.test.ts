import { describe, expect, it } from "vitest";

import { type SettledLines, settleLines } from "./settle-lines";
import { usdText } from "../money";
import { assembled } from "../testing/a-table";
import { aLine } from "../testing/an-entry";

const HEADER =
  "Entry Summary Number|Entry Summary Line Number|Tariff Ordinal Number|HTS Number - Full|Line Tariff Duty Amount|Country of Origin Code|Manufacturer ID|My Notes";
const NUMBER = "ZZX10000011";

const settled = (...rows: string[]): SettledLines => {
  const entry = [...assembled([HEADER, ...rows.map((row) => `${NUMBER}|${row}`)]).entries.values()][0];
  if (entry === undefined) throw new Error("No entry");
  return settleLines([...entry.lines, ...entry.conflicts.flatMap(({ variants }) => variants)]);
};
const duties = (lines: SettledLines["lines"]) =>
  lines.map(({ duty }) => (duty === null ? null : usdText(duty)));
const outcome = (...rows: string[]) => {
  const { lines, conflicts } = settled(...rows);
  return { used: duties(lines), conflicts: conflicts.map(({ variants }) => duties(variants).toSorted()) };
};

describe("rows of one key", () => {
  it.each([
    { rows: ["1|1|99030124|1,000.00|CN", "01|1|9903.01.24|1000|cn"], because: "R3: equal after normalising" },
    {
      rows: ["1|1|99030124|5|CN||a", "1|1|99030124|5.00|CN||b"],
      because: "R3: an unknown column makes no difference",
    },
    { rows: ["1|1|9903012400|5|CN", "1|1|99030124|5|CN"], because: "a Chapter 99 number has eight digits" },
  ])("are one row: $because", ({ rows }) => {
    expect(settled(...rows).lines).toHaveLength(1);
    expect(settled(...rows).conflicts).toEqual([]);
  });

  it.each([
    { rows: ["1|1|99030124|5|CN", "1|1|99030124|6|CN"], used: [], because: "R4: two duties" },
    { rows: ["1|1|99030124|5|CN", "1|1|99030124|0|CN"], used: [], because: "R13: zero against an amount" },
    { rows: ["1|1|99030124|5|CN", "1|1|99030124||CN"], used: [], because: "a blank cell is a cell" },
    { rows: ["1|1|99030124|5|CN", "1|1|99030125|5|CN"], used: [], because: "another tariff number" },
    { rows: ["1|1|99030124|5|CN", "1|1|99030124|5|HK"], used: [], because: "another origin" },
    { rows: ["1|1|99030124|5|CN|MIDA", "1|1|99030124|5|CN|MIDB"], used: [], because: "another manufacturer" },
  ])("R4a: are a conflict and none is used: $because", ({ rows, used }) => {
    const { conflicts, ...rest } = outcome(...rows);
    expect(rest.used).toEqual(used);
    expect(conflicts).toHaveLength(1);
  });

  it("R9: without ordinal the key is line and tariff number", () => {
    expect(outcome("1||99030124|5", "1||99030125|6", "2||99030124|7").used).toEqual(["5.00", "6.00", "7.00"]);
    expect(outcome("1||99030124|5", "1||99030124|6").conflicts).toEqual([["5.00", "6.00"]]);
  });

  it("R9: without line number the entry has one line", () => {
    expect(outcome("||99030124|5", "||99030124|5", "||99030125|5").used).toEqual(["5.00", "5.00"]);
    expect(outcome("|1|99030124|5", "|2|99030124|5").used).toEqual(["5.00", "5.00"]);
  });

  it("two ordinals with one tariff number are two rows", () => {
    expect(outcome("1|1|99030124|5", "1|2|99030124|6").used).toEqual(["5.00", "6.00"]);
  });
});

describe("a row with negative duty", () => {
  it("R6: is a correction whatever its key", () => {
    expect(outcome("1|1|99030124|5", "1|1|99030124|-2").used).toEqual(["5.00", "-2.00"]);
    expect(outcome("1|1|99030124|5", "1|1|99030124|-2", "1|1|99030124|-3").used).toEqual([
      "5.00",
      "-2.00",
      "-3.00",
    ]);
  });

  it("R17: counts once when it comes twice", () => {
    expect(outcome("1|1|99030124|-2", "1|1|99030124|(2.00)").used).toEqual(["-2.00"]);
  });
});

describe("rows of files with different columns", () => {
  const full = aLine({
    line: "1",
    ordinal: "2",
    hts: "9903.01.24",
    duty: "5",
    value: "0",
    origin: "CN",
    row: 2,
  });
  const bare = aLine({ line: "1", hts: "9903.01.24", duty: "5", row: 3 });

  it("R3: agree on what both have: the fuller one is used", () => {
    expect(settleLines([bare, full])).toMatchObject({
      lines: [full],
      conflicts: [],
      repeats: [{ line: bare, twin: full }],
    });
  });

  it("are a conflict where they differ, with the row they mean", () => {
    const other = aLine({ line: "1", hts: "9903.01.24", duty: "6", row: 3 });
    expect(settleLines([other, full])).toMatchObject({ lines: [], conflicts: [{ variants: [full, other] }] });
  });

  it("each find the ordinal they agree with", () => {
    const second = aLine({ line: "1", ordinal: "3", hts: "9903.01.24", duty: "6", value: "0", row: 4 });
    const bareSecond = aLine({ line: "1", hts: "9903.01.24", duty: "6", row: 5 });
    expect(settleLines([bareSecond, bare, second, full]).lines).toEqual([full, second]);
  });

  it("keep as an echo what knows a cell the used row lacks", () => {
    const withSpi = aLine({ line: "1", hts: "9903.01.24", duty: "5", spi: "S", row: 3 });
    expect(settleLines([full, withSpi])).toMatchObject({ lines: [full], echoes: [withSpi] });
  });
});
