import { addDays, type Day, day, daysBetween, daysInYear, earlier, yearOf } from "../day";
import type { Citation } from "../law/citation";
import { lastPublishedRateDay, type RateClass, type RateOnDay, rateOn } from "../law/interest-rates";
import { DEFAULT_CONVENTION, type InterestConvention } from "./convention";

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
  /** Days in the year: 365, or 366 in a leap year; 360 under a comparison. */
  readonly divisor: number;
  /** The quarter's rate is not published yet. */
  readonly assumed: boolean;
  readonly source: Citation;
};

/** The rate of a day: the published one, or that of a comparison. */
export type RateSource = (on: Day) => RateOnDay;

const QUARTERS = [
  { first: "01-01", last: "03-31" },
  { first: "04-01", last: "06-30" },
  { first: "07-01", last: "09-30" },
  { first: "10-01", last: "12-31" },
] as const;

type Quarter = { readonly first: Day; readonly last: Day; readonly name: string };

// Asked for every row of every worksheet and screening; as many as there are months between the days asked for.
const quartersByMonth = new Map<string, Quarter>();

/** First and last day of the calendar quarter of a day, and its name, "2025 Q2". */
export function quarterOf(on: Day): Quarter {
  const month = on.slice(0, 7);
  const known = quartersByMonth.get(month);
  if (known !== undefined) return known;
  const index = QUARTERS.findIndex(({ last }) => on.slice(5) <= last);
  const { first, last } = QUARTERS[index] ?? QUARTERS[3];
  const year = on.slice(0, 4);
  const quarter = {
    first: day(`${year}-${first}`),
    last: day(`${year}-${last}`),
    name: `${year} Q${index + 1}`,
  };
  quartersByMonth.set(month, quarter);
  return quarter;
}

type DayCount = Pick<InterestConvention, "countedDays" | "yearDays">;

/** First and last interest day; the last lies before the first where no day counts. */
function countedDays(start: Day, end: Day, counted: InterestConvention["countedDays"]): readonly [Day, Day] {
  if (counted === "day-after-start-to-end" || end < start) return [addDays(start, 1), end];
  return [start, counted === "start-to-end" ? end : addDays(end, -1)];
}

/** Splits the interest days between two dates at the quarters; none when the end is not after the start. */
export function periodsAt(
  rates: RateSource,
  start: Day,
  end: Day,
  { countedDays: counted, yearDays }: DayCount,
): readonly InterestPeriod[] {
  const [first, last] = countedDays(start, end, counted);
  const periods: InterestPeriod[] = [];
  for (let from = first; from <= last;) {
    const quarter = quarterOf(from);
    const to = earlier(last, quarter.last);
    periods.push({
      quarter: quarter.name,
      from,
      to,
      days: daysBetween(from, to) + 1,
      divisor: yearDays === 360 ? yearDays : daysInYear(yearOf(from)),
      ...rates(from),
    });
    from = addDays(to, 1);
  }
  return periods;
}

/**
 * The interest days from the day after `start` (the deposit) to `end` (the (re)liquidation), split where the
 * published rate may change (19 CFR 24.36). Days before the first published quarter throw.
 */
export const interestPeriods = (start: Day, end: Day, rateClass: RateClass): readonly InterestPeriod[] =>
  periodsAt((on) => rateOn(on, rateClass), start, end, DEFAULT_CONVENTION);

/**
 * How many interest days from the day after `start` to `end` lie beyond the last published rate.
 * @param knownOn - replays a past day: rates published after it do not count
 */
export function assumedDaysBetween(start: Day, end: Day, knownOn: Day | null = null): number {
  const lastPublished = lastPublishedRateDay(knownOn);
  if (end <= lastPublished) return 0;
  return Math.max(0, daysBetween(start > lastPublished ? start : lastPublished, end));
}
