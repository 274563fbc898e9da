import {
  conventionNamed,
  INTEREST_RATES,
  interestWorksheet,
  readOwnRate,
  sumUsd,
  toCents,
  usd,
  usdText,
  ZERO_USD,
  type Day,
  type InterestWorksheet,
} from "@/lib/domain";
import type { GrowthPoint } from "@/components/tools/growth-chart";
import type { ManyDeposits } from "@/components/tools/many-deposits";
import { RATE_CLASS_NAMES } from "@/lib/wording/interest";
import {
  assumedSentence,
  comparisonText,
  interestText,
  worksheetFormula,
  worksheetText,
} from "@/lib/wording/interest-worksheet";
import { formatUsd } from "@/lib/wording/money";

import { calculationHref, type CalculationQuery, type Deposit, type PastedRow } from "./calculation";

export const INTEREST_PATH = "/tools/interest";

/** The worksheet of one deposit, and what every other convention would say. */
export function toCalculation({ principal, from, to }: Deposit, query: CalculationQuery) {
  const ownRate = readOwnRate(query.rate);
  const convention = conventionNamed(query.convention, ownRate);
  const worksheet = interestWorksheet(principal, from, to, query.rateClass, convention);
  const compared = { principal, from, to, rateClass: query.rateClass, ownRate };
  return {
    interest: usdText(worksheet.total),
    ours: interestText(compared),
    assumedDays: worksheet.assumedDays,
    growth: growthPoints(from, worksheet),
    worksheet: {
      ...worksheetText(worksheet, convention),
      facts: [
        { term: "Principal", value: formatUsd(usdText(principal)), mono: true },
        { term: "Class", value: RATE_CLASS_NAMES[query.rateClass] },
        { term: "Deposited", value: from, mono: true },
        { term: "Through", value: to, mono: true },
      ],
      totalHeading:
        query.convention === "default" ? "Interest, estimate, USD" : "Interest under this comparison, USD",
      notes: [
        worksheetFormula(query.convention, convention),
        ...(worksheet.assumedDays === 0 ? [] : [assumedSentence(worksheet.assumedDays, ownRate)]),
      ],
    },
    comparison: comparisonText(compared, query.convention, (name) =>
      calculationHref(INTEREST_PATH, query, { convention: name }),
    ),
  };
}

/** The interest at the end of each quarter, of all parts together; nothing on the day of the deposit. */
function growthPoints(from: Day, { parts: [first, ...others] }: InterestWorksheet): readonly GrowthPoint[] {
  let soFar = ZERO_USD;
  const points = first.rows.map(({ to, interest }, index): GrowthPoint => {
    soFar = sumUsd([soFar, interest, ...others.flatMap(({ rows }) => rows[index]?.interest ?? [])]);
    return { day: to, interest: usdText(toCents(soFar)) };
  });
  return [{ day: from, interest: usdText(ZERO_USD) }, ...points];
}

/** One line for each pasted row, and their total. */
export function toManyDeposits(rows: readonly PastedRow[], query: CalculationQuery): ManyDeposits {
  const ownRate = readOwnRate(query.rate);
  const answers = rows.map(({ row, text, reading }) => {
    if (reading.kind === "problems")
      return { row, text, problem: Object.values(reading.problems).join(" "), figures: null };
    const { principal, from, to } = reading.deposit;
    const interest = interestText(
      { principal, from, to, rateClass: query.rateClass, ownRate },
      query.convention,
    );
    return { row, text, problem: null, figures: { principal: usdText(principal), from, to, interest } };
  });
  const read = answers.flatMap(({ figures }) => figures ?? []);
  const total = (amounts: readonly string[]) => usdText(sumUsd(amounts.map((amount) => usd(amount))));
  return {
    rows: answers,
    principal: total(read.map(({ principal }) => principal)),
    interest: total(read.map(({ interest }) => interest)),
    unread: answers.length - read.length,
  };
}

/** The overpayment rates by quarter, newest first, each with where it was published. */
export const toRateRows = (today: Day) =>
  INTEREST_RATES.toReversed().map(({ from, until, annualPercent, confidence, source }) => ({
    from,
    until,
    corporation: annualPercent.corporation,
    other: annualPercent.other,
    source: `${source.law} (${source.published})`,
    inferred: confidence !== "proven",
    current: from <= today && today <= until,
  }));
