import type { ClockKind, Confidence, Day, EntryNumber, Lane, ReasonKind } from "@/lib/domain";

/** US dollars as text: two decimals, minus sign, no separators. Null: this data does not tell. */
type Money = string;

/** The clocks of the report; others start from what no uploaded report shows, such as the day of acceptance. */
export const REPORTED_CLOCKS = [
  "cape-window",
  "protest",
  "voluntary-reliquidation",
  "court",
  "psc",
  "default-liquidation",
] as const satisfies readonly ClockKind[];

type ReportedReason = {
  readonly kind: ReasonKind;
  /** Every source of the rule with its publication, parted by semicolons. */
  readonly law: string;
  readonly confidence: Confidence;
};

type ReportedClock = { readonly kind: (typeof REPORTED_CLOCKS)[number]; readonly lastDay: Day };

export type ReportedEntry = {
  readonly entryNumber: EntryNumber;
  readonly lane: Lane;
  /** Null while it is a range. */
  readonly refundable: Money | null;
  readonly refundableMin: Money;
  /** Null where an unreadable duty cell leaves no upper bound. */
  readonly refundableMax: Money | null;
  readonly interest: Money | null;
  /** The deposit day; the day after it is the first that bears interest. */
  readonly interestFrom: Day | null;
  readonly interestTo: Day | null;
  /** The deciding ones first; the same kind, law and confidence stands once. */
  readonly reasons: readonly ReportedReason[];
  readonly clocks: readonly ReportedClock[];
};

type LaneTotal = { readonly entries: number; readonly refundable: Money };

/** Sums of the entries; a net below zero counts as zero. */
export type ReportedTotals = {
  /** The certain figures only. */
  readonly refundable: Money;
  readonly refundableMin: Money;
  /** Without the entries that have no upper bound, which `unbounded` counts. */
  readonly refundableMax: Money;
  readonly interest: Money;
  readonly byLane: Readonly<Record<Lane, LaneTotal>>;
  readonly unbounded: number;
};

/** What `screen --json` prints: the fields are a promise to programs that read them. */
export type ScreenReport = {
  readonly rulesVersion: string;
  readonly asOf: Day;
  /** Of all files, claims files not counted. */
  readonly rows: { readonly read: number; readonly used: number; readonly setAside: number };
  /** Sorted by number, by code point. */
  readonly entries: readonly ReportedEntry[];
  readonly totals: ReportedTotals;
};
