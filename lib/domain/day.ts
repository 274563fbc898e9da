/** A calendar day, ISO 8601 (`2026-11-21`), with no clock and no time zone: the law counts days, not hours. */
export type Day = string & { readonly __brand: "Day" };

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** 365 or 366. */
export const daysInYear = (year: number): number =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365;

/** True for an existing calendar day written `YYYY-MM-DD`, from 1900 to 2199: `2025-02-29` is not one. */
export function isDay(text: string): text is Day {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const month = digitsIn(text, 5, 7);
  const ofMonth = digitsIn(text, 8, 10);
  const leapDay = month === 2 ? daysInYear(digitsIn(text, 0, 4)) - 365 : 0;
  return ofMonth >= 1 && ofMonth <= (DAYS_IN_MONTH[month - 1] ?? 0) + leapDay;
}

/** The number that the digits from `start` up to `end` stand for. */
function digitsIn(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/** For days we wrote ourselves; throws on any other text. Cells from files go through `readDay`. */
export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`Not a calendar day: "${text}"`);
  return text;
}

// Counted by hand: a screening of a large file asks for several million days, and a Date costs twenty times as much.
// Years begin in March here, so that a leap day is the last day of its year and months have a regular length.

/** Days since 1 March of year 0, in the calendar of today. */
function dayNumberOf(on: Day): number {
  const month = digitsIn(on, 5, 7);
  const year = digitsIn(on, 0, 4) - (month <= 2 ? 1 : 0);
  const fromMarch = (month + 9) % 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((153 * fromMarch + 2) / 5) + digitsIn(on, 8, 10) - 1;
}

/** The day with a number of `dayNumberOf`; the count repeats every 400 years, which have 146,097 days. */
function dayWithNumber(count: number): Day {
  const era = Math.floor(count / 146_097);
  const ofEra = count - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - yearOfEra * 365 - Math.floor(yearOfEra / 4) + Math.floor(yearOfEra / 100);
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const ofMonth = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 1900 || year > 2199) throw new Error(`No calendar day of ours lies in the year ${year}`);
  return `${year}-${month < 10 ? "0" : ""}${month}-${ofMonth < 10 ? "0" : ""}${ofMonth}` as Day;
}

/** Whole days from `start` (counted) to `end` (not counted); negative when `end` comes first. */
export const daysBetween = (start: Day, end: Day): number => dayNumberOf(end) - dayNumberOf(start);

/** The day `days` calendar days after `start`; before it when negative. */
export const addDays = (start: Day, days: number): Day => dayWithNumber(dayNumberOf(start) + days);

/** The same calendar day `years` later; 29 February becomes 28 February where the year has none (the safe side). */
export function addYears(start: Day, years: number): Day {
  const year = String(yearOf(start) + years).padStart(4, "0");
  const same = `${year}${start.slice(4)}`;
  return isDay(same) ? same : day(`${year}-02-28`);
}

/** The calendar year, as a number. */
export const yearOf = (on: Day): number => digitsIn(on, 0, 4);

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (on: Day): number => (dayNumberOf(on) + 3) % 7; // 1 March of year 0 was a Wednesday

/** The calendar day in US Eastern time, where CBP's clocks run, at an instant. */
export const easternDay = (instant: Date): Day =>
  day(new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", dateStyle: "short" }).format(instant));

export const earlier = (a: Day, b: Day): Day => (a <= b ? a : b);
