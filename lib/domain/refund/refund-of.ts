import { knownEntryDay } from "../entered-on";
import type { Entry } from "../entry";
import { type Usd, ZERO_USD } from "../money";
import { type AmountRange, certainAmount, NOTHING, sumRanges } from "./amount-range";
import type { Column1Rates } from "./column1-rates";
import { type EntryLine, ieepaPaidOn, linesOf } from "./entry-line";
import { type OrdinaryDuty, ordinaryDutyOf, refundableOf } from "./ordinary-duty";
import { holdsOrdinaryDuty, type RoleReader, type TariffRole } from "./tariff-role";

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

const isPlainDuty = (role: TariffRole): boolean => !holdsOrdinaryDuty(role);

/** The correct IEEPA rate is 0 for every day, so what was paid is refundable, less ordinary duty that is due again. */
export function refundOfLine(line: EntryLine, column1: Column1Rates): LineRefund {
  const ordinaryDuty = ordinaryDutyOf(line, column1);
  // A conflict between a 15 % row and another one counts once, among the 15 % rows.
  const withOrdinary = ordinaryDuty === null ? [] : ieepaPaidOn(line, holdsOrdinaryDuty);
  const plain = ieepaPaidOn(withoutConflictsOf15Percent(line), isPlainDuty);
  const paidWithOrdinaryDuty = sumRanges(withOrdinary);
  const paid = sumRanges([paidWithOrdinaryDuty, ...plain]);
  const refundable =
    ordinaryDuty === null ? paid : sumRanges([refundableOf(paidWithOrdinaryDuty, ordinaryDuty), ...plain]);
  return { line, column1, paidWithOrdinaryDuty, ordinaryDuty, paid, refundable };
}

const withoutConflictsOf15Percent = (line: EntryLine): EntryLine =>
  line.conflicts.length === 0
    ? line
    : {
        ...line,
        conflicts: line.conflicts.filter(
          ({ variants }) => !variants.some(({ role }) => holdsOrdinaryDuty(role)),
        ),
      };

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
  const range = sumRanges(lines.map(({ refundable }) => refundable));
  return { ...range, certain: certainAmount(range) };
}

/** IEEPA duty paid on the entry before any ordinary duty is taken off, USD, exact: decides whether it is dutiable. */
export const ieepaPaidOnLines = (lines: readonly LineRefund[]): AmountRange =>
  sumRanges(lines.map(({ paid }) => paid));
