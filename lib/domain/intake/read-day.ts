import { addDays, type Day, day, isDay } from "../day";
import { cellText } from "./raw-row";

export type DayReading =
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "blank" }
  /** `dayFirst`: it reads as day before month (`13/02/2025`), so other dates of the column may be swapped unseen. */
  | { readonly kind: "unreadable"; readonly dayFirst: boolean };

const BLANK: DayReading = { kind: "blank" };

const TIME = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const MONTH_FIRST = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})${TIME}$`, "i");
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${TIME}$`, "i");
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const SERIAL = /^(\d{5})(?:\.\d+)?$/;

// Excel's 1900 system counts 2000-01-01 as day 36526. Outside these years a bare number is no date of an import.
const SERIAL_EPOCH = { serial: 36_526, day: day("2000-01-01") };
const SERIAL_LAST = 55_153; // 2050-12-31

/**
 * Reads a calendar day: MM/DD/YYYY, M/D/YY (always 20YY), ISO with or without a time, or an Excel serial number of
 * the 1900 system. A time of day and its zone are dropped: the day stands as printed.
 */
export function readDay(cell: string): DayReading {
  const text = cellText(cell);
  if (text === "" || text === "-") return BLANK;
  const found = readMonthFirst(text) ?? readYearFirst(text) ?? readSerial(text);
  if (found !== null) return { kind: "day", day: found };
  return { kind: "unreadable", dayFirst: isDayFirst(text) };
}

/** Whether a cell shows a day, on whatever row: then its column is in use. */
export const hasDay = (cell: string | undefined): boolean =>
  cell !== undefined && cell !== "" && readDay(cell).kind === "day";

function readMonthFirst(text: string): Day | null {
  const [, month = "", dayOfMonth = "", year = ""] = MONTH_FIRST.exec(text) ?? [];
  return toDay(year.length === 2 ? `20${year}` : year, month, dayOfMonth);
}

function readYearFirst(text: string): Day | null {
  const [, year = "", month = "", dayOfMonth = ""] = YEAR_FIRST.exec(text) ?? COMPACT.exec(text) ?? [];
  return toDay(year, month, dayOfMonth);
}

function readSerial(text: string): Day | null {
  const digits = SERIAL.exec(text)?.[1];
  if (digits === undefined) return null;
  const serial = Array.from(digits).reduce((sum, digit) => sum * 10 + digit.charCodeAt(0) - 48, 0);
  if (serial < SERIAL_EPOCH.serial || serial > SERIAL_LAST) return null;
  return addDays(SERIAL_EPOCH.day, serial - SERIAL_EPOCH.serial);
}

function toDay(year: string, month: string, dayOfMonth: string): Day | null {
  const text = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}

function isDayFirst(text: string): boolean {
  const [, first = "", second = "", year = ""] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(text) ?? [];
  return toDay(year.length === 2 ? `20${year}` : year, second, first) !== null;
}
