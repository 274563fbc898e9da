import type { Entry } from "../entry";
import type { HtsNumber } from "../identifiers";
import { toCents, type Usd, ZERO_USD } from "../money";
import { type EntryLine, linesOf } from "./entry-line";

/** Ordinary (column 1 general) duty of one tariff number. `percent` "2.5" means 2.5 % of the entered value. */
export type Column1Rate = { readonly percent: string; readonly basis: "given" | "learnt" };

export type Column1Rates = ReadonlyMap<HtsNumber, Column1Rate>;

/** What one commodity row says of its number's ordinary rate; null: its duty is no percentage of its value. */
export type Column1Evidence = { readonly hts: HtsNumber; readonly percent: string | null };

export const NO_COLUMN1_RATES: Column1Rates = new Map();

const DECIMALS_MAX = 2;

/** Ordinary duty on a value, USD, half up to the cent, as each line of an entry summary is computed (19 CFR 141.61). */
export const ordinaryDuty = (value: Usd, percent: string): Usd =>
  toCents(value.times(percent).div(100) as Usd);

/** The percentage with the fewest decimals, at most two, that gives the duty to the cent; null when none does. */
export function percentBehind(value: Usd, duty: Usd): string | null {
  for (let decimals = 0; decimals <= DECIMALS_MAX; decimals += 1) {
    const percent = duty.times(100).div(value).toDecimalPlaces(decimals).toString();
    if (ordinaryDuty(value, percent).equals(toCents(duty))) return percent;
  }
  return null;
}

/**
 * What the entry's rows teach of ordinary rates: rows with a 10-digit number, value and duty, alone of their kind on
 * their line, without preference or Chapter 98. A row without duty teaches nothing: a preference or an exclusion may
 * have freed it. Kept small, so that millions of rows can be folded by `ratesBehind`.
 */
export const column1Evidence = (entry: Pick<Entry, "lines" | "conflicts">): readonly Column1Evidence[] =>
  linesOf(entry, null).flatMap(evidenceOfLine);

function evidenceOfLine(line: EntryLine): readonly Column1Evidence[] {
  const commodities = line.rows.filter(({ role }) => role.kind === "commodity");
  const numbers = new Set(commodities.map(({ row }) => row.hts));
  const chapter98 = line.rows.some(({ role }) => role.kind === "chapter-98");
  if (numbers.size !== 1 || chapter98 || line.conflicts.length > 0) return [];
  if (line.rows.some(({ row }) => row.spi !== null)) return [];
  return commodities.flatMap(({ row: { hts, value, duty } }) => {
    if (hts?.length !== 10 || !value?.greaterThan(ZERO_USD) || !duty?.greaterThan(ZERO_USD)) return [];
    return [{ hts, percent: percentBehind(value, duty) }];
  });
}

/** The rates on which all evidence agrees. One row that disagrees leaves its number unknown; order never matters. */
export function ratesBehind(evidence: Iterable<Column1Evidence>): Column1Rates {
  const seen = new Map<HtsNumber, string | null>();
  for (const { hts, percent } of evidence) {
    seen.set(hts, seen.has(hts) && seen.get(hts) !== percent ? null : percent);
  }
  const rates = new Map<HtsNumber, Column1Rate>();
  for (const [hts, percent] of seen) if (percent !== null) rates.set(hts, { percent, basis: "learnt" });
  return rates;
}

/** Ordinary rates learnt from the rows of all entries of a screening; always inferred. */
export const learnColumn1Rates = (entries: Iterable<Pick<Entry, "lines" | "conflicts">>): Column1Rates =>
  ratesBehind([...entries].flatMap(column1Evidence));

/** A rate the user gives overrides one that was learnt. @param given - "2.5" means 2.5 % */
export const withGivenRates = (learnt: Column1Rates, given: ReadonlyMap<HtsNumber, string>): Column1Rates =>
  new Map([...learnt, ...[...given].map(([hts, percent]) => [hts, { percent, basis: "given" }] as const)]);
