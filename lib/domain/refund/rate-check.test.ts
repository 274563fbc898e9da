import { describe, expect, it } from "vitest";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { NO_COLUMN1_RATES } from "./column1-rates";
import { stackOf } from "./stack";

const flags = (sketch: EntrySketch): readonly string[] =>
  stackOf(anEntry(sketch), NO_COLUMN1_RATES).flatMap((row) => row.flags.map(({ kind }) => kind));

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
      "M15: ordinary rate unknown",
      { lines: [aLine({ hts: "9903.02.20", duty: "150" }), aCommodity()] },
      "column-1-unknown",
      true,
    ],
    ["M18: Canadian steel, first day", metal("2025-03-04", "CA"), "metals-of-canada-or-mexico", true],
    ["M18: the day before", metal("2025-03-03", "CA"), "metals-of-canada-or-mexico", false],
    ["M18: last day", metal("2025-06-03", "MX"), "metals-of-canada-or-mexico", true],
    ["M18: the day after", metal("2025-06-04", "MX"), "metals-of-canada-or-mexico", false],
    ["M18: other goods", metal("2025-05-20", "CA", "8413.91.9085"), "metals-of-canada-or-mexico", false],
  ])("%s", (_rule, sketch, kind, flagged) => expect(flags(sketch).includes(kind)).toBe(flagged));
});

function split(ieepa: string, ordinary: string): EntrySketch {
  return { lines: [aLine({ hts: "9903.02.20", duty: ieepa }), aCommodity({ duty: ordinary })] };
}

function metal(entered: string, origin: string, hts = "7326.90.8688"): EntrySketch {
  const number = origin === "CA" ? "9903.01.10" : "9903.01.01";
  return { entered, lines: [aLine({ hts: number, duty: "250", origin }), aCommodity({ hts, origin })] };
}
