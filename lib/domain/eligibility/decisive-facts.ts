import { addYears, type Day } from "../day";
import { enteredOn, knownEntryDay } from "../entered-on";
import type { Entry, EntryFactName, EntryFacts } from "../entry";
import { FACT_NAMES } from "../intake/fact-values";
import { type Chapter99Code, hasFittingCheckDigit } from "../identifiers";
import { IEEPA_WINDOW } from "../law/chapter-99";
import { DEEMED_LIQUIDATION } from "../law/clocks";
import { isAboveZero, isBelowZero } from "../money";
import type { LineRefund } from "../refund/refund-of";
import { liquidationWordIn } from "./liquidation-candidates";
import { type Place, WayByFacts } from "./place";

/**
 * Names and places that no rule asks for, and what only interest rests on: they tell entries apart and their verdicts
 * never. The day of entry, and what it was read from, are added apart.
 */
const WITHOUT_WEIGHT: ReadonlySet<EntryFactName> = new Set([
  ...(["importerNumber", "importerName", "portOfEntry", "adcvdCase"] as const),
  ...(["paymentDate", "monthlyStatement", "entryDate", "entryFiledDate", "importDate"] as const),
]);

/** What differs from entry to entry stands last: see `WayByFacts`. */
const DIFFERING = [
  ...(["liquidationBlank", "liquidationStatus", "entryType", "liquidationDate"] as const),
] satisfies readonly EntryFactName[];

const WEIGHTY_FACTS: readonly EntryFactName[] = [
  ...FACT_NAMES.filter((name) => !WITHOUT_WEIGHT.has(name) && !DIFFERING.some((other) => other === name)),
  ...DIFFERING,
];

/** The facts from which clocks run, or which stop one. */
const FACTS_OF_CLOCKS = [
  ...(["reconciliationDueDate", "liquidationBlank", "liquidationStatus"] as const),
  ...(["liquidationDate", "entryDate"] as const),
] satisfies readonly EntryFactName[];

/** To the place of the facts that clocks depend on; `placeOfClocks` goes on from there. */
export const wayOfClocks = <T>(): WayByFacts<T> => new WayByFacts(FACTS_OF_CLOCKS);

/** The place of all that the clocks of an entry depend on; null where its files disagree on one of their days. */
export function placeOfClocks<T>(way: WayByFacts<T>, entry: Entry): Place<T> | null {
  const onFacts = way.to(entry.facts);
  if (onFacts === null || entry.facts.entryDate.length > 0) return onFacts;
  const { days, column } = enteredOn(entry);
  return days.length > 1 ? null : onFacts.under(column).under(days[0] ?? null);
}

/** To the place of the facts of an entry; `placeOfDecisive` goes on from there. */
export const wayOfDecisive = <T>(): WayByFacts<T> => new WayByFacts(WEIGHTY_FACTS);

/** Where the verdict of an ordinary entry stands. */
export type DecisivePlace<T> = {
  /** Of all that decides it. */
  readonly own: Place<T>;
  /** Of all but the day of entry, where a note names this day and nothing rests on it; else null. */
  readonly butForDay: Place<T> | null;
};

