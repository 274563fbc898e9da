import { describe, expect, it } from "vitest";
import { day } from "../day";
import type { TariffLine } from "../entry";
import { usdText } from "../money";
import { parseHtsNumber } from "../identifiers";
import { aCommodity, aLine, anEntry } from "../testing/an-entry";
import { NO_COLUMN1_RATES, withGivenRates } from "./column1-rates";
import { programTotals } from "./program-totals";
import { lineRefundsOf, refundOf } from "./refund-of";
import { rowFlagsOf, stackOf } from "./stack";

const goods = parseHtsNumber("8421.39.0115")!;
const number = (hts: string, duty: string, origin: string, line = "1"): TariffLine =>
  aLine({ hts, duty, origin, line });
const good = (value: string, duty: string, origin: string, line = "1"): TariffLine =>
  aCommodity({ hts: goods, value, duty, origin, line });

/** Invented values on real numbers, rates and dates: what CAPE would refund. */
const WORKED_LINES: readonly {
  title: string;
  entered: string;
  lines: readonly TariffLine[];
  refund: string;
  column1?: string;
}[] = [
  {
    title: "A: China, list 1 machine part: fentanyl and reciprocal come back, Section 301 stays",
    entered: "2025-07-10",
    lines: [
      number("9903.88.01", "2500", "CN"),
      number("9903.01.24", "2000", "CN"),
      number("9903.01.25", "1000", "CN"),
      good("10000", "0", "CN"),
    ],
    refund: "3000.00",
  },
  {
    title: "A on 2025-11-12: the fentanyl rate is 10 %",
    entered: "2025-11-12",
    lines: [
      number("9903.88.01", "2500", "CN"),
      number("9903.01.24", "1000", "CN"),
      number("9903.01.25", "1000", "CN"),
      good("10000", "0", "CN"),
    ],
    refund: "2000.00",
  },
  {
    title: "B: China, steel derivative split by content: the 232 and 301 duty stay",
    entered: "2025-07-10",
    lines: [
      number("9903.88.01", "1750", "CN"),
      number("9903.01.24", "1400", "CN"),
      number("9903.01.25", "700", "CN"),
      good("7000", "0", "CN"),
      number("9903.88.01", "750", "CN", "2"),
      number("9903.01.24", "600", "CN", "2"),
      number("9903.01.33", "0", "CN", "2"),
      number("9903.81.91", "1500", "CN", "2"),
      good("3000", "0", "CN", "2"),
    ],
    refund: "2700.00",
  },
  {
    title: "C: EU machine: the 15 % hold 2.5 % of ordinary duty, which is due again",
    entered: "2025-09-10",
    lines: [number("9903.02.20", "3000", "DE"), good("20000", "0", "DE")],
    column1: "2.5",
    refund: "2500.00",
  },
  {
    title: "C split: the broker put the ordinary duty on the commodity row",
    entered: "2025-09-10",
    lines: [number("9903.02.20", "2500", "DE"), good("20000", "500", "DE")],
    refund: "2500.00",
  },
  {
    title: "D: EU good with ordinary duty above 15 %: no IEEPA duty at all",
    entered: "2025-09-10",
    lines: [number("9903.02.19", "0", "DE"), good("10000", "1600", "DE")],
    refund: "0.00",
  },
  {
    title: "E: Canada, machinery without USMCA claim",
    entered: "2025-09-10",
    lines: [number("9903.01.10", "3500", "CA"), number("9903.01.26", "0", "CA"), good("10000", "0", "CA")],
    refund: "3500.00",
  },
  {
    title: "E with USMCA: two exemption numbers are no money",
    entered: "2025-09-10",
    lines: [number("9903.01.14", "0", "CA"), number("9903.01.26", "0", "CA"), good("10000", "0", "CA")],
    refund: "0.00",
  },
  {
    title: "F: Canada, steel while IEEPA stood instead of 232",
    entered: "2025-05-20",
    lines: [number("9903.01.10", "2500", "CA"), number("9903.01.26", "0", "CA"), good("10000", "0", "CA")],
    refund: "2500.00",
  },
  {
    title: "F later: 232 stands instead of IEEPA",
    entered: "2025-07-20",
    lines: [number("9903.81.87", "5000", "CA"), number("9903.01.26", "0", "CA"), good("10000", "0", "CA")],
    refund: "0.00",
  },
  {
    title: "G: Brazil, 40 % and 10 % are both IEEPA",
    entered: "2025-09-10",
    lines: [number("9903.01.77", "4000", "BR"), number("9903.02.09", "1000", "BR"), good("10000", "0", "BR")],
    refund: "5000.00",
  },
  {
    title: "G in November: exempt from both",
    entered: "2025-11-20",
    lines: [number("9903.01.81", "0", "BR"), number("9903.01.32", "0", "BR"), good("10000", "0", "BR")],
    refund: "0.00",
  },
  {
    title: "H: India, Russian oil and country rate",
    entered: "2025-10-10",
    lines: [number("9903.01.84", "2500", "IN"), number("9903.02.26", "2500", "IN"), good("10000", "0", "IN")],
    refund: "5000.00",
  },
  {
    title: "H in February 2026: the country rate alone",
    entered: "2026-02-10",
    lines: [number("9903.02.26", "2500", "IN"), good("10000", "0", "IN")],
    refund: "2500.00",
  },
  {
    title: "I: China at 125 %: more duty than value",
    entered: "2025-04-20",
    lines: [
      number("9903.88.01", "250", "CN"),
      number("9903.01.24", "200", "CN"),
      number("9903.01.63", "1250", "CN"),
      good("1000", "0", "CN"),
    ],
    refund: "1450.00",
  },
  {
    title: "J: Chile, copper by content",
    entered: "2025-09-10",
    lines: [
      number("9903.78.02", "0", "CL"),
      number("9903.01.25", "60", "CL"),
      good("600", "0", "CL"),
      number("9903.01.33", "0", "CL", "2"),
      number("9903.78.01", "200", "CL", "2"),
      good("400", "0", "CL", "2"),
    ],
    refund: "60.00",
  },
  {
    title: "K: Vietnam with 30 % United States content",
    entered: "2025-09-10",
    lines: [
      number("9903.01.34", "0", "VN"),
      good("300", "0", "VN"),
      number("9903.02.69", "140", "VN", "2"),
      good("700", "0", "VN", "2"),
    ],
    refund: "140.00",
  },
];

