import type { RuleSet } from "../law/rule-sets";
import type { DecidingReason } from "./reasons";

/**
 * Reasons that hold an entry's refund until somebody else acts: Commerce, CBP, or a later phase of CAPE. Such entries
 * are watched, because the day on which they open starts the 80 days of CAPE (CSMS 68340863).
 */
export const HELD_REASONS = [
  "adcvd-suspended",
  "adcvd-pending-liquidation",
  "liquidation-held",
  "warehouse-withdrawal",
  "entry-type-excluded",
  "drawback-claim",
  "surety-paid",
  "protest-open",
  "reconciliation-not-for-this-type",
  "reconciliation-not-yet-accepted",
] as const satisfies readonly DecidingReason["kind"][];

export type HeldReason = (typeof HELD_REASONS)[number];

/** An AD/CVD entry whose liquidation is held waits for Commerce, whatever word the report has for it. */
export const heldAs = (held: HeldReason, entryType: string | null, rules: RuleSet): HeldReason =>
  held === "liquidation-held" &&
  entryType !== null &&
  rules.entryType(entryType).treatment === "accepted-while-suspended"
    ? "adcvd-suspended"
    : held;
