import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, day } from "../day";
import { addUsd, subtractUsd, type Usd, usd, usdOfCents, usdText, ZERO_USD } from "../money";
import { entryNumbers } from "../testing/an-entry";
import {
  type CalendarMonth,
  entryMonth,
  lastDayOf,
  monthEnd,
  type MonthFigures,
  monthsBetween,
  type ReceivableEntry,
  sumMonths,
} from "./month-end";

const [number] = entryNumbers(1) as [ReceivableEntry["number"]];
const anEntry = (change: Partial<ReceivableEntry> = {}): ReceivableEntry => ({
  number,
  importerNumber: "89-123456700",
  steps: [{ kind: "filed", day: day("2026-05-15") }],
  principal: usd("100"),
  // A dollar a month until it is liquidated in July.
  interestOn: (on) => usdOfCents(Math.min(100 * (monthsBetween(day("2026-01-01"), on).length - 1), 600)),
  paid: [],
  ...change,
});
const month = (text: string): CalendarMonth => text as CalendarMonth;
const figures = ({ opening, added, paid, rejected, open }: MonthFigures): readonly string[] =>
  [opening, added, paid, rejected, open].map(usdText);
const paidInJuly = { day: day("2026-07-20"), principal: usd("100"), interest: usd("6"), diverted: false };

describe("the receivable of one entry", () => {
  it.each([
    [
      "2026-04",
      {},
      ["0.00", "0.00", "0.00", "0.00", "0.00"],
      ["0.00", "0.00", "0.00", "0.00", "0.00"],
      "not filed yet",
    ],
    [
      "2026-05",
      {},
      ["0.00", "100.00", "0.00", "0.00", "100.00"],
      ["0.00", "4.00", "0.00", "0.00", "4.00"],
      "filed in May",
    ],
    [
      "2026-06",
      {},
      ["100.00", "0.00", "0.00", "0.00", "100.00"],
      ["4.00", "1.00", "0.00", "0.00", "5.00"],
      "interest runs on",
    ],
    [
      "2026-07",
      { paid: [paidInJuly] },
      ["100.00", "0.00", "100.00", "0.00", "0.00"],
      ["5.00", "1.00", "6.00", "0.00", "0.00"],
      "paid in full",
    ],
    [
      "2026-07",
      { paid: [{ ...paidInJuly, principal: usd("90") }] },
      ["100.00", "0.00", "90.00", "0.00", "10.00"],
      ["5.00", "1.00", "6.00", "0.00", "0.00"],
      "ten dollars are still owed",
    ],
    [
      "2026-06",
      { steps: [...anEntry().steps, { kind: "rejected", day: day("2026-06-02") }] },
      ["100.00", "0.00", "0.00", "100.00", "0.00"],
      ["4.00", "1.00", "0.00", "5.00", "0.00"],
      "rejected in June",
    ],
  ] as const)(
    "in %s is %j: %j and interest %j because it was %s",
    (of, change, principal, interest, _because) => {
      const parts = entryMonth(anEntry(change), month(of));
      expect([figures(parts.principal), figures(parts.interest)]).toEqual([principal, interest]);
    },
  );

  it("is owed again when a rejected entry is filed again", () => {
    const steps = [
      { kind: "filed", day: day("2026-05-15") },
      { kind: "rejected", day: day("2026-05-20") },
      { kind: "filed", day: day("2026-06-03") },
    ] as const;
    expect(figures(entryMonth(anEntry({ steps }), month("2026-05")).principal)).toEqual([
      "0.00",
      "100.00",
      "0.00",
      "100.00",
      "0.00",
    ]);
    expect(figures(entryMonth(anEntry({ steps }), month("2026-06")).principal)).toEqual([
      "0.00",
      "100.00",
      "0.00",
      "0.00",
      "100.00",
    ]);
  });
});

const dayOf2026 = fc.nat(330).map((days) => addDays(day("2026-01-05"), days));
const cents = fc.nat(100_000_00).map(usdOfCents);
const receivable = fc.record({
  importerNumber: fc.constantFrom("89-123456700", "11-111111100", null),
  days: fc.array(dayOf2026, { maxLength: 4 }),
  principal: cents,
  monthly: fc.nat(5000),
  paid: fc.array(fc.record({ day: dayOf2026, principal: cents, interest: cents, diverted: fc.boolean() }), {
    maxLength: 3,
  }),
});
const entriesOf = fc.array(receivable, { maxLength: 12 }).map((all) =>
  all.map(({ days, monthly, ...rest }): ReceivableEntry => ({
    ...rest,
    number,
    steps: days.toSorted().map((at, index) => ({ kind: index % 2 === 0 ? "filed" : "rejected", day: at })),
    interestOn: (on) => usdOfCents(monthly * monthsBetween(day("2026-01-01"), on).length),
  })),
);

describe("the receivable of a month", () => {
  const ties = ({ opening, added, paid, rejected, open }: MonthFigures): boolean =>
    subtractUsd(subtractUsd(addUsd(opening, added), paid), rejected).eq(open);

  it("ties: opening + filed − paid − rejected = open, by importer and in all, and a month opens as the last one closed", () => {
    fc.assert(
      fc.property(entriesOf, (entries) => {
        let last: readonly [Usd, Usd] = [ZERO_USD, ZERO_USD];
        for (const of of monthsBetween(day("2026-01-01"), day("2026-12-31"))) {
          const lines = monthEnd(entries, of);
          const total = sumMonths(lines);
          for (const { principal, interest } of [...lines, total])
            expect(ties(principal) && ties(interest)).toBe(true);
          expect(total.principal.opening.eq(last[0]) && total.interest.opening.eq(last[1])).toBe(true);
          last = [total.principal.open, total.interest.open];
        }
      }),
    );
  });
});

it("ends February on its last day", () => {
  expect([lastDayOf(month("2026-02")), lastDayOf(month("2028-02")), lastDayOf(month("2026-12"))]).toEqual([
    "2026-02-28",
    "2028-02-29",
    "2026-12-31",
  ]);
});
