import { type Day, day } from "../day";
import { err, ok, type Result } from "../result";
import type { Citation, RuleConfidence } from "./citation";

/**
 * accepted: by liquidation alone. accepted-while-suspended: AD/CVD, accepted until Commerce has instructed and the
 * entry is pending liquidation. withdrawal: accepted, refunded when the warehouse entry (re)liquidates.
 * excluded: later phase or counsel. unconfirmed: CBP published no rule, so the rest of the table applies.
 */
export type CapeTreatment =
  "accepted" | "accepted-while-suspended" | "withdrawal" | "excluded" | "unconfirmed";

export type EntryTypeRule = {
  /** Two digits; null stands for every type that has no row. */
  readonly type: string | null;
  readonly name: string;
  readonly treatment: CapeTreatment;
  readonly confidence: RuleConfidence;
  /** Days of filing (as-of), not of entry, both included; null: still so. */
  readonly from: Day;
  readonly until: Day | null;
  readonly source: Citation;
};

/** CAPE went live; no rule of ours covers an earlier day. */
export const FIRST_COVERED = {
  day: day("2026-04-20"),
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

const LAST_WAREHOUSE_DAY = day("2026-07-06");
const FIRST_WITHOUT_WAREHOUSE = day("2026-07-07");

type Since = {
  readonly from?: Day;
  readonly until?: Day;
  readonly source?: Citation;
  readonly confidence?: RuleConfidence;
};

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
  rule("21", "Warehouse", "accepted", { until: LAST_WAREHOUSE_DAY }),
  rule("21", "Warehouse", "excluded", { from: FIRST_WITHOUT_WAREHOUSE, source: WAREHOUSE }),
  rule("22", "Re-warehouse", "accepted", { until: LAST_WAREHOUSE_DAY }),
  rule("22", "Re-warehouse", "excluded", { from: FIRST_WITHOUT_WAREHOUSE, source: WAREHOUSE }),
  rule("23", "Temporary importation under bond", "unconfirmed", UNCONFIRMED),
  rule("31", "Warehouse withdrawal, consumption", "withdrawal", { source: WAREHOUSE }),
  rule("32", "Warehouse withdrawal, quota", "withdrawal", { source: WAREHOUSE }),
  rule("34", "Warehouse withdrawal, AD/CVD", "withdrawal", { source: WAREHOUSE }),
  rule("38", "Warehouse withdrawal, quota and AD/CVD", "withdrawal", { source: WAREHOUSE }),
  rule("47", "Drawback", "excluded"),
  rule("51", "Government, Defense Contract Management", "unconfirmed", UNCONFIRMED),
  rule("52", "Government, dutiable", "unconfirmed", UNCONFIRMED),
  rule("86", "De minimis", "unconfirmed", UNCONFIRMED),
];

const UNLISTED_TYPE: EntryTypeRule = rule(null, "Other entry type", "unconfirmed", UNCONFIRMED);

type ReconciliationRule = {
  readonly from: Day;
  readonly until: Day | null;
  /** Types that CAPE takes although they are flagged for reconciliation, while no type 09 is on file. */
  readonly acceptedTypes: readonly string[];
  readonly source: Citation;
};

/** Entries flagged for reconciliation, by day of filing. */
export const RECONCILIATION_RULES: readonly [ReconciliationRule, ...ReconciliationRule[]] = [
  { from: FIRST_COVERED.day, until: day("2026-06-28"), acceptedTypes: [], source: PHASE_1 },
  { from: day("2026-06-29"), until: null, acceptedTypes: ["01", "02", "06"], source: RECONCILIATION },
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

/** The rule for an entry type on a day of filing; throws before the first covered day (see `readAsOf`). */
export function entryTypeOn(type: string, asOf: Day): EntryTypeRule {
  requireCovered(asOf);
  return ENTRY_TYPES.find((row) => row.type === type && covers(row, asOf)) ?? UNLISTED_TYPE;
}

/** The rule for entries flagged for reconciliation on a day of filing; throws before the first covered day. */
export function reconciliationOn(asOf: Day): ReconciliationRule {
  requireCovered(asOf);
  return RECONCILIATION_RULES.find((row) => covers(row, asOf)) ?? RECONCILIATION_RULES[0];
}

const covers = ({ from, until }: { readonly from: Day; readonly until: Day | null }, on: Day): boolean =>
  from <= on && (until === null || on <= until);

function requireCovered(asOf: Day): void {
  if (asOf < FIRST_COVERED.day)
    throw new Error(`No CAPE rule covers ${asOf}: the first day is ${FIRST_COVERED.day}`);
}
