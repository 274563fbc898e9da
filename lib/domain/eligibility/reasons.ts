import type { Day } from "../day";
import type { EntryDateColumn } from "../entered-on";
import type { EntryFactName } from "../entry";
import type { Chapter99Code, EntryNumber } from "../identifiers";
import type { Usd } from "../money";
import type { RowFlag } from "../refund/row-flags";
import type { AssumedFact, UncertainFact } from "./facts-of-a-world";

/** A liquidation that has happened, and how many days before the day of screening. */
type Liquidated = { readonly liquidatedOn: Day; readonly days: number };
type Protest = { readonly protestNumber: string | null; readonly status: string | null };

/** Reasons that ask for a lane, in the order of the lanes. */
export type DecidingReason =
  | { readonly kind: "claim-accepted"; readonly claimNumber: string | null }
  // not-ieepa
  | { readonly kind: "no-ieepa-number"; readonly programsPaid: readonly string[] }
  | { readonly kind: "no-dutiable-ieepa-number"; readonly numbers: readonly Chapter99Code[] }
  | { readonly kind: "ieepa-duty-nets-to-zero" }
  | {
      readonly kind: "entered-outside-window";
      readonly enteredOn: Day;
      readonly from: Day;
      readonly until: Day;
    }
  /** The same, but IEEPA duty was paid: the entry date deserves a second look. */
  | { readonly kind: "ieepa-duty-outside-window"; readonly enteredOn: Day; readonly paid: Usd | null }
  // excluded
  | { readonly kind: "entry-type-excluded"; readonly entryType: string; readonly since: Day | null }
  | { readonly kind: "drawback-claim" }
  | { readonly kind: "surety-paid" }
  | {
      readonly kind: "adcvd-pending-liquidation";
      readonly entryType: string;
      readonly scheduledFor: Day | null;
    }
  | { readonly kind: "reconciliation-not-for-this-type"; readonly entryType: string }
  | { readonly kind: "reconciliation-not-yet-accepted"; readonly startsOn: Day }
  | ({
      readonly kind: "protest-open";
      readonly because: "not-liquidated" | "over-80-days" | "other-subject";
    } & Protest)
  // court, protest, withdraw-protest
  | ({ readonly kind: "liquidated-over-180-days" } & Liquidated)
  | ({ readonly kind: "liquidated-81-to-180-days"; readonly lastProtestDay: Day } & Liquidated)
  | ({ readonly kind: "protest-only-about-ieepa" } & Protest & Liquidated)
  // fix-first
  | { readonly kind: "summary-not-accepted"; readonly status: string }
  | { readonly kind: "statement-not-paid"; readonly status: string }
  | {
      readonly kind: "ieepa-number-invalid";
      readonly code: Chapter99Code;
      readonly because: "unknown" | "not-in-force";
      readonly enteredOn: Day;
      readonly pscLastDay: Day;
    }
  // cape-recon, cape-refund-later, cape-ready
  | { readonly kind: "reconciliation-flagged"; readonly entryType: string; readonly dueDate: Day | null }
  | { readonly kind: "liquidation-held"; readonly status: string | null }
  | { readonly kind: "adcvd-suspended"; readonly entryType: string }
  | { readonly kind: "warehouse-withdrawal"; readonly entryType: string }
  | ({ readonly kind: "liquidated-within-80-days"; readonly lastDay: Day } & Liquidated)
  | { readonly kind: "not-liquidated"; readonly status: string | null; readonly scheduledFor: Day | null }
  // needs-data
  | { readonly kind: "fact-missing"; readonly fact: UncertainFact | "checkDigit" }
  | { readonly kind: "check-digit-fails"; readonly fitting: EntryNumber }
  /** The missing facts lead to one lane whatever they are, though for different reasons. */
  | { readonly kind: "same-lane-whatever-is-missing"; readonly facts: readonly UncertainFact[] };

/** Reasons worth knowing that ask for no lane. */
export type NoteReason =
  | { readonly kind: "claim-failed"; readonly claimNumber: string | null; readonly message: string | null }
  | { readonly kind: "claim-unanswered"; readonly claimNumber: string | null }
  | { readonly kind: "entry-type-unlisted"; readonly entryType: string }
  | ({ readonly kind: "protest-decided" } & Protest)
  | { readonly kind: "phase-3-announced"; readonly announcedFor: Day; readonly listedBy: Day }
  | { readonly kind: "cape-window-closing"; readonly lastDay: Day; readonly daysLeft: number }
  | { readonly kind: "over-one-year-unliquidated"; readonly enteredOn: Day; readonly deemedLiquidatedOn: Day }
  | { readonly kind: "status-and-date-disagree"; readonly status: string; readonly liquidationDate: Day }
  | { readonly kind: "liquidation-before-entry"; readonly liquidationDate: Day; readonly enteredOn: Day }
  | { readonly kind: "liquidated-on-unknown-day"; readonly status: string }
  | { readonly kind: "liquidation-status-unknown"; readonly status: string }
  | { readonly kind: "entry-date-inferred"; readonly column: Exclude<EntryDateColumn, "entryDate"> }
  /** The file's Post Summary Correction indicator says yes, in its own words. */
  | { readonly kind: "psc-indicated"; readonly indicator: string }
  | { readonly kind: "reconciliation-due-soon"; readonly dueDate: Day; readonly daysLeft: number }
  | { readonly kind: "ieepa-net-below-zero"; readonly net: Usd }
  | { readonly kind: "no-duty-rows" }
  | {
      readonly kind: "row-conflict";
      readonly lineNumber: string | null;
      readonly fileRows: readonly number[];
    }
  | { readonly kind: "files-disagree"; readonly fact: EntryFactName; readonly values: readonly string[] }
  | { readonly kind: "invalid-number-past-psc"; readonly code: Chapter99Code; readonly pscLastDay: Day }
  | { readonly kind: "not-provable-from-data"; readonly facts: readonly AssumedFact[] }
  | RowFlag;

/** Why an entry is in its lane, or what else a broker should know of it: facts only, the words live elsewhere. */
export type Reason = DecidingReason | NoteReason;
export type ReasonKind = Reason["kind"];
