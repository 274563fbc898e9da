import type { Citation } from "./citation";

type DepositRule = {
  readonly workingDays?: number;
  readonly workingDay?: number;
  readonly periodDays?: number;
  readonly source: Citation;
};

/** When estimated duty is due, where no file says when it was paid. */
export const DEPOSIT_RULES = {
  /** Working days after entry; the statute allows twelve, the regulation ten. */
  singleEntry: {
    workingDays: 10,
    source: { law: "19 U.S.C. 1505(a); 19 CFR 142.12", published: "U.S. Code; CFR" },
  },
  /** The working day of the month after the month of entry. */
  monthlyStatement: {
    workingDay: 15,
    source: { law: "19 U.S.C. 1505(a)", published: "U.S. Code" },
  },
  /** A refund unpaid after these days from (re)liquidation is late and bears interest by periods of as many days. */
  lateRefund: {
    periodDays: 30,
    source: { law: "19 U.S.C. 1505(b), (d); 19 CFR 24.36(a)(2)", published: "U.S. Code; CFR" },
  },
} as const satisfies Record<string, DepositRule>;
