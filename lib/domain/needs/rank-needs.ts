import type { Usd } from "../money";

/** Something a person should do, with what hangs on it. */
export type Need = {
  /** Certain refundable duty, USD, exact. */
  readonly dollars: Usd;
  /** To the next day on which some of it is lost; null: no clock runs. */
  readonly daysLeft: number | null;
};

/** What no clock drives ranks like something due in so many days: after what is due soon, before what is far. */
const DAYS_WITHOUT_CLOCK = 90;

/** Days to act, today included. */
const daysToAct = ({ daysLeft }: Need): number => Math.max(0, daysLeft ?? DAYS_WITHOUT_CLOCK) + 1;

/**
 * The most urgent first: dollars by each day that is left, so that the same money is twice as urgent with half the
 * days. Compared by multiplying, which stays exact. Equals keep their order, and none is left out.
 */
export const rankNeeds = <N extends Need>(needs: readonly N[]): readonly N[] =>
  needs.toSorted((a, b) => b.dollars.times(daysToAct(a)).comparedTo(a.dollars.times(daysToAct(b))));
