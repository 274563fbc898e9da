import type { Day } from "../day";
import { knownEntryDay } from "../entered-on";
import type { Acceptance, Entry } from "../entry";
import { createInterestTable, type InterestTable } from "../interest/accrue";
import { DEFAULT_CONVENTION } from "../interest/convention";
import type { RateClass } from "../law/interest-rates";
import { type RuleSet, rulesOn } from "../law/rule-sets";
import type { Column1Rates } from "../refund/column1-rates";
import { type EntryLine, linesOf } from "../refund/entry-line";
import type { AmountRange } from "../refund/amount-range";
import { withNothingToClaim } from "../refund/money-totals";
import { type ProgramTotal, programTotals } from "../refund/program-totals";
import {
  ieepaPaidOnLines,
  NO_REFUND,
  refundOfLine,
  type RefundRange,
  refundOfLines,
} from "../refund/refund-of";
import type { RoleReader } from "../refund/tariff-role";
import type { NonEmpty } from "../result";
import { asSettled } from "../settlements/as-settled";
import type { Clock } from "./clocks";
import { type InterestEstimate, interestEstimate } from "./interest-estimate";
import type { MissingFact } from "./missing-facts";
import { notesOnRows } from "./notes";
import { changesAnswer, foretell, type Foretold } from "./foretell";
import type { Finding, Lane } from "./verdict";
import { type FactsJudge, judgeFacts, type VerdictOnFacts } from "./verdict-on-facts";

/** What a screening is made for. `asOf` comes from `readAsOf`: no rule covers a day before CAPE. */
export type ScreeningContext = {
  readonly asOf: Day;
  readonly column1: Column1Rates;
  readonly rateClass: RateClass;
  /** The importer pays by periodic monthly statement; what the entry's own files say of it wins. Default: no. */
  readonly paysMonthly?: boolean;
  /** The rules to screen under; by default everything known today, as in force on `asOf`. */
  readonly rules?: RuleSet;
  /** Shared by the entries of one screening, so that equal pairs of dates are computed once: `interestTableOf(rules)`. */
  readonly interestTable?: InterestTable;
  /** Shared likewise, so that a Chapter 99 number is looked up once for a day and an origin: `rememberingRoles()`. */
  readonly roles?: RoleReader;
  /** Shared likewise, so that entries with the same facts share one verdict: `rememberingJudge()`. */
  readonly judge?: FactsJudge;
  /** When CBP accepted the claim on the entry, while its refund is awaited. */
  readonly acceptance?: Acceptance | null;
  /** The day of the (re)liquidation that a refund report shows for the entry: interest stops there. */
  readonly refundedOn?: Day | null;
};

/** Everything the rules say of one entry on one day. */
export type Screening = {
  readonly asOf: Day;
  readonly rulesVersion: string;
  readonly lane: Lane;
  /** The lanes of all complete entries behind the data; one unless the lane is needs-data. */
  readonly possibleLanes: readonly Lane[];
  /** Every reason of every check, the deciding ones first. */
  readonly findings: NonEmpty<Finding>;
  /** Only facts whose values change the lane; empty unless the lane is needs-data. */
  readonly missing: readonly MissingFact[];
  readonly refund: RefundRange;
  /** Paid on IEEPA numbers, ordinary duty of 15 % lines included, USD, exact; whatever the lane. */
  readonly ieepaPaid: AmountRange;
  /** All duty of the entry by program; the refundable parts add up to `refund`. */
  readonly programs: readonly ProgramTotal[];
  readonly interest: InterestEstimate | null;
  readonly clocks: readonly Clock[];
  /** What CAPE would answer if the entry were filed today; `evidenceOfMessage` finds the rows that show it. */
  readonly predicted: Foretold;
};

/**
 * Screens one entry: lane, reasons, refundable amount, interest and clocks. The amount does not depend on the lane,
 * except that an entry with nothing to claim refunds 0.00. Throws for a day before CAPE (see `readAsOf`).
 */
export function screenEntry(asShown: Entry, context: ScreeningContext): Screening {
  const entry = asSettled(asShown);
  return screenLines(entry, linesOf(entry, knownEntryDay(entry), context.roles), context);
}

/**
 * The same for callers that have looked at the lines already.
 * @param entry - settled: see `asSettled`
 * @param lines - those of the entry on its day of entry
 */
export function screenLines(entry: Entry, lines: readonly EntryLine[], context: ScreeningContext): Screening {
  const { asOf, column1, rateClass, rules = rulesOn(asOf) } = context;
  const money = lines.map((line) => refundOfLine(line, column1));
  const { judge = judgeFacts, acceptance = null } = context;
  const { verdict, clocks } = judge(entry, money, asOf, rules, acceptance);
  const { lane, possibleLanes, missing } = verdict.conclusion;
  const nothingToClaim = possibleLanes.every((candidate) => candidate === "not-ieepa");
  const refund = nothingToClaim ? NO_REFUND : refundOfLines(money);
  const onRows = notesOnRows(entry, money);
  const findings = onRows.length === 0 ? verdict.findings : withNotesOnRows(verdict, onRows);
  const foretold = onRows.some(changesAnswer)
    ? foretell({ asOf, lane, possibleLanes, findings })
    : verdict.foretold;
  return {
    asOf,
    rulesVersion: rules.version,
    lane,
    possibleLanes,
    findings,
    missing,
    refund,
    ieepaPaid: ieepaPaidOnLines(money),
    programs: nothingToClaim ? withNothingToClaim(programTotals(money)) : programTotals(money),
    interest: interestEstimate(entry, refund.certain, lane, {
      asOf,
      rateClass,
      paysMonthly: context.paysMonthly ?? false,
      table: context.interestTable ?? interestTableOf(rules),
      ratesKnownOn: rules.knownOn,
      refundedOn: context.refundedOn ?? null,
      forecast: verdict.forecast,
    }),
    clocks,
    predicted: foretold,
  };
}

/** What the data cannot show stands last. */
const withNotesOnRows = (verdict: VerdictOnFacts, onRows: readonly Finding[]): NonEmpty<Finding> => [
  ...verdict.conclusion.findings,
  ...verdict.notesOnFacts,
  ...onRows,
  ...verdict.notesOnAssumptions,
];

/** A table of interest that knows the published rates its rules know: all of them, unless a past day is replayed. */
export const interestTableOf = ({ knownOn }: RuleSet): InterestTable =>
  createInterestTable({ ...DEFAULT_CONVENTION, ratesKnownOn: knownOn });
