import type { Day } from "../day";
import { type depositDayOf, rememberingDepositDays } from "./deposit-day";
import { mapUnder } from "../map-of-maps";
import { CORPORATE_CUT, type RateClass } from "../law/interest-rates";
import { addUsd, subtractUsd, toCents, type Usd, usd } from "../money";
import type { NonEmpty } from "../result";
import { DEFAULT_CONVENTION, type InterestConvention } from "./convention";
import { type Growth, type GrowthOfSpan, growthOver, interestFrom, rememberingGrowthOfSpan } from "./growth";
import { periodsAt, type RateSource } from "./periods";
import { ratesUnder } from "./rates-under";
import { centsBy, toNearFactor } from "./near-factor";

/** Remembers growth by class and dates: of a hundred thousand entries only some hundred pairs of dates differ. */
export type InterestTable = {
  /** See `accrueInterest`. */
  readonly interestOn: (principal: Usd, start: Day, end: Day, rateClass: RateClass) => Usd;
  /** The same, rounded half up to the cent. */
  readonly centsOn: (principal: Usd, start: Day, end: Day, rateClass: RateClass) => Usd;
  /** See `depositDayOf`. */
  readonly depositDayOf: typeof depositDayOf;
};

const UNTOUCHED_BY_CUT = usd(CORPORATE_CUT.untouchedUsd);

/** A part of the principal that bears one rate; `cut`: the lower one above $10,000. */
export type PrincipalPart = { readonly principal: Usd; readonly cut: boolean };

/** The whole principal; under the corporate cut its first $10,000 and the rest, at two rates. */
export function principalParts(
  principal: Usd,
  rateClass: RateClass,
  { corporateCut }: InterestConvention,
): NonEmpty<PrincipalPart> {
  if (!corporateCut || rateClass !== "corporation" || principal.lte(UNTOUCHED_BY_CUT))
    return [{ principal, cut: false }];
  return [
    { principal: UNTOUCHED_BY_CUT, cut: false },
    { principal: subtractUsd(principal, UNTOUCHED_BY_CUT), cut: true },
  ];
}

/** Growth between two dates at any rates, under a convention's compounding and counted days. */
export const growthAt = (
  rates: RateSource,
  start: Day,
  end: Day,
  convention: InterestConvention,
  growthOf?: GrowthOfSpan,
): Growth => growthOver(periodsAt(rates, start, end, convention), convention.compounding, growthOf);

/**
 * A table for one convention. It lives as long as its holder: one screening, one page, one test.
 * @param growthOf - shared by the tables of several conventions, which have most quarters in common
 */
export function createInterestTable(
  convention: InterestConvention = DEFAULT_CONVENTION,
  growthOf: GrowthOfSpan = rememberingGrowthOfSpan(),
): InterestTable {
  const growth = remembering((start, end, rateClass, cut) =>
    growthAt(ratesUnder(convention, rateClass, cut), start, end, convention, growthOf),
  );
  const nearFactor = remembering((start, end, rateClass, cut) =>
    toNearFactor(growth(start, end, rateClass, cut), convention.factorDecimals),
  );

  function interestOn(principal: Usd, start: Day, end: Day, rateClass: RateClass): Usd {
    const earned = (part: PrincipalPart) =>
      interestFrom(part.principal, growth(start, end, rateClass, part.cut), convention.factorDecimals);
    const [first, rest] = principalParts(principal, rateClass, convention);
    return rest === undefined ? earned(first) : addUsd(earned(first), earned(rest));
  }

  function centsOn(principal: Usd, start: Day, end: Day, rateClass: RateClass): Usd {
    const quick = convention.corporateCut
      ? null
      : centsBy(nearFactor(start, end, rateClass, false), principal);
    return quick ?? toCents(interestOn(principal, start, end, rateClass));
  }

  return { interestOn, centsOn, depositDayOf: rememberingDepositDays() };
}

type OfSpan<T> = (start: Day, end: Day, rateClass: RateClass, cut: boolean) => T;

/** Works once for equal spans, of which one screening has some hundred starts and two ends. */
function remembering<T>(work: OfSpan<T>): OfSpan<T> {
  const byEnd = { corporation: new Map<Day, Map<Day, T>>(), other: new Map<Day, Map<Day, T>>() };
  const byEndWithCut = { corporation: new Map<Day, Map<Day, T>>(), other: new Map<Day, Map<Day, T>>() };
  return (start, end, rateClass, cut) => {
    const byStart = mapUnder((cut ? byEndWithCut : byEnd)[rateClass], end);
    const known = byStart.get(start);
    if (known !== undefined) return known;
    const value = work(start, end, rateClass, cut);
    byStart.set(start, value);
    return value;
  };
}

/**
 * Interest on a refund of duty (19 U.S.C. 1505(c); 26 U.S.C. 6621, 6622; T.D. 85-93).
 * @param principal - net refundable duty of one entry, USD
 * @param start - day the estimated duty was deposited; earns nothing itself under the default
 * @param end - day of (re)liquidation, included; zero interest when not after `start`
 * @returns USD, unrounded: round once per entry with `toCents`, then sum
 */
export const accrueInterest = (
  principal: Usd,
  start: Day,
  end: Day,
  rateClass: RateClass,
  convention: InterestConvention = DEFAULT_CONVENTION,
): Usd => createInterestTable(convention).interestOn(principal, start, end, rateClass);
