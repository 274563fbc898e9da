import type {
  Compounding,
  ConventionName,
  DepositBasis,
  EndKind,
  InterestReading,
  RateClass,
  ReasonForDefault,
  StartKind,
} from "@/lib/domain";

import { countOf } from "./count";

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

const DEFAULT_CONVENTION_SENTENCE =
  "Compounded daily at the overpayment rate of each quarter, from the day after the deposit through the last day, " +
  "by the days of the calendar year (19 U.S.C. 1505(c), 26 U.S.C. 6621 and 6622, T.D. 85-93).";

type ConventionWords = {
  readonly name: string;
  /** How it computes, as a whole sentence. */
  readonly sentence: string;
};

export const CONVENTION_WORDS = {
  default: { name: "Compounded daily (ours)", sentence: DEFAULT_CONVENTION_SENTENCE },
  quarterly: {
    name: "Compounded quarterly",
    sentence: "Interest joins the balance at the end of each quarter, at the rate of that quarter.",
  },
  simple: { name: "Simple interest", sentence: "Interest never bears interest." },
  "quarters-summed": {
    name: "Quarters summed",
    sentence: "Compounded daily inside a quarter; every quarter starts from the principal again.",
  },
  "flat-daily": {
    name: "Flat 6 % or 7 %, daily",
    sentence: "One rate for all days, 6 % for corporations and 7 % for others, compounded daily.",
  },
  "flat-quarterly": {
    name: "Flat 6 % or 7 %, quarterly",
    sentence: "The sentence on refund sites: one rate for all days, compounded quarterly.",
  },
  "rates-quarter-late": {
    name: "Rates a quarter late",
    sentence:
      "Every quarter takes the rate of the quarter before: 6 % in place of 5 % for April to June 2026.",
  },
  "rates-quarter-early": {
    name: "Rates a quarter early",
    sentence:
      "Every quarter takes the rate of the quarter after: 5 % in place of 6 % for January to March 2026.",
  },
  "corporate-cut": {
    name: "Lower rate above $10,000",
    sentence:
      "Corporations earn 1.5 points less on what exceeds $10,000 (26 U.S.C. 6621(a)(1), last sentence).",
  },
  "start-in-end-out": {
    name: "First day in, last day out",
    sentence: "From the day of the deposit through the day before the last.",
  },
  "both-ends": {
    name: "Both ends counted",
    sentence: "From the day of the deposit through the last day, one day more than ours.",
  },
  "year-of-360": { name: "Year of 360 days", sentence: "The daily rate is the yearly rate divided by 360." },
  "nine-decimals": {
    name: "Factor of nine decimals",
    sentence: "The factor is rounded to nine decimals before it multiplies, as the IRS does.",
  },
} as const satisfies Record<ConventionName, ConventionWords>;

/** Why our own figure differs, beside each comparison. */
export const REASON_FOR_DEFAULT_WORDS = {
  "interest-bears-interest-daily":
    "Customs interest follows 26 U.S.C. 6622, which compounds daily; only the rate is set by quarter.",
  "interest-is-carried-forward": "26 U.S.C. 6622 compounds without a break at the end of a quarter.",
  "rates-change-by-quarter":
    "The rate is published for each quarter (26 U.S.C. 6621(b)); it dropped by one point for April to June 2026.",
  "each-quarter-has-its-own-rate": "Each day takes the published rate of its own quarter (19 CFR 24.36).",
  "two-classes-only":
    "CBP's notices publish two overpayment rates, for corporations and others, and no third one.",
  "first-day-after-the-deposit":
    "The day of the deposit is not counted and the last day is, as in the IRS's published figures.",
  "actual-days-of-the-year":
    "CBP withdrew a computation with months of 30 days; the IRS divides by the days of the calendar year.",
  "no-rounding-on-the-way": "We round once, to the cent; the difference is at most a few cents.",
} as const satisfies Record<ReasonForDefault, string>;

/** How a row of the worksheet is recomputed by hand. */
export const ROW_FORMULAS = {
  daily:
    "Factor = (1 + rate ÷ days of the year) to the power of the days, less 1; it multiplies the balance.",
  quarterly: "Factor = rate ÷ days of the year × days; it multiplies the balance.",
  simple: "Factor = rate ÷ days of the year × days; it multiplies the principal.",
  "quarters-summed":
    "Factor = (1 + rate ÷ days of the year) to the power of the days, less 1; it multiplies the principal.",
} as const satisfies Record<Compounding, string>;

export const ROUNDED_FACTOR_FORMULA =
  "Each row is the principal × the factor so far, rounded to nine decimals, less the rows before.";

const START_WORDS = {
  given: "the start you gave",
  "payment-date": "the payment date in your file",
  "ten-working-days": "ten working days after entry",
  "monthly-statement": "the due day of the monthly statement",
  "entry-date": "the entry date",
} as const satisfies Record<StartKind, string>;

const END_WORDS = {
  given: "the end you gave",
  "refund-date": "the refund's liquidation",
  "liquidation-date": "the liquidation date in your file",
  "any-day": "a possible day of reliquidation",
} as const satisfies Record<EndKind, string>;

/** `2025-04-15, the payment date in your file`; `2025-04-17, 2 days after the entry date`. */
function dayWords(on: string, daysOff: number, what: string): string {
  if (daysOff === 0) return `${on}, ${what}`;
  return `${on}, ${countOf(Math.abs(daysOff), "day", "days")} ${daysOff > 0 ? "after" : "before"} ${what}`;
}

export const startWords = ({ start }: Pick<InterestReading, "start">): string =>
  dayWords(start.on, start.daysOff, START_WORDS[start.kind]);

export const endWords = ({ end }: Pick<InterestReading, "end">): string =>
  dayWords(end.on, end.daysOff, END_WORDS[end.kind]);
