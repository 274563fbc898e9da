import type { NonEmpty } from "../result";
import type { Citation, RuleConfidence } from "./citation";
import { type Released, SINCE_CAPE } from "./dated";

export type DeclarationLimits = Released & {
  /** The first and only line above the entry numbers. */
  readonly header: string;
  /** Entry numbers in one file, at most; the header is not counted. */
  readonly entriesMax: number;
  /** The file must stay below this many bytes. */
  readonly bytesBelow: number;
  readonly confidence: RuleConfidence;
  readonly source: NonEmpty<Citation>;
};

/**
 * The CAPE Declaration file, by day of filing. CBP's quick reference guide says 10,000 where the CSMS message, the
 * FAQ and the OMB filing say 9,999 entries: the guide counts the header, so 9,999 won. CBP publishes "1 MB"; the
 * decimal reading is the safe one.
 */
export const DECLARATION_LIMITS = {
  ...SINCE_CAPE,
  header: "Entry Number",
  entriesMax: 9_999,
  bytesBelow: 1_000_000,
  confidence: "proven",
  source: [
    { law: "CSMS 68340863", published: "CBP, 13 Apr 2026" },
    { law: "CBP, CAPE Declarations quick reference guide", published: "relayed by trade guides, 2026" },
  ],
} as const satisfies DeclarationLimits;
