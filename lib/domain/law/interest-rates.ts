import { type Day, day } from "../day";
import type { NonEmpty } from "../result";
import type { Citation, RuleConfidence } from "./citation";
import { type Released, SINCE_CAPE } from "./dated";

/** Whose overpayment earns the interest: a corporation gets one point less (26 U.S.C. 6621(a)(1)). */
export type RateClass = "corporation" | "other";

export type QuarterlyRate = {
  readonly from: Day;
  readonly until: Day;
  /** Overpayment rates: "6" means 6 % a year. */
  readonly annualPercent: Readonly<Record<RateClass, string>>;
  /** The first day on which CBP's notice could be read; a replay of an earlier day holds the rate before. */
  readonly publishedOn: Day;
  /** inferred: the underpayment rate was read, and the overpayment rates follow by statute. */
  readonly confidence: RuleConfidence;
  readonly source: Citation;
};

const quarter = (
  from: string,
  until: string,
  corporation: string,
  other: string,
  publishedOn: string,
  source: Citation,
  confidence: RuleConfidence = "proven",
): QuarterlyRate => ({
  from: day(from),
  until: day(until),
  annualPercent: { corporation, other },
  publishedOn: day(publishedOn),
  confidence,
  source,
});

/**
 * Overpayment rates of customs duties by quarter, both days included (19 U.S.C. 1505(c); 19 CFR 24.36(a);
 * 26 U.S.C. 6621(a)(1); 6622). The rate dropped for April to June 2026 and came back; one public table swaps that
 * quarter with the one before, and CBP's own notice decided. For July to December 2026 the underpayment rate of 7 %
 * was read and the overpayment rates follow by statute (the same for others, one point less for corporations).
 *
 * `publishedOn` is the day of CBP's notice in the Federal Register, which may fall inside its quarter. Where no notice
 * with a day was found (2024 Q1, 2025 Q4, 2026 Q3 and Q4) it is the first day of the quarter: the ruling of the IRS was
 * out before, and a replay must not know a rate too early.
 */
export const INTEREST_RATES: NonEmpty<QuarterlyRate> = [
  quarter("2024-01-01", "2024-03-31", "7", "8", "2024-01-01", {
    law: "Rev. Rul. 2023-22",
    published: "table in 89 FR 77879",
  }),
  quarter("2024-04-01", "2024-06-30", "7", "8", "2024-04-04", {
    law: "Rev. Rul. 2024-6",
    published: "FR Doc. 2024-07133",
  }),
  quarter("2024-07-01", "2024-09-30", "7", "8", "2024-06-28", {
    law: "Rev. Rul. 2024-11",
    published: "89 FR 54016",
  }),
  quarter("2024-10-01", "2024-12-31", "7", "8", "2024-09-24", {
    law: "Rev. Rul. 2024-18",
    published: "89 FR 77879",
  }),
  quarter("2025-01-01", "2025-03-31", "6", "7", "2025-02-05", {
    law: "Rev. Rul. 2024-25",
    published: "90 FR 9036",
  }),
  quarter("2025-04-01", "2025-06-30", "6", "7", "2025-04-30", {
    law: "Rev. Rul. 2025-7",
    published: "FR Doc. 2025-07451",
  }),
  quarter("2025-07-01", "2025-09-30", "6", "7", "2025-07-01", {
    law: "IRB 2025-23",
    published: "CBP notice of 1 Jul 2025",
  }),
  quarter("2025-10-01", "2025-12-31", "6", "7", "2025-10-01", {
    law: "Rev. Rul. 2025-18",
    published: "IRB 2025-37",
  }),
  quarter("2026-01-01", "2026-03-31", "6", "7", "2026-01-22", {
    law: "Rev. Rul. 2025-22",
    published: "CBP notice of 22 Jan 2026",
  }),
  quarter("2026-04-01", "2026-06-30", "5", "6", "2026-05-18", {
    law: "Rev. Rul. 2026-5",
    published: "FR Doc. 2026-09871",
  }),
  quarter(
    "2026-07-01",
    "2026-09-30",
    "6",
    "7",
    "2026-07-01",
    {
      law: "Rev. Rul. 2026-10",
      published: "IRB 2026-22",
    },
    "inferred",
  ),
  quarter(
    "2026-10-01",
    "2026-12-31",
    "6",
    "7",
    "2026-10-01",
    {
      law: "Rev. Rul. 2026-15",
      published: "IRB 2026-36",
    },
    "inferred",
  ),
];

/** The version of the table; it changes with every published quarter. */
export const INTEREST_RATES_VERSION = "2026-Q4";

/** The part of a corporation's overpayment that the lower rate spares, and the cut above it, if it applied. */
export const CORPORATE_CUT = {
  ...SINCE_CAPE,
  untouchedUsd: "10000",
  /** The rate above the threshold: short-term rate + 0.5 instead of + 2, so 1.5 points less. */
  cutPercentPoints: "1.5",
  // Off by default: CBP's notices show two classes only, and no text of CBP applies the sentence to duty.
  confidence: "unconfirmed",
  source: { law: "26 U.S.C. 6621(a)(1), last sentence", published: "U.S. Code" },
} as const satisfies Released & {
  untouchedUsd: string;
  cutPercentPoints: string;
  confidence: RuleConfidence;
  source: Citation;
};

export type RateOnDay = {
  readonly annualPercent: string;
  readonly source: Citation;
  /** No rate is published for the day yet: the last one is held. */
  readonly assumed: boolean;
};

const FIRST_QUARTER = INTEREST_RATES[0];

/** First day with a rate; interest cannot be computed before it. */
export const FIRST_RATE_DAY: Day = FIRST_QUARTER.from;

/** The last quarter whose rate was published by a day; null: of the whole table. */
const lastQuarterKnown = (knownOn: Day | null): QuarterlyRate =>
  INTEREST_RATES.findLast(({ publishedOn }) => knownOn === null || publishedOn <= knownOn) ?? FIRST_QUARTER;

/** Last day with a rate that was published by `knownOn` (null: today); later days hold it, marked as assumed. */
export const lastPublishedRateDay = (knownOn: Day | null = null): Day => lastQuarterKnown(knownOn).until;

/** Last day with a published rate. */
export const LAST_PUBLISHED_RATE_DAY: Day = lastPublishedRateDay();

/**
 * The overpayment rate of one interest day. Days after the last published quarter hold its rate, `assumed`;
 * days before the table throw, because nothing stands in for a published rate there.
 * @param knownOn - replays a past day: rates published after it are not known; null: everything published is
 */
export function rateOn(on: Day, rateClass: RateClass, knownOn: Day | null = null): RateOnDay {
  if (on < FIRST_RATE_DAY)
    throw new Error(`No customs interest rate for ${on}: the table starts on ${FIRST_RATE_DAY}`);
  const last = lastQuarterKnown(knownOn);
  const row = on > last.until ? last : INTEREST_RATES.find(({ from, until }) => from <= on && on <= until);
  const { annualPercent, source } = row ?? last;
  return { annualPercent: annualPercent[rateClass], source, assumed: on > last.until };
}
