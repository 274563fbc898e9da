import type { Usd } from "../money";
import { addRanges, type AmountRange, exactly, NOTHING, spanOf, UNBOUNDED, upTo } from "./amount-range";
import type { StackedRow } from "./entry-line";
import { ieepaPaidOnRow, type TariffRole } from "./tariff-role";

/** What was paid, what of it comes back and what stays, USD, exact, corrections netted. */
export type MoneyTotals = {
  readonly paid: AmountRange;
  readonly refundable: AmountRange;
  readonly stays: AmountRange;
};

export const NO_MONEY: MoneyTotals = { paid: NOTHING, refundable: NOTHING, stays: NOTHING };

/** An amount that comes back whole, USD, exact. */
export function allRefundable(amount: Usd): MoneyTotals {
  if (amount.isZero()) return NO_MONEY;
  const paid = exactly(amount);
  return { paid, refundable: paid, stays: NOTHING };
}

/** An amount that stays whole, USD, exact. */
export function allStays(amount: Usd): MoneyTotals {
  if (amount.isZero()) return NO_MONEY;
  const paid = exactly(amount);
  return { paid, refundable: NOTHING, stays: paid };
}

/** All of them together. */
export const sumMoney = (totals: readonly MoneyTotals[]): MoneyTotals => totals.reduce(addMoney, NO_MONEY);

/** The same where nothing can be claimed: all that was paid stays. */
export const withNothingToClaim = <T extends MoneyTotals>(totals: readonly T[]): readonly T[] =>
  totals.map((total) => ({ ...total, refundable: NOTHING, stays: total.paid }));

/** USD, exact. */
export function addMoney(a: MoneyTotals, b: MoneyTotals): MoneyTotals {
  if (a === NO_MONEY) return b;
  if (b === NO_MONEY) return a;
  return {
    paid: addRanges(a.paid, b.paid),
    refundable: addRanges(a.refundable, b.refundable),
    stays: addRanges(a.stays, b.stays),
  };
}

/** Money of one row; the ordinary duty inside a 15 % number is left to its line. */
export function moneyOf({ row, role }: StackedRow): MoneyTotals {
  if (row.duty?.isZero()) return NO_MONEY;
  const paid = row.duty === null ? blankDuty(row.dutyFound, role) : exactly(row.duty);
  if (role.kind === "ieepa-duty") return { paid, refundable: paid, stays: NOTHING };
  const refundable = ieepaPaidOnRow(row, role);
  if (refundable === NOTHING) return { paid, refundable, stays: paid };
  if (row.duty === null) return { paid, refundable, stays: UNBOUNDED };
  return { paid, refundable, stays: upTo(paid) };
}

/** What a blank or unreadable duty cell may hide: nothing on an exemption or without a number, else no one knows. */
function blankDuty(found: string, role: TariffRole): AmountRange {
  const isFree = role.kind === "unreadable" || ("program" in role && role.program?.kind === "EXEMPTION");
  return isFree && found.trim() === "" ? NOTHING : UNBOUNDED;
}

/** The same without what becomes of it. */
export const onlyPaid = (stacked: StackedRow): MoneyTotals => ({
  ...NO_MONEY,
  paid: moneyOf(stacked).paid,
});

/** The smallest ranges that hold the money of all of them. */
export const spanOfMoney = (variants: readonly MoneyTotals[]): MoneyTotals => ({
  paid: spanOf(variants.map(({ paid }) => paid)),
  refundable: spanOf(variants.map(({ refundable }) => refundable)),
  stays: spanOf(variants.map(({ stays }) => stays)),
});
