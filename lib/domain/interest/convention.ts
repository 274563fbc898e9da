import type { Day } from "../day";
import type { RateClass } from "../law/interest-rates";

/**
 * daily: each day earns interest on interest (26 U.S.C. 6622). quarterly: interest joins the principal at the end of
 * a quarter. simple: never. quarters-summed: daily inside a quarter, and every quarter starts from the principal.
 */
export type Compounding = "daily" | "quarterly" | "simple" | "quarters-summed";

/**
 * The first two count the same number of days and differ by a day's rate where start and end lie in quarters with
 * different rates; the third counts one day more.
 */
export type CountedDays = "day-after-start-to-end" | "start-to-day-before-end" | "start-to-end";

/** How interest is computed. Everything but the default is a comparison and is labelled as one. */
export type InterestConvention = {
  readonly compounding: Compounding;
  /** One rate for all days in place of the published ones; "6" means 6 % a year. */
  readonly flatAnnualPercent: Readonly<Record<RateClass, string>> | null;
  /** Whose published rate the days of a quarter take: a table may be read one quarter late or early. */
  readonly rateOf: "own-quarter" | "previous-quarter" | "next-quarter";
  readonly countedDays: CountedDays;
  /** calendar: 365, or 366 in a leap year. */
  readonly yearDays: "calendar" | 360;
  /** The lower rate above $10,000 for corporations; CBP's notices show no such rate, so it is off. */
  readonly corporateCut: boolean;
  /** The IRS rounds the factor to nine decimals before it multiplies; null keeps full precision. */
  readonly factorDecimals: number | null;
  /** The user's own rate for days after the last published quarter, "6.5"; null holds the last one. Assumed either way. */
  readonly unpublishedAnnualPercent: string | null;
  /** Replays a past day: rates published after it are not known yet. Null: every published rate is. */
  readonly ratesKnownOn: Day | null;
};

/**
 * The only reading with a text behind every part: published rate of each quarter by class (19 U.S.C. 1505(c),
 * 26 U.S.C. 6621(a)(1)), compounded daily (26 U.S.C. 6622, T.D. 85-93), from the day after the deposit to the day of
 * (re)liquidation, by the length of the calendar year, in full precision.
 */
export const DEFAULT_CONVENTION: InterestConvention = {
  compounding: "daily",
  flatAnnualPercent: null,
  rateOf: "own-quarter",
  countedDays: "day-after-start-to-end",
  yearDays: "calendar",
  corporateCut: false,
  factorDecimals: null,
  unpublishedAnnualPercent: null,
  ratesKnownOn: null,
};

/** The one pair of rates that refund sites state for all days: right in every quarter of 2025 and 2026 but one. */
const MARKETED_PERCENT = { corporation: "6", other: "7" } as const satisfies Record<RateClass, string>;

/** What other calculators do, to show beside the default and never instead of it. */
export const COMPARED_CONVENTIONS = {
  quarterly: { ...DEFAULT_CONVENTION, compounding: "quarterly" },
  simple: { ...DEFAULT_CONVENTION, compounding: "simple" },
  "quarters-summed": { ...DEFAULT_CONVENTION, compounding: "quarters-summed" },
  /** Misses the drop of April to June 2026. */
  "flat-daily": { ...DEFAULT_CONVENTION, flatAnnualPercent: MARKETED_PERCENT },
  /** The sentence on refund sites: wrong in compounding, and for April to June 2026 in the rate. */
  "flat-quarterly": {
    ...DEFAULT_CONVENTION,
    compounding: "quarterly",
    flatAnnualPercent: MARKETED_PERCENT,
  },
  /** The change of a rate is taken up a quarter too late. */
  "rates-quarter-late": { ...DEFAULT_CONVENTION, rateOf: "previous-quarter" },
  /** One public table swaps the first two quarters of 2026, which is what reading it a quarter early gives. */
  "rates-quarter-early": { ...DEFAULT_CONVENTION, rateOf: "next-quarter" },
  "corporate-cut": { ...DEFAULT_CONVENTION, corporateCut: true },
  "start-in-end-out": { ...DEFAULT_CONVENTION, countedDays: "start-to-day-before-end" },
  "both-ends": { ...DEFAULT_CONVENTION, countedDays: "start-to-end" },
  "year-of-360": { ...DEFAULT_CONVENTION, yearDays: 360 },
  "nine-decimals": { ...DEFAULT_CONVENTION, factorDecimals: 9 },
} as const satisfies Record<string, InterestConvention>;

export type ComparedConvention = keyof typeof COMPARED_CONVENTIONS;

/** The default, or a comparison by its name. */
export type ConventionName = "default" | ComparedConvention;

/** The default first, then the comparisons in the order of the table. */
export const CONVENTION_NAMES: readonly ConventionName[] = [
  "default",
  ...(Object.keys(COMPARED_CONVENTIONS) as ComparedConvention[]),
];

/** A convention by name. @param unpublishedAnnualPercent - the user's own rate where none is published */
export const conventionNamed = (
  name: ConventionName,
  unpublishedAnnualPercent: string | null = null,
): InterestConvention => ({
  ...(name === "default" ? DEFAULT_CONVENTION : COMPARED_CONVENTIONS[name]),
  unpublishedAnnualPercent,
});
