import type { Citation, RuleConfidence } from "./citation";
import { type Released, SINCE_CAPE } from "./dated";

/** Days of screening, as for every rule; the statutes are older. */
type DepositRule = Released & {
  readonly workingDays?: number;
  readonly workingDay?: number;
  readonly periodDays?: number;
  readonly confidence: RuleConfidence;
  readonly source: Citation;
};

/** When estimated duty is due, where no file says when it was paid. */
export const DEPOSIT_RULES = {
  /** Working days after entry; the statute allows twelve, the regulation ten. */
  singleEntry: {
    ...SINCE_CAPE,
    workingDays: 10,
    confidence: "proven",
    source: { law: "19 U.S.C. 1505(a); 19 CFR 142.12", published: "U.S. Code; CFR" },
  },
  /** The working day of the month after the month of entry. */
  monthlyStatement: {
    ...SINCE_CAPE,
    workingDay: 15,
    confidence: "proven",
    source: { law: "19 U.S.C. 1505(a)", published: "U.S. Code" },
  },
  /** A refund unpaid after these days from (re)liquidation is late and bears interest by periods of as many days. */
  lateRefund: {
    ...SINCE_CAPE,
    periodDays: 30,
    confidence: "inferred",
    source: { law: "19 U.S.C. 1505(b), (d); 19 CFR 24.36(a)", published: "U.S. Code; CFR" },
  },
} as const satisfies Record<string, DepositRule>;
