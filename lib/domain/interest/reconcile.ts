import type { RateClass } from "../law/interest-rates";
import type { Usd } from "../money";
import type { NonEmpty } from "../result";
import { CONVENTION_NAMES } from "./convention";
import type { DaysToTry, DayToTry } from "./reconcile-days";
import {
  endsAround,
  endsGiving,
  type InterestReading,
  type ReadingLine,
  readingLines,
} from "./reconcile-lines";

export type { InterestReading } from "./reconcile-lines";

export type Reconciliation = {
  /** What we would have said: the default convention, the importer's class, the best days. */
  readonly ours: InterestReading;
  /** Readings that give CBP's figure to the cent, the simplest first; empty when none does. */
  readonly reproduced: readonly InterestReading[];
  /** When none does: the readings from named days that come closest, at most five, the closest first. */
  readonly nearest: readonly InterestReading[];
};

export type ReconcileQuestion = DaysToTry & {
  /** What CBP refunded, USD. */
  readonly principal: Usd;
  /** The interest CBP paid, USD, whole cents. */
  readonly paid: Usd;
  /** The importer's own class first. */
  readonly rateClasses: NonEmpty<RateClass>;
};

/** Conventions × classes × starts × ends; `daysToTry` stays below it. More is a mistake of the caller and throws. */
export const RECONCILE_TRIES_MAX = 60_000;

const NEAREST_MAX = 5;

/**
 * Which convention, dates and class give the interest that CBP paid. A reading that computes what a simpler one for
 * the same days and class has computed is left out. Small principals fit many readings, since few cents lie between.
 */
export function reconcileInterest(question: ReconcileQuestion): Reconciliation {
  const { principal, paid, starts, ends, rateClasses } = question;
  const tries = CONVENTION_NAMES.length * rateClasses.length * starts.length * ends.length;
  if (tries > RECONCILE_TRIES_MAX)
    throw new Error(`${tries} readings to try, ${RECONCILE_TRIES_MAX} at most`);
  const lines = readingLines(principal, paid, starts, rateClasses);
  const [first] = lines;
  if (first === undefined) throw new Error("Starts and classes to try cannot be empty");
  const byDay = ends.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const reproduced = withoutTwins(lines, (line) => endsGiving(paid, byDay, line));
  const nearest = () => nearestOf(lines, (line) => endsAround(paid, byDay.filter(isNamed), line));
  return {
    ours: first.readingTo(ends[0]),
    reproduced: bySimplicity(reproduced, question),
    nearest: reproduced.length > 0 ? [] : nearest(),
  };
}

type EndsOf = (line: ReadingLine) => DaysToTry["ends"][number][];

const isNamed = ({ daysOff }: DayToTry<unknown>): boolean => daysOff === 0;

/** For the same days and class only the simplest of the conventions that compute the very same, cents and all. */
function withoutTwins(lines: readonly ReadingLine[], endsOf: EndsOf): readonly InterestReading[] {
  const figures = new Map<string, readonly Usd[]>();
  const readings: InterestReading[] = [];
  for (const line of lines) {
    for (const end of endsOf(line)) {
      const reading = line.readingTo(end);
      const key = `${reading.rateClass} ${line.start.on} ${end.on}`;
      const known = figures.get(key) ?? [];
      const exact = line.interestTo(end);
      if (known.some((figure) => figure.eq(exact))) continue;
      figures.set(key, [...known, exact]);
      readings.push(reading);
    }
  }
  return readings;
}

/** Fewest departures from our own reading first, then the nearest days, then the order of the candidates. */
function bySimplicity(
  readings: readonly InterestReading[],
  { starts, ends, rateClasses }: ReconcileQuestion,
): readonly InterestReading[] {
  const departures = ({ convention, rateClass, start, end }: InterestReading): number =>
    [
      convention !== "default",
      rateClass !== rateClasses[0],
      start !== starts[0],
      end.kind !== ends[0].kind || end.daysOff !== 0,
    ].filter(Boolean).length;
  const daysOff = ({ start, end }: InterestReading): number =>
    Math.abs(start.daysOff) + Math.abs(end.daysOff);
  return readings.toSorted((a, b) => departures(a) - departures(b) || daysOff(a) - daysOff(b));
}

function nearestOf(lines: readonly ReadingLine[], endsOf: EndsOf): readonly InterestReading[] {
  return lines
    .filter(({ start }) => isNamed(start))
    .flatMap((line) => endsOf(line).map(line.readingTo))
    .toSorted((a, b) => a.difference.abs().comparedTo(b.difference.abs()))
    .slice(0, NEAREST_MAX);
}
