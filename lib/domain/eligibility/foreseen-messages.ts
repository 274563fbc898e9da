import type { UncertainFact } from "./facts-of-a-world";
import {
  BAD_NUMBER,
  CANNOT_CALCULATE,
  CLAIMED,
  FINAL_LIQUIDATION,
  FLAGGED_FOR_RECON,
  NOT_ACCEPTED,
  NOT_IN_ACE,
  NOT_PAID,
  NO_IEEPA,
  ON_DRAWBACK,
  PROTESTED,
  TYPE_NOT_ALLOWED,
  type Foreseen,
  perhaps,
} from "./foreseen";
import type { ReasonKind } from "./reasons";

/** What each reason foretells; null where CAPE says nothing of it. */
export const FORESEEN = {
  "claim-accepted": CLAIMED,
  "claim-unanswered": perhaps(CLAIMED, "unconfirmed"),
  "claim-failed": null,
  "no-ieepa-number": { ...NO_IEEPA, allRows: true },
  "no-dutiable-ieepa-number": NO_IEEPA,
  // CAPE is known to look for a number, not for a balance.
  "ieepa-duty-nets-to-zero": { ...perhaps(NO_IEEPA, "unconfirmed"), allRows: true },
  "entered-outside-window": null,
  "ieepa-duty-outside-window": { ...BAD_NUMBER, facts: ["entryDate"], atMost: "inferred" },
  "entry-type-excluded": TYPE_NOT_ALLOWED,
  "entry-type-unlisted": perhaps(TYPE_NOT_ALLOWED, "unconfirmed"),
  "drawback-claim": ON_DRAWBACK,
  // CBP asks to leave such entries out; how CAPE words a refusal nobody has told.
  "surety-paid": null,
  // The rule is CBP's, its words are not known; the type's refusal was seen on such an entry.
  "adcvd-pending-liquidation": {
    ...TYPE_NOT_ALLOWED,
    facts: ["entryType", "liquidationStatus", "liquidationDate"],
    atMost: "unconfirmed",
  },
  "reconciliation-not-for-this-type": FLAGGED_FOR_RECON,
  "reconciliation-not-yet-accepted": FLAGGED_FOR_RECON,
  "reconciliation-flagged": null,
  "reconciliation-due-soon": null,
  "protest-open": PROTESTED,
  "protest-only-about-ieepa": PROTESTED,
  "protest-decided": null,
  "liquidated-over-180-days": FINAL_LIQUIDATION,
  "liquidated-81-to-180-days": FINAL_LIQUIDATION,
  "liquidated-within-80-days": null,
  // Day 80 is in by CBP's words and out by one relayed cut-off.
  "cape-window-closing": perhaps(FINAL_LIQUIDATION, "unconfirmed"),
  // Deemed liquidated by law: ACE may know a date that the file does not show.
  "over-one-year-unliquidated": {
    ...perhaps(FINAL_LIQUIDATION, "unconfirmed"),
    facts: ["entryDate", "liquidationStatus"],
  },
  "liquidation-held": {
    messages: ["ENTRY SUMMARY UNDER REVIEW"],
    answer: "may-refuse",
    facts: ["liquidationStatus"],
  },
  "not-liquidated": null,
  "adcvd-suspended": null,
  "warehouse-withdrawal": null,
  "phase-3-announced": null,
  "summary-not-accepted": NOT_ACCEPTED,
  "statement-not-paid": NOT_PAID,
  "ieepa-number-invalid": { ...BAD_NUMBER, facts: ["entryDate"] },
  "invalid-number-past-psc": { ...BAD_NUMBER, facts: ["entryDate"] },
  "fact-missing": null, // each missing fact has its own row below
  "check-digit-fails": NOT_IN_ACE,
  "same-lane-whatever-is-missing": null,
  "status-and-date-disagree": null,
  "liquidation-before-entry": null,
  "liquidated-on-unknown-day": null,
  "liquidation-status-unknown": null,
  "entry-date-inferred": null,
  "psc-indicated": null,
  "ieepa-net-below-zero": null,
  "no-duty-rows": null,
  "row-conflict": null,
  "files-disagree": null,
  "not-provable-from-data": null,
  "rate-mismatch": null,
  "split-not-15-percent": CANNOT_CALCULATE,
  // The numbers CAPE tests are told by the reasons above; these two speak of our registry and of goods in transit too.
  "wrong-period": null,
  "ieepa-number-unknown": null,
  "value-on-chapter-99-row": {
    messages: [
      "GOODS VALUE AMOUNT MUST BE REPORTED ON THE CH 1-97",
      "GOODS VALUE AMOUNT NOT ALLOWED ON IEEPA HTS LINE",
    ],
    answer: "refuses",
    facts: [],
  },
  "duty-on-exemption-number": null,
  "possible-in-transit-use": null,
  "origin-not-covered": null,
  "chapter-98-base": null,
  "ieepa-duty-unreadable": null,
  "tariff-number-unreadable": null,
  "metals-of-canada-or-mexico": null,
  // The whole 15 % on the IEEPA number over a base line that says free is how CBP told filers to report it
  // (CSMS 66336270, 66987366, 67133044): worth a look at the money, and nothing that CAPE is known to refuse.
  "column-1-unknown": null,
  "column-1-learnt": null,
  "column-1-published": null,
  "column-1-given": null,
  "column-1-disagrees": null,
  "column-1-above-paid": CANNOT_CALCULATE,
  "number-out-of-sequence": {
    ...CANNOT_CALCULATE,
    messages: ["HTS RELATIONSHIP/SEQUENCE MISMATCH", "UNABLE TO CALCULATE DUTY"],
  },
  "no-commodity-number": {
    ...CANNOT_CALCULATE,
    messages: ["HTS RELATIONSHIP MISMATCH", "HTS RELATIONSHIP/SEQUENCE MISMATCH", "UNABLE TO CALCULATE DUTY"],
  },
  "no-reciprocal-number": {
    ...CANNOT_CALCULATE,
    messages: ["HTS RELATIONSHIP MISMATCH", "HTS RELATIONSHIP/SEQUENCE MISMATCH"],
  },
} as const satisfies Readonly<Record<ReasonKind, Foreseen | null>>;

/** What may come back while a fact is missing: the answers to its values that CAPE refuses. */
export const FORESEEN_WHILE_MISSING = {
  entryType: TYPE_NOT_ALLOWED,
  entryDate: { ...BAD_NUMBER, facts: ["entryDate"] },
  liquidation: FINAL_LIQUIDATION,
  commerceInstructed: { ...TYPE_NOT_ALLOWED, facts: ["entryType", "liquidationStatus"] },
  protest: PROTESTED,
  protestOnlyAboutIeepa: PROTESTED,
  dutiable: NO_IEEPA,
  reconciliationFlagged: FLAGGED_FOR_RECON,
  summaryRefused: NOT_ACCEPTED,
  statementUnpaid: NOT_PAID,
  drawback: ON_DRAWBACK,
  suretyPaid: null,
  declared: BAD_NUMBER,
  checkDigit: NOT_IN_ACE,
} as const satisfies Record<UncertainFact | "checkDigit", Foreseen | null>;
