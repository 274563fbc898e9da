import { addDays, type Day, weekdayOf } from "../day";
import { HOLIDAY_YEARS, LEGAL_HOLIDAYS } from "../law/holidays";

const HOLIDAYS: ReadonlySet<Day> = new Set(LEGAL_HOLIDAYS.map(({ on }) => on));

/** Monday to Friday, unless a legal holiday is observed (5 U.S.C. 6103). Throws outside the years of the table. */
export function isWorkingDay(on: Day): boolean {
  if (on < HOLIDAY_YEARS.from || on > HOLIDAY_YEARS.until) {
    throw new Error(
      `No legal holidays known for ${on}: the table covers ${HOLIDAY_YEARS.from} to ${HOLIDAY_YEARS.until}`,
    );
  }
  const weekday = weekdayOf(on);
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(on);
}

/** The `count`-th working day after `start`; day 1 is the first working day after it. */
export function workingDayAfter(start: Day, count: number): Day {
  let on = start;
  for (let counted = 0; counted < count;) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) counted += 1;
  }
  return on;
}
