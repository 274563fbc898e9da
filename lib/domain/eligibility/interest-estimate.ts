import type { Day } from "../day";
import { enteredOn } from "../entered-on";
import type { Entry } from "../entry";
import { valuesOf } from "../facts";
import type { InterestTable } from "../interest/accrue";
import type { DepositBasis, DepositDay } from "../interest/deposit-day";
import { assumedDaysBetween } from "../interest/periods";
import { IEEPA_WINDOW } from "../law/chapter-99";
import type { RateClass } from "../law/interest-rates";
import { isBelowZero, type Usd, ZERO_USD } from "../money";
import type { ForecastTerms } from "./forecast-terms";
import { CAPE_LANES, type Lane } from "./verdict";

/** Interest to a later day than the day of screening: shown beside the estimate, never as the headline. */
type InterestForecast = ForecastTerms & { readonly amount: Usd; readonly assumedDays: number };

/** Interest of one entry, USD, rounded to the cent once (19 U.S.C. 1505(c)). */
export type InterestEstimate = {
  readonly amount: Usd;
  /** The deposit day; the day after it is the first that bears interest. Null: nothing is refundable. */
  readonly from: Day | null;
  /** Accrued through this day, included: "if reliquidated today", or the day of the refund's liquidation. */
  readonly to: Day | null;
  /** What the deposit day rests on. */
  readonly basis: DepositBasis | null;
  /** The derived deposit day lies after the end: an informal entry liquidated at entry. */
  readonly startsAfterEnd: boolean;
  /** Days for which no rate is published yet. */
  readonly assumedDays: number;
  /** Outside the CAPE lanes nothing promises a reliquidation: uncertain, and not in the headline total. */
  readonly ifRefunded: boolean;
  readonly forecast: InterestForecast | null;
};

export type InterestContext = {
  readonly asOf: Day;
  readonly rateClass: RateClass;
  /** The importer pays by periodic monthly statement, where the entry's own files do not say. */
  readonly paysMonthly: boolean;
  readonly table: InterestTable;
  /** Replays a past day: rates published after it are not known; the table keeps to the same day. */
  readonly ratesKnownOn: Day | null;
  /** The (re)liquidation that pays the refund, where a report shows it. */
  readonly refundedOn: Day | null;
  /** Null: no forecast. */
  readonly forecast: ForecastTerms | null;
};

const NO_INTEREST: InterestEstimate = {
  amount: ZERO_USD,
  from: null,
  to: null,
  basis: null,
  startsAfterEnd: false,
  assumedDays: 0,
  ifRefunded: false,
  forecast: null,
};

/**
 * Interest on the certain refund; null while it is a range, below zero, or while the entry or payment date is unknown
 * or torn. Corrections filed later change the amount, not the start.
 * @param refundable - net of the entry, USD, exact; null while it is a range
 */
export function interestEstimate(
  entry: Entry,
  refundable: Usd | null,
  lane: Lane,
  context: InterestContext,
): InterestEstimate | null {
  if (refundable === null || isBelowZero(refundable)) return null;
  if (refundable.isZero()) return NO_INTEREST;
  const deposit = depositOf(entry, context);
  if (deposit === null) return null;
  const to = context.refundedOn ?? context.asOf;
  return {
    amount: accrued(refundable, deposit.day, to, context),
    from: deposit.day,
    to,
    basis: deposit.basis,
    startsAfterEnd: deposit.day > to,
    assumedDays: assumedDaysBetween(deposit.day, to, context.ratesKnownOn),
    ifRefunded: !CAPE_LANES.some((cape) => cape === lane),
    forecast: forecastOf(refundable, deposit, context),
  };
}

const accrued = (principal: Usd, from: Day, to: Day, { table, rateClass }: InterestContext): Usd =>
  table.centsOn(principal, from, to, rateClass);

function forecastOf(refundable: Usd, deposit: DepositDay, context: InterestContext): InterestForecast | null {
  const { forecast } = context;
  if (context.refundedOn !== null || forecast === null) return null;
  const { to, untilLiquidation, scheduledFor } = forecast;
  return {
    amount: accrued(refundable, deposit.day, to, context),
    to,
    assumedDays: assumedDaysBetween(deposit.day, to, context.ratesKnownOn),
    untilLiquidation,
    scheduledFor,
  };
}

/** The payment date where a file has one; otherwise derived from the entry date. Null while either is torn. */
function depositOf(entry: Entry, { paysMonthly, table }: InterestContext): DepositDay | null {
  const paymentDates = valuesOf(entry.facts.paymentDate);
  const { days } = enteredOn(entry);
  if (paymentDates.length > 1 || days.length > 1) return null;
  const [entered = null] = days;
  const [paymentDate] = paymentDates;
  if (paymentDate !== undefined) {
    // A payment before IEEPA duty was ever collected is a typing error: no interest can be told from it.
    return paymentDate < IEEPA_WINDOW.from ? null : { day: paymentDate, basis: "payment-date" };
  }
  // Goods entered outside the window bear no IEEPA duty, and no deposit day is derived for them.
  if (entered === null || entered < IEEPA_WINDOW.from || entered > IEEPA_WINDOW.until) return null;
  return table.depositDayOf(entered, { paymentDate: null, monthly: isMonthly(entry) ?? paysMonthly });
}

/**
 * Whether the entry's duty went by monthly statement, as its own files say: a statement number or a yes, or a plain
 * no. Null where they say nothing; then the importer's habit decides. The cell wins because it is about this entry.
 */
function isMonthly({ facts }: Entry): boolean | null {
  const said = valuesOf(facts.monthlyStatement);
  if (said.length === 0) return null;
  return said.some((text) => !/^(n|no|false|0+|-+)$/i.test(text.trim()));
}
