import {
  CHAPTER_98_PARTIAL_BASES,
  IN_TRANSIT_BASELINE,
  METALS_OF_CANADA_AND_MEXICO,
} from "../law/assessed-rates";
import type { Citation } from "../law/citation";
import { NUMBER_SEQUENCES, RECIPROCAL_NUMBER } from "../law/number-sequence";
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

const NUMBER_SEQUENCE: NonEmpty<Citation> = [NUMBER_SEQUENCES[0].source, NUMBER_SEQUENCES[1].source];

/** Each heading names the countries of its goods. */
const COUNTRIES_OF_NUMBERS: NonEmpty<Citation> = [
  { law: "HTS ch. 99 subch. III, U.S. note 2", published: "USITC, HTS 2026" },
];

const TARIFF_SCHEDULE: NonEmpty<Citation> = [
  { law: "HTS, rates of duty, column 1 general (general note 3(a))", published: "USITC" },
  ...FIFTEEN_PERCENT,
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
  "possible-in-transit-use": { confidence: "unconfirmed", law: [IN_TRANSIT_BASELINE.source] },
  "origin-not-covered": { confidence: "inferred", law: COUNTRIES_OF_NUMBERS },
  "chapter-98-base": { confidence: "proven", law: [CHAPTER_98_PARTIAL_BASES.source] },
  "column-1-unknown": { confidence: "unknown", law: FIFTEEN_PERCENT },
  "column-1-learnt": { confidence: "inferred", law: FIFTEEN_PERCENT },
  // The edition that is loaded need not be the one of the day of entry.
  "column-1-published": { confidence: "inferred", law: TARIFF_SCHEDULE },
  "column-1-given": { confidence: "proven", law: FIFTEEN_PERCENT },
  "column-1-disagrees": { confidence: "unknown", law: TARIFF_SCHEDULE },
  "column-1-above-paid": { confidence: "unknown", law: FIFTEEN_PERCENT },
  "number-out-of-sequence": { confidence: "inferred", law: NUMBER_SEQUENCE },
  // The export may have been filtered to Chapter 99 rows.
  "no-commodity-number": { confidence: "unconfirmed", law: NUMBER_SEQUENCE },
  "no-reciprocal-number": { confidence: "unconfirmed", law: [RECIPROCAL_NUMBER.source] },
} as const satisfies Record<RowFlagKind, Weight>;

/** A flag of a row as a note: it never asks for a lane. */
export function noteOfFlag(flag: RowFlag): Finding {
  const { confidence, law } = WEIGHT_OF_FLAG[flag.kind];
  return notes(flag, law, confidence);
}
