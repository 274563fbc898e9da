import Decimal from "decimal.js";
import type { Usd } from "../money";
import type { Compounding } from "./convention";

// Our own settings: the default keeps 20 digits, and a year of daily compounding wears some of them away.
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** What one dollar has become: 1.0682503… after interest of 6.82503 %. No unit, 40 digits. */
export type Growth = Decimal & { readonly __unit: "growth" };

/** Days at one rate: "6" means 6 % a year of `divisor` days. */
export type RateSpan = { readonly days: number; readonly annualPercent: string; readonly divisor: number };

const dailyRate = ({ annualPercent, divisor }: RateSpan): Decimal =>
  new Exact(annualPercent).div(100).div(divisor);

/** Growth of one span, compounded daily: (1 + r/n)^days (26 U.S.C. 6622). */
export const dailyGrowth = (span: RateSpan): Growth => dailyRate(span).plus(1).pow(span.days) as Growth;

const simpleInterest = (span: RateSpan): Decimal => dailyRate(span).times(span.days);

const product = (factors: readonly Decimal[]): Growth =>
  factors.reduce<Decimal>((grown, factor) => grown.times(factor), new Exact(1)) as Growth;

const oneAnd = (interests: readonly Decimal[]): Growth =>
  interests.reduce<Decimal>((grown, interest) => grown.plus(interest), new Exact(1)) as Growth;

const GROWTH_BY_COMPOUNDING = {
  daily: (spans) => product(spans.map(dailyGrowth)),
  quarterly: (spans) => product(spans.map((span) => simpleInterest(span).plus(1))),
  simple: (spans) => oneAnd(spans.map(simpleInterest)),
  "quarters-summed": (spans) => oneAnd(spans.map((span) => dailyGrowth(span).minus(1))),
} as const satisfies Record<Compounding, (spans: readonly RateSpan[]) => Growth>;

/** Growth over consecutive spans, one per quarter; exactly 1 for none. */
export const growthOver = (spans: readonly RateSpan[], compounding: Compounding): Growth =>
  GROWTH_BY_COMPOUNDING[compounding](spans);

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
