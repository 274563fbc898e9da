import type { Day } from "../day";
import type { RateClass } from "../law/interest-rates";
import { addUsd, toCents, type Usd } from "../money";
import { accrueInterest } from "./accrue";
import { interestFrom } from "./growth";
import { type InterestPeriod, interestPeriods } from "./periods";

/** One quarter of the worksheet: its days and rate, what it earned and what stands at its end. */
export type WorksheetRow = InterestPeriod & {
  /** USD, unrounded, on the balance carried in. */
  readonly interest: Usd;
  /** USD, unrounded: principal and all interest so far. */
  readonly balance: Usd;
};

export type InterestWorksheet = {
  readonly rows: readonly WorksheetRow[];
  /** USD, whole cents, rounded once. */
  readonly total: Usd;
  /** Interest days whose rate is not published yet. */
  readonly assumedDays: number;
};

/** The default computation quarter by quarter, so that it can be checked with a pocket calculator. */
export function interestWorksheet(
  principal: Usd,
  start: Day,
  end: Day,
  rateClass: RateClass,
): InterestWorksheet {
  const rows: WorksheetRow[] = [];
  for (const period of interestPeriods(start, end, rateClass)) {
    const carriedIn = rows.at(-1)?.balance ?? principal;
    const interest = interestFrom(carriedIn, period.growth, null);
    rows.push({ ...period, interest, balance: addUsd(carriedIn, interest) });
  }
  const assumed = rows.filter((row) => row.assumed);
  return {
    rows,
    total: toCents(accrueInterest(principal, start, end, rateClass)),
    assumedDays: assumed.reduce((days, row) => days + row.days, 0),
  };
}
