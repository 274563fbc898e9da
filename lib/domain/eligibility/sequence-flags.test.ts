import { describe, expect, it } from "vitest";
import { addDays } from "../day";
import { NUMBER_SEQUENCES } from "../law/number-sequence";
import { aCommodity, aLine, type EntrySketch } from "../testing/an-entry";
import { reasonKinds, screened } from "../testing/screened";

const stack = (entered: string, ...numbers: readonly string[]): EntrySketch => ({
  entered,
  lines: numbers.map((hts, index) =>
    hts.startsWith("99")
      ? aLine({ hts, ordinal: String(index + 1), row: index + 2 })
      : aCommodity({ hts, ordinal: String(index + 1), row: index + 2 }),
  ),
});
const GOODS = "8413.91.9085";
const flagged = (sketch: EntrySketch, kind: string) => reasonKinds(screened(sketch)).includes(kind);

describe("the order of the numbers on a line", () => {
  it.each<[string, boolean, EntrySketch]>([
    [
      "301, fentanyl, reciprocal, goods",
      false,
      stack("2025-09-15", "9903.88.03", "9903.01.24", "9903.01.25", GOODS),
    ],
    ["fentanyl before 301", true, stack("2025-09-15", "9903.01.24", "9903.88.03", "9903.01.25", GOODS)],
    ["232 before IEEPA", true, stack("2025-09-15", "9903.81.91", "9903.01.24", "9903.01.33", GOODS)],
    ["232 after IEEPA", false, stack("2025-09-15", "9903.01.24", "9903.01.33", "9903.81.91", GOODS)],
    ["reciprocal before fentanyl", true, stack("2025-08-07", "9903.01.25", "9903.01.24", GOODS)],
    [
      "… while CBP named no order inside IEEPA",
      false,
      stack("2025-08-06", "9903.01.25", "9903.01.24", GOODS),
    ],
    ["… before CBP named any order", false, stack("2025-04-04", GOODS, "9903.01.24")],
    ["the commodity number first", true, stack("2025-04-05", GOODS, "9903.01.25")],
    ["India on either side of reciprocal", false, stack("2025-10-29", "9903.02.26", "9903.01.84", GOODS)],
    ["India on the other side", false, stack("2025-10-29", "9903.01.84", "9903.02.26", GOODS)],
    ["Chapter 98 first", false, stack("2025-09-15", "9802.00.8040", "9903.01.25", GOODS)],
    ["Chapter 98 below IEEPA", true, stack("2025-09-15", "9903.01.25", "9802.00.8040", GOODS)],
    ["a line without IEEPA duty", false, stack("2025-09-15", GOODS, "9903.88.03")],
  ])("%s: out of sequence %s", (_order, expected, sketch) => {
    expect(flagged(sketch, "number-out-of-sequence")).toBe(expected);
  });

  it("goes by ordinals and not by the order of the rows; ten comes after nine", () => {
    const lines = [
      aCommodity({ ordinal: "10" }),
      aLine({ ordinal: "9" }),
      aLine({ hts: "9903.88.03", ordinal: "2" }),
    ];
    expect(flagged({ lines }, "number-out-of-sequence")).toBe(false);
  });

  it.each([
    [["1", "2", "3"], false],
    [["3", "2", "1"], true],
    [["11", "12", "13"], false],
    [["13", "12", "11"], true],
    [["9", "10", "11"], false],
    [["11", "10", "9"], true],
    [["1", "3", "2"], true],
  ])(
    "301, IEEPA and goods with the ordinals %j are out of sequence: %s",
    ([first, second, third], expected) => {
      const lines = [
        aLine({ hts: "9903.88.03", ordinal: first ?? "" }),
        aLine({ ordinal: second ?? "" }),
        aCommodity({ ordinal: third ?? "" }),
      ];
      expect(flagged({ lines }, "number-out-of-sequence")).toBe(expected);
      expect(flagged({ lines: lines.toReversed() }, "number-out-of-sequence")).toBe(expected);
    },
  );

  it("says nothing where a row has no ordinal", () => {
    const partly = [aCommodity({ ordinal: "1" }), aLine({ ordinal: "2" }), aLine({ hts: "9903.88.03" })];
    expect(flagged({ lines: partly }, "number-out-of-sequence")).toBe(false);
    expect(flagged({ lines: [aCommodity({ ordinal: "1" }), aLine()] }, "number-out-of-sequence")).toBe(false);
  });

  it("names the number and the one above it, and leaves the lane and the money alone", () => {
    const screening = screened(stack("2025-09-15", GOODS, "9903.01.25"));
    expect(screening.findings.find(({ reason }) => reason.kind === "number-out-of-sequence")).toMatchObject({
      lane: null,
      reason: { hts: "99030125", above: "8413919085", place: { ordinal: "2", fileRow: 3 } },
    });
    expect([screening.lane, screening.refund.certain?.toString()]).toEqual(["cape-ready", "100"]);
  });
});

describe("a number without its partner", () => {
  it.each<[string, string, boolean, EntrySketch]>([
    ["no goods on the line", "no-commodity-number", true, stack("2025-09-15", "9903.01.25")],
    ["goods on the line", "no-commodity-number", false, stack("2025-09-15", "9903.01.25", GOODS)],
    ["Chapter 98 instead", "no-commodity-number", false, stack("2025-09-15", "9801.00.1012", "9903.01.25")],
    [
      "a number that cannot be read may be the goods",
      "no-commodity-number",
      false,
      { lines: [aLine({ ordinal: "1" }), aLine({ hts: null, duty: null, ordinal: "2" })] },
    ],
    ["no ordinals: the file may show IEEPA rows alone", "no-commodity-number", false, { lines: [aLine()] }],
    ["fentanyl alone", "no-reciprocal-number", true, stack("2025-04-05", "9903.01.24", GOODS)],
    [
      "… the day before it was needed",
      "no-reciprocal-number",
      false,
      stack("2025-04-04", "9903.01.24", GOODS),
    ],
    ["… on the last day", "no-reciprocal-number", true, stack("2026-02-23", "9903.01.24", GOODS)],
    ["… on the day after", "no-reciprocal-number", false, stack("2026-02-24", "9903.01.24", GOODS)],
    [
      "… on an unknown day",
      "no-reciprocal-number",
      false,
      { ...stack("2025-09-15", "9903.01.24", GOODS), entered: null },
    ],
    ["reciprocal alone", "no-reciprocal-number", false, stack("2025-09-15", "9903.01.25", GOODS)],
    [
      "a 301 number is no goods",
      "no-commodity-number",
      true,
      stack("2025-09-15", "9903.88.03", "9903.01.25"),
    ],
    [
      "fentanyl and an exemption from reciprocal duty",
      "no-reciprocal-number",
      false,
      stack("2025-09-15", "9903.01.10", "9903.01.26", GOODS),
    ],
  ])("%s: %s %s", (_case, kind, expected, sketch) => {
    expect(flagged(sketch, kind)).toBe(expected);
  });
});

it("the published orders cite, follow one another without a gap, and the last one still holds", () => {
  NUMBER_SEQUENCES.forEach(({ from, until, source, places }, index) => {
    const next = NUMBER_SEQUENCES[index + 1];
    expect(until).toBe(next === undefined ? null : addDays(next.from, -1));
    expect(until === null || from <= until).toBe(true);
    expect([source.law, source.published].every((text) => text.length > 3)).toBe(true);
    for (const [first, last] of Object.values(places)) expect(first).toBeLessThanOrEqual(last);
  });
});
