import type { Entry, EntryFactName } from "../entry";
import type { UncertainFact } from "./facts-of-a-world";
import type { Lane } from "./verdict";

/** What the user can do: add columns to the report and pull it again, answer one question, settle, or correct. */
type Remedy =
  | { readonly kind: "add-column"; readonly report: "ES-003"; readonly columns: readonly string[] }
  | {
      readonly kind: "answer";
      readonly question: "commerce-instructed" | "protest-only-about-ieepa" | "check-digit";
    }
  /** Say which of the values that the files show is true. */
  | { readonly kind: "settle-conflict" }
  /** The rows are there but unreadable or contradictory. */
  | { readonly kind: "correct-rows" };

/** A fact whose possible values lead to different lanes. */
export type MissingFact = {
  readonly fact: UncertainFact | "checkDigit";
  /** missing: no file shows it. torn: the files show several values. */
  readonly state: "missing" | "torn";
  /** The facts of the entry in which it would be found. */
  readonly factNames: readonly EntryFactName[];
  /** The lanes that stay possible, in the order of precedence. */
  readonly lanes: readonly Lane[];
  readonly remedy: Remedy;
};

type Where = { readonly factNames: readonly EntryFactName[]; readonly remedy: Remedy };

/** @param columns - as the objects of ACE's ES-003 entry summary report are called */
const answer = (question: Extract<Remedy, { kind: "answer" }>["question"]): Where => ({
  factNames: [],
  remedy: { kind: "answer", question },
});

const addColumns = (factNames: readonly EntryFactName[], columns: readonly string[]): Where => ({
  factNames,
  remedy: { kind: "add-column", report: "ES-003", columns },
});

/** Where each fact is found, and what to do when it is not. */
const WHERE_FOUND = {
  entryType: addColumns(["entryType"], ["Entry Type Code"]),
  entryDate: addColumns(["entryDate"], ["Entry Date"]),
  liquidation: addColumns(
    ["liquidationDate", "liquidationStatus"],
    ["Liquidation Date", "Liquidation Status"],
  ),
  commerceInstructed: answer("commerce-instructed"),
  protest: addColumns(["protestNumber", "protestStatus"], ["Protest Number", "Protest Status"]),
  protestOnlyAboutIeepa: answer("protest-only-about-ieepa"),
  dutiable: addColumns([], ["HTS Number - Full", "Line Tariff Duty Amount"]),
  reconciliationFlagged: addColumns(["reconciliationFlag"], ["Reconciliation Indicator"]),
  summaryRefused: addColumns(["summaryStatus", "controlStatus"], ["Control Status"]),
  // The report has no object for these three: they are uncertain only where files disagree.
  statementUnpaid: { factNames: ["statementStatus"], remedy: { kind: "settle-conflict" } },
  drawback: { factNames: ["drawbackFlag"], remedy: { kind: "settle-conflict" } },
  suretyPaid: { factNames: ["suretyFlag"], remedy: { kind: "settle-conflict" } },
  declared: { factNames: [], remedy: { kind: "settle-conflict" } },
  checkDigit: answer("check-digit"),
} as const satisfies Record<UncertainFact | "checkDigit", Where>;

/**
 * What to do about a fact. Duty on which rows contradict each other is settled; duty that cannot be read although there
 * are rows asks for better rows, not for a column.
 */
export function missingFact(
  fact: UncertainFact | "checkDigit",
  state: "missing" | "torn",
  lanes: readonly Lane[],
  rows: Pick<Entry, "lines" | "conflicts">,
): MissingFact {
  const { factNames, remedy }: Where = WHERE_FOUND[fact];
  if (state === "torn") return { fact, state, factNames, lanes, remedy: { kind: "settle-conflict" } };
  return { fact, state, factNames, lanes, remedy: fact === "dutiable" ? remedyOfDuty(rows, remedy) : remedy };
}

function remedyOfDuty({ lines, conflicts }: Pick<Entry, "lines" | "conflicts">, otherwise: Remedy): Remedy {
  if (conflicts.length > 0) return { kind: "settle-conflict" };
  return lines.length > 0 ? { kind: "correct-rows" } : otherwise;
}
