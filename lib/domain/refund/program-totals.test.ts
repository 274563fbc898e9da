import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HtsNumber, parseHtsNumber } from "../identifiers";
import { subtractUsd, usdText } from "../money";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import { type AmountRange, exactly, spanOf, sumRanges } from "./amount-range";
import { type Column1Rates, NO_COLUMN1_RATES, withGivenRates } from "./column1-rates";
import { type MoneyTotals, sumMoney } from "./money-totals";
import { programTotals } from "./program-totals";
import { lineRefundsOf, refundOf } from "./refund-of";

const given = (percent: string): Column1Rates =>
  withGivenRates(NO_COLUMN1_RATES, new Map<HtsNumber, string>([[parseHtsNumber("8413.91.9085")!, percent]]));

const text = ({ min, max }: AmountRange): string =>
  max === null ? `${usdText(min)}…` : min.equals(max) ? usdText(min) : `${usdText(min)}…${usdText(max)}`;

const totalsOf = (sketch: EntrySketch, rates: Column1Rates = NO_COLUMN1_RATES) =>
  programTotals(lineRefundsOf(anEntry(sketch), rates)).map(
    ({ program, paid, refundable, stays }) =>
      `${program} ${text(paid)} = ${text(refundable)} + ${text(stays)}`,
  );

const agreement = (duty: string) => [aLine({ hts: "9903.02.20", duty }), aCommodity()];

describe("duty by program", () => {
  it.each<[string, EntrySketch, readonly string[]]>([
    [
      "each program once, in the order of the table, free rows too",
      {
        lines: [
          aLine({ hts: "9903.88.03", duty: "250" }),
          aLine({ hts: "9903.03.01", duty: "100" }),
          aLine({ hts: "9903.01.25", duty: "60" }),
          aLine({ hts: "9903.01.25", duty: "40", line: "2" }),
          aLine({ hts: "9903.01.33", duty: "0", line: "2" }),
          aCommodity({ duty: "25" }),
        ],
      },
      [
        "IEEPA_RECIPROCAL_BASELINE 100.00 = 100.00 + 0.00",
        "IEEPA_RECIPROCAL_EXEMPTION 0.00 = 0.00 + 0.00",
        "SECTION_122_SURCHARGE 100.00 = 0.00 + 100.00",
        "SECTION_301_CHINA_LIST_3 250.00 = 0.00 + 250.00",
        "COLUMN_1 25.00 = 0.00 + 25.00",
      ],
    ],
    [
      "M9: duty on an exemption number stays",
      { lines: [aLine({ hts: "9903.01.33", duty: "5" })] },
      ["IEEPA_RECIPROCAL_EXEMPTION 5.00 = 0.00 + 5.00"],
    ],
    [
      "M10: an IEEPA number that does not exist comes back or stays",
      { lines: [aLine({ hts: "9903.01.36", duty: "50" })] },
      ["IEEPA 50.00 = 0.00…50.00 + 0.00…50.00"],
    ],
    [
      "R10: a duty that cannot be read",
      { lines: [aLine({ duty: null }), aCommodity({ duty: "5" })] },
      ["IEEPA_RECIPROCAL_BASELINE 0.00… = 0.00… + 0.00", "COLUMN_1 5.00 = 0.00 + 5.00"],
    ],
    [
      "R11: a row without number",
      { lines: [aLine({ hts: null, duty: "50" })] },
      ["UNKNOWN 50.00 = 0.00…50.00 + 0.00…50.00"],
    ],
    [
      "M8: corrections net within their program",
      {
        lines: [
          aLine({ duty: "100" }),
          aLine({ duty: "-30", line: "2" }),
          aLine({ hts: "9903.88.03", duty: "-5" }),
        ],
      },
      ["IEEPA_RECIPROCAL_BASELINE 70.00 = 70.00 + 0.00", "SECTION_301_CHINA_LIST_3 -5.00 = 0.00 + -5.00"],
    ],
    [
      "R4: rows that differ in the amount",
      { lines: [], conflicts: [[aLine({ duty: "100" }), aLine({ duty: "150" })]] },
      ["IEEPA_RECIPROCAL_BASELINE 100.00…150.00 = 100.00…150.00 + 0.00"],
    ],
    [
      "R4: rows that differ in the program",
      { lines: [], conflicts: [[aLine({ duty: "100" }), aLine({ hts: "9903.88.03", duty: "150" })]] },
      ["UNKNOWN 100.00…150.00 = 0.00…100.00 + 0.00…150.00"],
    ],
  ])("%s", (_case, sketch, totals) => expect(totalsOf(sketch)).toEqual(totals));

  it.each<[string, EntrySketch, Column1Rates, string]>([
    ["known", { lines: agreement("150") }, given("2.5"), "150.00 = 125.00 + 25.00"],
    ["not known", { lines: agreement("150") }, NO_COLUMN1_RATES, "150.00 = 0.00…150.00 + 0.00…150.00"],
    ["more than was paid", { lines: agreement("150") }, given("16"), "150.00 = 0.00…150.00 + 0.00…150.00"],
    [
      "on the commodity row",
      { lines: [aLine({ hts: "9903.02.20", duty: "125" }), aCommodity({ duty: "25" })] },
      NO_COLUMN1_RATES,
      "125.00 = 125.00 + 0.00",
    ],
    [
      "known, of amounts in conflict",
      {
        lines: [aCommodity()],
        conflicts: [[aLine({ hts: "9903.02.20", duty: "150" }), aLine({ hts: "9903.02.20", duty: "140" })]],
      },
      given("2.5"),
      "140.00…150.00 = 115.00…125.00 + 25.00",
    ],
  ])("a 15 %% line whose ordinary duty is %s", (_case, sketch, rates, total) => {
    expect(totalsOf(sketch, rates)[0]).toBe(`IEEPA_RECIPROCAL_COUNTRY ${total}`);
  });

  it("D2: nothing comes back of an entry outside the window", () => {
    const { programs, refund } = screened({ entered: "2026-02-24" });
    const { paid, refundable, stays } = sumMoney(programs);
    expect([text(paid), text(refundable), text(stays), text(refund)]).toEqual([
      "100.00",
      "0.00",
      "100.00",
      "0.00",
    ]);
    const inside = screened({ entered: "2026-02-23" });
    expect(text(sumMoney(inside.programs).refundable)).toBe("100.00");
  });
});

