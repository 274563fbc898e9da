import { addDays, type Day } from "../day";
import {
  CORPORATE_CUT,
  FIRST_RATE_DAY,
  lastPublishedRateDay,
  type RateClass,
  type RateOnDay,
  rateOn,
} from "../law/interest-rates";
import type { InterestConvention } from "./convention";
import { lowerPercent } from "./growth";
import { quarterOf, type RateSource } from "./periods";

const FLAT_RATE = { law: "flat rate of a comparison", published: "not a published rate" } as const;
const OWN_RATE = { law: "rate given by the user", published: "not a published rate" } as const;

/** The day whose published rate a day takes. The table's first quarter has none before it and keeps its own. */
const RATE_DAY = {
  "own-quarter": (on) => on,
  "previous-quarter": (on) => {
    const before = addDays(quarterOf(on).first, -1);
    return before < FIRST_RATE_DAY ? on : before;
  },
  "next-quarter": (on) => addDays(quarterOf(on).last, 1),
} as const satisfies Record<InterestConvention["rateOf"], (on: Day) => Day>;

/** The rate of each day under a convention; `cut` lowers it as 26 U.S.C. 6621(a)(1), last sentence, would. */
export function ratesUnder(convention: InterestConvention, rateClass: RateClass, cut: boolean): RateSource {
  const { flatAnnualPercent, rateOf, unpublishedAnnualPercent: own, ratesKnownOn } = convention;
  function rate(on: Day): RateOnDay {
    if (flatAnnualPercent !== null)
      return { annualPercent: flatAnnualPercent[rateClass], source: FLAT_RATE, assumed: false };
    const rateDay = RATE_DAY[rateOf](on);
    if (own !== null && rateDay > lastPublishedRateDay(ratesKnownOn))
      return { annualPercent: own, source: OWN_RATE, assumed: true };
    return rateOn(rateDay, rateClass, ratesKnownOn);
  }
  if (!cut) return rate;
  return (on) => {
    const full = rate(on);
    return { ...full, annualPercent: lowerPercent(full.annualPercent, CORPORATE_CUT.cutPercentPoints) };
  };
}
