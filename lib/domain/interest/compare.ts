import type { Day } from "../day";
import type { RateClass } from "../law/interest-rates";
import { subtractUsd, toCents, type Usd } from "../money";
import { accrueInterest } from "./accrue";
import { COMPARED_CONVENTIONS, type ComparedConvention, conventionNamed } from "./convention";

/** Why the default differs from a comparison; the words and the law stand in the wording. */
export type ReasonForDefault =
  | "interest-bears-interest-daily"
  | "interest-is-carried-forward"
  | "rates-change-by-quarter"
  | "each-quarter-has-its-own-rate"
  | "two-classes-only"
  | "first-day-after-the-deposit"
  | "actual-days-of-the-year"
  | "no-rounding-on-the-way";

const REASON_FOR_DEFAULT = {
  quarterly: "interest-bears-interest-daily",
  simple: "interest-bears-interest-daily",
  "quarters-summed": "interest-is-carried-forward",
  "flat-daily": "rates-change-by-quarter",
  "flat-quarterly": "rates-change-by-quarter",
  "rates-quarter-late": "each-quarter-has-its-own-rate",
  "rates-quarter-early": "each-quarter-has-its-own-rate",
  "corporate-cut": "two-classes-only",
  "start-in-end-out": "first-day-after-the-deposit",
  "both-ends": "first-day-after-the-deposit",
  "year-of-360": "actual-days-of-the-year",
  "nine-decimals": "no-rounding-on-the-way",
} as const satisfies Record<ComparedConvention, ReasonForDefault>;

export type InterestComparison = {
  readonly convention: ComparedConvention;
  /** USD, whole cents. */
  readonly interest: Usd;
  /** USD, whole cents: this figure less the default's. */
  readonly difference: Usd;
  readonly because: ReasonForDefault;
};

/**
 * What every other convention would give for the same principal, dates and class, in the order of
 * `COMPARED_CONVENTIONS`. Dates as for `accrueInterest`.
 * @param unpublishedAnnualPercent - the user's own rate where none is published; null holds the last
 */
export function compareConventions(
  principal: Usd,
  start: Day,
  end: Day,
  rateClass: RateClass,
  unpublishedAnnualPercent: string | null = null,
): readonly InterestComparison[] {
  const figure = (name: ComparedConvention | "default"): Usd =>
    toCents(
      accrueInterest(principal, start, end, rateClass, conventionNamed(name, unpublishedAnnualPercent)),
    );
  const ours = figure("default");
  return (Object.keys(COMPARED_CONVENTIONS) as ComparedConvention[]).map((convention) => {
    const interest = figure(convention);
    return {
      convention,
      interest,
      difference: subtractUsd(interest, ours),
      because: REASON_FOR_DEFAULT[convention],
    };
  });
}
