import { CLOCKS, type ClockKind, type ClockStart, type ClockTerm } from "@/lib/domain";

import { countOf } from "./count";
import { formatDay } from "./day";

type ClockWords = {
  /** While it runs. */
  readonly name: string;
  /** The rule in one sentence; its law stands beside it. */
  readonly rule: string;
};

export const CLOCK_WORDS = {
  "cape-window": {
    name: "CAPE window ends",
    rule: "CBP rejects an entry that was last liquidated more than 80 days ago. Day 80 is still in, at your risk.",
  },
  "voluntary-reliquidation": {
    name: "CBP's voluntary reliquidation ends",
    rule: "Until day 90 after liquidation CBP may liquidate again on its own.",
  },
  protest: {
    name: "Protest window ends",
    rule: "A protest must be filed within 180 days after the last liquidation.",
  },
  court: {
    name: "Court, earliest reading",
    rule: "Two years; when they start is disputed. This is the earliest reading. Ask counsel.",
  },
  psc: {
    name: "Post Summary Correction window ends",
    rule: "By day 300 after entry, and at least 15 days before a scheduled liquidation.",
  },
  "default-liquidation": {
    name: "Liquidation expected",
    rule: "CBP usually liquidates about 314 days after entry. An estimate; it decides nothing.",
  },
  "acceptance-to-liquidation": {
    name: "Liquidation after acceptance",
    rule: "CBP sets accepted, unliquidated entries to liquidate 45 days after acceptance.",
  },
  "acceptance-to-refund": {
    name: "Refund expected",
    rule: "CBP names 60 to 90 days from acceptance to the refund.",
  },
  reconciliation: {
    name: "Reconciliation entry (type 09) due",
    rule: "CAPE comes first, unless the type 09 is due in fewer than 30 days.",
  },
} as const satisfies Record<ClockKind, ClockWords>;

const CLOCK_START_WORDS = {
  "last-liquidation": "last liquidation",
  entry: "entry",
  acceptance: "acceptance",
  "reconciliation-due": "due date as given",
  "scheduled-liquidation": "scheduled liquidation",
} as const satisfies Record<ClockStart, string>;

/** `2026-09-02 (last liquidation) + 80 days`; a day that is given stands alone. */
function formatClockTerm({ from, countedFrom, plus, unit }: ClockTerm): string {
  const start = `${formatDay(from)} (${CLOCK_START_WORDS[countedFrom]})`;
  if (plus === 0) return start;
  const count = unit === "days" ? countOf(Math.abs(plus), "day", "days") : countOf(plus, "year", "years");
  return `${start} ${plus < 0 ? "\u2212" : "+"} ${count}`;
}

/** How a last day is counted; several terms: the earliest of them. */
export const formatClockFormula = (terms: readonly ClockTerm[]): string =>
  terms.length === 1
    ? terms.map(formatClockTerm).join("")
    : `the earlier of ${terms.map(formatClockTerm).join(" and ")}`;

/** Why one should plan to act before the last day. */
const LAST_SAFE_DAY_WORDS = {
  "before-warning": "CBP may take days to process an upload",
  "open-day": "offices are closed from then to the last day",
} as const satisfies Record<NonNullable<(typeof CLOCKS)[ClockKind]["lastSafeDay"]>, string>;

/** The reason that stands beside a last safe day; null where CBP acts and not the filer. */
export function lastSafeDayReason(kind: ClockKind): string | null {
  const rule = CLOCKS[kind].lastSafeDay;
  return rule === null ? null : LAST_SAFE_DAY_WORDS[rule];
}
