import type { CapeMessage, ClaimEventKind, ClaimFlag, PlainStatus, RowOutcome } from "@/lib/domain";

type Tone = "ready" | "caution" | "blocked" | "done" | "neutral";

/** Each step of a claim, in CBP's word where it has one. */
export const CLAIM_EVENT_WORDS = {
  drafted: { name: "Drafted", tone: "neutral" },
  downloaded: { name: "Downloaded", tone: "neutral" },
  filed: { name: "Received: filed in ACE", tone: "ready" },
  "under-review": { name: "Under review", tone: "ready" },
  accepted: { name: "Accepted", tone: "done" },
  "accepted-with-errors": { name: "Accepted with Error(s)", tone: "caution" },
  rejected: { name: "Rejected", tone: "blocked" },
  "lines-removed": { name: "IEEPA lines removed", tone: "done" },
  liquidated: { name: "Liquidated", tone: "done" },
  reliquidated: { name: "Reliquidated", tone: "done" },
  "sent-to-treasury": { name: "Refund sent to Treasury", tone: "done" },
  "treasury-issued": { name: "Paid: Treasury issued", tone: "done" },
  "funds-diverted": { name: "Funds diverted to a bill", tone: "caution" },
  "payment-returned": { name: "Payment returned", tone: "blocked" },
  matched: { name: "Matched with the bank", tone: "done" },
  refiled: { name: "On a later declaration", tone: "neutral" },
  "given-up": { name: "Not pursued", tone: "neutral" },
} as const satisfies Record<ClaimEventKind, { name: string; tone: Tone }>;

export const PLAIN_STATUS_WORDS = {
  "not-filed": "Not filed",
  received: "Received",
  "under-review": "Under review",
  approved: "Approved",
  "approved-in-part": "Approved in part",
  denied: "Denied",
} as const satisfies Record<PlainStatus, string>;

export const ROW_OUTCOME_WORDS = {
  unanswered: { name: "No answer yet", tone: "neutral" },
  accepted: { name: "Accepted", tone: "done" },
  failed: { name: "Failed", tone: "blocked" },
} as const satisfies Record<RowOutcome, { name: string; tone: Tone }>;

export const OWNER_WORDS = {
  filer: "you",
  broker: "your broker",
  counsel: "counsel",
  wait: "CBP",
} as const satisfies Record<CapeMessage["owner"], string>;

/** Why a step does not fit what else is known. */
export const CLAIM_FLAG_SENTENCES = {
  "answer-without-filing": "CBP answered, but no filing is recorded.",
  "out-of-order": "Dated before a step that must come first.",
  "contradictory-answers": "Accepted and refused are both recorded. The acceptance counts.",
  "without-acceptance": "Liquidated or paid, but no acceptance is recorded.",
  "accepted-row-refiled": "CBP had accepted this entry; filed again it comes back as a duplicate.",
  "entry-not-declared": "The declaration does not hold this entry.",
  "event-torn": "The same event was recorded with different contents.",
} as const satisfies Record<ClaimFlag["kind"], string>;

/** What a person may note by hand; the rest is recorded by what they do in the app or by files. */
export const TYPED_CLAIM_EVENTS = [
  "under-review",
  "accepted",
  "accepted-with-errors",
  "rejected",
  "lines-removed",
  "liquidated",
  "reliquidated",
  "sent-to-treasury",
  "treasury-issued",
  "funds-diverted",
  "payment-returned",
  "given-up",
] as const satisfies readonly ClaimEventKind[];
