import { addDays, type Day, daysBetween } from "../day";
import { FIRST_COVERED } from "../law/entry-types";
import { HOLIDAY_YEARS } from "../law/holidays";
import { FIRST_RATE_DAY } from "../law/interest-rates";
import { isNonEmpty, type NonEmpty } from "../result";
import { type DepositBasis, depositDayOf } from "./deposit-day";

/** Where a day on which interest may have started or ended comes from. */
export type StartKind = "given" | DepositBasis | "entry-date";
export type EndKind = "given" | "refund-date" | "liquidation-date" | "any-day";

/** A day to try. `daysOff`: how far it lies from the day that its kind names; negative before it. */
export type DayToTry<Kind> = { readonly on: Day; readonly kind: Kind; readonly daysOff: number };

export type DaysToTry = {
  readonly starts: NonEmpty<DayToTry<StartKind>>;
  readonly ends: NonEmpty<DayToTry<EndKind>>;
};

/** What is known of the payment of the duty and of the refund; null is unknown. */
export type KnownDays = {
  readonly givenStart: Day | null;
  readonly paymentDate: Day | null;
  readonly entryDate: Day | null;
  /** A statement column or the importer's settings: the monthly statement is tried first. */
  readonly monthly: boolean;
  readonly givenEnd: Day | null;
  readonly refundedOn: Day | null;
  readonly liquidatedOn: Day | null;
  readonly asOf: Day;
};

/** How far the days to try reach; with `RECONCILE_TRIES_MAX` they bound the work. */
const REACH = {
  /** Around each named day, where the end is known. */
  nearDays: 3,
  /** An unknown end: the last so many days before the as-of day, from the start of CAPE on. */
  anyDaysMax: 366,
} as const;

type Named<Kind> = readonly [kind: Kind, on: Day | null];

/**
 * The days on which CBP may have started and ended its interest, best first; null when no start is known at all.
 * A known end is tried with its neighbours; without one, every day since CAPE began, from the named starts only.
 */
export function daysToTry(known: KnownDays): DaysToTry | null {
  const reach = known.givenEnd === null ? 0 : REACH.nearDays;
  const starts = around(startsOf(known), reach);
  const ends = around<EndKind>(
    [
      ["given", known.givenEnd],
      ["refund-date", known.refundedOn],
      ["liquidation-date", known.liquidatedOn],
      ...(known.givenEnd === null ? anyDays(known.asOf) : []),
    ],
    reach,
  );
  return isNonEmpty(starts) && isNonEmpty(ends) ? { starts, ends } : null;
}

function startsOf({ givenStart, paymentDate, entryDate, monthly }: KnownDays): readonly Named<StartKind>[] {
  const derived = [monthly, !monthly].map((statement): Named<StartKind> => {
    if (entryDate === null || entryDate < HOLIDAY_YEARS.from || addDays(entryDate, 60) > HOLIDAY_YEARS.until)
      return ["ten-working-days", null];
    const { day, basis } = depositDayOf(entryDate, { paymentDate: null, monthly: statement });
    return [basis, day];
  });
  return [["given", givenStart], ["payment-date", paymentDate], ...derived, ["entry-date", entryDate]];
}

function anyDays(asOf: Day): readonly Named<EndKind>[] {
  const earliest = addDays(asOf, 1 - REACH.anyDaysMax);
  const first = earliest > FIRST_COVERED.day ? earliest : FIRST_COVERED.day;
  const days = Math.max(0, daysBetween(first, asOf) + 1);
  return Array.from({ length: days }, (_, index) => ["any-day", addDays(first, index)]);
}

/** Every named day, then their neighbours by distance; a day once, by its best name; none before the first rate. */
function around<Kind>(named: readonly Named<Kind>[], reach: number): readonly DayToTry<Kind>[] {
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  offsets.sort((a, b) => Math.abs(a) - Math.abs(b));
  const tried = new Map<Day, DayToTry<Kind>>();
  for (const daysOff of offsets) {
    for (const [kind, base] of named) {
      if (base === null) continue;
      const on = addDays(base, daysOff);
      if (on >= FIRST_RATE_DAY && !tried.has(on)) tried.set(on, { on, kind, daysOff });
    }
  }
  return [...tried.values()];
}
