import { usdText } from "@/lib/domain";
import { countOf, formatCount } from "./count";
import { ASSUMED_FACT_NAMES, FACT_NAMES, listOf } from "./facts";
import { formatUsd } from "./money";
import { say, type ReasonTable } from "./reason-words";

const STAND_INS = { entryFiledDate: "Entry Filed Date", importDate: "Import Date" } as const;

const LIQUIDATION_NOTES = {
  "phase-3-announced": ({ announcedFor, listedBy }) =>
    say(
      `CBP announced a phase for finally liquidated entries for ${announcedFor}, for importers with their own court case listed by ${listedBy}. It could not be confirmed.`,
    ),
  "cape-window-closing": ({ lastDay, daysLeft }) =>
    say(
      daysLeft === 0
        ? "Today is the last day on which CAPE takes this entry."
        : `${countOf(daysLeft, "day is", "days are")} left in the CAPE window.`,
      { "Last day": lastDay },
    ),
  "over-one-year-unliquidated": ({ enteredOn, deemedLiquidatedOn }) =>
    say(
      `Shown as unliquidated more than a year after entry; by law it would be deemed liquidated on ${deemedLiquidatedOn}. Verify in ACE before you file.`,
      { "Entry date": enteredOn },
    ),
  "status-and-date-disagree": ({ status, liquidationDate }) =>
    say("The liquidation date and the liquidation status disagree. The date was believed.", {
      "Liquidation date": liquidationDate,
      "Liquidation status": status,
    }),
  "liquidation-before-entry": ({ liquidationDate, enteredOn }) =>
    say("The liquidation date lies before the entry date, so liquidation counts as not known.", {
      "Liquidation date": liquidationDate,
      "Entry date": enteredOn,
    }),
  "liquidated-on-unknown-day": ({ status }) =>
    say("Shown as liquidated, but no file gives the date.", { "Liquidation status": status }),
  "liquidation-status-unknown": ({ status }) =>
    say("This liquidation status is not one we know, so it was not used.", { "Liquidation status": status }),
  "reconciliation-due-soon": ({ dueDate, daysLeft }) =>
    say(
      `The reconciliation entry (type 09) is due in ${countOf(daysLeft, "day", "days")}. File it first; CAPE never blocks reconciliation.`,
      { "Type 09 due": dueDate },
    ),
} satisfies Partial<ReasonTable>;

const CLAIM_NOTES = {
  "claim-failed": ({ claimNumber, message }) =>
    say("A CAPE claim failed for this entry. That is history with a remedy, not a verdict.", {
      "Claim number": claimNumber,
      "CBP's words": message,
    }),
  "claim-unanswered": ({ claimNumber }) =>
    say("The entry is on a filed claim that CBP has not answered; it cannot be declared again meanwhile.", {
      "Claim number": claimNumber,
    }),
  "entry-type-unlisted": ({ entryType }) =>
    say(`CBP has published no rule for entry type ${entryType}; the other rules were applied.`),
  "protest-decided": ({ protestNumber, status }) =>
    say("A protest on this entry was decided, withdrawn or closed. A second protest is usually barred.", {
      "Protest number": protestNumber,
      "Protest status": status,
    }),
} satisfies Partial<ReasonTable>;

const DATA_NOTES = {
  "entry-date-inferred": ({ column }) =>
    say(`No file has an Entry Date; the ${STAND_INS[column]} stands in for it.`),
  "psc-indicated": ({ indicator }) =>
    say(
      "A Post Summary Correction is indicated. The data must be final before you file: once CAPE accepts the entry, corrections are refused (error 864).",
      { "Post Summary Correction indicator": indicator },
    ),
  "ieepa-net-below-zero": ({ net }) =>
    say("The IEEPA rows of this entry net below zero. Corrections exceed what was paid: check the rows.", {
      Net: formatUsd(usdText(net)),
    }),
  "no-duty-rows": () => say("No file shows a tariff row of this entry, so no duty is known."),
  "row-conflict": ({ lineNumber, fileRows }) =>
    say("Several rows with the same key differ. None is used, but they bound the amount.", {
      Line: lineNumber,
      Rows: fileRows.map(formatCount).join("; "),
    }),
  "files-disagree": ({ fact, values }) =>
    say(`The files disagree on: ${FACT_NAMES[fact].toLowerCase()}.`, { Values: values.join(" | ") }),
  "invalid-number-past-psc": ({ code, pscLastDay }) =>
    say(
      `${code} was not valid on the entry date, and the last day for a Post Summary Correction was ${pscLastDay}. CAPE may reject the entry.`,
    ),
  "not-provable-from-data": ({ facts }) =>
    say(
      `Your data cannot show ${listOf(facts.map((fact) => ASSUMED_FACT_NAMES[fact]))}. Taken as no; you attest it before download.`,
    ),
} satisfies Partial<ReasonTable>;

/** Reasons worth knowing that ask for no lane. */
export const NOTE_REASONS = {
  ...LIQUIDATION_NOTES,
  ...CLAIM_NOTES,
  ...DATA_NOTES,
} satisfies Partial<ReasonTable>;
