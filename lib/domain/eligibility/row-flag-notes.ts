import type { Citation } from "../law/citation";
import { METALS_OF_CANADA_AND_MEXICO } from "../refund/rate-check";
import type { RowFlag, RowFlagKind } from "../refund/row-flags";
import type { NonEmpty } from "../result";
import { notes } from "./check";
import { DUTIABLE_NUMBER, FILING_RULES, INVALID_HTS } from "./law-of-checks";
import type { Confidence, Finding } from "./verdict";

/** One number, one duty; the value belongs to the Chapter 1 to 97 number. */
const ONE_DUTY_PER_NUMBER: NonEmpty<Citation> = [{ law: "CSMS 64680374", published: "CBP, Apr 2025" }];

/** The 15 % agreements put ordinary duty on the Chapter 99 number. */
const FIFTEEN_PERCENT: NonEmpty<Citation> = [
  { law: "CSMS 66242844, 66336270, 66987366, 67045953, 67133044", published: "CBP, Sep to Dec 2025" },
];

type Weight = { readonly confidence: Confidence; readonly law: NonEmpty<Citation> };

const WEIGHT_OF_FLAG = {
  "rate-mismatch": { confidence: "proven", law: ONE_DUTY_PER_NUMBER },
  "split-not-15-percent": { confidence: "proven", law: FIFTEEN_PERCENT },
  "wrong-period": { confidence: "proven", law: INVALID_HTS },
  "ieepa-number-unknown": { confidence: "inferred", law: INVALID_HTS },
  "value-on-chapter-99-row": { confidence: "proven", law: ONE_DUTY_PER_NUMBER },
  "duty-on-exemption-number": { confidence: "proven", law: ONE_DUTY_PER_NUMBER },
  "ieepa-duty-unreadable": { confidence: "unknown", law: DUTIABLE_NUMBER },
  "tariff-number-unreadable": { confidence: "unknown", law: FILING_RULES },
  "metals-of-canada-or-mexico": { confidence: "unconfirmed", law: [METALS_OF_CANADA_AND_MEXICO.source] },
  "column-1-unknown": { confidence: "unknown", law: FIFTEEN_PERCENT },
  "column-1-learnt": { confidence: "inferred", law: FIFTEEN_PERCENT },
  "column-1-above-paid": { confidence: "unknown", law: FIFTEEN_PERCENT },
} as const satisfies Record<RowFlagKind, Weight>;

/** A flag of a row as a note: it never asks for a lane. */
export function noteOfFlag(flag: RowFlag): Finding {
  const { confidence, law } = WEIGHT_OF_FLAG[flag.kind];
  return notes(flag, law, confidence);
}
