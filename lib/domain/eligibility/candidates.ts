import { addDays } from "../day";
import { enteredOn } from "../entered-on";
import type { Entry, EntryFacts, TariffLine } from "../entry";
import { type Fact, valuesOf } from "../facts";
import { IEEPA_WINDOW } from "../law/chapter-99";
import { isAboveZero } from "../money";
import type { AmountRange } from "../refund/amount-range";
import { isNonEmpty, type NonEmpty } from "../result";

/**
 * The values a fact may have. known: the files show one. torn: they show several. missing: representatives of every
 * value that could change a lane. assumed: nothing shows it, and it is taken as absent.
 */
export type Candidates<T> = {
  readonly values: NonEmpty<T>;
  readonly basis: "known" | "torn" | "missing" | "assumed";
};

export const known = <T>(value: T): Candidates<T> => ({ values: [value], basis: "known" });
export const missing = <T>(values: NonEmpty<T>): Candidates<T> => ({ values, basis: "missing" });
export const assumed = <T>(value: T): Candidates<T> => ({ values: [value], basis: "assumed" });
export const found = <T>(values: NonEmpty<T>): Candidates<T> => ({
  values,
  basis: values.length === 1 ? "known" : "torn",
});

/** One of each kind that the law treats apart: consumption, AD/CVD, zone, never, informal, warehouse, withdrawal. */
const REPRESENTATIVE_TYPES: NonEmpty<string> = ["01", "03", "06", "08", "11", "21", "31"];

/** Two digits, from texts such as `1` or `01 ABI/A`; null for anything else. */
function entryTypeIn(text: string): string | null {
  const digits = /^\s*(\d{1,2})(?!\d)/.exec(text)?.[1];
  return digits === undefined ? null : digits.padStart(2, "0");
}

/** Each different reading of what the files show, once. */
function readingsOf<T, R>(fact: Fact<T>, read: (value: T) => R): readonly R[] {
  const readings = valuesOf(fact).map(read);
  return readings.length < 2 ? readings : [...new Set(readings)];
}

export function entryTypeCandidates({ entryType }: EntryFacts): Candidates<string> {
  const types = readingsOf(entryType, entryTypeIn).filter((type) => type !== null);
  return isNonEmpty(types) ? found(types) : missing(REPRESENTATIVE_TYPES);
}

/** Unknown: the first and last day of the IEEPA window and the day after it, so that every side is tried. */
export function entryDateCandidates(entry: Entry): Candidates<UncertainDay> {
  const { days } = enteredOn(entry);
  if (isNonEmpty(days)) return found(days);
  return missing([IEEPA_WINDOW.from, IEEPA_WINDOW.until, addDays(IEEPA_WINDOW.until, 1)]);
}
type UncertainDay = ReturnType<typeof addDays>;

/** A net below zero, a range that reaches zero and an entry without rows leave open whether it bears IEEPA duty. */
export function dutiableCandidates(paid: AmountRange, rows: number): Candidates<boolean> {
  if (rows === 0) return missing([true, false]);
  if (isAboveZero(paid.min)) return known(true);
  return paid.min.isZero() && paid.max?.isZero() ? known(false) : missing([true, false]);
}

const NO = /^(n|no|none|false|0+|-+|n\/a|not flagged)$/i;

/** `Y`, `VALUE`, a code or a date say yes. */
export const saysYes = (flag: string): boolean => !NO.test(flag.trim());

/** Blank is no sighting, and no sighting is taken as no. */
export function flagCandidates(fact: Fact<string>): Candidates<boolean> {
  const flags = readingsOf(fact, saysYes);
  return isNonEmpty(flags) ? found(flags) : assumed(false);
}

const REFUSED_CONTROL = /^(rejected|cancel+ed)/i;
const ACCEPTED = /^accepted/i;
const PAID = /^paid/i;

/** Control Status speaks of the summary only where it says Rejected or Cancelled; any other word there means nothing. */
export function summaryRefusedCandidates(facts: EntryFacts): Candidates<string | null> {
  const summary = valuesOf(facts.summaryStatus).map((status) =>
    ACCEPTED.test(status.trim()) ? null : status,
  );
  const control = valuesOf(facts.controlStatus).filter((status) => REFUSED_CONTROL.test(status.trim()));
  const statuses = [...new Set([...summary, ...control])];
  return isNonEmpty(statuses) ? found(statuses) : assumed(null);
}

export function statementUnpaidCandidates({ statementStatus }: EntryFacts): Candidates<string | null> {
  const statuses = readingsOf(statementStatus, (status) => (PAID.test(status.trim()) ? null : status));
  return isNonEmpty(statuses) ? found(statuses) : assumed(null);
}

/** Two readings only where variants of one row declare different tariff numbers. */
export function declaredCandidates({ lines, conflicts }: Entry): Candidates<readonly TariffLine[]> {
  if (conflicts.length === 0) return known(lines);
  const agreed = conflicts.filter(({ variants }) => new Set(variants.map(({ hts }) => hts)).size === 1);
  const certain = [...lines, ...agreed.map(({ variants }) => variants[0])];
  if (agreed.length === conflicts.length) return known(certain);
  return { values: [certain, [...lines, ...conflicts.flatMap(({ variants }) => variants)]], basis: "torn" };
}
