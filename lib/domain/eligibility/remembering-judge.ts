import type { Day } from "../day";
import { knownEntryDay } from "../entered-on";
import type { Entry, EntryFactName, EntryFacts } from "../entry";
import { FACT_NAMES } from "../intake/fact-values";
import { type Chapter99Code, hasFittingCheckDigit } from "../identifiers";
import { IEEPA_WINDOW } from "../law/chapter-99";
import type { RuleSet } from "../law/rule-sets";
import { isAboveZero, isBelowZero } from "../money";
import type { LineRefund } from "../refund/refund-of";
import { type Clock, clocksOf } from "./clocks";
import { type FactsJudge, judgeFacts, type VerdictOnFacts, verdictOnFacts } from "./verdict-on-facts";

const REMEMBERED_MAX = 50_000;

/**
 * Remembers as long as its holder lives: most entries of a large file are ordinary, and those with the same type,
 * dates, statuses and flags share one verdict. Any other entry is judged by itself.
 */
export function rememberingJudge(): FactsJudge {
  const verdicts = new Map<string, Remembered>();
  let [day, law]: [Day | null, RuleSet | null] = [null, null];
  return (entry, money, asOf, rules, acceptedOn) => {
    if (asOf !== day || rules !== law) verdicts.clear();
    [day, law] = [asOf, rules];
    const key = acceptedOn === null && isOrdinary(entry, money) ? textOf(entry, money, asOf) : null;
    if (key === null) return judgeFacts(entry, money, asOf, rules, acceptedOn);
    const known = remembered(verdicts, key, () => ({
      verdict: verdictOnFacts(entry, money, asOf, rules),
      clocksByDay: new Map<Day | null, readonly Clock[]>(),
    }));
    const clocks = remembered(known.clocksByDay, knownEntryDay(entry), () => clocksOf(entry, asOf));
    return { verdict: known.verdict, clocks };
  };
}

/** The clocks run from the day of entry as well, on which the verdict may not depend. */
type Remembered = {
  readonly verdict: VerdictOnFacts;
  readonly clocksByDay: Map<Day | null, readonly Clock[]>;
};

function remembered<K, T>(known: Map<K, T>, key: K, work: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = work();
  if (known.size < REMEMBERED_MAX) known.set(key, value);
  return value;
}

/**
 * True where of rows and money only the numbers out of force decide: IEEPA duty was paid for certain on a known day
 * inside the window, no row is in conflict, no claim is known, and the check digit fits.
 */
function isOrdinary(entry: Entry, money: readonly LineRefund[]): boolean {
  const { from, until } = IEEPA_WINDOW;
  if (entry.conflicts.length > 0 || entry.claims.length > 0) return false;
  const entered = knownEntryDay(entry);
  if (entered === null || entered < from || entered > until) return false;
  // No line below zero and one above it: the sum is above zero, and nothing need be added up.
  if (money.some(({ paid }) => isBelowZero(paid.min)) || !money.some(({ paid }) => isAboveZero(paid.min)))
    return false;
  return hasFittingCheckDigit(entry.number);
}

/** The IEEPA numbers of the entry that are not in the tariff on its day. */
function numbersOutOfForce(money: readonly LineRefund[]): string {
  const codes = new Set<Chapter99Code>();
  for (const { line } of money)
    for (const { role } of line.rows)
      if ("program" in role && role.program?.authority === "IEEPA" && !role.program.inForce)
        codes.add(role.program.code);
  return [...codes].sort().join(" ");
}

/** Names and places that no rule asks for: they tell entries apart and their verdicts never. The day of entry is added apart. */
const WITHOUT_WEIGHT: ReadonlySet<EntryFactName> = new Set([
  ...(["importerNumber", "importerName", "portOfEntry", "entryDate"] as const),
]);
const WEIGHTY_FACTS = FACT_NAMES.filter((name) => !WITHOUT_WEIGHT.has(name));

/** Then the days count from the liquidation, and the day of entry inside the window decides nothing any more. */
function isLiquidated({ entryDate, liquidationDate }: EntryFacts, asOf: Day): boolean {
  const [entered, liquidated] = [entryDate[0]?.value, liquidationDate[0]?.value];
  if (entered === undefined || liquidated === undefined || liquidationDate.length > 1) return false;
  return entered <= liquidated && liquidated <= asOf;
}

/** All that decides an ordinary entry in one text; null where the files disagree on a fact. */
function textOf(entry: Entry, money: readonly LineRefund[], asOf: Day): string | null {
  const { facts, answers } = entry;
  if (facts.entryDate.length > 1) return null;
  const outOfForce = numbersOutOfForce(money);
  const entered = outOfForce === "" && isLiquidated(facts, asOf) ? "" : (facts.entryDate[0]?.value ?? "");
  let text = `${answers.protestOnlyAboutIeepa} ${answers.commerceInstructed} ${outOfForce} ${entered}`;
  for (let at = 0; at < WEIGHTY_FACTS.length; at++) {
    const fact = facts[WEIGHTY_FACTS[at] ?? "entryType"];
    if (fact.length === 0) continue;
    if (fact.length > 1) return null;
    text += `\u001F${at}=${fact[0]?.value}`;
  }
  return text;
}
