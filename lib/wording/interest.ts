import type { DepositBasis, RateClass } from "@/lib/domain";

export const RATE_CLASS_NAMES = {
  corporation: "Corporation",
  other: "Other importer",
} as const satisfies Record<RateClass, string>;

/** What the day of deposit rests on. */
export const DEPOSIT_BASIS_WORDS = {
  "payment-date": "the payment date in your file",
  "ten-working-days": "ten working days after entry (derived)",
  "monthly-statement": "15th working day of the following month (derived, monthly statement)",
} as const satisfies Record<DepositBasis, string>;

export const DEFAULT_CONVENTION_SENTENCE =
  "Compounded daily at the overpayment rate of each quarter, from the day after the deposit through the last day, " +
  "by the days of the calendar year (19 U.S.C. 1505(c), 26 U.S.C. 6621 and 6622, T.D. 85-93).";
