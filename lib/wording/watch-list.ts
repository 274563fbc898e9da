import type { HeldReason } from "@/lib/domain";

type HeldWords = {
  readonly name: string;
  /** Whose act opens it, and what then follows. */
  readonly unlock: string;
};

/** Entries whose refund waits for somebody else's act. */
export const HELD_WORDS = {
  "adcvd-suspended": {
    name: "AD/CVD, liquidation suspended",
    unlock:
      "CAPE takes it now. The refund comes at liquidation, after Commerce has sent CBP its liquidation instructions.",
  },
  "adcvd-pending-liquidation": {
    name: "AD/CVD, pending liquidation",
    unlock:
      "CAPE refuses it until CBP has liquidated it under Commerce's instructions. From that day CAPE is open for 80 days: watch for the liquidation notice.",
  },
  "liquidation-held": {
    name: "Suspended, extended or under review",
    unlock:
      "CAPE takes it now. The refund comes when the suspension, extension or review ends and CBP liquidates.",
  },
  "warehouse-withdrawal": {
    name: "Warehouse withdrawal",
    unlock: "CAPE takes it now. The refund comes when CBP liquidates or reliquidates the warehouse entry.",
  },
  "entry-type-excluded": {
    name: "Entry type that CAPE does not take",
    unlock:
      "A later phase of CAPE, or counsel. When CBP opens the type, every entry is screened again and this list says so.",
  },
  "drawback-claim": {
    name: "On a drawback claim",
    unlock: "The end of the drawback claim, or a later phase of CAPE. None is dated.",
  },
  "surety-paid": {
    name: "Duty paid by the surety",
    unlock: "A later phase of CAPE, or the surety's own way. None is dated.",
  },
  "protest-open": {
    name: "Under an open protest",
    unlock:
      "CBP's decision on the protest, or its withdrawal on counsel's advice while the 80 days from liquidation still run.",
  },
  "reconciliation-not-for-this-type": {
    name: "Flagged for reconciliation, of a type CAPE does not take so",
    unlock: "The reconciliation entry (type 09) and its liquidation, or a later phase of CAPE.",
  },
  "reconciliation-not-yet-accepted": {
    name: "Flagged for reconciliation, before CAPE took such entries",
    unlock: "The day named in the reason: from then on CAPE takes it.",
  },
} as const satisfies Record<HeldReason, HeldWords>;
