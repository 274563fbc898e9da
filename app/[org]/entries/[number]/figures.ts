import type { ComponentProps } from "react";

import type { EntryHeader } from "@/components/entries/entry-header";
import type { InterestWorksheet } from "@/components/entries/interest-worksheet";
import { usdText } from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { countOf } from "@/lib/wording/count";
import { DEPOSIT_BASIS_WORDS, RATE_CLASS_NAMES, DEFAULT_CONVENTION_SENTENCE } from "@/lib/wording/interest";
import { formatUsd } from "@/lib/wording/money";

import { staysText } from "./stack-rows";

type Figures = Omit<ComponentProps<typeof EntryHeader>, "facts">;

/** The three figures on top. */
export function toEntryFigures({ screening, stack }: EntryView): Figures {
  const { refund, interest } = screening;
  return {
    refundableMin: usdText(refund.min),
    refundableMax: refund.max && usdText(refund.max),
    interest: interest && usdText(interest.amount),
    interestNote: interestNote(screening),
    stays: staysText(stack),
  };
}

function interestNote({ interest, refund, lane }: EntryView["screening"]): string {
  if (interest === null)
    return refund.certain === null ? "runs once the amount is certain" : "the day of deposit is not known";
  if (!interest.from || !interest.to) return "nothing to refund";
  const span = `accrued from ${interest.from} through ${interest.to}`;
  if (lane === "already-claimed") return `${span}; CBP pays it with the refund`;
  return interest.ifRefunded
    ? `${span}, if refunded; uncertain in this lane`
    : `${span}, if reliquidated today`;
}

/** Null where no interest runs. */
export function toWorksheet(view: EntryView): ComponentProps<typeof InterestWorksheet> | null {
  const { worksheet, screening, rateClass } = view;
  const { refund, interest } = screening;
  if (!worksheet || refund.certain === null || !interest?.from || !interest.to || !interest.basis)
    return null;
  const { forecast } = interest;
  return {
    principal: usdText(refund.certain),
    rateClass: RATE_CLASS_NAMES[rateClass],
    startsOn: `${interest.from}, ${DEPOSIT_BASIS_WORDS[interest.basis]}`,
    endsOn: `${interest.to}, the day of this screening`,
    convention: DEFAULT_CONVENTION_SENTENCE,
    rows: worksheet.rows.map((row) => ({
      quarter: row.quarter,
      from: row.from,
      to: row.to,
      days: row.days,
      annualPercent: row.annualPercent,
      factor: row.factor,
      interest: usdText(row.interest),
      balance: usdText(row.balance),
      assumed: row.assumed,
    })),
    total: usdText(worksheet.total),
    assumedDays: worksheet.assumedDays,
    ...(forecast === null ? {} : { forecast: forecastSentence(forecast) }),
  };
}

type Forecast = NonNullable<NonNullable<EntryView["screening"]["interest"]>["forecast"]>;

function forecastSentence({ amount, to, assumedDays, untilLiquidation }: Forecast): string {
  const assumed = assumedDays === 0 ? "" : `, with ${countOf(assumedDays, "day", "days")} at an assumed rate`;
  const until = untilLiquidation ? " It runs until liquidation." : "";
  return `Forecast to ${to}, 45 days after an acceptance today: ${formatUsd(usdText(amount))}, estimate${assumed}.${until}`;
}
