import {
  addYears,
  CONVENTION_NAMES,
  FIRST_RATE_DAY,
  readAmount,
  ZERO_USD,
  type ConventionName,
  type Day,
  type RateClass,
  type Usd,
} from "@/lib/domain";

import { dayIn } from "../day-in";
import { all, one as textOf, type SearchParams } from "../../../search-params";

/** All of it stands in the address, so a link carries the whole calculation. */
export type CalculationQuery = {
  readonly amount: string;
  readonly deposit: string;
  readonly to: string;
  readonly rows: string;
  /** Pasted lines that no address can carry, and that are therefore not in `rows`. */
  readonly rowsLeftOut: number;
  readonly rateClass: RateClass;
  readonly convention: ConventionName;
  /** The user's own rate where none is published, "6.5"; blank holds the last one. */
  readonly rate: string;
};

const CHARACTERS_MAX = 40;
/** What an address carries through browsers and servers. */
const ROWS_CHARACTERS_MAX = 6_000;

export function readCalculationQuery(found: SearchParams): CalculationQuery {
  const one = (name: string): string => textOf(found[name]).slice(0, CHARACTERS_MAX);
  const convention = one("convention");
  const { rows, rowsLeftOut } = rowsThatFit(all(found.rows)[0] ?? "");
  return {
    amount: one("amount"),
    deposit: one("deposit"),
    to: one("to"),
    rows,
    rowsLeftOut,
    rateClass: one("class") === "other" ? "other" : "corporation",
    convention: CONVENTION_NAMES.find((name) => name === convention) ?? "default",
    rate: one("rate"),
  };
}

/** Whole lines only: half an amount would be another amount. */
function rowsThatFit(text: string): Pick<CalculationQuery, "rows" | "rowsLeftOut"> {
  const lines = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim());
  let characters = 0;
  const fitting = lines.filter((line) => (characters += line.length + 1) <= ROWS_CHARACTERS_MAX);
  return { rows: fitting.join("\n"), rowsLeftOut: lines.length - fitting.length };
}

/** The same calculation as an address, with some of it changed. */
export function calculationHref(
  path: string,
  query: CalculationQuery,
  change: Partial<CalculationQuery> = {},
): string {
  const { rateClass, convention, rowsLeftOut: _, ...texts } = { ...query, ...change };
  const pairs = Object.entries({
    ...texts,
    class: rateClass === "corporation" ? "" : rateClass,
    convention: convention === "default" ? "" : convention,
  }).filter(([, value]) => value !== "");
  const search = new URLSearchParams(pairs).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** A principal that bears interest from the day after `from` through `to`. */
export type Deposit = { readonly principal: Usd; readonly from: Day; readonly to: Day };

export type CalculationField = "amount" | "deposit" | "to";
export type CalculationProblems = Partial<Record<CalculationField, string>>;

export type DepositReading =
  | { readonly kind: "read"; readonly deposit: Deposit }
  | { readonly kind: "problems"; readonly problems: CalculationProblems };

/** A blank last day is today. */
export function readDeposit(texts: Pick<CalculationQuery, CalculationField>, today: Day): DepositReading {
  const problems: CalculationProblems = {};
  const amount = readAmount(texts.amount);
  const principal = amount.kind === "amount" ? amount.amount : null;
  if (principal === null || principal.lte(ZERO_USD))
    problems.amount = "Enter an amount above zero, such as 12,500.00.";
  const from = dayIn(texts.deposit);
  if (from === null) problems.deposit = "Enter the day of the deposit, such as 2025-06-16.";
  else if (from < FIRST_RATE_DAY) problems.deposit = `Rates are known from ${FIRST_RATE_DAY} on.`;
  const to = texts.to === "" ? today : dayIn(texts.to);
  if (to === null) problems.to = "Enter the last day, such as 2026-11-21.";
  else if (to > addYears(today, YEARS_AHEAD))
    problems.to = `No more than ${String(YEARS_AHEAD)} years ahead.`;
  else if (from !== null && to < from) problems.to = "This day lies before the deposit.";
  if (principal === null || from === null || to === null || Object.keys(problems).length > 0)
    return { kind: "problems", problems };
  return { kind: "read", deposit: { principal, from, to } };
}

const YEARS_AHEAD = 10;

export type PastedRow = { readonly row: number; readonly text: string; readonly reading: DepositReading };

/** Amount, deposit and last day of each pasted line, as copied from a spreadsheet; a missing last day is the form's. */
export const readPastedRows = ({ rows, to }: CalculationQuery, today: Day): readonly PastedRow[] =>
  rows.split(/\r?\n/).flatMap((text, index): readonly PastedRow[] => {
    if (text.trim() === "") return [];
    // Cells that are divided by tabs, as spreadsheets copy them, may hold blanks: "$ 12,500.00".
    const divider = /[\t;]/.test(text) ? /\s*[\t;]\s*/ : /\s+/;
    const [amount = "", deposit = "", last = ""] = text.trim().split(divider);
    return [
      { row: index + 1, text, reading: readDeposit({ amount, deposit, to: last === "" ? to : last }, today) },
    ];
  });
