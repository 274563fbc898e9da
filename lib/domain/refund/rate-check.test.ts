import { describe, expect, it } from "vitest";
import { usd } from "../money";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { NO_COLUMN1_RATES } from "./column1-rates";
import { lineRefundsOf } from "./refund-of";
import { rowFlagsOf } from "./stack";

function flags(sketch: EntrySketch): readonly string[] {
  const entry = anEntry(sketch);
  return rowFlagsOf(lineRefundsOf(entry, NO_COLUMN1_RATES), entry).map(({ kind }) => kind);
}

describe("the filed rate against the registry's", () => {
  const filed = (duty: string, value = "1000") => ({ lines: [aLine({ duty }), aCommodity({ value })] });

  it.each<[string, EntrySketch, boolean]>([
    ["the very rate", filed("100"), false],
    ["M12: one cent off a small duty", filed("0.11", "1"), false],
    ["M12: two cents off a small duty", filed("0.12", "1"), true],
    ["M12: within 0.5 % of the duty", filed("100.50"), false],
    ["M12: just above 0.5 %", filed("100.51"), true],
    ["two programs on one row", filed("300"), true],
    ["a credit", { lines: [aLine({ duty: "-10" }), aCommodity()] }, false],
    ["type 06, whose rate may be locked", { type: "06", ...filed("300") }, false],
    [
      "Chapter 98, whose base is partial",
      { lines: [aLine({ duty: "10" }), aLine({ hts: "9802.00.8040", duty: "0" }), aCommodity()] },
      false,
    ],
    ["no value", { lines: [aLine()] }, false],
    [
      "25 % of 232 filed as 50 %",
      { entered: "2025-05-10", lines: [aLine({ hts: "9903.81.87", duty: "500" }), aCommodity()] },
      true,
    ],
  ])("M12: %s", (_case, sketch, mismatch) => expect(flags(sketch).includes("rate-mismatch")).toBe(mismatch));
});

describe("what looks like a wrong rate and is none", () => {
  const baseline = (entered: string, origin: string, type = "01"): EntrySketch => ({
    ...{ entered, type },
    lines: [aLine({ duty: "100", origin }), aCommodity({ origin })],
  });
  const country = (hts: string, duty: string): EntrySketch => ({
    lines: [aLine({ hts, duty, origin: "VN" }), aCommodity({ origin: "VN" })],
  });
  const repaired = (hts: string, duty: string): EntrySketch => ({
    lines: [aLine({ hts, duty: "0" }), aLine({ duty }), aCommodity()],
  });

  it.each<[string, EntrySketch, readonly string[]]>([
    ["9903.01.25 for Vietnam, last day before its own rate", baseline("2025-08-06", "VN"), []],
    ["… first day of its own rate", baseline("2025-08-07", "VN"), ["possible-in-transit-use"]],
    ["… last day for goods in transit", baseline("2025-10-04", "VN"), ["possible-in-transit-use"]],
    ["… the day after", baseline("2025-10-05", "VN"), ["origin-not-covered"]],
    [
      "… of Brazil, whose reciprocal rate is the country's",
      baseline("2025-09-10", "BR"),
      ["possible-in-transit-use"],
    ],
    ["… of Chile, which has no rate of its own", baseline("2025-09-10", "CL"), []],
    ["… of Canada, which never paid it", baseline("2025-09-10", "CA"), ["origin-not-covered"]],
    ["… of Ontario, as CBP writes it", baseline("2025-09-10", "XO"), []],
    ["… of China while 125 % stood", baseline("2025-05-13", "CN"), ["possible-in-transit-use"]],
    ["… of China afterwards", baseline("2025-05-14", "CN"), []],
    ["a number of Vietnam", country("9903.02.69", "200"), []],
    [
      "a number of Vietnam for goods of another country",
      country("9903.02.26", "250"),
      ["origin-not-covered"],
    ],
    ["… without duty", country("9903.02.26", "0"), []],
    ["type 06, whose rate was locked at admission", baseline("2025-10-05", "VN", "06"), []],
    ["9802.00.40, repair", repaired("9802.00.40", "10"), ["chapter-98-base"]],
    ["9802.00.50, other alteration", repaired("9802.00.5060", "10"), ["chapter-98-base"]],
    ["9802.00.60, metal processed abroad", repaired("9802.00.60", "10"), ["chapter-98-base"]],
    ["9802.00.80, U.S. components", repaired("9802.00.8040", "10"), ["chapter-98-base"]],
    ["9801.00.10, without duty", repaired("9801.00.10", "0"), []],
    ["9802.00.80 without duty", repaired("9802.00.8040", "0"), []],
  ])("%s", (_case, sketch, kinds) => expect(flags(sketch)).toEqual(kinds));

  it("two lines of one article, split by metal content, each with its own value", () => {
    const steel = (line: string, value: string, ...numbers: readonly [string, string][]) => [
      ...numbers.map(([hts, duty]) => aLine({ hts, duty, line, origin: "DE" })),
      aCommodity({ hts: "8431.49.9095", value, line, origin: "DE" }),
    ];
    const split = [
      ...steel("1", "7000", ["9903.01.25", "700"]),
      ...steel("2", "3000", ["9903.01.33", "0"], ["9903.81.91", "1500"]),
    ];
    expect(flags({ entered: "2025-07-10", lines: split })).toEqual([]);
    const metalTwice = split.map((row) => (row.duty?.equals("1500") ? { ...row, duty: usd("5000") } : row));
    expect(flags({ entered: "2025-07-10", lines: metalTwice })).toEqual(["rate-mismatch"]);
  });
});

