import { addDays, type Day, weekdayOf } from "../day";
import { addUsd, type Usd, ZERO_USD } from "../money";
import type { ExpectedCash } from "./expected-cash";

/** One week, Monday to Sunday. Each sum of money stands in one week of each column, so both columns sum to the whole. */
export type CashWeek = {
  readonly monday: Day;
  /** USD: could arrive from this week on. */
  readonly earliest: Usd;
  /** USD: should have arrived by the end of this week. */
  readonly latest: Usd;
  readonly entries: number;
};

/** The Monday of the week of a day. */
export const mondayOf = (on: Day): Day => addDays(on, -((weekdayOf(on) + 6) % 7));

/**
 * Principal and interest by week. What could have come already could come from this week on; what is overdue is in no
 * week, because nobody can say when it comes.
 */
export function cashByWeek(expected: readonly ExpectedCash[], asOf: Day): readonly CashWeek[] {
  const weeks = new Map<Day, CashWeek>();
  const add = (on: Day, change: Partial<CashWeek>): void => {
    const monday = mondayOf(on);
    const known = weeks.get(monday) ?? { monday, earliest: ZERO_USD, latest: ZERO_USD, entries: 0 };
    weeks.set(monday, {
      monday,
      earliest: addUsd(known.earliest, change.earliest ?? ZERO_USD),
      latest: addUsd(known.latest, change.latest ?? ZERO_USD),
      entries: known.entries + (change.entries ?? 0),
    });
  };
  for (const { group, interest, earliest, latest, overdue } of expected) {
    if (overdue) continue;
    const amount = addUsd(group.principal, interest);
    add(earliest < asOf ? asOf : earliest, { earliest: amount });
    add(latest, { latest: amount, entries: group.entries });
  }
  return [...weeks.values()].sort((a, b) => (a.monday < b.monday ? -1 : 1));
}
