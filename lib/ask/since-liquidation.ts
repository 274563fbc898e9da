import { CLOCKS } from "@/lib/domain";

const TIME_SINCE = /\b(\d{1,3}) (day|week|month|year)s?\b/i;
const ABOUT_LIQUIDATION = /\bliquidat/i;

/** Whole days, roughly: they choose the chapter that is quoted and decide nothing about an entry. */
const DAYS = { day: 1, week: 7, month: 30, year: 365 } as const;

/**
 * Under which words our pages say what is open so long after liquidation: CAPE, a protest or court. Empty where the
 * question does not tell how long.
 */
export function openAfter(question: string): string {
  const [, count, unit] = TIME_SINCE.exec(question) ?? [];
  if (count === undefined || !isUnit(unit) || !ABOUT_LIQUIDATION.test(question)) return "";
  const days = Number(count) * DAYS[unit];
  if (days <= CLOCKS["cape-window"].days) return "cape liquidated days";
  return days <= CLOCKS.protest.days ? "protest liquidated days" : "court protest liquidated days";
}

const isUnit = (unit: string | undefined): unit is keyof typeof DAYS => unit !== undefined && unit in DAYS;
