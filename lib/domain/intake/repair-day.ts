import { type Day, isDay } from "../day";
import { cellText } from "./raw-row";
import { outlookOf, type RepairCandidate, type RepairOutlook } from "./repair-proposal";

const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const DAY_NAMED_MONTH = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ ,-]+(\d{4}|\d{2})$/;
const NAMED_MONTH_DAY = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4}|\d{2})$/;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** How a date that cannot be read may have been meant; always a choice, because a clock would move unseen. */
export function dayOutlook(found: string): RepairOutlook {
  const text = cellText(found);
  const dayFirst = readDayFirst(text);
  const plain = dayFirst === null ? readPlainly(text) : null;
  const candidates: RepairCandidate[] = [];
  if (dayFirst !== null)
    candidates.push({ action: "read-day-first", proposed: dayFirst, proof: "one-of-several" });
  if (plain !== null)
    candidates.push({ action: "write-date-plainly", proposed: plain, proof: "only-reading" });
  return outlookOf(candidates, "not-understood");
}

/** The calendar day of `13/02/2025` or `03/04/2025` where the day is printed before the month; null for other texts. */
export function readDayFirst(cell: string): Day | null {
  const [, first = "", second = "", year = ""] = NUMBERS.exec(cellText(cell)) ?? [];
  return toDay(year, second, first);
}

/** How a date is written: `only` one of the two orders can be true, `either`, or it is no date of numbers. */
export function orderOf(cell: string): "day-first" | "month-first" | "either" | null {
  const [, first = "", second = "", year = ""] = NUMBERS.exec(cellText(cell)) ?? [];
  const dayFirst = toDay(year, second, first) !== null;
  const monthFirst = toDay(year, first, second) !== null;
  if (!dayFirst && !monthFirst) return null;
  return dayFirst && monthFirst ? "either" : dayFirst ? "day-first" : "month-first";
}

function readPlainly(text: string): Day | null {
  const [, year = "", month = "", day = ""] = YEAR_FIRST.exec(text) ?? [];
  if (year !== "") return toDay(year, month, day);
  const [, dayA = "", nameA = "", yearA = ""] = DAY_NAMED_MONTH.exec(text) ?? [];
  const [, nameB = "", dayB = "", yearB = ""] = NAMED_MONTH_DAY.exec(text) ?? [];
  const at = MONTHS.indexOf((nameA || nameB).slice(0, 3).toLowerCase());
  return at === -1 ? null : toDay(yearA || yearB, String(at + 1), dayA || dayB);
}

/** Two digits of a year are 20YY, as everywhere in intake. */
function toDay(year: string, month: string, dayOfMonth: string): Day | null {
  const text = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}
