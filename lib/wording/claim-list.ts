import type { PlainStatus } from "@/lib/domain";

/** The states by which the list of claims is filtered, in the order of the procedure. */
export const CLAIM_LIST_STATES = [
  "received",
  "under-review",
  "approved",
  "approved-in-part",
  "denied",
] as const satisfies readonly PlainStatus[];

export const CLAIM_EXPORT_HEADINGS = [
  ...["Claim number", "Filed elsewhere", "Importer", "CBP says", "In plain words", "Open", "Filed on"],
  ...["Accepted on or before", "Entries", "Accepted", "Failed", "Refundable USD"],
] as const;

export const CLAIM_ENTRIES_EXPORT_HEADINGS = [
  ...["Entry number", "Outcome", "Last step", "Liquidated on", "CBP's words", "Meaning", "Fix", "Up to"],
  ...["Settled", "Refundable USD as filed"],
] as const;
