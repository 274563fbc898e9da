import type { NonEmpty } from "../result";
import type { Citation, RuleConfidence } from "./citation";
import { type Released, SINCE_CAPE } from "./dated";

/** A legal test without figures: what it looks at stands in the check, where it can be read stands here. */
type CheckRule = Released & { readonly confidence: RuleConfidence; readonly source: NonEmpty<Citation> };

const PHASE_1 = { law: "CSMS 68340863", published: "CBP, 13 Apr 2026" } as const satisfies Citation;
const FAQ_BY_COUNSEL = {
  law: "CBP, IEEPA duty refunds FAQ",
  published: "cbp.gov, relayed by counsel",
} as const satisfies Citation;
const FAQ_ON_PROTESTS = {
  law: "CBP, IEEPA duty refunds FAQ",
  published: "cbp.gov, relayed by wssa.blog, 14 Apr 2026",
} as const satisfies Citation;

const since = (confidence: RuleConfidence, ...source: NonEmpty<Citation>): CheckRule => ({
  ...SINCE_CAPE,
  confidence,
  source,
});

/** The tests of the checks that have no table of their own, by day of filing; none has changed since CAPE opened. */
export const CHECK_RULES = {
  /** An accepted declaration can be neither amended nor withdrawn, and its entries not be filed again. */
  "accepted-claim": since("proven", PHASE_1),
  /** CAPE wants a dutiable IEEPA number, not any IEEPA number. */
  "dutiable-number": since("proven", PHASE_1, FAQ_BY_COUNSEL),
  "adcvd-pending-liquidation": since("proven", { law: "19 U.S.C. 1504(d)", published: "U.S. Code" }, PHASE_1),
  "drawback-claim": since("proven", PHASE_1),
  "surety-paid": since("proven", PHASE_1),
  "open-protest": since("proven", FAQ_ON_PROTESTS),
  /** A protest is decided within two years; a denial can be taken to the Court of International Trade for 180 days. */
  "decided-protest": since("proven", { law: "19 U.S.C. 1515; 28 U.S.C. 2636(a)", published: "U.S. Code" }),
  "summary-accepted": since("proven", PHASE_1),
  "statement-paid": since("proven", PHASE_1),
  "held-liquidation": since("proven", PHASE_1),
  /** CBP publishes the digit, and not that CAPE tests it. */
  "check-digit": since("unconfirmed", { law: "ACE CATAIR, Appendix E", published: "CBP" }),
  "filing-rules": since("proven", { law: "19 CFR 141.61", published: "CFR" }),
} as const satisfies Record<string, CheckRule>;

export type CheckRuleKind = keyof typeof CHECK_RULES;
