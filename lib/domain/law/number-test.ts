import { day } from "../day";
import type { NonEmpty } from "../result";
import { IN_TRANSIT_BASELINE, RATE_LOCKED } from "./assessed-rates";
import type { Citation, RuleConfidence } from "./citation";
import { type Released, SINCE_CAPE } from "./dated";

/** CAPE's test of whether a tariff number stands in the tariff on the day of entry. */
export type NumberTest = Released & {
  /** CBP's words when a number fails it. */
  readonly message: "HTS RELATIONSHIP/SEQUENCE MISMATCH" | "INVALID HTS";
  readonly confidence: RuleConfidence;
  readonly source: NonEmpty<Citation>;
};

/**
 * By day of filing. The first test was broader and is known by its message alone: that it looked at the dates follows
 * from CBP's words of 25 June, which split it into INVALID HTS and HTS RELATIONSHIP MISMATCH.
 */
export const NUMBER_TESTS: NonEmpty<NumberTest> = [
  {
    ...SINCE_CAPE,
    until: day("2026-06-24"),
    message: "HTS RELATIONSHIP/SEQUENCE MISMATCH",
    confidence: "inferred",
    source: [{ law: "CBP, IEEPA duty refunds FAQ", published: "cbp.gov, Apr 2026, relayed by trade guides" }],
  },
  {
    from: day("2026-06-25"),
    until: null,
    release: "2026-06-25.1",
    message: "INVALID HTS",
    confidence: "proven",
    source: [{ law: "CSMS 69056483", published: "CBP, 25 Jun 2026" }],
  },
];

/**
 * Numbers and types whose period the test does not fit: goods in transit at a change of rate rightly use the baseline
 * number, and a zone entry keeps the number of its admission.
 */
export const NUMBER_TEST_EXCEPTIONS = {
  ...SINCE_CAPE,
  codes: [IN_TRANSIT_BASELINE.code],
  entryTypes: RATE_LOCKED.entryTypes,
  confidence: "inferred",
  source: [IN_TRANSIT_BASELINE.source, RATE_LOCKED.source],
} as const satisfies Released & {
  codes: readonly string[];
  entryTypes: readonly string[];
  confidence: RuleConfidence;
  source: NonEmpty<Citation>;
};