/** Null for any but an ordinary entry. */
export function placeOfDecisive<T>(
  way: WayByFacts<T>,
  entry: Entry,
  money: readonly LineRefund[],
  asOf: Day,
): DecisivePlace<T> | null {
  const { facts, answers } = entry;
  if (entry.conflicts.length > 0 || entry.claims.length > 0 || !hasFittingCheckDigit(entry.number))
    return null;
  const entered = knownEntryDay(entry);
  if (entered === null || facts.entryDate.length > 1) return null;
  const insideWindow = isInsideWindow(entered);
  const outOfForce = numbersOutOfForce(money);
  const onRows = textOfRows(money, insideWindow, outOfForce);
  const onFacts = onRows === null ? null : way.to(facts);
  if (onRows === null || onFacts === null) return null;
  const weight = insideWindow && outOfForce === "" ? weightOfDay(facts, entered, asOf) : "decides";
  const { protestOnlyAboutIeepa, commerceInstructed } = answers;
  const isAnswered = protestOnlyAboutIeepa !== null || commerceInstructed !== null;
  const onAnswers = isAnswered ? onFacts.under(protestOnlyAboutIeepa).under(commerceInstructed) : onFacts;
  // A day that stands in is told by the column it was read from.
  const isGiven = facts.entryDate.length > 0;
  const onColumn = isGiven ? onAnswers : onAnswers.under("stand-in").under(enteredOn(entry).column);
  const onAll = onColumn.under(onRows);
  if (weight === "none") return { own: onAll, butForDay: null };
  const butForDay = onAll.under(weight);
  return { own: butForDay.under(entered), butForDay: weight === "is-named" ? butForDay : null };
}

const isInsideWindow = (entered: Day): boolean =>
  IEEPA_WINDOW.from <= entered && entered <= IEEPA_WINDOW.until;

/**
 * Inside the window and with no number out of force, the day of entry itself decides nothing once the days count from
 * the liquidation; nor before it, where the files say that there was none. A note names it then, once it is a year ago,
 * unless they say what holds the liquidation.
 */
function weightOfDay(facts: EntryFacts, entered: Day, asOf: Day): "none" | "is-named" | "decides" {
  const liquidated = facts.liquidationDate[0]?.value;
  const status = facts.liquidationStatus[0]?.value;
  if (liquidated !== undefined && liquidated < entered) return "decides";
  if (liquidated !== undefined && liquidated <= asOf) return "none";
  const word = status === undefined ? null : liquidationWordIn(status);
  if (word === "held") return "none";
  const isSaid =
    status === undefined ? facts.liquidationBlank.length > 0 : word !== null && word !== "liquidated";
  if (liquidated === undefined && !isSaid) return "decides";
  return asOf > addYears(entered, DEEMED_LIQUIDATION.years) ? "is-named" : "none";
}

/**
 * What decides of rows and money: where IEEPA duty was paid for certain on a day inside the window, only the numbers
 * out of force; where none was paid, the programs. Null: more than these, such as an amount.
 */
function textOfRows(money: readonly LineRefund[], insideWindow: boolean, outOfForce: string): string | null {
  let [isPaid, isFree] = [false, true];
  for (const { paid } of money) {
    // No line below zero and one above it: the sum is above zero, and nothing need be added up.
    if (isBelowZero(paid.min)) return null;
    if (isAboveZero(paid.min)) isPaid = true;
    if (!paid.max?.isZero()) isFree = false;
  }
  if (isPaid) return insideWindow ? outOfForce : null;
  return isFree && money.length > 0 ? `none ${programsOn(money)} ${outOfForce}` : null;
}

/** The IEEPA numbers of the entry that are not in the tariff on its day. */
function numbersOutOfForce(money: readonly LineRefund[]): string {
  let codes: Set<Chapter99Code> | null = null;
  for (const { line } of money)
    for (const { role } of line.rows)
      if ("program" in role && role.program?.authority === "IEEPA" && !role.program.inForce)
        (codes ??= new Set()).add(role.program.code);
  return codes === null ? "" : [...codes].sort().join(" ");
}

/** The programs by code, authority and name, and whether amounts paid on them cancel each other out. */
function programsOn(money: readonly LineRefund[]): string {
  const programs = new Set<string>();
  for (const { line } of money)
    for (const { row, role } of line.rows) {
      if (!("program" in role) || role.program === null) continue;
      const { code, authority, programName } = role.program;
      programs.add(`${code} ${authority} ${programName}`);
      if (role.kind === "ieepa-duty" && row.duty?.isZero() === false) programs.add("paid");
    }
  return [...programs].sort().join("\u001F");
}
