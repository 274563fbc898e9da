import { knownEntryDay } from "../entered-on";
import type { Entry } from "../entry";
import { type Usd, ZERO_USD } from "../money";
import { addRanges, type AmountRange, certainAmount, NOTHING } from "./amount-range";
import type { Column1Rates } from "./column1-rates";
import { type EntryLine, ieepaPaidOn, linesOf } from "./entry-line";
import { type OrdinaryDuty, ordinaryDutyOf, refundableOf } from "./ordinary-duty";
import type { RoleReader } from "./tariff-role";

/**
 * What is refundable on an entry, USD, exact, all corrections netted. `certain` is null while it is a range; `max` is
 * null where an unreadable cell leaves no upper bound. A net below zero is a contradiction and shown as it is.
 */
export type RefundRange = AmountRange & { readonly certain: Usd | null };

export const NO_REFUND: RefundRange = { ...NOTHING, certain: ZERO_USD };

/** IEEPA money of one line, USD, exact. */
export type LineRefund = {
  readonly line: EntryLine;
  /** The ordinary rates it was worked out with. */
  readonly column1: Column1Rates;
  /** Paid on the numbers of the 15 % agreements, which hold the ordinary duty as well. */
  readonly paidWithOrdinaryDuty: AmountRange;
  /** Null: no such number on the line. */
  readonly ordinaryDuty: OrdinaryDuty | null;
  /** Paid on IEEPA numbers in all. */
  readonly paid: AmountRange;
  readonly refundable: AmountRange;
};

/** The correct IEEPA rate is 0 for every day, so what was paid is refundable, less ordinary duty that is due again. */
export function refundOfLine(line: EntryLine, column1: Column1Rates): LineRefund {
  const ordinaryDuty = ordinaryDutyOf(line, column1);
  const plain = ieepaPaidOn(line, false);
  if (ordinaryDuty === null)
    return { line, column1, paidWithOrdinaryDuty: NOTHING, ordinaryDuty, paid: plain, refundable: plain };
  const paidWithOrdinaryDuty = ieepaPaidOn(line, true);
  const paid = addRanges(paidWithOrdinaryDuty, plain);
  const refundable = addRanges(refundableOf(paidWithOrdinaryDuty, ordinaryDuty), plain);
  return { line, column1, paidWithOrdinaryDuty, ordinaryDuty, paid, refundable };
}

/** The refundable money of each line of the entry. */
export const lineRefundsOf = (
  entry: Entry,
  column1: Column1Rates,
  readRole?: RoleReader,
): readonly LineRefund[] =>
  linesOf(entry, knownEntryDay(entry), readRole).map((line) => refundOfLine(line, column1));

/** What is refundable on the entry, whatever its lane. IEEPA rows net with IEEPA rows of the entry and nothing else. */
export const refundOf = (entry: Entry, column1: Column1Rates): RefundRange =>
  refundOfLines(lineRefundsOf(entry, column1));

export function refundOfLines(lines: readonly LineRefund[]): RefundRange {
  let sum = NOTHING;
  for (const { refundable } of lines) sum = addRanges(sum, refundable);
  return { min: sum.min, max: sum.max, certain: certainAmount(sum) };
}

/** IEEPA duty paid on the entry before any ordinary duty is taken off, USD, exact: decides whether it is dutiable. */
export function ieepaPaidOnLines(lines: readonly LineRefund[]): AmountRange {
  let sum = NOTHING;
  for (const { paid } of lines) sum = addRanges(sum, paid);
  return sum;
}
