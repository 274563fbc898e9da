import { addDays, type Day, day, daysBetween, daysInYear, earlier, yearOf } from "../day";
import type { Citation } from "../law/citation";
import { LAST_PUBLISHED_RATE_DAY, type RateClass, type RateOnDay, rateOn } from "../law/interest-rates";
import { type CountedDays, DEFAULT_CONVENTION } from "./convention";
import { dailyGrowth, factorText, type Growth } from "./growth";

/** Consecutive interest days of one calendar quarter, and so of one rate and one year. */
export type InterestPeriod = {
  /** "2025 Q2". */
  readonly quarter: string;
  /** First and last interest day, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** "6" means 6 % a year. */
  readonly annualPercent: string;
  /** Days in the calendar year: 365, or 366 in a leap year. */
  readonly divisor: number;
  /** Compounded daily over the period. */
  readonly growth: Growth;
  /** The growth less 1, nine decimals. */
  readonly factor: string;
  /** The quarter's rate is not published yet. */
  readonly assumed: boolean;
  readonly source: Citation;
};

/** The rate of a day: the published one, or that of a comparison. */
export type RateSource = (on: Day) => RateOnDay;

const QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"] as const;

const quarterOf = (on: Day): number => QUARTER_ENDS.findIndex((end) => on.slice(5) <= end);

const quarterEnd = (on: Day): Day => day(`${on.slice(0, 5)}${QUARTER_ENDS[quarterOf(on)] ?? "12-31"}`);

function periodFrom(from: Day, to: Day, rate: RateOnDay): InterestPeriod {
  const span = {
    days: daysBetween(from, to) + 1,
    annualPercent: rate.annualPercent,
    divisor: daysInYear(yearOf(from)),
  };
  const growth = dailyGrowth(span);
  const quarter = `${from.slice(0, 4)} Q${quarterOf(from) + 1}`;
  return {
    quarter,
    from,
    to,
    ...span,
    growth,
    factor: factorText(growth),
    assumed: rate.assumed,
    source: rate.source,
  };
}

/** Splits the interest days between two dates at the quarters; none when the end is not after the start. */
export function periodsAt(
  rates: RateSource,
  start: Day,
  end: Day,
  counted: CountedDays,
): readonly InterestPeriod[] {
  const shift = counted === "day-after-start-to-end" ? 1 : 0;
  const last = addDays(end, shift - 1);
  const periods: InterestPeriod[] = [];
  for (let from = addDays(start, shift); from <= last;) {
    const to = earlier(last, quarterEnd(from));
    periods.push(periodFrom(from, to, rates(from)));
    from = addDays(to, 1);
  }
  return periods;
}

/**
 * The interest days from the day after `start` (the deposit) to `end` (the (re)liquidation), split where the
 * published rate may change (19 CFR 24.36). Days before the first published quarter throw.
 */
export const interestPeriods = (start: Day, end: Day, rateClass: RateClass): readonly InterestPeriod[] =>
  periodsAt((on) => rateOn(on, rateClass), start, end, DEFAULT_CONVENTION.countedDays);

/** How many interest days from the day after `start` to `end` lie beyond the last published rate. */
export function assumedDaysBetween(start: Day, end: Day): number {
  const firstAssumed = start > LAST_PUBLISHED_RATE_DAY ? start : LAST_PUBLISHED_RATE_DAY;
  return Math.max(0, daysBetween(firstAssumed, end));
}
