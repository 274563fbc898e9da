import type { Day } from "./day";
import type { Fact, FactSource } from "./facts";
import type { EntryNumber, HtsNumber } from "./identifiers";
import type { Usd } from "./money";
import type { NonEmpty } from "./result";

/** One tariff number on one line of an entry summary, as one row of a file shows it. */
export type TariffLine = {
  readonly source: FactSource;
  /** Entry summary line number without leading zeros; null where the file has none (then the entry has one line). */
  readonly lineNumber: string | null;
  /** Tariff ordinal inside the line, without leading zeros; null where the file has none. */
  readonly ordinal: string | null;
  /** Null when the cell is blank or no tariff number; `htsFound` keeps what stood there. */
  readonly hts: HtsNumber | null;
  readonly htsFound: string;
  /** Entered value, USD; null when the cell is blank or unreadable or the file has no such column. */
  readonly value: Usd | null;
  /** Duty on this tariff number, USD, exact; null when blank or unreadable: unknown, not zero. */
  readonly duty: Usd | null;
  readonly dutyFound: string;
  /** ISO 3166 alpha-2, upper case. */
  readonly origin: string | null;
  /** Special Program Indicator: a preference claimed on the line. */
  readonly spi: string | null;
  /**
   * Which of the cells that rows are compared by the file has a column for. A blank cell differs from a filled one; a
   * column that only one file has makes no difference. Not given: a null says that there is no such column.
   */
  readonly columns?: readonly string[];
  /** Fingerprint of the recognised cells that are compared but not read: quantities, manufacturer, invoice … */
  readonly otherCells?: string;
};

/** Rows that share a key and differ in a cell: every variant stays possible until the user settles it. */
export type LineConflict = {
  readonly variants: NonEmpty<TariffLine>;
};

/** A used row that shows facts of the entry and no tariff number, such as a row of a liquidation list. */
export type FactRow = {
  readonly source: FactSource;
  /** All its facts as one text: equal texts are repeats of one row. */
  readonly content: string;
};

/** Facts of the whole entry. Blank cells are no sightings; the column's absence is no sighting either. */
export type EntryFacts = {
  /** Two digits, such as "01". */
  readonly entryType: Fact<string>;
  readonly entryDate: Fact<Day>;
  /** Stand-ins for the entry date, used only where no file has one, and then marked inferred. */
  readonly entryFiledDate: Fact<Day>;
  readonly importDate: Fact<Day>;
  readonly importerNumber: Fact<string>;
  readonly importerName: Fact<string>;
  readonly portOfEntry: Fact<string>;
  readonly liquidationDate: Fact<Day>;
  /** As the file words it. */
  readonly liquidationStatus: Fact<string>;
  /** Date and status both blank in a file whose liquidation date column is live (some row of it carries a date). */
  readonly liquidationBlank: Fact<true>;
  /** As the file words it: `Y`, `N`, `VALUE` … */
  readonly reconciliationFlag: Fact<string>;
  readonly controlStatus: Fact<string>;
  readonly summaryStatus: Fact<string>;
  readonly statementStatus: Fact<string>;
  readonly pscFlag: Fact<string>;
  readonly protestNumber: Fact<string>;
  readonly protestStatus: Fact<string>;
  readonly drawbackFlag: Fact<string>;
  readonly suretyFlag: Fact<string>;
  /** Due date of the type 09 reconciliation entry. */
  readonly reconciliationDueDate: Fact<Day>;
  readonly adcvdCase: Fact<string>;
  /** When the estimated duty was paid. */
  readonly paymentDate: Fact<Day>;
  /** Periodic monthly statement number or flag: the duty was paid once a month. */
  readonly monthlyStatement: Fact<string>;
};

export type EntryFactName = keyof EntryFacts;

/** Who said it, by name, and when (ISO 8601, UTC): kept with what was said. */
export type ChoiceRecord = { readonly by: string; readonly at: string };

/** A choice between what files contradict each other in, with what the user wrote of it: why, or who was asked. */
export type SettlementRecord = ChoiceRecord & { readonly note?: string };

/** The user's word on a fact of which the files show several values. */
export type SettledFact = SettlementRecord & {
  readonly fact: EntryFactName;
  readonly value: string;
  /** The other values known when it was settled. A value that is neither opens the conflict again. */
  readonly over: readonly string[];
};

/** The cells a row is compared by. Names no file, so that the row is known again when it is exported again. */
export type RowContent = readonly (readonly [cell: string, text: string])[];

/** The user's word on rows that share a key and differ. */
export type SettledRow = SettlementRecord & {
  readonly chosen: RowContent;
  /** The other variants known when it was settled. A variant that is neither opens the conflict again. */
  readonly over: readonly RowContent[];
};

/** What a person answered, settled or attested; stored with the entry, never inferred. */
export type EntryAnswers = {
  /** The failing check digit was compared with the entry summary and stands. */
  readonly checkDigitConfirmed: boolean;
  /** Is the open protest only about IEEPA duty? Null until somebody answers. */
  readonly protestOnlyAboutIeepa: boolean | null;
  /** Has Commerce issued liquidation instructions for the AD/CVD case? Null until somebody answers. */
  readonly commerceInstructed: boolean | null;
  /** Who gave each of the answers above. */
  readonly answeredBy?: Readonly<Partial<Record<AnswerName, ChoiceRecord>>>;
  readonly settledFacts: readonly SettledFact[];
  readonly settledRows: readonly SettledRow[];
};

export type AnswerName = "checkDigitConfirmed" | "protestOnlyAboutIeepa" | "commerceInstructed";

export type ClaimOutcome = "filed" | "accepted" | "failed";

/** CBP accepted a claim on the entry; `isLatest`: files alone show it, and it was no later than that day. */
export type Acceptance = { readonly on: Day; readonly isLatest: boolean };

/** What a CAPE claim, ours or imported, says of the entry. An accepted claim is never undone by a later failure. */
export type ClaimSighting = {
  readonly outcome: ClaimOutcome;
  readonly claimNumber: string | null;
  /** CBP's words, verbatim, when it failed. */
  readonly message: string | null;
};

/** One entry summary: everything all files together show of it. */
export type Entry = {
  readonly number: EntryNumber;
  readonly facts: EntryFacts;
  /** Used rows: repeats removed, corrections included. */
  readonly lines: readonly TariffLine[];
  /** Set aside, but they bound the money. */
  readonly conflicts: readonly LineConflict[];
  /** Set-aside repeats that know a cell the used row lacks: a later file may still contradict it. Never money. */
  readonly echoes?: readonly TariffLine[];
  readonly factRows?: readonly FactRow[];
  readonly claims: readonly ClaimSighting[];
  readonly answers: EntryAnswers;
};
