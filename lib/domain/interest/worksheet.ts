import type { Day } from "../day";
import type { RateClass } from "../law/interest-rates";
import { addUsd, subtractUsd, sumUsd, toCents, type Usd, ZERO_USD } from "../money";
import type { NonEmpty } from "../result";
import { type PrincipalPart, principalParts } from "./accrue";
import { DEFAULT_CONVENTION, type InterestConvention } from "./convention";
import {
  COMPOUNDING_RULES,
  factorText,
  type Growth,
  growthOfQuarters,
  growthOfSpan,
  interestFrom,
} from "./growth";
import { type InterestPeriod, periodsAt } from "./periods";
import { ratesUnder } from "./rates-under";

/** One quarter of the worksheet: its days and rate, what it earned and what stands at its end. */
export type WorksheetRow = InterestPeriod & {
  /** Interest of one dollar in the quarter, nine decimals. */
  readonly factor: string;
  /** Interest of one dollar from the start, nine decimals. */
  readonly factorSoFar: string;
  /** What bears the interest, USD, unrounded: the balance carried in, or the principal where interest bears none. */
  readonly bearing: Usd;
  /** USD, unrounded: factor × bearing; where the factor is rounded, the growth of factor so far × principal. */
  readonly interest: Usd;
  /** USD, unrounded: principal and all interest so far. */
  readonly balance: Usd;
};

/** The whole principal, or one of the two parts of the corporate cut. */
export type WorksheetPart = PrincipalPart & {
  readonly rows: readonly WorksheetRow[];
  /** USD, unrounded: the sum of the rows. */
  readonly interest: Usd;
};

export type InterestWorksheet = {
  readonly parts: NonEmpty<WorksheetPart>;
  /** USD, whole cents: the rows of all parts, added and rounded once. */
  readonly total: Usd;
  /** Interest days whose rate is not published yet. */
  readonly assumedDays: number;
};

/** The computation quarter by quarter, so that it can be checked with a pocket calculator. */
export function interestWorksheet(
  principal: Usd,
  start: Day,
  end: Day,
  rateClass: RateClass,
  convention: InterestConvention = DEFAULT_CONVENTION,
): InterestWorksheet {
  const [first, ...more] = principalParts(principal, rateClass, convention);
  const worked = (part: PrincipalPart): WorksheetPart => {
    const periods = periodsAt(ratesUnder(convention, rateClass, part.cut), start, end, convention);
    const rows = rowsOf(part.principal, periods, convention);
    return { ...part, rows, interest: sumUsd(rows.map(({ interest }) => interest)) };
  };
  const parts = [worked(first), ...more.map(worked)] as const;
  const assumed = parts[0].rows.filter((row) => row.assumed);
  return {
    parts,
    total: toCents(sumUsd(parts.map(({ interest }) => interest))),
    assumedDays: assumed.reduce((days, row) => days + row.days, 0),
  };
}

/** Each row is the growth of the factor since the row before, so that the rows add up under every convention. */
function rowsOf(
  principal: Usd,
  periods: readonly InterestPeriod[],
  { compounding, factorDecimals }: InterestConvention,
): readonly WorksheetRow[] {
  const rows: WorksheetRow[] = [];
  const quarters: Growth[] = [];
  let soFar = ZERO_USD;
  for (const period of periods) {
    const growth = growthOfSpan(period, compounding);
    quarters.push(growth);
    const growthSoFar = growthOfQuarters(quarters, compounding);
    const earned = interestFrom(principal, growthSoFar, factorDecimals);
    rows.push({
      ...period,
      factor: factorText(growth),
      factorSoFar: factorText(growthSoFar),
      bearing: COMPOUNDING_RULES[compounding].carried ? addUsd(principal, soFar) : principal,
      interest: subtractUsd(earned, soFar),
      balance: addUsd(principal, earned),
    });
    soFar = earned;
  }
  return rows;
}
