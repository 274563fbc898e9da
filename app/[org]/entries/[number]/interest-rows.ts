import type { ComponentProps } from "react";

import type { InterestComparison } from "@/components/entries/interest-comparison";
import type { InterestPanel } from "@/components/entries/interest-panel";
import type { InterestWorksheet } from "@/components/entries/interest-worksheet";
import {
  accrueInterest,
  compareConventions,
  conventionNamed,
  interestWorksheet,
  LAST_PUBLISHED_RATE_DAY,
  toCents,
  usdText,
  type ConventionName,
  type Day,
  type DepositBasis,
  type RateClass,
  type Usd,
} from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { countOf } from "@/lib/wording/count";
import {
  CONVENTION_WORDS,
  DEPOSIT_BASIS_WORDS,
  RATE_CLASS_NAMES,
  REASON_FOR_DEFAULT_WORDS,
  ROUNDED_FACTOR_FORMULA,
  ROW_FORMULAS,
} from "@/lib/wording/interest";
import { formatUsd } from "@/lib/wording/money";

import { conventionHref, pairsBeside, readOwnRate, type InterestQuery } from "./interest-query";

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

const accruedTo = ({ principal, from, rateClass, ownRate }: Accrual, to: Day, name: ConventionName): string =>
  usdText(toCents(accrueInterest(principal, from, to, rateClass, conventionNamed(name, ownRate))));

/** Null where no interest runs. */
export function toInterestPanel(
  view: EntryView,
  query: InterestQuery,
  path: string,
): ComponentProps<typeof InterestPanel> | null {
  const accrual = accrualOf(view, query);
  if (accrual === null) return null;
  const { assumedDays = 0, forecast = null } = view.screening.interest ?? {};
  const compared = toComparison(accrual, query, path);
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
  const { parts, total, assumedDays } = interestWorksheet(principal, from, to, rateClass, convention);
  const rounded = convention.factorDecimals !== null;
  return {
    facts: [
      { term: "Principal", value: formatUsd(usdText(principal)), mono: true },
      { term: "Class", value: RATE_CLASS_NAMES[rateClass] },
      { term: "Deposited", value: `${from}, ${DEPOSIT_BASIS_WORDS[basis]}` },
      { term: "Accrued through", value: `${to}, ${endWords(screening, to)}` },
    ],
    parts: parts.map(({ principal: part, cut, rows, interest }) => ({
      name: parts.length === 1 ? null : `${cut ? "The rest" : "The first part"}, ${formatUsd(usdText(part))}`,
      interest: usdText(interest),
      rows: rows.map((row) => ({
        ...row,
        factor: rounded ? row.factorSoFar : row.factor,
        bearing: usdText(rounded ? part : row.bearing),
        interest: usdText(row.interest),
        balance: usdText(row.balance),
      })),
    })),
    factorHeading: rounded ? "Factor so far" : "Factor",
    totalHeading: name === "default" ? "Interest, estimate, USD" : "Interest under this comparison, USD",
    total: usdText(total),
    notes: [
      `${CONVENTION_WORDS[name].sentence} ${rounded ? ROUNDED_FACTOR_FORMULA : ROW_FORMULAS[convention.compounding]} Rows are shown rounded; only the total is rounded, once, half up.`,
      ...(assumedDays === 0 ? [] : [assumedSentence(assumedDays, ownRate)]),
      ...(screening.interest?.startsAfterEnd ? [STARTS_AFTER_END] : []),
      ...forecastSentence(screening, accrual),
    ],
  };
}

const STARTS_AFTER_END = "The day of deposit lies after the last day, so no day bears interest.";

const endWords = ({ asOf }: EntryView["screening"], to: Day): string =>
  to === asOf ? "the day of this screening" : "the refund's liquidation";

const rateWords = (ownRate: string | null): string =>
  ownRate === null ? "an assumed rate: the last published one is held" : `an assumed rate: your ${ownRate} %`;

const assumedSentence = (days: number, ownRate: string | null): string =>
  `${countOf(days, "day rests", "days rest")} on ${rateWords(ownRate)}, because none is published yet.`;

function forecastSentence({ interest }: EntryView["screening"], accrual: Accrual): readonly string[] {
  if (!interest?.forecast) return [];
  const { to, assumedDays, untilLiquidation, scheduledFor } = interest.forecast;
  const amount = formatUsd(accruedTo(accrual, to, "default"));
  const assumed =
    assumedDays === 0 ? "" : `, with ${countOf(assumedDays, "day", "days")} at ${rateWords(accrual.ownRate)}`;
  const scheduled = scheduledFor === null ? "" : ` CBP has scheduled liquidation for ${scheduledFor}.`;
  const until = untilLiquidation ? " It runs until liquidation." : "";
  return [
    `Forecast to ${to}, 45 days after an acceptance today: ${amount}, estimate${assumed}.${scheduled}${until}`,
  ];
}

function toComparison(
  accrual: Accrual,
  query: InterestQuery,
  path: string,
): ComponentProps<typeof InterestComparison> {
  const { principal, from, to, rateClass, ownRate } = accrual;
  const compared = compareConventions(principal, from, to, rateClass, ownRate);
  const row = (name: ConventionName, interest: string, difference: string | null, because: string) => ({
    name: CONVENTION_WORDS[name].name,
    href: conventionHref(path, query, name),
    interest,
    difference,
    because,
    selected: name === query.convention,
  });
  return {
    open: query.convention !== "default",
    rows: [
      row(
        "default",
        accruedTo(accrual, to, "default"),
        null,
        "Our figure: the only reading with a text behind every part.",
      ),
      ...compared.map(({ convention, interest, difference, because }) =>
        row(convention, usdText(interest), usdText(difference), REASON_FOR_DEFAULT_WORDS[because]),
      ),
    ],
  };
}
