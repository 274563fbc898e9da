import {
  certainTotal,
  type Citation,
  type EntryNumber,
  LANES,
  type Lane,
  type Screening,
  sumUsd,
  type Usd,
  usdText,
} from "@/lib/domain";

import { REPORTED_CLOCKS, type ReportedEntry, type ReportedTotals } from "./screen-report";

const textOrNull = (amount: Usd | null): string | null => amount && usdText(amount);

export function toReportedEntry(entryNumber: EntryNumber, screening: Screening): ReportedEntry {
  const { lane, refund, interest, clocks } = screening;
  return {
    entryNumber,
    lane,
    refundable: textOrNull(refund.certain),
    refundableMin: usdText(refund.min),
    refundableMax: textOrNull(refund.max),
    interest: textOrNull(interest?.amount ?? null),
    interestFrom: interest?.from ?? null,
    interestTo: interest?.to ?? null,
    reasons: reasonsOf(screening),
    clocks: REPORTED_CLOCKS.flatMap((kind) => {
      const clock = clocks.find((candidate) => candidate.kind === kind);
      return clock === undefined ? [] : [{ kind, lastDay: clock.lastDay }];
    }),
  };
}

function reasonsOf({ findings }: Screening): ReportedEntry["reasons"] {
  const reasons = findings.map(({ reason, law, confidence }) => ({
    kind: reason.kind,
    law: law.map(citationText).join("; "),
    confidence,
  }));
  // The facts that tell two reasons of one kind apart are not reported.
  return [...new Map(reasons.map((reason) => [Object.values(reason).join("\u001F"), reason])).values()];
}

const citationText = ({ law, published }: Citation): string => `${law} (${published})`;

/** Exact sums, rounded once; interest is the sum of the entries' interest, which the law rounds per entry. */
export function totalsOf(screenings: readonly Screening[]): ReportedTotals {
  const refunds = screenings.map(({ refund }) => refund);
  return {
    refundable: usdText(certainTotal(refunds.map(({ certain }) => certain))),
    refundableMin: usdText(certainTotal(refunds.map(({ min }) => min))),
    refundableMax: usdText(certainTotal(refunds.map(({ max }) => max))),
    interest: usdText(sumUsd(screenings.flatMap(({ interest }) => interest?.amount ?? []))),
    byLane: byLane(screenings),
    unbounded: refunds.filter(({ max }) => max === null).length,
  };
}

function byLane(screenings: readonly Screening[]): ReportedTotals["byLane"] {
  const totals = LANES.map((lane) => {
    const inLane = screenings.filter((screening) => screening.lane === lane);
    const refundable = usdText(certainTotal(inLane.map(({ refund }) => refund.certain)));
    return [lane, { entries: inLane.length, refundable }] as const;
  });
  return Object.fromEntries(totals) as Record<Lane, (typeof totals)[number][1]>;
}
