/** A calendar day, ISO 8601 (`2026-11-21`), with no clock and no time zone: the law counts days, not hours. */
export type Day = string & { readonly __brand: "Day" };

const MILLISECONDS_PER_DAY = 86_400_000;

/** True for an existing calendar day written `YYYY-MM-DD`, from 1900 to 2199: `2025-02-29` is not one. */
export function isDay(text: string): text is Day {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text); // date-only ISO text is read as UTC, so no zone can move it
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** For days we wrote ourselves; throws on any other text. Cells from files go through `readDay`. */
export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`Not a calendar day: "${text}"`);
  return text;
}

/** Whole days from `start` (counted) to `end` (not counted); negative when `end` comes first. */
export const daysBetween = (start: Day, end: Day): number =>
  (Date.parse(end) - Date.parse(start)) / MILLISECONDS_PER_DAY;

/** The day `days` calendar days after `start`; before it when negative. */
export const addDays = (start: Day, days: number): Day =>
  day(new Date(Date.parse(start) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10));

/** The same calendar day `years` later; 29 February becomes 28 February where the year has none (the safe side). */
export function addYears(start: Day, years: number): Day {
  const year = String(yearOf(start) + years).padStart(4, "0");
  const same = `${year}${start.slice(4)}`;
  return isDay(same) ? same : day(`${year}-02-28`);
}

/** The calendar year, as a number. */
export const yearOf = (on: Day): number => new Date(Date.parse(on)).getUTCFullYear();

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (on: Day): number => new Date(Date.parse(on)).getUTCDay();

/** 365 or 366. */
export const daysInYear = (year: number): number =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365;

/** The calendar day in US Eastern time, where CBP's clocks run, at an instant. */
export const easternDay = (instant: Date): Day =>
  day(new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", dateStyle: "short" }).format(instant));

export const earlier = (a: Day, b: Day): Day => (a <= b ? a : b);
