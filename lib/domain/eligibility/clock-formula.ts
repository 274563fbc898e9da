import { addDays, addYears, type Day } from "../day";
import { type ClockKind, CLOCKS } from "../law/clocks";
import { HOLIDAY_YEARS } from "../law/holidays";
import { isWorkingDay } from "../interest/working-days";
import type { NonEmpty } from "../result";
import type { Clock } from "./clocks";

/** Where a clock starts and ends: all that its formula and its last safe day rest on. */
export type ClockSpan = Pick<Clock, "kind" | "from" | "lastDay">;

/** What a clock counts from. */
export type ClockStart = (typeof CLOCKS)[ClockKind]["countedFrom"] | "scheduled-liquidation";

/** One line of the sum: "2026-09-02 (last liquidation) + 80 days". */
export type ClockTerm = {
  readonly from: Day;
  readonly countedFrom: ClockStart;
  /** Negative: so many before. Zero: the day itself. */
  readonly plus: number;
  readonly unit: "days" | "years";
  readonly day: Day;
};

/** How the last day of a clock comes about: the earliest of its terms. */
export function clockFormulaOf({ kind, from, lastDay }: ClockSpan): NonEmpty<ClockTerm> {
  const main = mainTerm(kind, from);
  if (kind !== "psc" || lastDay === main.day) return [main];
  // A Post Summary Correction closes earlier only where a liquidation is scheduled.
  const plus = -CLOCKS.psc.daysBeforeScheduledLiquidation;
  const scheduled = addDays(lastDay, -plus);
  return [main, { from: scheduled, countedFrom: "scheduled-liquidation", plus, unit: "days", day: lastDay }];
}

function mainTerm(kind: ClockKind, from: Day): ClockTerm {
  const { countedFrom, days, daysMax, years }: Counted = CLOCKS[kind];
  if (years !== undefined)
    return { from, countedFrom, plus: years, unit: "years", day: addYears(from, years) };
  const plus = daysMax ?? days ?? 0;
  return { from, countedFrom, plus, unit: "days", day: addDays(from, plus) };
}

type Counted = {
  readonly countedFrom: ClockStart;
  readonly days?: number;
  readonly daysMax?: number;
  readonly years?: number;
};

/**
 * The last day on which one should plan to act; never after the last day, which does not move. Null where CBP acts and
 * not the filer, and on days whose legal holidays the table does not know.
 */
export function lastSafeDayOf({ kind, from, lastDay }: ClockSpan): Day | null {
  switch (CLOCKS[kind].lastSafeDay) {
    case "before-warning":
      return addDays(from, CLOCKS["cape-window"].warnFromDay - 1);
    case "open-day":
      return openDayUpTo(lastDay);
    case null:
      return null;
  }
}

/** A weekend and the holidays around it close at most a few days in a row. */
function openDayUpTo(last: Day): Day | null {
  for (let on = last; HOLIDAY_YEARS.from <= on && on <= HOLIDAY_YEARS.until; on = addDays(on, -1)) {
    if (isWorkingDay(on)) return on;
  }
  return null;
}
