// The only door to the domain, and its table of contents. Reading order: README.md beside this file.

// The words
export * from "./result";
export * from "./day";
export * from "./money";
export * from "./facts";
export * from "./identifiers";
export * from "./entry";
export { knownEntryDay } from "./entered-on";
export type { Citation } from "./law/citation";
export * from "./eligibility/verdict";

// The law: dated, cited tables
export { type RuleConfidence } from "./law/citation";
export * from "./law/chapter-99";
export {
  type Authority,
  CHAPTER_99_EDITION,
  CHAPTER_99_PROGRAMS,
  CHAPTER_99_ROWS,
  type Chapter99Program,
  type Chapter99Row,
} from "./law/chapter-99-rows";
export * from "./law/clocks";
export * from "./law/entry-types";
export * from "./law/rule-sets";
export * from "./law/law-changes";
export * from "./law/interest-rates";
export * from "./interest/own-rate";
export * from "./law/declaration-limits";
export * from "./law/readiness-points";
export * from "./law/cape-messages";
export * from "./law/rules-version";
export type { RuleContent, RuleEntry, RuleSubject } from "./law/rule-entry";
export { ruleIndex } from "./law/rule-index";
export type { CheckRuleKind } from "./law/check-rules";

// Interest on a refund
export * from "./interest/convention";
export { assumedDaysBetween, type InterestPeriod, interestPeriods } from "./interest/periods";
export { accrueInterest, createInterestTable, type InterestTable } from "./interest/accrue";
export * from "./interest/worksheet";
export * from "./interest/compare";
export * from "./interest/deposit-day";
export * from "./interest/importer-terms";
export * from "./interest/reconcile-days";
export * from "./interest/reconcile";
export * from "./interest/late-refund";

// CAPE Declarations
export { HELD_REASONS, heldAs, type HeldReason } from "./eligibility/watch-list";
export * from "./declaration/build-declarations";
export * from "./declaration/filing-right";
export * from "./declaration/to-csv";
export * from "./declaration/ieepa-lines";
export * from "./declaration/check-file";
export * from "./declaration/cleaned-files";
export type { FileFinding, FileFindingKind, FindingWeight } from "./declaration/file-findings";
export * from "./declaration/documents";
export * from "./declaration/standing";
export { PROTEST_DETAILS, protestDetails, type ProtestedLine } from "./declaration/protest-details";
export type { DeclaredEntryFacts } from "./declaration/entry-obstacles";
export type { Preflight, PreflightCheck, PreflightEntry, PreflightState } from "./declaration/preflight";
export { preflight } from "./declaration/preflight";
export * from "./declaration/readiness";
export * from "./declaration/sign-off";

// Intake: rows of text become entries
export * from "./law/column-aliases";
export * from "./intake/raw-row";
export * from "./intake/row-problem";
export * from "./intake/layout";
export { IMPORT_TEMPLATE } from "./law/import-template";
export * from "./intake/given-mapping";
export * from "./intake/header-sample";
export * from "./intake/export-day";
export { REQUIRED_FIELDS } from "./intake/required-fields";
export { readFieldsOf } from "./intake/read-fields";
export type { ReportConfidence } from "./intake/report-kind";
export { numbersTogether } from "./intake/numbers-together";
export type { MappingProblem } from "./intake/map-columns";
export { countKnownHeadings } from "./intake/known-headings";
export * from "./intake/recognise-header";
export { ieepaDutyOn } from "./intake/read-row";
export { readClaimRow, showsClaimRows, type ClaimRow, type ClaimRowReading } from "./intake/read-claim-row";
export { readRefundRow } from "./intake/read-refund-row";
export { RecordAssembly, type AssembledRecords, listsPayments } from "./intake/record-assembly";
export * from "./intake/accounting";
export { createProblemGroups, type ProblemGroup } from "./intake/problem-groups";
export * from "./intake/assembled-file";
export { INTAKE_LIMITS } from "./intake/limits";
export { FACT_NAMES as ENTRY_FACTS } from "./intake/fact-values";
export { EntryAssembly } from "./intake/entry-assembly";
export { type EntrySink, EntryStream, type FileTotals } from "./intake/entry-stream";
export { type FileSurvey, Surveyor } from "./intake/survey";
export type { KnownAhead } from "./intake/departures";
export type { SettledAside } from "./intake/entry-in-the-making";
export { groupLineConflicts } from "./intake/settle-lines";
export { mergeEntries, type MergedEntry } from "./intake/merge-entries";
export { combineFiles, type CombinedFiles } from "./intake/combine-files";
export { movesTo, placesOf, type RowMove, type RowPlace } from "./intake/row-places";
export { withoutFile } from "./intake/without-file";
export * from "./intake/entry-change";
export { monthCoverage, type Month, type MonthCoverage } from "./intake/month-coverage";

// What the user settled where files disagree
export {
  NO_ANSWERS,
  type ProtestAnswer,
  unansweredProtestOf,
  withProtestAnswer,
} from "./settlements/answers";
export { asSettled } from "./settlements/as-settled";
export {
  conflictsOf,
  type ConflictState,
  type EntryConflicts,
  type FactConflict,
  type RowConflict,
} from "./settlements/conflicts";
export * from "./settlements/settle";

