import type { Day } from "@/lib/domain";

/** A day is written as the law's clocks count it: `2026-09-02`. */
export const formatDay = (on: Day): string => on;

const IN_WORDS = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "long" });

/** `29 June 2026`: a day inside a sentence. */
export const formatDayInWords = (on: Day): string => IN_WORDS.format(new Date(`${on}T00:00:00Z`));

/** Months of entry, both included: `Entered 2025-03 to 2025-09`. @param from, to - `2025-03`; empty: no bound */
export function formatMonths(from: string, to: string): string {
  if (from === "") return to === "" ? "All months" : `Entered until ${to}`;
  if (to === "") return `Entered from ${from} on`;
  return from === to ? `Entered in ${from}` : `Entered ${from} to ${to}`;
}

/** `day 80 of 80`: the day count that stands beside a date. */
export const formatDayCount = (dayNumber: number, of: number): string =>
  `day ${String(dayNumber)} of ${String(of)}`;

/** Distance from today, in calendar days: `today`, `in 6 days`, `80 days ago`. */
export function formatDaysAway(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${String(days)} days` : `${String(-days)} days ago`;
}

const EASTERN = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/New_York",
  dateStyle: "short",
  timeStyle: "short",
  hourCycle: "h23",
});

/** An instant as CBP's offices see it: `2026-11-21 09:03 ET`. @param instant - ISO 8601 with a zone */
export const formatInstant = (instant: string): string =>
  `${EASTERN.format(new Date(instant)).replace(",", "")} ET`;
