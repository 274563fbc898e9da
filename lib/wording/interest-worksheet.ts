import {
  accrueInterest,
  compareConventions,
  conventionNamed,
  toCents,
  usdText,
  type ConventionName,
  type Day,
  type InterestConvention,
  type InterestWorksheet,
  type RateClass,
  type Usd,
} from "@/lib/domain";

import { countOf } from "./count";
import { CONVENTION_WORDS, REASON_FOR_DEFAULT_WORDS, ROUNDED_FACTOR_FORMULA, ROW_FORMULAS } from "./interest";
import { formatUsd } from "./money";

/** Where the factor is rounded, only the factor from the start says what is paid. */
const isRounded = ({ factorDecimals }: InterestConvention): boolean => factorDecimals !== null;

/** A worksheet as text, part by part and quarter by quarter; amounts in exchange form, rounded for display only. */
export function worksheetText({ parts, total }: InterestWorksheet, convention: InterestConvention) {
  const rounded = isRounded(convention);
  return {
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
    total: usdText(total),
  };
}

export type WorksheetText = ReturnType<typeof worksheetText>;

/** How the rows are computed, so that anybody can do it by hand. */
export const worksheetFormula = (name: ConventionName, convention: InterestConvention): string =>
  `${CONVENTION_WORDS[name].sentence} ${isRounded(convention) ? ROUNDED_FACTOR_FORMULA : ROW_FORMULAS[convention.compounding]} Rows are shown rounded; only the total is rounded, once, half up.`;

/** What is compared: a principal in USD between two days, for one class of importer. */
type Compared = {
  readonly principal: Usd;
  readonly from: Day;
  readonly to: Day;
  readonly rateClass: RateClass;
  /** The user's own rate where none is published. */
  readonly ownRate: string | null;
};

/** Interest in exchange form, whole cents. */
export const interestText = (
  { principal, from, to, rateClass, ownRate }: Compared,
  name: ConventionName = "default",
): string => usdText(toCents(accrueInterest(principal, from, to, rateClass, conventionNamed(name, ownRate))));

/** Every convention with its figure, the difference from ours, and why ours is computed otherwise; ours first. */
export function comparisonText(
  compared: Compared,
  chosen: ConventionName,
  hrefOf: (name: ConventionName) => string,
) {
  const { principal, from, to, rateClass, ownRate } = compared;
  const row = (name: ConventionName, interest: string, difference: string | null, because: string) => ({
    ...{ name: CONVENTION_WORDS[name].name, href: hrefOf(name), interest, difference, because },
    selected: name === chosen,
  });
  return {
    open: chosen !== "default",
    rows: [
      row("default", interestText(compared), null, WHY_OURS),
      ...compareConventions(principal, from, to, rateClass, ownRate).map(
        ({ convention, interest, difference, because }) =>
          row(convention, usdText(interest), usdText(difference), REASON_FOR_DEFAULT_WORDS[because]),
      ),
    ],
  };
}

const WHY_OURS = "Our figure: the only reading with a text behind every part.";

const rateWords = (ownRate: string | null): string =>
  ownRate === null ? "an assumed rate: the last published one is held" : `an assumed rate: your ${ownRate} %`;

/** `12 days at an assumed rate: the last published one is held`. */
export const assumedDaysText = (days: number, ownRate: string | null): string =>
  `${countOf(days, "day", "days")} at ${rateWords(ownRate)}`;

export const assumedSentence = (days: number, ownRate: string | null): string =>
  `${countOf(days, "day rests", "days rest")} on ${rateWords(ownRate)}, because none is published yet.`;
