import type { Day } from "../day";
import type { Acceptance, Entry } from "../entry";
import type { RuleSet } from "../law/rule-sets";
import type { LineRefund } from "../refund/refund-of";
import type { NonEmpty } from "../result";
import { noteOfOverOneYear } from "./checks/liquidation-age";
import { type Clock, clocksOf } from "./clocks";
import { type Conclusion, concludeLane } from "./conclude";
import { type ForecastTerms, forecastTermsOf } from "./forecast-terms";
import { notesOnAssumptions, notesOnFacts } from "./notes";
import { foretell, type Foretold } from "./foretell";
import type { Finding } from "./verdict";
import { possibilitiesOf } from "./worlds";

/** What the facts of an entry decide: all of a screening but money, clocks and what is worth knowing of single rows. */
export type VerdictOnFacts = {
  readonly conclusion: Conclusion;
  readonly notesOnFacts: readonly Finding[];
  readonly notesOnAssumptions: readonly Finding[];
  /** All findings, where nothing is worth knowing of the rows. */
  readonly findings: NonEmpty<Finding>;
  /** CAPE's answer, unless what is worth knowing of the rows changes it. */
  readonly foretold: Foretold;
  /** To which day interest is foretold; null: to none. */
  readonly forecast: ForecastTerms | null;
};

/** The verdict, and every clock of the entry. */
export type Judgement = { readonly verdict: VerdictOnFacts; readonly clocks: readonly Clock[] };

/** What the facts alone decide. */
export function verdictOnFacts(
  entry: Entry,
  money: readonly LineRefund[],
  asOf: Day,
  rules: RuleSet,
): VerdictOnFacts {
  const possible = possibilitiesOf(entry, money, asOf, rules);
  const conclusion = concludeLane(entry, possible, money, asOf, rules);
  const [onFacts, onAssumptions] = [notesOnFacts(entry, asOf), notesOnAssumptions(possible)];
  const findings: NonEmpty<Finding> = [...conclusion.findings, ...onFacts, ...onAssumptions];
  return {
    conclusion,
    notesOnFacts: onFacts,
    notesOnAssumptions: onAssumptions,
    findings,
    foretold: foretell({ asOf, ...conclusion, findings }),
    forecast: forecastTermsOf(possible.liquidation.values, conclusion.lane, asOf),
  };
}

/**
 * The verdict on an entry that differs from a judged one in its day of entry alone, where no more comes of this day than
 * that the note on entries over a year old names it.
 */
export function verdictOnOtherDay(judged: VerdictOnFacts, enteredOn: Day, asOf: Day): VerdictOnFacts {
  const note = noteOfOverOneYear(enteredOn);
  const renamed = (finding: Finding): Finding => (finding.reason.kind === note.reason.kind ? note : finding);
  const conclusion = { ...judged.conclusion, findings: mapNonEmpty(judged.conclusion.findings, renamed) };
  const findings = mapNonEmpty(judged.findings, renamed);
  return { ...judged, conclusion, findings, foretold: foretell({ asOf, ...conclusion, findings }) };
}

const mapNonEmpty = <T>([first, ...rest]: NonEmpty<T>, to: (item: T) => T): NonEmpty<T> => [
  to(first),
  ...rest.map(to),
];

/** @param acceptance - when CBP accepted the claim, where it did */
export const judgeFacts = (
  entry: Entry,
  money: readonly LineRefund[],
  asOf: Day,
  rules: RuleSet,
  acceptance: Acceptance | null,
): Judgement => ({
  verdict: verdictOnFacts(entry, money, asOf, rules),
  clocks: clocksOf(entry, asOf, acceptance),
});

/** As `judgeFacts`. */
export type FactsJudge = typeof judgeFacts;
