import type { RateClass } from "../law/interest-rates";

/**
 * daily: each day earns interest on interest (26 U.S.C. 6622). quarterly: interest joins the principal at the end of
 * a quarter. simple: never. quarters-summed: daily inside a quarter, and every quarter starts from the principal.
 */
export type Compounding = "daily" | "quarterly" | "simple" | "quarters-summed";

/** Same number of days; the two differ by a day's rate where start and end lie in quarters with different rates. */
export type CountedDays = "day-after-start-to-end" | "start-to-day-before-end";

/** How interest is computed. Everything but the default is a comparison and is labelled as one. */
export type InterestConvention = {
  readonly compounding: Compounding;
  /** One rate for all days in place of the published ones; "6" means 6 % a year. */
  readonly flatAnnualPercent: Readonly<Record<RateClass, string>> | null;
  readonly countedDays: CountedDays;
  /** The lower rate above $10,000 for corporations; CBP's notices show no such rate, so it is off. */
  readonly corporateCut: boolean;
  /** The IRS rounds the factor to nine decimals before it multiplies; null keeps full precision. */
  readonly factorDecimals: number | null;
};

/**
 * The only reading with a text behind every part: published rate of each quarter by class (19 U.S.C. 1505(c),
 * 26 U.S.C. 6621(a)(1)), compounded daily (26 U.S.C. 6622, T.D. 85-93), from the day after the deposit to the day of
 * (re)liquidation, by the length of the calendar year, in full precision.
 */
export const DEFAULT_CONVENTION: InterestConvention = {
  compounding: "daily",
  flatAnnualPercent: null,
  countedDays: "day-after-start-to-end",
  corporateCut: false,
  factorDecimals: null,
};

/** What other calculators do, to show beside the default and never instead of it. */
export const COMPARED_CONVENTIONS = {
  quarterly: { ...DEFAULT_CONVENTION, compounding: "quarterly" },
  simple: { ...DEFAULT_CONVENTION, compounding: "simple" },
  "quarters-summed": { ...DEFAULT_CONVENTION, compounding: "quarters-summed" },
  /** The sentence on refund sites: wrong in compounding, and for April to June 2026 in the rate. */
  "flat-quarterly": {
    ...DEFAULT_CONVENTION,
    compounding: "quarterly",
    flatAnnualPercent: { corporation: "6", other: "7" },
  },
  "corporate-cut": { ...DEFAULT_CONVENTION, corporateCut: true },
  "start-in-end-out": { ...DEFAULT_CONVENTION, countedDays: "start-to-day-before-end" },
} as const satisfies Record<string, InterestConvention>;

export type ComparedConvention = keyof typeof COMPARED_CONVENTIONS;
