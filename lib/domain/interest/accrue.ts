import type { Day } from "../day";
import { CORPORATE_CUT, type RateClass, type RateOnDay, rateOn } from "../law/interest-rates";
import { addUsd, subtractUsd, type Usd, usd } from "../money";
import { DEFAULT_CONVENTION, type InterestConvention } from "./convention";
import { type Growth, growthOver, interestFrom, lowerPercent } from "./growth";
import { periodsAt, type RateSource } from "./periods";

/** Remembers growth by class and dates: of a hundred thousand entries only some hundred pairs of dates differ. */
export type InterestTable = {
  /** See `accrueInterest`. */
  readonly interestOn: (principal: Usd, start: Day, end: Day, rateClass: RateClass) => Usd;
};

const UNTOUCHED_BY_CUT = usd(CORPORATE_CUT.untouchedUsd);

const FLAT_RATE = { law: "flat rate of a comparison", published: "not a published rate" } as const;

/** The rate of each day under a convention; `cut` lowers it as 26 U.S.C. 6621(a)(1), last sentence, would. */
function ratesFor(rateClass: RateClass, convention: InterestConvention, cut: boolean): RateSource {
  const flat = convention.flatAnnualPercent?.[rateClass];
  return (on) => {
    const rate: RateOnDay =
      flat === undefined ? rateOn(on, rateClass) : { annualPercent: flat, source: FLAT_RATE, assumed: false };
    if (!cut) return rate;
    return { ...rate, annualPercent: lowerPercent(rate.annualPercent, CORPORATE_CUT.cutPercentPoints) };
  };
}

/** Growth between two dates at any rates, under a convention's compounding and counted days. */
export const growthAt = (rates: RateSource, start: Day, end: Day, convention: InterestConvention): Growth =>
  growthOver(periodsAt(rates, start, end, convention.countedDays), convention.compounding);

/** A table for one convention. It lives as long as its holder: one screening, one page, one test. */
export function createInterestTable(convention: InterestConvention = DEFAULT_CONVENTION): InterestTable {
  const remembered = new Map<string, Growth>();

  function growth(start: Day, end: Day, rateClass: RateClass, cut: boolean): Growth {
    const key = `${rateClass} ${start} ${end} ${cut ? "cut" : ""}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const computed = growthAt(ratesFor(rateClass, convention, cut), start, end, convention);
    remembered.set(key, computed);
    return computed;
  }

  function interestOn(principal: Usd, start: Day, end: Day, rateClass: RateClass): Usd {
    const interest = (part: Usd, cut: boolean) =>
      interestFrom(part, growth(start, end, rateClass, cut), convention.factorDecimals);
    const isCut = convention.corporateCut && rateClass === "corporation" && principal.gt(UNTOUCHED_BY_CUT);
    if (!isCut) return interest(principal, false);
    return addUsd(
      interest(UNTOUCHED_BY_CUT, false),
      interest(subtractUsd(principal, UNTOUCHED_BY_CUT), true),
    );
  }

  return { interestOn };
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
