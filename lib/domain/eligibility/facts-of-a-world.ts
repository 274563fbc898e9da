import type { Day } from "../day";
import type { Entry, TariffLine } from "../entry";
import type { LineRefund } from "../refund/refund-of";

/** The state of the liquidation on the day of screening. A date ahead is a schedule, not a liquidation. */
export type Liquidation =
  | { readonly kind: "liquidated"; readonly on: Day }
  | {
      readonly kind: "not-liquidated";
      /** held: suspended, extended or under review. pending: on its way to liquidation. open: neither. */
      readonly state: "open" | "pending" | "held";
      readonly status: string | null;
      readonly scheduledFor: Day | null;
    };

/** A protest is open until CBP has decided it; a suspended one is open. */
export type ProtestState = { readonly kind: "none" | "open" | "decided"; readonly status: string | null };

/** The facts that can be missing or torn, each of which may decide the lane. */
export type UncertainFacts = {
  readonly entryType: string;
  readonly entryDate: Day;
  readonly liquidation: Liquidation;
  /** Types 03 and 07 only: has Commerce told CBP to liquidate, which ends the suspension (19 U.S.C. 1504(d))? */
  readonly commerceInstructed: boolean;
  readonly protest: ProtestState;
  readonly protestOnlyAboutIeepa: boolean;
  /** Some IEEPA number of the entry bears duty, all corrections netted. */
  readonly dutiable: boolean;
  readonly reconciliationFlagged: boolean;
  /** The status of a summary that CBP has not accepted; null when it has. */
  readonly summaryRefused: string | null;
  /** The status of a statement that is not paid; null when it is. */
  readonly statementUnpaid: string | null;
  readonly drawback: boolean;
  readonly suretyPaid: boolean;
  /** The rows whose tariff numbers are declared on the summary. */
  readonly declared: readonly TariffLine[];
};

export type UncertainFact = keyof UncertainFacts;

/** One of the possible worlds behind the data: an entry of which nothing is missing. */
export type CompleteEntry = UncertainFacts & {
  /** What the files show, for facts that are known in every world. */
  readonly entry: Entry;
  /** The money of each line; it does not depend on the world. */
  readonly money: readonly LineRefund[];
};

/** Facts that no file showed and the standard report need not show: taken as absent, attested before filing. */
export type AssumedFact = UncertainFact | "type-09-on-file" | "filed-outside-ace";
