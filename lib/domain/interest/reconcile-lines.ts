import type { RateClass } from "../law/interest-rates";
import { addUsd, subtractUsd, toCents, type Usd, usd } from "../money";
import { createInterestTable } from "./accrue";
import { CONVENTION_NAMES, type ConventionName, conventionNamed } from "./convention";
import { rememberingGrowthOfSpan } from "./growth";
import type { DayToTry, EndKind, StartKind } from "./reconcile-days";

/** One way in which CBP may have computed, and the figure it gives. */
export type InterestReading = {
  readonly convention: ConventionName;
  readonly rateClass: RateClass;
  readonly start: DayToTry<StartKind>;
  readonly end: DayToTry<EndKind>;
  /** USD, whole cents. */
  readonly interest: Usd;
  /** USD, whole cents: this figure less what CBP paid. */
  readonly difference: Usd;
};

/** One start, class and convention. Its interest never falls as the end moves on, so ends are found by halving. */
export type ReadingLine = {
  readonly start: DayToTry<StartKind>;
  /** USD, unrounded. */
  readonly interestTo: (end: DayToTry<EndKind>) => Usd;
  readonly readingTo: (end: DayToTry<EndKind>) => InterestReading;
};

/** Every start with every class and convention, the default first. */
export function readingLines(
  principal: Usd,
  paid: Usd,
  starts: readonly DayToTry<StartKind>[],
  rateClasses: readonly RateClass[],
): readonly ReadingLine[] {
  const growthOf = rememberingGrowthOfSpan();
  const tables = CONVENTION_NAMES.map((convention) => ({
    convention,
    ...createInterestTable(conventionNamed(convention), growthOf),
  }));
  const lineOf = (
    start: DayToTry<StartKind>,
    rateClass: RateClass,
    table: (typeof tables)[number],
  ): ReadingLine => {
    const { convention, interestOn } = table;
    const interestTo: ReadingLine["interestTo"] = ({ on }) => interestOn(principal, start.on, on, rateClass);
    const readingTo: ReadingLine["readingTo"] = (end) => {
      const interest = toCents(interestTo(end));
      return { convention, rateClass, start, end, interest, difference: subtractUsd(interest, paid) };
    };
    return { start, interestTo, readingTo };
  };
  return starts.flatMap((start) =>
    rateClasses.flatMap((rateClass) => tables.map((table) => lineOf(start, rateClass, table))),
  );
}

/** A small principal earns the same cents on many days: so many of them, the best first. */
const SAME_CENTS_MAX = 7;

const CENT = usd("0.01");

/** The ends to which a line gives exactly what was paid. @param ends - in their order of days */
export function endsGiving(paid: Usd, ends: readonly DayToTry<EndKind>[], line: ReadingLine) {
  const first = firstReaching(paid, ends, line);
  const behind = firstReaching(addUsd(paid, CENT), ends, line);
  return ends
    .slice(first, behind)
    .toSorted((a, b) => Math.abs(a.daysOff) - Math.abs(b.daysOff))
    .slice(0, SAME_CENTS_MAX);
}

/** The last end below what was paid and the first that reaches it. @param ends - in their order of days */
export function endsAround(paid: Usd, ends: readonly DayToTry<EndKind>[], line: ReadingLine) {
  const first = firstReaching(paid, ends, line);
  return ends.slice(Math.max(0, first - 1), first + 1);
}

/** The index of the first end whose interest, in whole cents, is `amount` or more; their number when none is. */
function firstReaching(amount: Usd, ends: readonly DayToTry<EndKind>[], line: ReadingLine): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const end = ends[middle];
    if (end === undefined || toCents(line.interestTo(end)).gte(amount)) high = middle;
    else low = middle + 1;
  }
  return low;
}
