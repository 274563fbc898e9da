import { addDays, type Day } from "../day";
import type { InterestTable } from "../interest/accrue";
import { assumedDaysBetween } from "../interest/periods";
import { CLOCKS } from "../law/clocks";
import type { RateClass } from "../law/interest-rates";
import { toCents, type Usd, ZERO_USD } from "../money";

/** Entries whose money comes alike: deposited on one day, accepted on one day, at the rates of one class. */
export type AwaitedGroup = {
  readonly entries: number;
  /** Certain refundable duty of all of them, USD, exact. */
  readonly principal: Usd;
  /** The deposit day from which interest runs; null: not known, and no interest is reckoned. */
  readonly depositedOn: Day | null;
  readonly rateClass: RateClass;
  readonly acceptedOn: Day;
  /** CBP has not answered: as if it had accepted on that day. */
  readonly assumed: boolean;
};

/** When the money of a group may come, and what it may be. An estimate in every part. */
export type ExpectedCash = {
  readonly group: AwaitedGroup;
  /** Acceptance + 45 days, never before the as-of day: interest is reckoned through it. */
  readonly liquidatedBy: Day;
  /** Acceptance + 60 and + 90 days, CBP's own range (CSMS 68340863). */
  readonly earliest: Day;
  readonly latest: Day;
  /** The range is over and the money has not come. */
  readonly overdue: boolean;
  /** USD, whole cents, of the group as one sum: the single entries may differ by parts of a cent each. */
  readonly interest: Usd;
  /** Interest days whose rate is not published yet. */
  readonly assumedDays: number;
};

/**
 * When the refund of accepted entries may come, and with how much interest: to the liquidation that CBP sets 45 days
 * after acceptance (19 U.S.C. 1505(c)). A liquidated entry is liquidated again at a day nobody announces; the same 45
 * days are taken.
 */
export function expectedCash(group: AwaitedGroup, asOf: Day, table: InterestTable): ExpectedCash {
  const { "acceptance-to-liquidation": liquidation, "acceptance-to-refund": refund } = CLOCKS;
  const planned = addDays(group.acceptedOn, liquidation.days);
  const liquidatedBy = planned < asOf ? asOf : planned;
  const latest = addDays(group.acceptedOn, refund.daysMax);
  const { depositedOn, principal, rateClass } = group;
  return {
    group,
    liquidatedBy,
    earliest: addDays(group.acceptedOn, refund.days),
    latest,
    overdue: latest < asOf,
    interest:
      depositedOn === null
        ? ZERO_USD
        : toCents(table.interestOn(principal, depositedOn, liquidatedBy, rateClass)),
    assumedDays: depositedOn === null ? 0 : assumedDaysBetween(depositedOn, liquidatedBy),
  };
}
