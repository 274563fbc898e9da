import type { Day } from "../day";
import { createInterestTable, type InterestTable } from "../interest/accrue";
import { CONVENTION_NAMES, type ConventionName, conventionNamed } from "../interest/convention";
import { rememberingGrowthOfSpan } from "../interest/growth";
import type { DaysToTry, DayToTry, EndKind, StartKind } from "../interest/reconcile-days";
import type { RateClass } from "../law/interest-rates";
import type { Usd } from "../money";

/** How CBP may have computed an interest that is not ours: one way, applied to one entry. */
export type InterestCause = {
  readonly convention: ConventionName;
  readonly rateClass: RateClass;
  readonly start: DayToTry<StartKind>;
  readonly end: DayToTry<EndKind>;
  /** Entries of the same payment whose interest it gives to the cent, this one included. */
  readonly entriesExplained: number;
  /** Other single departures from our reading that give the same cents on this entry: it proves less alone. */
  readonly alsoFitting: number;
};

/** Interest that CBP paid and that our reading does not give. */
export type InterestQuestion = {
  /** What CBP refunded, USD. */
  readonly principal: Usd;
  /** USD, whole cents. */
  readonly paid: Usd;
  readonly days: DaysToTry;
  readonly rateClass: RateClass;
};

/** One table per convention, sharing what they have in common; it lives as long as one reconciliation. */
export type InterestTables = ReadonlyMap<ConventionName, InterestTable>;

export function interestTables(): InterestTables {
  const growthOf = rememberingGrowthOfSpan();
  return new Map(
    CONVENTION_NAMES.map((name) => [name, createInterestTable(conventionNamed(name), growthOf)]),
  );
}

/** A departure from our reading, whatever the entry: the days are named by kind and distance. */
export type Departure = Pick<InterestCause, "convention" | "rateClass"> & {
  readonly start: readonly [kind: StartKind, daysOff: number];
  readonly end: readonly [kind: EndKind, daysOff: number];
};

export function singleDepartures({
  days: { starts, ends },
  rateClass,
}: InterestQuestion): readonly Departure[] {
  const start = nameOf(starts[0]);
  const end = nameOf(ends[0]);
  const ours = { convention: "default", rateClass, start, end } as const satisfies Departure;
  return [
    ...CONVENTION_NAMES.slice(1).map((convention) => ({ ...ours, convention })),
    { ...ours, rateClass: rateClass === "corporation" ? "other" : "corporation" },
    ...starts.slice(1).map((day) => ({ ...ours, start: nameOf(day) })),
    ...ends.slice(1).map((day) => ({ ...ours, end: nameOf(day) })),
  ];
}

export const nameOf = <Kind>({ kind, daysOff }: DayToTry<Kind>): readonly [Kind, number] => [kind, daysOff];

export function daysOf({ days }: InterestQuestion, { start, end }: Departure) {
  const found = {
    start: days.starts.find(({ kind, daysOff }) => kind === start[0] && daysOff === start[1]),
    end: days.ends.find(({ kind, daysOff }) => kind === end[0] && daysOff === end[1]),
  };
  return found.start === undefined || found.end === undefined ? null : { start: found.start, end: found.end };
}

export function gives(question: InterestQuestion, departure: Departure, tables: InterestTables): boolean {
  const days = daysOf(question, departure);
  if (days === null) return false;
  return interestBy(tables, question.principal, days.start.on, days.end.on, departure).eq(question.paid);
}

/** USD, whole cents, under a named convention. */
export function interestBy(
  tables: InterestTables,
  principal: Usd,
  start: Day,
  end: Day,
  { convention, rateClass }: Pick<InterestCause, "convention" | "rateClass">,
): Usd {
  const table = tables.get(convention);
  if (table === undefined) throw new Error(`No interest table for ${convention}`);
  return table.centsOn(principal, start, end, rateClass);
}