describe("worked lines", () => {
  it.each(WORKED_LINES)("$title", ({ entered, lines, refund, column1 }) => {
    const entry = anEntry({ entered, lines });
    const rates =
      column1 === undefined ? NO_COLUMN1_RATES : withGivenRates(new Map(), new Map([[goods, column1]]));
    const range = refundOf(entry, rates);
    expect([range.min, range.certain!, range.max!].map(usdText)).toEqual([refund, refund, refund]);
  });

  it.each(WORKED_LINES)("agree with the registry's rates and dates: $title", ({ entered, lines }) => {
    const flags = stackOf(anEntry({ entered, lines }), NO_COLUMN1_RATES).flatMap((row) => row.flags);
    expect(flags.map(({ kind }) => kind).filter((kind) => kind !== "column-1-unknown")).toEqual([]);
  });

  it.each<[string, number, readonly (readonly [string, string, string, string])[]]>([
    [
      "A",
      0,
      [
        ["IEEPA_FENTANYL_CN", "2000.00", "2000.00", "0.00"],
        ["IEEPA_RECIPROCAL_BASELINE", "1000.00", "1000.00", "0.00"],
        ["SECTION_301_CHINA_LIST_1", "2500.00", "0.00", "2500.00"],
        ["COLUMN_1", "0.00", "0.00", "0.00"],
      ],
    ],
    [
      "B",
      2,
      [
        ["IEEPA_FENTANYL_CN", "2000.00", "2000.00", "0.00"],
        ["IEEPA_RECIPROCAL_BASELINE", "700.00", "700.00", "0.00"],
        ["IEEPA_RECIPROCAL_EXEMPTION", "0.00", "0.00", "0.00"],
        ["SECTION_232_STEEL", "1500.00", "0.00", "1500.00"],
        ["SECTION_301_CHINA_LIST_1", "2500.00", "0.00", "2500.00"],
        ["COLUMN_1", "0.00", "0.00", "0.00"],
      ],
    ],
  ])("%s by program: what was paid, what comes back and what stays", (_letter, at, programs) => {
    const { entered, lines } = WORKED_LINES[at]!;
    const totals = programTotals(lineRefundsOf(anEntry({ entered, lines }), NO_COLUMN1_RATES));
    const texts = totals.map(({ program, paid, refundable, stays }) => [
      program,
      ...[paid.max!, refundable.max!, stays.max!].map(usdText),
    ]);
    expect(texts).toEqual(programs);
  });

  it.each([
    ["F", "2025-05-20", "9903.01.10", "2500", ["metals-of-canada-or-mexico"]],
    ["F later", "2025-07-20", "9903.81.87", "5000", []],
  ])(
    "%s: steel that paid IEEPA duty instead of 232 duty is flagged for review",
    (_letter, entered, hts, duty, kinds) => {
      const steel = aCommodity({ hts: "7326.90.8688", value: "10000", duty: "0", origin: "CA" });
      const lines = [number(hts, duty, "CA"), number("9903.01.26", "0", "CA"), steel];
      const entry = anEntry({ entered, lines });
      const flags = rowFlagsOf(lineRefundsOf(entry, NO_COLUMN1_RATES), entry);
      expect(flags.map(({ kind }) => kind)).toEqual(kinds);
    },
  );

  it("C unknown: without the ordinary rate the refund is a range, nothing to all", () => {
    const entry = anEntry({
      entered: "2025-09-10",
      lines: [number("9903.02.20", "3000", "DE"), good("20000", "0", "DE")],
    });
    const { min, certain, max } = refundOf(entry, NO_COLUMN1_RATES);
    expect([usdText(min), certain, usdText(max!)]).toEqual(["0.00", null, "3000.00"]);
  });

  it("show in the stacking view what comes back and what stays, row by row", () => {
    const [row301, fentanyl, reciprocal, commodity] = stackOf(
      anEntry({ entered: day("2025-07-10"), lines: WORKED_LINES[0]!.lines }),
      NO_COLUMN1_RATES,
    );
    expect(row301).toMatchObject({ authority: "SECTION_301", percentFiled: "25" });
    expect(usdText(row301!.stays!.min)).toBe("2500.00");
    expect(fentanyl).toMatchObject({ authority: "IEEPA", percentFiled: "20", percentInRegistry: "20" });
    expect(usdText(fentanyl!.refundable.min)).toBe("2000.00");
    expect(usdText(fentanyl!.stays!.max!)).toBe("0.00");
    expect(reciprocal).toMatchObject({ percentFiled: "10", code: "9903.01.25" });
    expect(commodity).toMatchObject({ authority: "COLUMN_1", code: null, percentFiled: "0" });
  });

  it("show on a 15 % row that the ordinary duty stays", () => {
    const entry = anEntry({
      entered: "2025-09-10",
      lines: [number("9903.02.20", "3000", "DE"), good("20000", "0", "DE")],
    });
    const [row] = stackOf(entry, withGivenRates(new Map(), new Map([[goods, "2.5"]])));
    expect([row!.refundable.min, row!.stays!.min].map(usdText)).toEqual(["2500.00", "500.00"]);
  });
});
