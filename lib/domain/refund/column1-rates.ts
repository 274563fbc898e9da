import type { Entry } from "../entry";
import { type HtsNumber, rateLineOf } from "../identifiers";
import { isAboveZero, toCents, type Usd, wholeCentsOf } from "../money";
import { dutyAt } from "./assessed-duty";
import { type EntryLine, linesOf, type StackedRow } from "./entry-line";
import { PERCENT_DECIMALS_MAX, percentBehindCents } from "./whole-cents";

/** Whose word a rate is: the user's, the published tariff schedule's, or that of other lines of the data. */
export type Column1Basis = "given" | "published" | "learnt";

/** Ordinary (column 1 general) duty of one tariff number. `percent` "2.5" means 2.5 % of the entered value. */
export type Column1Rate = {
  readonly percent: string;
  readonly basis: Column1Basis;
  /** Edition of the tariff schedule, for a published rate. */
  readonly edition?: string;
  /** What lines of the data teach instead of the published rate. */
  readonly learnt?: string;
};

/** By tariff number of ten or eight digits; ask it with `column1RateOf`. */
export type Column1Rates = ReadonlyMap<HtsNumber, Column1Rate>;

/** What one commodity row says of its number's ordinary rate; null: its duty is no percentage of its value. */
export type Column1Evidence = { readonly hts: HtsNumber; readonly percent: string | null };

export const NO_COLUMN1_RATES: Column1Rates = new Map();

const NO_EVIDENCE: readonly Column1Evidence[] = [];

/** The percentage with the fewest decimals, at most two, that gives the duty to the cent, both above zero; or null. */
export function percentBehind(value: Usd, duty: Usd): string | null {
  const [valueCents, dutyCents] = [wholeCentsOf(value), wholeCentsOf(duty)];
  if (valueCents !== null && dutyCents !== null) {
    const percent = percentBehindCents(valueCents, dutyCents, PERCENT_DECIMALS_MAX);
    if (percent !== null) return percent === "none" ? null : percent;
  }
  return exactPercentBehind(value, duty);
}

function exactPercentBehind(value: Usd, duty: Usd): string | null {
  for (let decimals = 0; decimals <= PERCENT_DECIMALS_MAX; decimals += 1) {
    const percent = duty.times(100).div(value).toDecimalPlaces(decimals).toString();
    if (dutyAt(value, percent).equals(toCents(duty))) return percent;
  }
  return null;
}

const bearsDuty = ({ row }: StackedRow): boolean => row.duty !== null && !row.duty.isZero();

/**
 * What one line teaches of ordinary rates: rows with a 10-digit number, value and duty, alone of their kind on their
 * line, without preference or Chapter 98; its day of entry makes no difference. A row without duty teaches nothing: a
 * preference or an exclusion may have freed it. Kept small, so that millions of rows can be folded.
 */
function evidenceOfLine({ rows, goods, conflicts, hasChapter98 }: EntryLine): readonly Column1Evidence[] {
  if (!goods.some(bearsDuty) || hasChapter98 || conflicts.length > 0) return NO_EVIDENCE;
  const number = goods[0]?.row.hts;
  if (goods.some(({ row }) => row.hts !== number) || rows.some(({ row }) => row.spi !== null))
    return NO_EVIDENCE;
  const evidence: Column1Evidence[] = [];
  for (const { row } of goods) {
    const { hts, value, duty } = row;
    if (hts?.length === 10 && isAboveZero(value) && isAboveZero(duty))
      evidence.push({ hts, percent: percentBehind(value, duty) });
  }
  return evidence;
}

/** What lines taught so far. One row that disagrees leaves its number unknown; order never matters. */
export class Column1Lessons {
  /** By tariff number; null: the rows disagree, or one of them fits no percentage. */
  readonly #percents = new Map<HtsNumber, string | null>();

  add({ hts, percent }: Column1Evidence): void {
    const known = this.#percents.get(hts);
    this.#percents.set(hts, known === undefined || known === percent ? percent : null);
  }

  learnFrom(lines: readonly EntryLine[]): void {
    for (const line of lines) for (const evidence of evidenceOfLine(line)) this.add(evidence);
  }

  /** The day of entry makes no difference. */
  learnFromEntry(entry: Pick<Entry, "lines" | "conflicts">): void {
    this.learnFrom(linesOf(entry, null));
  }

  /** All that was learnt, once for each number: equal lessons, in whatever order they came. */
  evidence(): readonly Column1Evidence[] {
    return [...this.#percents].map(([hts, percent]) => ({ hts, percent }));
  }

  /** The rates on which all rows agree. */
  rates(): Column1Rates {
    const rates = new Map<HtsNumber, Column1Rate>();
    for (const [hts, percent] of this.#percents)
      if (percent !== null) rates.set(hts, { percent, basis: "learnt" });
    return rates;
  }
}

/** The rates on which all evidence agrees. */
export function ratesBehind(evidence: Iterable<Column1Evidence>): Column1Rates {
  const lessons = new Column1Lessons();
  for (const each of evidence) lessons.add(each);
  return lessons.rates();
}

/** What the rows of several entries teach together. */
export function lessonsOf(entries: Iterable<Pick<Entry, "lines" | "conflicts">>): Column1Lessons {
  const lessons = new Column1Lessons();
  for (const entry of entries) lessons.learnFromEntry(entry);
  return lessons;
}

/** Ordinary rates learnt from the rows of all entries of a screening; always inferred. */
export const learnColumn1Rates = (entries: Iterable<Pick<Entry, "lines" | "conflicts">>): Column1Rates =>
  lessonsOf(entries).rates();

/** A rate the user gives overrides any other. @param given - "2.5" means 2.5 % */
export const withGivenRates = (rates: Column1Rates, given: ReadonlyMap<HtsNumber, string>): Column1Rates =>
  new Map([...rates, ...[...given].map(([hts, percent]) => [hts, { percent, basis: "given" }] as const)]);

/**
 * A published rate overrides what lines teach, and never what the user gave.
 * @param published - rates that are a percentage of the value, "2.5" means 2.5 %; by eight or ten digits
 * @param edition - of the tariff schedule, as people name it; null when not known
 */
export function withPublishedRates(
  rates: Column1Rates,
  published: ReadonlyMap<HtsNumber, string>,
  edition: string | null = null,
): Column1Rates {
  const all = new Map(rates);
  for (const [hts, percent] of published) {
    const rate: Column1Rate = { percent, basis: "published", ...(edition === null ? {} : { edition }) };
    const known = rates.get(hts);
    if (known?.basis !== "given") all.set(hts, known ? preferred(known, rate) : rate);
  }
  return all;
}

const STRENGTH = { given: 2, published: 1, learnt: 0 } as const satisfies Record<Column1Basis, number>;

/** The stronger word; the number's own where both are equally strong. A published one keeps what lines teach instead. */
function preferred(own: Column1Rate, other: Column1Rate): Column1Rate {
  if (STRENGTH[own.basis] >= STRENGTH[other.basis]) return own;
  const disagrees = other.basis === "published" && own.percent !== other.percent;
  return disagrees ? { ...other, learnt: own.percent } : other;
}

/** The ordinary rate of a tariff number: its own, or that of its first eight digits; null while none is known. */
export function column1RateOf(rates: Column1Rates, hts: HtsNumber): Column1Rate | null {
  const own = rates.get(hts);
  const ofLine = hts.length > 8 ? rates.get(rateLineOf(hts)) : undefined;
  if (own === undefined || ofLine === undefined) return own ?? ofLine ?? null;
  return preferred(own, ofLine);
}
