import type { NonEmpty } from "../result";
import type { Citation, RuleConfidence } from "./citation";
import { type Released, SINCE_CAPE } from "./dated";

/** Calendar days in US Eastern time; the day counted from is day 0, and a last day on a weekend does not move. */
type ClockRule = Released & {
  readonly countedFrom: "last-liquidation" | "entry" | "acceptance" | "reconciliation-due";
  /** The last day is this many days after the day counted from; that day is still in. */
  readonly days?: number;
  readonly daysMax?: number;
  readonly years?: number;
  readonly warnFromDay?: number;
  readonly daysBeforeScheduledLiquidation?: number;
  readonly capeFirstFromDaysLeft?: number;
  /**
   * The last day on which one should plan to act; the legal last day does not move. before-warning: the day before
   * `warnFromDay`, because CBP may take days to process an upload. open-day: the last working day on or before the last
   * day, because nobody should plan to act on a closed one. null: CBP acts, not the filer.
   */
  readonly lastSafeDay: "before-warning" | "open-day" | null;
  readonly confidence: RuleConfidence;
  readonly source: NonEmpty<Citation>;
};

const CSMS_68340863 = { law: "CSMS 68340863", published: "CBP, 13 Apr 2026" } as const satisfies Citation;
const CBP_FAQ = {
  law: "CBP, IEEPA duty refunds FAQ",
  published: "cbp.gov, as of 2 Sep 2026",
} as const satisfies Citation;

/**
 * Every clock of an entry, by day of filing; a scheduled liquidation starts none. None has changed since CAPE opened:
 * the day one does, it gets a second row and moves into the rule set.
 */
export const CLOCKS = {
  /** CBP rejects when the last (re)liquidation was more than 80 days ago: day 80 is in, at the filer's risk. */
  "cape-window": {
    ...SINCE_CAPE,
    days: 80,
    warnFromDay: 75,
    countedFrom: "last-liquidation",
    lastSafeDay: "before-warning",
    confidence: "proven",
    source: [CSMS_68340863, CBP_FAQ],
  },
  /** CBP's own power to liquidate again: the reason for the 80 days. */
  "voluntary-reliquidation": {
    ...SINCE_CAPE,
    days: 90,
    countedFrom: "last-liquidation",
    lastSafeDay: null,
    confidence: "proven",
    source: [{ law: "19 U.S.C. 1501", published: "U.S. Code" }],
  },
  protest: {
    ...SINCE_CAPE,
    days: 180,
    countedFrom: "last-liquidation",
    lastSafeDay: "open-day",
    confidence: "proven",
    source: [
      { law: "19 U.S.C. 1514(c)(3)", published: "U.S. Code" },
      { law: "19 CFR 174.12(e)", published: "CFR" },
    ],
  },
  /** When it starts is disputed: payment, liquidation or 20 February 2026. The earliest reading is shown: ask counsel. */
  court: {
    ...SINCE_CAPE,
    years: 2,
    countedFrom: "entry",
    lastSafeDay: "open-day",
    confidence: "unconfirmed",
    source: [{ law: "28 U.S.C. 2636(i)", published: "U.S. Code" }],
  },
  /** Post Summary Correction: by day 300 and at least 15 days before a scheduled liquidation. */
  psc: {
    ...SINCE_CAPE,
    days: 300,
    daysBeforeScheduledLiquidation: 15,
    countedFrom: "entry",
    lastSafeDay: "open-day",
    confidence: "proven",
    source: [{ law: "CBP, Post Summary Correction policy", published: "relayed by NCBFAA, 18 May 2026" }],
  },
  /** An estimate, which decides nothing; none for suspended or extended entries. */
  "default-liquidation": {
    ...SINCE_CAPE,
    days: 314,
    countedFrom: "entry",
    lastSafeDay: null,
    confidence: "inferred",
    source: [
      {
        law: "CBP liquidation cycle",
        published: "CBP declaration to the Court of International Trade, Mar 2026",
      },
    ],
  },
  "acceptance-to-liquidation": {
    ...SINCE_CAPE,
    days: 45,
    countedFrom: "acceptance",
    lastSafeDay: null,
    confidence: "proven",
    source: [CSMS_68340863],
  },
  /** CBP's estimate from acceptance to the refund. */
  "acceptance-to-refund": {
    ...SINCE_CAPE,
    days: 60,
    daysMax: 90,
    countedFrom: "acceptance",
    lastSafeDay: null,
    confidence: "proven",
    source: [CSMS_68340863, CBP_FAQ],
  },
  /** CAPE comes first, unless the type 09 is due in fewer days than these. */
  reconciliation: {
    ...SINCE_CAPE,
    capeFirstFromDaysLeft: 30,
    countedFrom: "reconciliation-due",
    lastSafeDay: "open-day",
    confidence: "proven",
    source: [{ law: "CSMS 69035485", published: "CBP, 23 Jun 2026" }],
  },
} as const satisfies Record<string, ClockRule>;

export type ClockKind = keyof typeof CLOCKS;
export const CLOCK_KINDS = Object.keys(CLOCKS) as readonly ClockKind[];

/** Warning, not a clock: an entry is deemed liquidated a year after entry unless extended or suspended. */
export const DEEMED_LIQUIDATION = {
  ...SINCE_CAPE,
  years: 1,
  confidence: "proven",
  source: { law: "19 U.S.C. 1504(a)", published: "U.S. Code" },
} as const satisfies Released & { years: number; confidence: RuleConfidence; source: Citation };
