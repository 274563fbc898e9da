import Decimal from "decimal.js";
import type { Usd } from "../money";
import type { Compounding } from "./convention";

// Our own settings: the default keeps 20 digits, and a year of daily compounding wears some of them away.
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** What one dollar has become: 1.0682503… after interest of 6.82503 %. No unit, 40 digits. */
export type Growth = Decimal & { readonly __unit: "growth" };

/** Days at one rate: "6" means 6 % a year of `divisor` days. */
export type RateSpan = { readonly days: number; readonly annualPercent: string; readonly divisor: number };

/**
 * `within` a quarter a day's interest bears interest or not; `carried`: the next quarter bears interest on it.
 */
export const COMPOUNDING_RULES = {
  daily: { within: "daily", carried: true },
  quarterly: { within: "simple", carried: true },
  simple: { within: "simple", carried: false },
  "quarters-summed": { within: "daily", carried: false },
} as const satisfies Record<Compounding, { within: "daily" | "simple"; carried: boolean }>;

/** Growth of one quarter: (1 + r/n)^days where it compounds daily (26 U.S.C. 6622), else 1 + r/n × days. */
export function growthOfSpan({ days, annualPercent, divisor }: RateSpan, compounding: Compounding): Growth {
  const dailyRate = new Exact(annualPercent).div(100).div(divisor);
  const grown =
    COMPOUNDING_RULES[compounding].within === "daily"
      ? dailyRate.plus(1).pow(days)
      : dailyRate.times(days).plus(1);
  return grown as Growth;
}

/** As `growthOfSpan`. */
export type GrowthOfSpan = typeof growthOfSpan;

/** Remembers: among thousands of pairs of dates only some hundred quarters and parts of quarters differ. */
export function rememberingGrowthOfSpan(): GrowthOfSpan {
  const remembered = new Map<string, Growth>();
  return (span, compounding) => {
    const key = `${COMPOUNDING_RULES[compounding].within} ${span.annualPercent} ${span.divisor} ${span.days}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const computed = growthOfSpan(span, compounding);
    remembered.set(key, computed);
    return computed;
  };
}

/** Growth over consecutive quarters, each given with its own; exactly 1 for none. */
export const growthOfQuarters = (quarters: readonly Growth[], compounding: Compounding): Growth =>
  quarters.reduce<Decimal>(
    COMPOUNDING_RULES[compounding].carried
      ? (grown, quarter) => grown.times(quarter)
      : (grown, quarter) => grown.plus(quarter.minus(1)),
    new Exact(1),
  ) as Growth;

/** Growth over consecutive spans, one per quarter; exactly 1 for none. */
export const growthOver = (
  spans: readonly RateSpan[],
  compounding: Compounding,
  growthOf: GrowthOfSpan = growthOfSpan,
): Growth =>
  growthOfQuarters(
    spans.map((span) => growthOf(span, compounding)),
    compounding,
  );

/** USD, unrounded: what the principal has earned. The factor is rounded half up first where decimals are given. */
export function interestFrom(principal: Usd, growth: Growth, factorDecimals: number | null): Usd {
  const factor = growth.minus(1);
  return principal.times(factorDecimals === null ? factor : factor.toDecimalPlaces(factorDecimals)) as Usd;
}

/** The factor as the tables of Rev. Proc. 95-17 print it: nine decimals, "0.012570476". */
export const factorText = (growth: Growth): string => growth.minus(1).toFixed(9);

/** "4.5" from "6" and "1.5". */
export const lowerPercent = (annualPercent: string, points: string): string =>
  new Exact(annualPercent).minus(points).toFixed();
