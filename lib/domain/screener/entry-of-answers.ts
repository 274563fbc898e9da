import type { Entry, EntryFacts, TariffLine } from "../entry";
import type { Fact } from "../facts";
import { type EntryNumber, type HtsNumber, parseEntryNumber, parseHtsNumber } from "../identifiers";
import { IN_TRANSIT_BASELINE } from "../law/assessed-rates";
import { usd } from "../money";
import { NO_ANSWERS } from "../settlements/answers";
import { FILED_OUTSIDE_ACE, type Obstacle, type ScreenerAnswers, TYPE_UNSURE } from "./answers";
import { noFactsYet, toEntryFacts } from "../intake/fact-values";

/**
 * The entry that the answers describe, as a file would show it, so that the screening of files decides here too. What
 * was not answered, or is not known, is shown by no file. Number and amount are stand-ins that decide nothing: the
 * number has its check digit, and IEEPA duty was either paid or not.
 */
export function entryOfAnswers(answers: ScreenerAnswers): Entry {
  const { obstacles, protestSubject, commerce } = answers;
  const has = (obstacle: Obstacle) => obstacles?.present.includes(obstacle) ?? false;
  return {
    number: STAND_IN_NUMBER,
    facts: factsOf(answers),
    lines: linesOf(answers.entry?.ieepaPaid),
    conflicts: [],
    claims: has("claimed") ? [{ outcome: "accepted", claimNumber: null, message: null }] : [],
    answers: {
      ...NO_ANSWERS,
      protestOnlyAboutIeepa: known(protestSubject, "ieepa"),
      commerceInstructed: known(commerce, "yes"),
    },
  };
}

const known = (answer: string | undefined, yes: string): boolean | null =>
  answer === undefined || answer === "unsure" ? null : answer === yes;

const SAID = { file: "answers", row: 1 } as const;
const says = <T>(value: T | null | undefined): Fact<T> =>
  value === null || value === undefined ? [] : [{ value, source: SAID }];

function factsOf({ entry, type, liquidation, obstacles, reconciliation }: ScreenerAnswers): EntryFacts {
  const flag = (obstacle: Obstacle): Fact<string> => {
    if (obstacles === undefined) return [];
    if (obstacles.present.includes(obstacle)) return says("Y");
    return obstacles.unsure ? [] : says("N");
  };
  const hasProtest = obstacles?.present.includes("protest") ?? false;
  const isListed = type !== undefined && type !== TYPE_UNSURE && type !== FILED_OUTSIDE_ACE;
  return {
    ...NOTHING_SHOWN,
    entryType: says(isListed ? type : null),
    entryDate: says(entry?.enteredOn),
    liquidationDate: says(liquidation?.on),
    liquidationStatus: says(liquidation && STATUS[liquidation.state]),
    protestStatus: hasProtest ? says("Open") : obstacles?.unsure === false ? says("None") : [],
    drawbackFlag: flag("drawback"),
    suretyFlag: flag("surety"),
    reconciliationFlag: flag("reconciliation"),
    reconciliationDueDate: says(reconciliation?.dueOn),
  };
}

const STATUS = {
  open: "Unliquidated",
  held: "Suspended, extended or under review",
  liquidated: "Liquidated",
  unsure: null,
} as const;

/** A number that CAPE keeps on every day of entry, so that only whether duty was paid on it decides. */
const IEEPA_PAID = aLine(parseHtsNumber(IN_TRANSIT_BASELINE.code), "0.01");
const NO_IEEPA_PAID = aLine(parseHtsNumber("8413.91.9085"), "0");

function linesOf(paid: "yes" | "no" | "unsure" | undefined): readonly TariffLine[] {
  if (paid === "yes") return [IEEPA_PAID];
  return paid === "no" ? [NO_IEEPA_PAID] : [];
}

function aLine(hts: HtsNumber | null, duty: string): TariffLine {
  if (hts === null) throw new Error("The stand-in is a tariff number");
  return {
    source: SAID,
    lineNumber: null,
    ordinal: null,
    hts,
    htsFound: hts,
    value: null,
    duty: usd(duty),
    dutyFound: duty,
    origin: null,
    spi: null,
  };
}

const STAND_IN_NUMBER: EntryNumber = (() => {
  const parsed = parseEntryNumber("ZZZ99999990");
  if (!parsed.ok) throw new Error("The stand-in is an entry number");
  return parsed.value;
})();

const NOTHING_SHOWN: EntryFacts = toEntryFacts(noFactsYet());
