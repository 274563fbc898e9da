import { addUsd, compareUsd, subtractUsd, type Usd, ZERO_USD } from "../money";

/** USD, exact: the amount is at least `min` and at most `max`; null: this data sets no upper bound. */
export type AmountRange = {
  readonly min: Usd;
  readonly max: Usd | null;
};

export const exactly = (amount: Usd): AmountRange => ({ min: amount, max: amount });

export const NOTHING: AmountRange = exactly(ZERO_USD);

/** At least nothing, and no upper bound: a duty cell that cannot be read. */
export const UNBOUNDED: AmountRange = { min: ZERO_USD, max: null };

const lesser = (a: Usd, b: Usd): Usd => (compareUsd(a, b) < 0 ? a : b);
const greater = (a: Usd, b: Usd): Usd => (compareUsd(a, b) > 0 ? a : b);

/** Either nothing or the whole of it: a bound of the range moves to zero, whichever side zero is on. */
export const upTo = ({ min, max }: AmountRange): AmountRange => ({
  min: lesser(min, ZERO_USD),
  max: max && greater(max, ZERO_USD),
});

/** USD, exact; without upper bound when one of the two has none. Adding `NOTHING` costs nothing. */
export function addRanges(a: AmountRange, b: AmountRange): AmountRange {
  if (a === NOTHING) return b;
  if (b === NOTHING) return a;
  const min = addUsd(a.min, b.min);
  // Most amounts are certain, one object for both bounds: then one addition does.
  if (a.min === a.max && b.min === b.max) return exactly(min);
  return { min, max: a.max && b.max && addUsd(a.max, b.max) };
}

/** USD, exact; zero for an empty list, without upper bound when one part has none. */
export const sumRanges = (ranges: readonly AmountRange[]): AmountRange => ranges.reduce(addRanges, NOTHING);

/** The smallest range that holds all of them; zero for an empty list. */
export const spanOf = (ranges: readonly AmountRange[]): AmountRange =>
  ranges.reduce(
    (span, range) => ({
      min: lesser(span.min, range.min),
      max: span.max && range.max && greater(span.max, range.max),
    }),
    ranges[0] ?? NOTHING,
  );

/** The one amount, or null while it is a range. */
export const certainAmount = ({ min, max }: AmountRange): Usd | null =>
  max === min || (max !== null && compareUsd(max, min) === 0) ? min : null;

/** The range less an amount, USD, exact. */
export const subtractFrom = ({ min, max }: AmountRange, amount: Usd): AmountRange => ({
  min: subtractUsd(min, amount),
  max: max && subtractUsd(max, amount),
});
