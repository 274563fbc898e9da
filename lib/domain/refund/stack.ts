import type { Day } from "../day";
import { knownEntryDay } from "../entered-on";
import type { Entry } from "../entry";
import { valuesOf } from "../facts";
import type { Chapter99Code, HtsNumber } from "../identifiers";
import type { Authority } from "../law/chapter-99-rows";
import { type Usd, ZERO_USD } from "../money";
import { asSettled } from "../settlements/as-settled";
import { type AmountRange, exactly, NOTHING, subtractFrom } from "./amount-range";
import { percentOf } from "./assessed-duty";
import { column1Flags } from "./column1-flags";
import type { Column1Rates } from "./column1-rates";
import { allRowsOf, type StackedRow } from "./entry-line";
import { refundableOf } from "./ordinary-duty";
import { type MoneyTotals, sumMoney } from "./money-totals";
import { programTotals } from "./program-totals";
import { flagLine, isRateLocked } from "./rate-check";
import { type LineRefund, lineRefundsOf } from "./refund-of";
import { placeOf, type RowFlag, type RowPlace } from "./row-flags";
import { holdsOrdinaryDuty, ieepaPaidOnRow } from "./tariff-role";

/** One tariff number of the stacking view: what was paid under which program, what comes back, what stays. */
export type StackRow = {
  readonly place: RowPlace;
  readonly hts: HtsNumber | null;
  readonly htsFound: string;
  /** Null for commodity numbers. */
  readonly code: Chapter99Code | null;
  readonly programName: string | null;
  /** COLUMN_1: ordinary duty of a commodity number. Null: the number cannot be read or has no known authority. */
  readonly authority: Authority | "COLUMN_1" | null;
  /** Entered value of the line, USD. */
  readonly lineValue: Usd | null;
  /** Of all rows of the line; where rows contradict each other, only one of them is meant. */
  readonly lineTotals: MoneyTotals;
  /** "20" means that the duty is 20 % of the line's value; what should have been paid under IEEPA is 0 %. */
  readonly percentFiled: string | null;
  readonly percentInRegistry: string | null;
  readonly dutyPaid: Usd | null;
  readonly refundable: AmountRange;
  /** Paid and not refundable here; null while the duty or the refundable part is unknown. */
  readonly stays: AmountRange | null;
  readonly flags: readonly RowFlag[];
  /** One of several rows with the same key that differ: at most one of them is true. */
  readonly inConflict: boolean;
};

/** The stacking view of the entry, line by line in the order of the entry summary: Chapter 99 first, commodity last. */
export function stackOf(asShown: Entry, column1: Column1Rates): readonly StackRow[] {
  const entry = asSettled(asShown);
  const entered = knownEntryDay(entry);
  const rateIsLocked = isRateLocked(valuesOf(entry.facts.entryType));
  return lineRefundsOf(entry, column1).flatMap((refund) => stackOfLine(refund, entered, rateIsLocked));
}

/** All flags of all rows of the entry, those of its 15 % lines included. */
export function rowFlagsOf(lines: readonly LineRefund[], entry: Entry): readonly RowFlag[] {
  const entered = knownEntryDay(entry);
  const rateIsLocked = isRateLocked(valuesOf(entry.facts.entryType));
  const flags: RowFlag[] = [];
  for (const line of lines) {
    flagLine(flags, line, entered, rateIsLocked);
    flags.push(...column1Flags(line));
  }
  return flags;
}

function stackOfLine(refund: LineRefund, entered: Day | null, rateIsLocked: boolean): readonly StackRow[] {
  const flags: RowFlag[] = [];
  flagLine(flags, refund, entered, rateIsLocked);
  flags.push(...column1Flags(refund));
  const lineValue = refund.line.value;
  const lineTotals = sumMoney(programTotals([refund]));
  // The ordinary duty of a 15 % line stands in one place only: its first 15 % row. Corrections are shown in full.
  const first15 = allRowsOf(refund.line).find(({ role }) => holdsOrdinaryDuty(role));
  return allRowsOf(refund.line).map((stacked) => {
    const { row, role } = stacked;
    const program = "program" in role ? role.program : null;
    const refundable = refundableOnRow(stacked, refund, stacked === first15);
    return {
      place: placeOf(row),
      hts: row.hts,
      htsFound: row.htsFound,
      code: program?.code ?? null,
      programName: program?.programName ?? null,
      authority:
        role.kind === "commodity" || role.kind === "chapter-98" ? "COLUMN_1" : (program?.authority ?? null),
      lineValue,
      lineTotals,
      percentFiled: percentOf(row.duty, lineValue),
      percentInRegistry: program?.ratePercent ?? null,
      dutyPaid: row.duty,
      refundable,
      stays: staysOf(row.duty, refundable),
      flags: flags.filter(({ place }) => isSamePlace(place, placeOf(row))),
      inConflict: !refund.line.rows.includes(stacked),
    };
  });
}

const isSamePlace = (a: RowPlace, b: RowPlace): boolean =>
  a.file === b.file && a.fileRow === b.fileRow && a.lineNumber === b.lineNumber && a.ordinal === b.ordinal;

function refundableOnRow({ row, role }: StackedRow, refund: LineRefund, bearsOrdinary: boolean): AmountRange {
  const paid = ieepaPaidOnRow(row, role);
  if (!holdsOrdinaryDuty(role) || refund.ordinaryDuty === null) return paid;
  if (!bearsOrdinary && refund.ordinaryDuty.kind === "known") return paid;
  return refundableOf(paid, refund.ordinaryDuty);
}

function staysOf(duty: Usd | null, refundable: AmountRange): AmountRange | null {
  if (duty === null || refundable.max === null) return null;
  if (duty.equals(refundable.min) && duty.equals(refundable.max)) return NOTHING;
  if (refundable.min.equals(ZERO_USD) && refundable.max.equals(ZERO_USD)) return exactly(duty);
  const least = subtractFrom(exactly(duty), refundable.max);
  return { min: least.min, max: subtractFrom(exactly(duty), refundable.min).max };
}
