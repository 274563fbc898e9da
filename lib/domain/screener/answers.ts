import type { Day } from "../day";

/** Who the importer of record of the entries is. */
export const IMPORTER_ANSWERS = ["we", "broker", "other", "unsure"] as const;
export const YES_NO_UNSURE = ["yes", "no", "unsure"] as const;
/** held: suspended, extended or under review. */
export const LIQUIDATION_ANSWERS = ["open", "held", "liquidated", "unsure"] as const;
/** What keeps an entry out of CAPE, or sends it another way. */
export const OBSTACLES = ["claimed", "protest", "drawback", "reconciliation", "surety"] as const;
export const PROTEST_SUBJECTS = ["ieepa", "other", "unsure"] as const;
export const TYPE_09_ANSWERS = ["none", "filed", "unsure"] as const;
/** ach: an ACE importer account with ACH refund enrolment. ace: without it. */
export const ACCOUNT_ANSWERS = ["ach", "ace", "none", "unsure"] as const;
/** listed: sued, and the importer number was given to the court in time. */
export const COURT_ANSWERS = ["listed", "sued", "none"] as const;

export type Obstacle = (typeof OBSTACLES)[number];
type YesNoUnsure = (typeof YES_NO_UNSURE)[number];

/** What a person says of one entry, or of several that share every answer. A question without its key is not answered. */
export type ScreenerAnswers = {
  readonly importer?: (typeof IMPORTER_ANSWERS)[number];
  readonly entry?: { readonly ieepaPaid: YesNoUnsure; readonly enteredOn: Day | null };
  /** Two digits, or that nobody knows, or that the entry was never filed in ACE, such as a mail entry. */
  readonly type?: string;
  /** `on`: the last liquidation or reliquidation; a day ahead is a schedule. */
  readonly liquidation?: {
    readonly state: (typeof LIQUIDATION_ANSWERS)[number];
    readonly on: Day | null;
  };
  /** Has Commerce issued liquidation instructions for the AD/CVD case? */
  readonly commerce?: YesNoUnsure;
  /** Those that are there. `unsure`: of the others it is not known. */
  readonly obstacles?: { readonly present: readonly Obstacle[]; readonly unsure: boolean };
  readonly protestSubject?: (typeof PROTEST_SUBJECTS)[number];
  readonly reconciliation?: {
    readonly type09: (typeof TYPE_09_ANSWERS)[number];
    readonly dueOn: Day | null;
  };
  readonly account?: (typeof ACCOUNT_ANSWERS)[number];
  readonly court?: (typeof COURT_ANSWERS)[number];
};

export type ScreenerQuestion = keyof ScreenerAnswers;

export const TYPE_UNSURE = "unsure";
export const FILED_OUTSIDE_ACE = "outside-ace";
