import { type Day, day } from "../day";
import { err, type NonEmpty, ok, type Result } from "../result";
import type { Citation, RuleConfidence } from "./citation";
import { type Released, SINCE_CAPE } from "./dated";
import type { RuleVersion } from "./rules-version";

/**
 * accepted: by liquidation alone. accepted-while-suspended: AD/CVD, accepted until Commerce has instructed and the
 * entry is pending liquidation. withdrawal: accepted, refunded when the warehouse entry (re)liquidates.
 * excluded: later phase or counsel. unconfirmed: CBP published no rule, so the rest of the table applies.
 */
export type CapeTreatment =
  "accepted" | "accepted-while-suspended" | "withdrawal" | "excluded" | "unconfirmed";

/** Its days are days of filing (as-of), not of entry. */
export type EntryTypeRule = Released & {
  /** Two digits; null stands for every type that has no row. */
  readonly type: string | null;
  readonly name: string;
  readonly treatment: CapeTreatment;
  readonly confidence: RuleConfidence;
  readonly source: Citation;
};

/** CAPE went live; no rule of ours covers an earlier day. */
export const FIRST_COVERED = {
  day: SINCE_CAPE.from,
  source: { law: "CSMS 68396594", published: "CBP, 20 Apr 2026" },
} as const satisfies { day: Day; source: Citation };

const PHASE_1 = { law: "CSMS 68340863", published: "CBP, 13 Apr 2026" } as const satisfies Citation;
const WAREHOUSE = {
  law: "CSMS 69127837",
  published: "CBP, effective 7 Jul 2026 (relayed)",
} as const satisfies Citation;
const RECONCILIATION = { law: "CSMS 69035485", published: "CBP, 23 Jun 2026" } as const satisfies Citation;
const NO_RULE = {
  law: "no published rule",
  published: "none found by 7 Oct 2026",
} as const satisfies Citation;

type Since = {
  readonly from?: Day;
  readonly until?: Day;
  readonly release?: RuleVersion;
  readonly source?: Citation;
  readonly confidence?: RuleConfidence;
};

const UNTIL_WAREHOUSE_MESSAGE = { until: day("2026-07-06") } as const satisfies Since;
const SINCE_WAREHOUSE_MESSAGE = {
  from: day("2026-07-07"),
  release: "2026-07-07.1",
  source: WAREHOUSE,
} as const satisfies Since;
// Until July CBP had said of withdrawals only that they keep their status and are refunded at liquidation.
const WITHDRAWAL_BEFORE = { ...UNTIL_WAREHOUSE_MESSAGE, confidence: "inferred" } as const satisfies Since;

const rule = (
  type: string | null,
  name: string,
  treatment: CapeTreatment,
  since: Since = {},
): EntryTypeRule => ({
  type,
  name,
  treatment,
  confidence: since.confidence ?? "proven",
  from: since.from ?? FIRST_COVERED.day,
  until: since.until ?? null,
  release: since.release ?? SINCE_CAPE.release,
  source: since.source ?? PHASE_1,
});

const UNCONFIRMED = { source: NO_RULE, confidence: "unconfirmed" } as const satisfies Since;

/** What CAPE does with each entry type, sorted by type and day. */
export const ENTRY_TYPES: readonly EntryTypeRule[] = [
  rule("01", "Consumption, free and dutiable", "accepted"),
  rule("02", "Consumption, quota or visa", "accepted"),
  rule("03", "Consumption, AD/CVD", "accepted-while-suspended"),
  rule("06", "Consumption, foreign trade zone", "accepted"),
  // CBP names type 03 only; 07 is the same duty with a quota.
  rule("07", "Consumption, quota and AD/CVD", "accepted-while-suspended", { confidence: "inferred" }),
  rule("08", "USMCA duty deferral", "excluded"),
  rule("09", "Reconciliation summary", "excluded"),
  rule("11", "Informal, free and dutiable", "accepted"),
  rule("12", "Informal, quota", "accepted"),
  rule("21", "Warehouse", "accepted", UNTIL_WAREHOUSE_MESSAGE),
  rule("21", "Warehouse", "excluded", SINCE_WAREHOUSE_MESSAGE),
  rule("22", "Re-warehouse", "accepted", UNTIL_WAREHOUSE_MESSAGE),
  rule("22", "Re-warehouse", "excluded", SINCE_WAREHOUSE_MESSAGE),
  rule("23", "Temporary importation under bond", "unconfirmed", UNCONFIRMED),
  rule("31", "Warehouse withdrawal, consumption", "withdrawal", WITHDRAWAL_BEFORE),
  rule("31", "Warehouse withdrawal, consumption", "withdrawal", SINCE_WAREHOUSE_MESSAGE),
  rule("32", "Warehouse withdrawal, quota", "withdrawal", WITHDRAWAL_BEFORE),
  rule("32", "Warehouse withdrawal, quota", "withdrawal", SINCE_WAREHOUSE_MESSAGE),
  rule("34", "Warehouse withdrawal, AD/CVD", "withdrawal", WITHDRAWAL_BEFORE),
  rule("34", "Warehouse withdrawal, AD/CVD", "withdrawal", SINCE_WAREHOUSE_MESSAGE),
  rule("38", "Warehouse withdrawal, quota and AD/CVD", "withdrawal", WITHDRAWAL_BEFORE),
  rule("38", "Warehouse withdrawal, quota and AD/CVD", "withdrawal", SINCE_WAREHOUSE_MESSAGE),
  rule("47", "Drawback", "excluded"),
  rule("51", "Government, Defense Contract Management", "unconfirmed", UNCONFIRMED),
  rule("52", "Government, dutiable", "unconfirmed", UNCONFIRMED),
  rule("86", "De minimis", "unconfirmed", UNCONFIRMED),
];

/** What holds for a type without a row. */
export const UNLISTED_TYPE: EntryTypeRule = rule(null, "Other entry type", "unconfirmed", UNCONFIRMED);

export type ReconciliationRule = Released & {
  /** Types that CAPE takes although they are flagged for reconciliation, while no type 09 is on file. */
  readonly acceptedTypes: readonly string[];
  readonly confidence: RuleConfidence;
  readonly source: Citation;
};

/** Entries flagged for reconciliation, by day of filing. */
export const RECONCILIATION_RULES: NonEmpty<ReconciliationRule> = [
  {
    ...SINCE_CAPE,
    until: day("2026-06-28"),
    acceptedTypes: [],
    confidence: "proven",
    source: PHASE_1,
  },
  {
    from: day("2026-06-29"),
    until: null,
    release: "2026-06-23.1",
    acceptedTypes: ["01", "02", "06"],
    confidence: "proven",
    source: RECONCILIATION,
  },
];

export type AsOfProblem = {
  readonly kind: "as-of-before-cape";
  readonly firstCovered: Day;
  readonly found: Day;
};

/** The day a screening is made for. CAPE began on 20 April 2026: an earlier day is refused, naming it. */
export const readAsOf = (asOf: Day): Result<Day, AsOfProblem> =>
  asOf < FIRST_COVERED.day
    ? err({ kind: "as-of-before-cape", firstCovered: FIRST_COVERED.day, found: asOf })
    : ok(asOf);
