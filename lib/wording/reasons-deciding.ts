import { formatEntryNumber, usdText } from "@/lib/domain";
import { countOf } from "./count";
import { formatDayCount } from "./day";
import { listOf, UNCERTAIN_FACT_NAMES } from "./facts";
import { formatUsd } from "./money";
import { say, type ReasonTable } from "./reason-words";

const ago = (days: number): string => (days === 0 ? "today" : `${countOf(days, "day", "days")} ago`);

const PROTEST_OPEN = {
  "not-liquidated":
    "A protest is open on this entry; CAPE refuses entries with an open or suspended protest.",
  "over-80-days":
    "A protest is open and the 80 days of CAPE are over. The protest itself keeps the right: leave it in place.",
  "other-subject":
    "The open protest is about more than IEEPA duty, so it cannot simply be withdrawn; CAPE refuses the entry while it is open.",
} as const;

const CLOSED_REASONS = {
  "claim-accepted": ({ claimNumber }) =>
    say("CBP accepted a CAPE claim for this entry.", { "Claim number": claimNumber }),
  "no-ieepa-number": ({ programsPaid }) =>
    say(
      programsPaid.length === 0
        ? "No IEEPA tariff number is on this entry. A report pulled after CAPE processed an entry may no longer show its IEEPA rows."
        : `No IEEPA tariff number is on this entry; paid was ${listOf(programsPaid)}. A report pulled after CAPE processed an entry may no longer show its IEEPA rows.`,
    ),
  "no-dutiable-ieepa-number": ({ numbers }) =>
    say("The IEEPA numbers on this entry are exemptions or bear no duty: there is nothing to refund.", {
      Numbers: numbers.join(", "),
    }),
  "ieepa-duty-nets-to-zero": () =>
    say("The IEEPA rows of this entry net to 0.00: nothing is left to refund."),
  "entered-outside-window": ({ enteredOn, from, until }) =>
    say(`Entered outside the IEEPA window, which runs from ${from} through ${until}.`, {
      "Entry date": enteredOn,
    }),
  "ieepa-duty-outside-window": ({ enteredOn, paid }) =>
    say("IEEPA duty was paid although the entry date lies outside the IEEPA window. Check the entry date.", {
      "Entry date": enteredOn,
      "Duty paid": paid === null ? null : formatUsd(usdText(paid)),
    }),
} satisfies Partial<ReasonTable>;

const EXCLUDED_REASONS = {
  "entry-type-excluded": ({ entryType, since }) =>
    say(
      since === null
        ? `CAPE does not take entry type ${entryType}.`
        : `CAPE no longer takes entry type ${entryType}, since ${since}.`,
      { "Entry type": entryType },
    ),
  "drawback-claim": () => say("A drawback claim is on this entry; CAPE refuses it."),
  "surety-paid": () => say("The surety paid this duty; such entries stay out of CAPE."),
  "adcvd-pending-liquidation": ({ entryType, scheduledFor }) =>
    say("AD/CVD entry pending liquidation: Commerce has instructed CBP, and CAPE does not take it now.", {
      "Entry type": entryType,
      "Scheduled liquidation": scheduledFor,
    }),
  "reconciliation-not-for-this-type": ({ entryType }) =>
    say(`Flagged for reconciliation, and CAPE takes no flagged entries of type ${entryType}.`),
  "reconciliation-not-yet-accepted": ({ startsOn }) =>
    say(`Flagged for reconciliation; CAPE takes such entries only from ${startsOn}.`),
  "protest-open": ({ because, protestNumber, status }) =>
    say(PROTEST_OPEN[because], { "Protest number": protestNumber, "Protest status": status }),
  "liquidated-over-180-days": ({ liquidatedOn, days }) =>
    say(`Liquidated ${ago(days)} without an open protest: the 180 days for a protest are over.`, {
      Liquidated: liquidatedOn,
    }),
  "liquidated-81-to-180-days": ({ liquidatedOn, days, lastProtestDay }) =>
    say(`Liquidated ${ago(days)}: CAPE rejects it, a protest can be filed through ${lastProtestDay}.`, {
      Liquidated: liquidatedOn,
      Protest: formatDayCount(days, 180),
    }),
  "protest-only-about-ieepa": ({ protestNumber, status, liquidatedOn, days }) =>
    say(
      "The open protest is only about IEEPA duty. If counsel withdraws it by day 80, CAPE takes the entry.",
      {
        "Protest number": protestNumber,
        "Protest status": status,
        Liquidated: liquidatedOn,
        CAPE: formatDayCount(days, 80),
      },
    ),
} satisfies Partial<ReasonTable>;