// What happens to a claim
export { CLAIM_EVENT_KINDS, type ClaimEvent, type ClaimEventKind } from "./claims/claim-event";
export {
  type ClaimCourse,
  type ClaimedEntry,
  foldRow,
  type RowOutcome,
  type RowStep,
} from "./claims/claimed-entry";
export type { ClaimFlag, ClaimFlagKind } from "./claims/claim-flags";
export * from "./claims/fold-claim";
export * from "./claims/awaiting-refund";
export * from "./claims/claim-statement";
export * from "./claims/claim-book";
export * from "./claims/claim-changes";
export * from "./claims/rejected-rows";
export { shownWithoutIeepa } from "./claims/vanished-lines";
export type { EntryEvidence } from "./claims/place-evidence";

// What needs somebody first
export { type Need, rankNeeds } from "./needs/rank-needs";

// When the money may come, and what may hold it
export * from "./law/payment-points";
export { bankNumberIn } from "./payment/bank-number";
export * from "./payment/payment-readiness";
export * from "./cash/expected-cash";
export * from "./cash/cash-weeks";
export * from "./cash/filing-scenario";

// Refunds paid: joined with the entries they pay, and compared to the cent
export * from "./reconciliation/payment-status";
export * from "./reconciliation/refund-rows";
export { foldPayments, type Payment, sameNumber } from "./reconciliation/fold-payments";
export { type EntryRefund, foldRefunds } from "./reconciliation/fold-refunds";
export type { InterestCause } from "./reconciliation/interest-cause";
export { amountOf, type JoinBasis, type RefundGroup } from "./reconciliation/join-refunds";
export type { BankBasis, BankState } from "./reconciliation/bank-lines";
export type { EntryVarianceKind } from "./reconciliation/variance-kind";
export type { EntryVariance, ReconciledEntry } from "./reconciliation/compare-refund";
export type { PaymentLedger, PaymentVariance, ReconciledPayment } from "./reconciliation/reconcile-payment";
export * from "./reconciliation/reconcile-refunds";
export * from "./reconciliation/month-end";
export * from "./reconciliation/receivables";
export * from "./reconciliation/pass-through";
export { groupBy } from "./intake/group-by";

export { readAmount } from "./intake/read-amount";
export { readDay } from "./intake/read-day";
export * from "./intake/repair-proposal";
export * from "./intake/repair-row";
export * from "./intake/repair-check";
export * from "./intake/row-repairs";
export * from "./intake/repair-groups";
export * from "./intake/repair-survey";
export { orderOf } from "./intake/repair-day";

// What is refundable, and what stays
export { certainTotal } from "./refund/certain-total";
export type { AmountRange } from "./refund/amount-range";
export type { Column1Gap } from "./refund/ordinary-duty";
export {
  type Column1Basis,
  type Column1Evidence,
  type Column1Rate,
  type Column1Rates,
  Column1Lessons,
  column1RateOf,
  learnColumn1Rates,
  NO_COLUMN1_RATES,
  lessonsOf,
  ratesBehind,
  withGivenRates,
  withPublishedRates,
} from "./refund/column1-rates";
export type { LikelyCause, NumberAtRate } from "./refund/mismatch";
export { type MoneyTotals, sumMoney, withNothingToClaim } from "./refund/money-totals";
export { type ProgramKey, type ProgramTotal, programTotals } from "./refund/program-totals";
export { ieepaPaidOnLines, lineRefundsOf, type RefundRange, refundOf } from "./refund/refund-of";
export type { RowFlag, RowFlagKind } from "./refund/row-flags";
export { type StackRow, stackOf } from "./refund/stack";

// Which lane, and why
export type { AssumedFact } from "./eligibility/facts-of-a-world";
export type { Reason, ReasonKind } from "./eligibility/reasons";
export type { Clock } from "./eligibility/clocks";
export type { MissingFact } from "./eligibility/missing-facts";
export type { Foretold, ForetoldMessage } from "./eligibility/foretell";
export { evidenceOfMessage, type PredictedOutcome, predictedOutcome } from "./eligibility/predicted-outcome";
export {
  interestTableOf,
  type Screening,
  type ScreeningContext,
  screenEntry,
} from "./eligibility/screen-entry";
export { rememberingRoles, type RoleReader } from "./refund/tariff-role";
export type { FactsJudge } from "./eligibility/verdict-on-facts";
export { rememberingJudge } from "./eligibility/remembering-judge";
export { ScreeningStream } from "./eligibility/screening-stream";
export {
  type ClockSpan,
  type ClockStart,
  type ClockTerm,
  clockFormulaOf,
  lastSafeDayOf,
} from "./eligibility/clock-formula";
export { dollarsAtRisk, nextDeadline } from "./eligibility/next-deadline";
export { type OpenClock, openClocksOf } from "./eligibility/open-clocks";
export {
  type RuleEffect,
  type RuleEffectTotal,
  ruleEffectsOn,
  ruleEffectTotals,
} from "./eligibility/rule-effects";

// The screener: six questions instead of files
export * from "./screener/answers";
export * from "./screener/path";
export * from "./screener/result";
