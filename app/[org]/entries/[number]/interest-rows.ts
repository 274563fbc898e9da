import type { ComponentProps } from "react";

import type { InterestPanel } from "@/components/entries/interest-panel";
import type { InterestWorksheet } from "@/components/entries/interest-worksheet";
import {
  conventionNamed,
  interestWorksheet,
  LAST_PUBLISHED_RATE_DAY,
  readOwnRate,
  usdText,
  type ConventionName,
  type Day,
  type DepositBasis,
  type RateClass,
  type Usd,
} from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { DEPOSIT_BASIS_WORDS, RATE_CLASS_NAMES } from "@/lib/wording/interest";
import {
  assumedDaysText,
  assumedSentence,
  comparisonText,
  interestText,
  worksheetFormula,
  worksheetText,
} from "@/lib/wording/interest-worksheet";
import { formatUsd } from "@/lib/wording/money";

import { conventionHref, pairsBeside, type InterestQuery } from "./interest-query";

/** What the interest of an entry runs on, where it runs at all. */
type Accrual = {
  readonly principal: Usd;
  readonly from: Day;
  readonly to: Day;
  readonly basis: DepositBasis;
  readonly rateClass: RateClass;
  readonly ownRate: string | null;
};

function accrualOf({ screening, terms }: EntryView, { rate }: InterestQuery): Accrual | null {
  const { refund, interest } = screening;
  if (refund.certain === null || !interest?.from || !interest.to || !interest.basis) return null;
  const { from, to, basis } = interest;
  const ownRate = readOwnRate(rate);
  return { principal: refund.certain, from, to, basis, rateClass: terms.rateClass, ownRate };
}

/** Null where no interest runs. */
export function toInterestPanel(
  view: EntryView,
  query: InterestQuery,
  path: string,
): ComponentProps<typeof InterestPanel> | null {
  const accrual = accrualOf(view, query);
  if (accrual === null) return null;
  const { assumedDays = 0, forecast = null } = view.screening.interest ?? {};
  const compared = comparisonText(accrual, query.convention, (name) => conventionHref(path, query, name));
  const chosen = compared.rows.find(({ selected }) => selected);
  return {
    worksheet: toWorksheet(view, accrual, query.convention),
    comparison: compared,
    chosen:
      query.convention === "default" || chosen === undefined
        ? null
        : { ...chosen, oursHref: conventionHref(path, query, "default") },
    ownRate:
      assumedDays + (forecast?.assumedDays ?? 0) === 0
        ? null
        : {
            path,
            hidden: pairsBeside(query, "rate"),
            value: query.rate,
            publishedThrough: LAST_PUBLISHED_RATE_DAY,
            problem:
              query.rate === "" || accrual.ownRate !== null ? null : "Enter the percent a year, such as 6.5.",
          },
  };
}

function toWorksheet(
  { screening }: EntryView,
  accrual: Accrual,
  name: ConventionName,
): ComponentProps<typeof InterestWorksheet> {
  const { principal, from, to, basis, rateClass, ownRate } = accrual;
  const convention = conventionNamed(name, ownRate);
  const worksheet = interestWorksheet(principal, from, to, rateClass, convention);
  const { assumedDays } = worksheet;
  return {
    ...worksheetText(worksheet, convention),
    facts: [
      { term: "Principal", value: formatUsd(usdText(principal)), mono: true },
      { term: "Class", value: RATE_CLASS_NAMES[rateClass] },
      { term: "Deposited", value: `${from}, ${DEPOSIT_BASIS_WORDS[basis]}` },
      { term: "Accrued through", value: `${to}, ${endWords(screening, to)}` },
    ],
    totalHeading: name === "default" ? "Interest, estimate, USD" : "Interest under this comparison, USD",
    notes: [
      worksheetFormula(name, convention),
      ...(assumedDays === 0 ? [] : [assumedSentence(assumedDays, ownRate)]),
      ...(screening.interest?.startsAfterEnd ? [STARTS_AFTER_END] : []),
      ...forecastSentence(screening, accrual),
    ],
  };
}

const STARTS_AFTER_END = "The day of deposit lies after the last day, so no day bears interest.";

const endWords = ({ asOf }: EntryView["screening"], to: Day): string =>
  to === asOf ? "the day of this screening" : "the refund's liquidation";

function forecastSentence({ interest }: EntryView["screening"], accrual: Accrual): readonly string[] {
  if (!interest?.forecast) return [];
  const { to, assumedDays, untilLiquidation, scheduledFor } = interest.forecast;
  const amount = formatUsd(interestText({ ...accrual, to }));
  const assumed = assumedDays === 0 ? "" : `, with ${assumedDaysText(assumedDays, accrual.ownRate)}`;
  const scheduled = scheduledFor === null ? "" : ` CBP has scheduled liquidation for ${scheduledFor}.`;
  const until = untilLiquidation ? " It runs until liquidation." : "";
  return [
    `Forecast to ${to}, 45 days after an acceptance today: ${amount}, estimate${assumed}.${scheduled}${until}`,
  ];
}
