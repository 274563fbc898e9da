import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type Day, day } from "../day";
import { sumUsd, usdOfCents, usdText } from "../money";
import { monthEnd, monthsBetween, sumMonths } from "./month-end";
import { receivablesOf } from "./receivables";
import { reconcileRefunds, type RefundReconciliation, type RefundSources } from "./reconcile-refunds";
import { AS_OF, LIQUIDATED, NUMBERS, due, paymentOf, refund } from "../testing/a-refund";

const anyCents = fc.nat(50_000_00).map(usdOfCents);
const anyDay = fc.constantFrom<Day>(LIQUIDATED, day("2026-07-27"), day("2026-09-10"));
const anyRefund = fc.record({
  number: fc.constantFrom(...NUMBERS),
  refundNumber: fc.constantFrom("R1", "R2", "R3", null),
  principal: fc.option(anyCents),
  interest: fc.option(anyCents),
  liquidationDate: fc.option(anyDay),
  file: fc.constantFrom("a", "b"),
});
const anyPayment = fc.record({
  refundNumber: fc.constantFrom("R1", "R2", "R4", null),
  total: anyCents,
  trace: fc.constantFrom("031036001000", "031036002000", null),
  status: fc.constantFrom("sent", "issued", "diverted", "returned", "unknown"),
  day: anyDay,
  file: fc.constantFrom("c", "d"),
});
const anyLine = fc.record({
  ...{ amount: anyCents.filter((amount) => !amount.isZero()), day: anyDay },
  description: fc.constantFrom("CBP REFUND 031036001000", "US TREASURY", "SALE"),
  file: fc.constantFrom("e", "f"),
});
const anySources = fc
  .record({
    refunds: fc.array(anyRefund, { maxLength: 12 }),
    payments: fc.array(anyPayment, { maxLength: 6 }),
    bankLines: fc.array(anyLine, { maxLength: 4 }),
  })
  .map((all): RefundSources => {
    const at = (file: string, index: number) => ({ source: { file, row: index + 2 } });
    return {
      refunds: all.refunds.map(({ file, number, ...rest }, index) => ({
        ...refund(number, rest),
        ...at(file, index),
      })),
      payments: all.payments.map(({ file, total, ...rest }, index) => ({
        ...paymentOf(total, rest),
        ...at(file, index),
      })),
      bankLines: all.bankLines.map(({ file, ...rest }, index) => ({
        ...rest,
        trace: null,
        ...at(file, index),
      })),
      expected: NUMBERS.slice(0, 6).map((number) => due(number)),
    };
  });
const stateOf = (result: RefundReconciliation): string =>
  JSON.stringify(result, (key, value: unknown) =>
    key === "sources" || key === "source" ? undefined : value,
  );

describe("whatever the files show", { timeout: 120_000 }, () => {
  it("every cent of every payment has one place, every difference is named, and every refund is somewhere once", () => {
    fc.assert(
      fc.property(anySources, (all) => {
        const result = reconcileRefunds(all, AS_OF);
        for (const { payment, ledger, entries } of result.payments) {
          expect(sumUsd(Object.values(ledger)).eq(payment.total)).toBe(true);
          const differences = sumUsd(
            entries.flatMap(({ variances }) => variances.map(({ amount }) => amount)),
          );
          expect(differences.eq(ledger.differences)).toBe(true);
        }
        const joined = result.payments.flatMap(({ entries }) => entries.map((entry) => entry.refund));
        const shown = [...joined, ...result.unpaid.map((unpaid) => unpaid.refund)];
        expect(new Set(shown).size).toBe(shown.length);
        expect(new Set(shown.map(({ number }) => number))).toEqual(
          new Set(all.refunds.map(({ number }) => number)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("the order of the rows changes nothing", () => {
    fc.assert(
      fc.property(anySources, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((item) => ({ item, at: numbers.next().value as number }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const other = {
          ...{ refunds: shuffled(all.refunds), payments: shuffled(all.payments) },
          ...{ bankLines: shuffled(all.bankLines), expected: shuffled(all.expected) },
        };
        expect(stateOf(reconcileRefunds(other, AS_OF))).toBe(stateOf(reconcileRefunds(all, AS_OF)));
      }),
      { numRuns: 60 },
    );
  });

  it("the books show as paid what came: all payments but those returned or on their way", () => {
    fc.assert(
      fc.property(anySources, (all) => {
        const { payments } = reconcileRefunds(all, AS_OF);
        const filings = NUMBERS.map((number) => ({ number, filedOn: day("2026-06-10"), rejectedOn: null }));
        const entries = receivablesOf(payments, all.expected, filings);
        const months = monthsBetween(day("2026-01-01"), AS_OF).map((month) =>
          sumMonths(monthEnd(entries, month)),
        );
        const paid = sumUsd(
          months.flatMap(({ principal, interest: earned }) => [principal.paid, earned.paid]),
        );
        const came = payments.filter(
          ({ payment: { status, day: on } }) => on !== null && status !== "sent" && status !== "returned",
        );
        expect(usdText(paid)).toBe(usdText(sumUsd(came.map(({ payment }) => payment.total))));
      }),
      { numRuns: 60 },
    );
  });
});
