import type { Day } from "../day";
import type { Entry } from "../entry";
import { createInterestTable, type InterestTable } from "../interest/accrue";
import type { RateClass } from "../law/interest-rates";
import { RULES } from "../law/rules-version";
import type { Column1Rates } from "../refund/column1-rates";
import type { AmountRange } from "../refund/amount-range";
import {
  ieepaPaidOnLines,
  lineRefundsOf,
  NO_REFUND,
  type RefundRange,
  refundOfLines,
} from "../refund/refund-of";
import type { NonEmpty } from "../result";
import { type Clock, clocksOf } from "./clocks";
import { concludeLane } from "./conclude";
import { type InterestEstimate, interestEstimate } from "./interest-estimate";
import type { MissingFact } from "./missing-facts";
import { notesOn } from "./notes";
import type { Finding, Lane } from "./verdict";
import { possibilitiesOf } from "./worlds";

/** What a screening is made for. `asOf` comes from `readAsOf`: no rule covers a day before CAPE. */
export type ScreeningContext = {
  readonly asOf: Day;
  readonly column1: Column1Rates;
  readonly rateClass: RateClass;
  /** Shared by the entries of one screening, so that equal pairs of dates are computed once. */
  readonly interestTable?: InterestTable;
  /** The day CBP accepted the claim on the entry. */
  readonly acceptedOn?: Day | null;
  /** The day of the (re)liquidation that a refund report shows for the entry: interest stops there. */
  readonly refundedOn?: Day | null;
};

/** Everything the rules say of one entry on one day. */
export type Screening = {
  readonly asOf: Day;
  readonly rulesVersion: string;
  readonly lane: Lane;
  /** The lanes of all complete entries behind the data; one unless the lane is needs-data. */
  readonly possibleLanes: readonly Lane[];
  /** Every reason of every check, the deciding ones first. */
  readonly findings: NonEmpty<Finding>;
  /** Only facts whose values change the lane; empty unless the lane is needs-data. */
  readonly missing: readonly MissingFact[];
  readonly refund: RefundRange;
  /** Paid on IEEPA numbers, ordinary duty of 15 % lines included, USD, exact; whatever the lane. */
  readonly ieepaPaid: AmountRange;
  readonly interest: InterestEstimate | null;
  readonly clocks: readonly Clock[];
};

/**
 * Screens one entry: lane, reasons, refundable amount, interest and clocks. The amount does not depend on the lane,
 * except that an entry with nothing to claim refunds 0.00. Throws for a day before CAPE (see `readAsOf`).
 */
export function screenEntry(entry: Entry, context: ScreeningContext): Screening {
  const { asOf, column1, rateClass, interestTable = createInterestTable() } = context;
  const money = lineRefundsOf(entry, column1);
  const possible = possibilitiesOf(entry, money, asOf);
  const { lane, possibleLanes, missing, findings } = concludeLane(entry, possible, money, asOf);
  const nothingToClaim = possibleLanes.every((candidate) => candidate === "not-ieepa");
  const refund = nothingToClaim ? NO_REFUND : refundOfLines(money);
  return {
    asOf,
    rulesVersion: RULES.version,
    lane,
    possibleLanes,
    findings: [...findings, ...notesOn(entry, possible, money, asOf)],
    missing,
    refund,
    ieepaPaid: ieepaPaidOnLines(money),
    interest: interestEstimate(entry, refund.certain, lane, {
      asOf,
      rateClass,
      table: interestTable,
      refundedOn: context.refundedOn ?? null,
      liquidations: possible.liquidation.values,
    }),
    clocks: clocksOf(entry, asOf, context.acceptedOn ?? null),
  };
}
