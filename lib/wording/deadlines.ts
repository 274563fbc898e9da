import { countOf, formatCount } from "./count";
import { formatUsd } from "./money";

/** `51,200.00 and 3 ranges`: certain dollars, and how many amounts are known only as a range. */
export function formatSumAtRisk(amount: string, ranges: number): string {
  if (ranges === 0) return formatUsd(amount);
  const more = ranges === 1 ? "a range" : `${formatCount(ranges)} ranges`;
  return amount === "0.00" ? more : `${formatUsd(amount)} and ${more}`;
}

/** What stands in the head of the deadlines. */
export const describeSums = (clocks: number, atRisk: string, ranges: number): string =>
  `${countOf(clocks, "last day", "last days")} of entries, ${formatSumAtRisk(atRisk, ranges)} USD at risk`;

export const WITHIN_WORDS = {
  "30": "the next 30 days",
  "60": "the next 60 days",
  "90": "the next 90 days",
  "180": "the next 180 days",
  "365": "the next 365 days",
  all: "any day ahead",
} as const;

/** Headings of the deadlines as a file, in the order of its columns. */
export const DEADLINE_EXPORT_HEADINGS = [
  "Last day",
  "Days left",
  "Last safe day",
  "What ends",
  "Entry number",
  "Importer number",
  "Lane",
  "At risk, USD",
  "Counted",
  "Estimate",
  "Disputed",
  "Law",
] as const;
