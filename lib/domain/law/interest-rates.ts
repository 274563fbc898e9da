import { type Day, day } from "../day";
import type { NonEmpty } from "../result";
import type { Citation } from "./citation";

/** Whose overpayment earns the interest: a corporation gets one point less (26 U.S.C. 6621(a)(1)). */
export type RateClass = "corporation" | "other";

export type QuarterlyRate = {
  readonly from: Day;
  readonly until: Day;
  /** Overpayment rates: "6" means 6 % a year. */
  readonly annualPercent: Readonly<Record<RateClass, string>>;
  readonly source: Citation;
};

const quarter = (
  from: string,
  until: string,
  corporation: string,
  other: string,
  source: Citation,
): QuarterlyRate => ({
  from: day(from),
  until: day(until),
  annualPercent: { corporation, other },
  source,
});

/**
 * Overpayment rates of customs duties by quarter, both days included (19 U.S.C. 1505(c); 19 CFR 24.36(a);
 * 26 U.S.C. 6621(a)(1); 6622). The rate dropped for April to June 2026 and came back; one public table swaps that
 * quarter with the one before, and CBP's own notice decided. For July to December 2026 the underpayment rate of 7 %
 * was read and the overpayment rates follow by statute (the same for others, one point less for corporations).
 */
export const INTEREST_RATES: NonEmpty<QuarterlyRate> = [
  quarter("2024-01-01", "2024-03-31", "7", "8", {
    law: "Rev. Rul. 2023-22",
    published: "table in 89 FR 77879",
  }),
  quarter("2024-04-01", "2024-06-30", "7", "8", { law: "Rev. Rul. 2024-6", published: "FR Doc. 2024-07133" }),
  quarter("2024-07-01", "2024-09-30", "7", "8", { law: "Rev. Rul. 2024-11", published: "89 FR 54016" }),
  quarter("2024-10-01", "2024-12-31", "7", "8", { law: "Rev. Rul. 2024-18", published: "89 FR 77879" }),
  quarter("2025-01-01", "2025-03-31", "6", "7", { law: "Rev. Rul. 2024-25", published: "90 FR 9036" }),
  quarter("2025-04-01", "2025-06-30", "6", "7", { law: "Rev. Rul. 2025-7", published: "FR Doc. 2025-07451" }),
  quarter("2025-07-01", "2025-09-30", "6", "7", {
    law: "IRB 2025-23",
    published: "CBP notice of 1 Jul 2025",
  }),
  quarter("2025-10-01", "2025-12-31", "6", "7", { law: "Rev. Rul. 2025-18", published: "IRB 2025-37" }),
  quarter("2026-01-01", "2026-03-31", "6", "7", {
    law: "Rev. Rul. 2025-22",
    published: "CBP notice of 22 Jan 2026",
  }),
  quarter("2026-04-01", "2026-06-30", "5", "6", { law: "Rev. Rul. 2026-5", published: "FR Doc. 2026-09871" }),
  quarter("2026-07-01", "2026-09-30", "6", "7", { law: "Rev. Rul. 2026-10", published: "IRB 2026-22" }),
  quarter("2026-10-01", "2026-12-31", "6", "7", { law: "Rev. Rul. 2026-15", published: "IRB 2026-36" }),
];

/** The version of the table; it changes with every published quarter. */
export const INTEREST_RATES_VERSION = "2026-Q4";

/** The part of a corporation's overpayment that the lower rate spares, and the cut above it, if it applied. */
export const CORPORATE_CUT = {
  untouchedUsd: "10000",
  /** The rate above the threshold: short-term rate + 0.5 instead of + 2, so 1.5 points less. */
  cutPercentPoints: "1.5",
  source: { law: "26 U.S.C. 6621(a)(1), last sentence", published: "U.S. Code" },
} as const satisfies { untouchedUsd: string; cutPercentPoints: string; source: Citation };

export type RateOnDay = {
  readonly annualPercent: string;
  readonly source: Citation;
  /** No rate is published for the day yet: the last one is held. */
  readonly assumed: boolean;
};

const FIRST_QUARTER = INTEREST_RATES[0];
const LAST_QUARTER = INTEREST_RATES.at(-1) ?? FIRST_QUARTER;

/** First day with a rate; interest cannot be computed before it. */
export const FIRST_RATE_DAY: Day = FIRST_QUARTER.from;

/** Last day with a published rate; later days hold it, marked as assumed. */
export const LAST_PUBLISHED_RATE_DAY: Day = LAST_QUARTER.until;

/**
 * The overpayment rate of one interest day. Days after the last published quarter hold its rate, `assumed`;
 * days before the table throw, because nothing stands in for a published rate there.
 */
export function rateOn(on: Day, rateClass: RateClass): RateOnDay {
  if (on < FIRST_RATE_DAY)
    throw new Error(`No customs interest rate for ${on}: the table starts on ${FIRST_RATE_DAY}`);
  const row = INTEREST_RATES.find(({ from, until }) => from <= on && on <= until);
  const { annualPercent, source } = row ?? LAST_QUARTER;
  return { annualPercent: annualPercent[rateClass], source, assumed: row === undefined };
}
