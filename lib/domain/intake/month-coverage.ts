import type { Day } from "../day";
import { IEEPA_WINDOW } from "../law/chapter-99";

/** A calendar month, `2025-02`. */
export type Month = string;

/**
 * covered: some entry has its date in the month. gap: none has, though months before and after it are covered. open: none
 * has, and the month belongs to the IEEPA window.
 */
export type MonthCoverage = { readonly month: Month; readonly kind: "covered" | "gap" | "open" };

/** The calendar month of a day. */
export const monthOf = (on: Day): Month => on.slice(0, "2025-02".length);

/** Every month of the IEEPA window and every one between the first and the last covered month, in order. */
export function monthCoverage(covered: Iterable<Month>): readonly MonthCoverage[] {
  const shown = new Set(covered);
  const [first, last] = [[...shown].toSorted().at(0), [...shown].toSorted().at(-1)];
  const [from, until] = [monthOf(IEEPA_WINDOW.from), monthOf(IEEPA_WINDOW.until)];
  const start = first !== undefined && first < from ? first : from;
  const end = last !== undefined && last > until ? last : until;
  const months: MonthCoverage[] = [];
  for (let month = start; month <= end; month = monthAfter(month)) {
    const isBetween = first !== undefined && last !== undefined && first < month && month < last;
    months.push({ month, kind: shown.has(month) ? "covered" : isBetween ? "gap" : "open" });
  }
  return months;
}

function monthAfter(month: Month): Month {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, "2025-02".length);
}