const CAPE_REASONS = {
  "summary-not-accepted": ({ status }) =>
    say("CBP has not accepted the entry summary. Get it accepted, then file in CAPE.", {
      "Summary status": status,
    }),
  "statement-not-paid": ({ status }) =>
    say("The statement is not PAID in ACE. Wait until it is, then file in CAPE.", {
      "Statement status": status,
    }),
  "ieepa-number-invalid": ({ code, because, enteredOn, pscLastDay }) =>
    say(
      because === "unknown"
        ? `${code} is no IEEPA number that exists. Correct it by a Post Summary Correction through ${pscLastDay}, then file in CAPE.`
        : `${code} was not in force on the entry date. Correct it by a Post Summary Correction through ${pscLastDay}, then file in CAPE.`,
      { "Entry date": enteredOn },
    ),
  "reconciliation-flagged": ({ entryType, dueDate }) =>
    say(
      "Flagged for reconciliation with no type 09 known to be on file: CAPE takes it, before the type 09.",
      {
        "Entry type": entryType,
        "Type 09 due": dueDate,
      },
    ),
  "liquidation-held": ({ status }) =>
    say(
      "Liquidation is suspended, extended or under review: CAPE takes the entry now and pays at liquidation.",
      {
        "Liquidation status": status,
      },
    ),
  "adcvd-suspended": ({ entryType }) =>
    say("AD/CVD entry still suspended: CAPE takes it now and pays when Commerce lifts the suspension.", {
      "Entry type": entryType,
    }),
  "warehouse-withdrawal": ({ entryType }) =>
    say("Warehouse withdrawal: CAPE takes it now and pays when the warehouse entry liquidates.", {
      "Entry type": entryType,
    }),
  "liquidated-within-80-days": ({ liquidatedOn, days, lastDay }) =>
    say(`Liquidated ${ago(days)}: CAPE takes it through ${lastDay}.`, {
      Liquidated: liquidatedOn,
      CAPE: formatDayCount(days, 80),
    }),
  "not-liquidated": ({ status, scheduledFor }) =>
    say("Not liquidated: CAPE takes it today.", {
      "Liquidation status": status,
      "Scheduled liquidation": scheduledFor,
    }),
  "fact-missing": ({ fact }) =>
    say(`It is not known ${asked(UNCERTAIN_FACT_NAMES[fact])}, and the lane depends on it.`),
  "check-digit-fails": ({ fitting }) =>
    say("The check digit of the entry number does not fit, so the number may be mistyped.", {
      "Digit that fits": formatEntryNumber(fitting),
    }),
  "same-lane-whatever-is-missing": ({ facts }) =>
    say(
      `Whatever the answer, the lane is the same: ${listOf(facts.map((fact) => UNCERTAIN_FACT_NAMES[fact]))}.`,
    ),
} satisfies Partial<ReasonTable>;

/** "whether …" stands as it is; a plain noun becomes a question. */
const asked = (fact: string): string => (/^(whether|which)/.test(fact) ? fact : `what ${fact} is`);

/** Reasons that ask for a lane. */
export const DECIDING_REASONS = {
  ...CLOSED_REASONS,
  ...EXCLUDED_REASONS,
  ...CAPE_REASONS,
} satisfies Partial<ReasonTable>;
