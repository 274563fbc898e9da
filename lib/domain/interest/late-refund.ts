import { addDays, type Day, daysBetween } from "../day";
import { DEPOSIT_RULES } from "../law/deposit-rules";
import type { RateClass } from "../law/interest-rates";
import { type Usd, ZERO_USD } from "../money";
import { accrueInterest } from "./accrue";

/**
 * Interest on a refund that Treasury pays late (19 U.S.C. 1505(d)): a line of its own, never part of the estimate.
 * Runs by whole periods of 30 days from the (re)liquidation; none accrues in the period in which it is paid (last
 * sentence of the subsection).
 * @param refund - duty and interest due, USD
 * @returns USD, unrounded; zero when paid by day 30
 */
export function lateRefundInterest(refund: Usd, reliquidated: Day, paid: Day, rateClass: RateClass): Usd {
  const { periodDays } = DEPOSIT_RULES.lateRefund;
  const elapsed = daysBetween(reliquidated, paid);
  if (elapsed <= periodDays) return ZERO_USD;
  const wholePeriods = Math.floor(elapsed / periodDays);
  return accrueInterest(refund, reliquidated, addDays(reliquidated, wholePeriods * periodDays), rateClass);
}