describe("flags of rows", () => {
  it.each<[string, EntrySketch, string, boolean]>([
    [
      "R21: value on a Chapter 99 row",
      { lines: [aLine({ value: "1000" }), aCommodity()] },
      "value-on-chapter-99-row",
      true,
    ],
    [
      "R21: zero there is none",
      { lines: [aLine({ value: "0" }), aCommodity()] },
      "value-on-chapter-99-row",
      false,
    ],
    [
      "R21: value on the commodity number alone",
      { lines: [aLine(), aCommodity({ value: "1000" })] },
      "value-on-chapter-99-row",
      false,
    ],
    [
      "M9: duty on an exemption number",
      { lines: [aLine({ hts: "9903.01.33", duty: "1" })] },
      "duty-on-exemption-number",
      true,
    ],
    [
      "M10: a number that does not exist",
      { lines: [aLine({ hts: "9903.01.36" })] },
      "ieepa-number-unknown",
      true,
    ],
    ["M11: a number of another period", { lines: [aLine({ hts: "9903.01.20" })] }, "wrong-period", true],
    [
      "M11: … on its last day",
      { entered: "2025-03-03", lines: [aLine({ hts: "9903.01.20" })] },
      "wrong-period",
      false,
    ],
    [
      "M11: … on the day after",
      { entered: "2025-03-04", lines: [aLine({ hts: "9903.01.20" })] },
      "wrong-period",
      true,
    ],
    [
      "M11: not while the entry date is unknown",
      { entered: null, lines: [aLine({ hts: "9903.01.20" })] },
      "wrong-period",
      false,
    ],
    ["R10: duty that cannot be read", { lines: [aLine({ duty: null })] }, "ieepa-duty-unreadable", true],
    ["R11: number that cannot be read", { lines: [aLine({ hts: null })] }, "tariff-number-unreadable", true],
    ["M13: a split that adds to 15 %", split("100", "50"), "split-not-15-percent", false],
    ["M13: a split that does not", split("150", "50"), "split-not-15-percent", true],
    [
      "M5: ordinary rate unknown",
      { lines: [aLine({ hts: "9903.02.20", duty: "150" }), aCommodity()] },
      "column-1-unknown",
      true,
    ],
    ["M18: Canadian steel, first day", metal("2025-03-04", "CA"), "metals-of-canada-or-mexico", true],
    ["M18: the day before", metal("2025-03-03", "CA"), "metals-of-canada-or-mexico", false],
    ["M18: last day", metal("2025-06-03", "MX"), "metals-of-canada-or-mexico", true],
    ["M18: the day after", metal("2025-06-04", "MX"), "metals-of-canada-or-mexico", false],
    ["M18: Chinese steel", metal("2025-05-20", "CN"), "metals-of-canada-or-mexico", false],
    [
      "one duty on two rows of the same number",
      { lines: [aLine({ duty: "60" }), aLine({ duty: "40", row: 3 }), aCommodity({ value: "1000" })] },
      "rate-mismatch",
      false,
    ],
    ["M18: other goods", metal("2025-05-20", "CA", "8413.91.9085"), "metals-of-canada-or-mexico", false],
  ])("%s", (_rule, sketch, kind, flagged) => expect(flags(sketch).includes(kind)).toBe(flagged));
});

function split(ieepa: string, ordinary: string): EntrySketch {
  return { lines: [aLine({ hts: "9903.02.20", duty: ieepa }), aCommodity({ duty: ordinary })] };
}

function metal(entered: string, origin: string, hts = "7326.90.8688"): EntrySketch {
  const number = { CA: "9903.01.10", MX: "9903.01.01" }[origin] ?? "9903.01.24";
  return { entered, lines: [aLine({ hts: number, duty: "250", origin }), aCommodity({ hts, origin })] };
}
