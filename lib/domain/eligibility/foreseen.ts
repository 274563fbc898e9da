import type { EntryFactName } from "../entry";
import type { EntryMessage } from "../law/cape-messages";
import type { NonEmpty } from "../result";
import type { Confidence } from "./verdict";

/** What CAPE would answer because of one reason. Of several messages, those in use on the day of filing count. */
export type Foreseen = {
  readonly messages: NonEmpty<EntryMessage>;
  /** refuses: a rule of CAPE's own. may-refuse: entries came back for it, others went through. */
  readonly answer: "refuses" | "may-refuse";
  /** Facts whose cells are the evidence; rows that the reason names are evidence as well. */
  readonly facts: readonly EntryFactName[];
  /** The reason speaks of all tariff rows, or of the entry number that stands on each. */
  readonly allRows?: true;
  /** Most that can be said of the message following from the reason. */
  readonly atMost?: Confidence;
};

export const FINAL_LIQUIDATION = {
  messages: ["ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS"],
  answer: "refuses",
  facts: ["liquidationDate", "liquidationStatus"],
} as const satisfies Foreseen;

export const TYPE_NOT_ALLOWED = {
  messages: ["ENTRY TYPE NOT ALLOWED"],
  answer: "refuses",
  facts: ["entryType"],
} as const satisfies Foreseen;

export const FLAGGED_FOR_RECON = {
  messages: ["ENTRY SUMMARY FLAGGED FOR RECON"],
  answer: "refuses",
  facts: ["reconciliationFlag", "entryType"],
} as const satisfies Foreseen;

export const PROTESTED = {
  messages: ["PROTEST ON ENTRY"],
  answer: "refuses",
  facts: ["protestNumber", "protestStatus"],
} as const satisfies Foreseen;

export const NO_IEEPA = {
  messages: ["NO IEEPA HTS ON ENTRY"],
  answer: "refuses",
  facts: [],
} as const satisfies Foreseen;

export const NOT_ACCEPTED = {
  messages: ["ENTRY SUMMARY IS CANCELLED/REJECTED"],
  answer: "refuses",
  facts: ["summaryStatus", "controlStatus"],
} as const satisfies Foreseen;

export const NOT_PAID = {
  messages: ["STATEMENT PROCESSING NOT COMPLETE"],
  answer: "refuses",
  facts: ["statementStatus"],
} as const satisfies Foreseen;

export const ON_DRAWBACK = {
  messages: ["ENTRY ON DRAWBACK"],
  answer: "refuses",
  facts: ["drawbackFlag"],
} as const satisfies Foreseen;

/** Since 25 June 2026 its own message; before, part of a broader test. */
export const BAD_NUMBER = {
  messages: ["INVALID HTS", "HTS RELATIONSHIP/SEQUENCE MISMATCH"],
  answer: "refuses",
  facts: [],
} as const satisfies Foreseen;

export const CLAIMED = {
  messages: ["Entry is on an accepted declaration"],
  answer: "refuses",
  facts: [],
} as const satisfies Foreseen;

export const NOT_IN_ACE = {
  messages: ["Entry is not in ACE"],
  answer: "may-refuse",
  facts: [],
  allRows: true,
} as const satisfies Foreseen;

/** Brokers met it on such lines; CBP has not said what exactly its recalculation cannot do. */
export const CANNOT_CALCULATE = {
  messages: ["UNABLE TO CALCULATE DUTY"],
  answer: "may-refuse",
  facts: [],
  atMost: "unconfirmed",
} as const satisfies Foreseen;

/** The same as a mere possibility. */
export const perhaps = (foreseen: Foreseen, atMost: Confidence): Foreseen => ({
  ...foreseen,
  answer: "may-refuse",
  atMost,
});
