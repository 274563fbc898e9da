import type { AnswerName, AssumedFact, EntryFactName, MissingFact } from "@/lib/domain";

/** Facts of an entry, as ACE calls them where it has a name. */
export const FACT_NAMES = {
  entryType: "Entry type",
  entryDate: "Entry date",
  entryFiledDate: "Entry filed date",
  importDate: "Import date",
  importerNumber: "Importer number",
  importerName: "Importer name",
  portOfEntry: "Port of entry",
  liquidationDate: "Liquidation date",
  liquidationStatus: "Liquidation status",
  liquidationBlank: "Liquidation left blank",
  reconciliationFlag: "Reconciliation indicator",
  controlStatus: "Control status",
  summaryStatus: "Summary status",
  statementStatus: "Statement status",
  pscFlag: "Post Summary Correction indicator",
  protestNumber: "Protest number",
  protestStatus: "Protest status",
  drawbackFlag: "Drawback flag",
  suretyFlag: "Surety flag",
  reconciliationDueDate: "Reconciliation due date",
  adcvdCase: "AD/CVD case",
  paymentDate: "Payment date",
  monthlyStatement: "Monthly statement",
} as const satisfies Record<EntryFactName, string>;

type UncertainFact = MissingFact["fact"];

/** What cannot be told, as the end of a sentence: "… is not known". */
export const UNCERTAIN_FACT_NAMES = {
  entryType: "the entry type",
  entryDate: "the entry date",
  liquidation: "whether and when the entry was liquidated",
  commerceInstructed: "whether Commerce has issued liquidation instructions",
  protest: "whether a protest is open",
  protestOnlyAboutIeepa: "whether the protest is only about IEEPA duty",
  dutiable: "whether IEEPA duty was paid",
  reconciliationFlagged: "whether the entry is flagged for reconciliation",
  summaryRefused: "whether the entry summary was rejected or cancelled",
  statementUnpaid: "whether the statement is still unpaid",
  drawback: "whether a drawback claim exists",
  suretyPaid: "whether the surety paid the duty",
  declared: "which tariff numbers were declared",
  checkDigit: "whether the entry number is right",
} as const satisfies Record<UncertainFact, string>;

const ANSWERS = {
  "commerce-instructed": "Answer: has Commerce issued liquidation instructions for this AD/CVD case?",
  "protest-only-about-ieepa": "Answer: is the protest only about IEEPA duty?",
  "check-digit": "Compare the number with the entry summary and confirm or correct it.",
} as const satisfies Record<Extract<MissingFact["remedy"], { kind: "answer" }>["question"], string>;

/** What somebody was asked, as it stands beside the answer. */
export const GIVEN_ANSWERS = {
  checkDigitConfirmed: "The number stands as filed, although its check digit does not fit?",
  protestOnlyAboutIeepa: "Is the protest only about IEEPA duty?",
  commerceInstructed: "Has Commerce issued liquidation instructions?",
} as const satisfies Record<AnswerName, string>;

/** What to do about a fact that keeps the lane open. */
export function describeRemedy({ remedy }: Pick<MissingFact, "remedy">): string {
  switch (remedy.kind) {
    case "add-column":
      return `In ACE Reports, edit ${remedy.report}, add ${listOf(remedy.columns)}, run it again and import it.`;
    case "answer":
      return ANSWERS[remedy.question];
    case "settle-conflict":
      return "The files disagree. Say under Conflicts which of them is right.";
    case "correct-rows":
      return "The rows are there but cannot be read or contradict each other. Correct them and import the file again.";
  }
}

/** `A`, `A and B`, `A, B and C`. */
export function listOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** Facts that no file shows, and that are taken as absent until somebody attests them. */
export const ASSUMED_FACT_NAMES = {
  ...UNCERTAIN_FACT_NAMES,
  "type-09-on-file": "whether a type 09 is on file",
  "filed-outside-ace": "whether the entry was filed outside ACE",
} as const satisfies Record<AssumedFact, string>;
