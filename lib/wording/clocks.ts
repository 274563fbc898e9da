import type { ClockKind } from "@/lib/domain";

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