const aDuty = fc.integer({ min: -20_000, max: 200_000 }).map((cents) => (cents / 100).toFixed(2));
const aNumber = fc.constantFrom(
  ...["9903.01.24", "9903.01.25", "9903.01.33", "9903.02.20", "9903.02.73", "9903.01.36", "9903.88.01"],
  ...["9903.81.91", "9903.03.01", "9903.45.25", "9903.99.99", "9802.00.8040", "8413.91.9085", "junk"],
);
const aRow = fc.record({
  hts: aNumber,
  duty: fc.option(aDuty, { freq: 8 }),
  line: fc.constantFrom("1", "2"),
  value: fc.constantFrom("1000", null),
  spi: fc.constantFrom(null, null, "KR"),
});
const anySketch: fc.Arbitrary<EntrySketch> = fc.record({
  lines: fc.array(aRow.map(aLine), { maxLength: 7 }),
  conflicts: fc.array(
    fc.array(
      aRow.map((row) => aLine({ ...row, line: "1" })),
      { minLength: 2, maxLength: 3 },
    ),
    { maxLength: 2 },
  ),
});

describe("totals by program, whatever the rows", () => {
  const rates = fc.constantFrom(NO_COLUMN1_RATES, given("2.5"), given("14"));
  const totals = (sketch: EntrySketch, column1: Column1Rates): MoneyTotals =>
    sumMoney(programTotals(lineRefundsOf(anEntry(sketch), column1)));

  it("their refundable parts are the refund of the entry", () => {
    fc.assert(
      fc.property(anySketch, rates, (sketch, column1) => {
        const { min, max } = refundOf(anEntry(sketch), column1);
        expect(text(totals(sketch, column1).refundable)).toBe(text({ min, max }));
      }),
    );
  });

  it("what was paid is all duty of all rows", () => {
    fc.assert(
      fc.property(anySketch, rates, (sketch, column1) => {
        const { lines, conflicts } = anEntry(sketch);
        const cells = [...lines, ...conflicts.flatMap(({ variants }) => variants)];
        fc.pre(cells.every(({ duty }) => duty !== null));
        const paid = sumRanges([
          ...lines.map(({ duty }) => exactly(duty!)),
          ...conflicts.map(({ variants }) => spanOf(variants.map(({ duty }) => exactly(duty!)))),
        ]);
        expect(text(totals(sketch, column1).paid)).toBe(text(paid));
      }),
    );
  });

  it("what stays is the rest, wherever all is certain", () => {
    fc.assert(
      fc.property(anySketch, rates, (sketch, column1) => {
        const { paid, refundable, stays } = totals(sketch, column1);
        const certain = [paid, refundable, stays].every(({ min, max }) => max?.equals(min));
        if (certain) expect(usdText(stays.min)).toBe(usdText(subtractUsd(paid.min, refundable.min)));
        if (paid.max && refundable.max && paid.max.equals(paid.min) && refundable.max.equals(refundable.min))
          expect(certain).toBe(true);
      }),
    );
  });
});
