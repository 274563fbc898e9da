import type { ComponentProps } from "react";

import type { InterestPaidPanel } from "@/components/entries/interest-paid-panel";
import {
  asSettled,
  daysToTry,
  knownEntryDay,
  knownValue,
  lateRefundInterest,
  reconcileInterest,
  usdText,
  type Day,
  type InterestReading,
  type RateClass,
  type Reconciliation,
  type Usd,
} from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { CONVENTION_WORDS, endWords, RATE_CLASS_NAMES, startWords } from "@/lib/wording/interest";

import { pairsBeside, type InterestQuery } from "./interest-query";
import { readPaid, type PaidFigures } from "./read-paid";

type Paid = ComponentProps<typeof InterestPaidPanel>;
type Answer = NonNullable<Paid["answer"]>;

/** The simplest readings; a small principal fits dozens. */
const SHOWN_MAX = 6;

/** The question what CBP computed, and its answer once it is asked. Null where nothing is refundable. */
export function toInterestPaid(view: EntryView, query: InterestQuery, path: string): Paid | null {
  const { certain } = view.screening.refund;
  if (certain?.isZero()) return null;
  const reading = readPaid(query.paid, certain, view.screening.asOf);
  return {
    path,
    hidden: pairsBeside(query, "paid"),
    values: query.paid,
    placeholder: certain === null ? "" : usdText(certain),
    problems: reading.kind === "problems" ? reading.problems : {},
    answer: reading.kind === "read" ? answerTo(view, reading.figures) : null,
  };
}

function answerTo(view: EntryView, figures: PaidFigures): Answer {
  const { rateClass } = view.terms;
  const days = daysToTry(knownDays(view, figures));
  if (days === null) return { kind: "no-start" };
  const rateClasses = [rateClass, rateClass === "other" ? "corporation" : "other"] as const;
  const { principal, interest: paid } = figures;
  const answer = reconcileInterest({ ...days, principal, paid, rateClasses });
  return { ...toAnswer(answer), paid: usdText(paid), late: lateLine(figures, rateClass) };
}

/** Conflicts that somebody settled are known; a liquidation date ahead is a schedule and ended nothing. */
function knownDays({ entry, screening, terms }: EntryView, { from, to }: PaidFigures) {
  const settled = asSettled(entry);
  const liquidated: Day | null = knownValue(settled.facts.liquidationDate);
  const basis = screening.interest?.basis ?? null;
  return {
    givenStart: from,
    paymentDate: knownValue(settled.facts.paymentDate),
    entryDate: knownEntryDay(settled),
    monthly: basis === "monthly-statement" || (basis === null && terms.paysMonthly),
    givenEnd: to,
    refundedOn: null,
    liquidatedOn: liquidated !== null && liquidated <= screening.asOf ? liquidated : null,
    asOf: screening.asOf,
  };
}

function toAnswer({ ours, reproduced, nearest }: Reconciliation) {
  const [best] = reproduced;
  if (best === undefined)
    return { kind: "not-reproduced" as const, ours: toRow(ours), readings: nearest.map(toRow) };
  return {
    kind: "reproduced" as const,
    isOurs: best.convention === "default",
    best: toRow(best),
    readings: reproduced.slice(1, SHOWN_MAX).map(toRow),
    more: Math.max(0, reproduced.length - SHOWN_MAX),
  };
}

const toRow = (reading: InterestReading) => ({
  convention: CONVENTION_WORDS[reading.convention].name,
  rateClass: RATE_CLASS_NAMES[reading.rateClass],
  start: startWords(reading),
  end: endWords(reading),
  interest: usdText(reading.interest),
  difference: usdText(reading.difference),
});

/** A line of its own, asked for by giving both the day of liquidation and the day the money came. */
function lateLine({ principal, interest, to, received }: PaidFigures, rateClass: RateClass) {
  if (to === null || received === null) return null;
  const refund = principal.plus(interest) as Usd;
  return { received, amount: usdText(lateRefundInterest(refund, to, received, rateClass)) };
}
