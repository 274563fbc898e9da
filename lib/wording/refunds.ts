import type {
  BankBasis,
  EntryVarianceKind,
  InterestCause,
  JoinBasis,
  PaymentStatus,
  PaymentVariance,
  ReconciledEntry,
  UnpaidRefund,
  UnrefundedEntry,
  WeightProblem,
} from "@/lib/domain";

import { formatCount } from "./count";
import { CONVENTION_WORDS, endWords, RATE_CLASS_NAMES, startWords } from "./interest";

type Tone = "ready" | "caution" | "blocked" | "done" | "neutral";
type Words = { readonly name: string; readonly tone: Tone; readonly sentence: string };

export type VarianceKind =
  EntryVarianceKind | PaymentVariance["kind"] | UnpaidRefund["kind"] | UnrefundedEntry["kind"];

/** What is off, and whose move it is. */
export const VARIANCE_WORDS = {
  "entry-missing": {
    name: "Entry missing",
    tone: "caution",
    sentence:
      "A filed entry is in no report of refunds. Pull ES-022 again; if it is still missing, ask CBP with the claim number.",
  },
  "principal-short": {
    name: "Principal short",
    tone: "blocked",
    sentence:
      "CBP refunded less duty than was claimed. Compare the lines of the entry; a protest within 180 days of the (re)liquidation keeps the difference open (19 U.S.C. 1514).",
  },
  "principal-over": {
    name: "Principal over",
    tone: "caution",
    sentence:
      "CBP refunded more duty than was claimed. Find out why before it is passed on: CBP may ask for it back.",
  },
  "interest-days": {
    name: "Interest days",
    tone: "caution",
    sentence: "Interest on other days gives the paid cents. Check when the duty was deposited.",
  },
  "interest-rate": {
    name: "Interest rate",
    tone: "caution",
    sentence:
      "Interest at another rate gives the paid cents. Check the importer's class and the quarter's rate.",
  },
  "interest-method": {
    name: "Interest method",
    tone: "caution",
    sentence: "Interest compounded or rounded in another way gives the paid cents.",
  },
  diverted: {
    name: "Diverted",
    tone: "blocked",
    sentence: "Treasury used the payment for a bill of the importer (19 CFR 24.72). Ask CBP for the bill.",
  },
  returned: {
    name: "Returned",
    tone: "blocked",
    sentence:
      "The bank sent the payment back. Check the refund enrollment in ACE; CBP pays again once it is right.",
  },
  "other-payee": {
    name: "Other payee",
    tone: "caution",
    sentence: "The payment went to somebody else than the importer, such as its Form 4811 party.",
  },
  timing: {
    name: "On its way",
    tone: "neutral",
    sentence: "Not late: refunds are due within 30 days of the (re)liquidation (19 U.S.C. 1505(b)).",
  },
  unexplained: {
    name: "Unexplained",
    tone: "blocked",
    sentence: "Nothing we know gives these cents. Look for a report that is missing here.",
  },
} as const satisfies Record<VarianceKind, Words>;

export const PAYMENT_STATUS_WORDS = {
  unknown: { name: "Status unknown", tone: "caution" },
  sent: { name: "Sent to Treasury", tone: "neutral" },
  issued: { name: "Treasury issued", tone: "done" },
  diverted: { name: "Funds diverted", tone: "blocked" },
  returned: { name: "Returned", tone: "blocked" },
} as const satisfies Record<PaymentStatus, { name: string; tone: Tone }>;

/** Why a refund is shown under a payment. */
export const JOIN_BASIS_WORDS = {
  "refund-number": "the Refund Number of ES-022 is the Refund ID of REV-603 (inferred)",
  "trace-number": "the trace number is the same (inferred)",
  "equal-sum": "all refunds of the payee and day together are this amount (inferred)",
} as const satisfies Record<JoinBasis, string>;

export const BANK_BASIS_WORDS = {
  trace: "by its trace number",
  "amount-and-day": "by amount and day (inferred)",
} as const satisfies Record<BankBasis, string>;

/** Why a figure stands beside nothing. */
export const GAP_SENTENCES = {
  "entry-unknown": "No file shows this entry, so nothing tells what was due. Import an ES-003 with it.",
  "amount-open": "Only a range is known of what is refundable. The entry says what is missing.",
  "deposit-day-unknown": "The day of the deposit is not known, so the interest cannot be told.",
  "liquidation-day-unknown": "No report shows the liquidation, so the interest cannot be told.",
  "not-in-report": "The report shows only one of principal and interest.",
} as const satisfies Record<NonNullable<ReconciledEntry["gap"]>, string>;

/** `Rates a quarter late, corporation, from 2025-10-15 …, through 2026-07-20 …`. */
export const causeText = (cause: InterestCause): string =>
  `${CONVENTION_WORDS[cause.convention].name}, ${RATE_CLASS_NAMES[cause.rateClass].toLowerCase()}, from the day after ${startWords(cause).replace("the start you gave", "the deposit")}, through ${endWords(cause).replace("the end you gave", "the liquidation")}`;

export const describeWeightProblem = (problem: WeightProblem): string => {
  switch (problem.kind) {
    case "no-weights":
      return "Write one customer and weight in each line, such as: Northwind Retail, 62.5";
    case "line-unreadable":
      return `Line ${formatCount(problem.line)} is no customer and weight: ${problem.found}`;
    case "customer-twice":
      return `Line ${formatCount(problem.line)} names ${problem.found} again. Add up the weights of a customer.`;
    case "too-many-customers":
      return `At most ${formatCount(problem.max)} customers.`;
    case "all-zero":
      return "All weights are zero, so nobody would get anything.";
  }
};

export const LEDGER_HEADINGS = [
  ...["Month", "Importer", "Entry Number", "Principal Opening", "Principal Filed", "Principal Paid"],
  ...["Principal Rejected", "Principal Receivable", "Interest Opening", "Interest Income", "Interest Paid"],
  ...["Interest Rejected", "Interest Receivable", "Set Off Against Bills", "Receivable"],
] as const;

export const PASS_THROUGH_HEADINGS = ["Customer", "Principal", "Interest", "Refund"] as const;
