import type { Column1Basis } from "@/lib/domain";
import { countOf } from "./count";
import { formatPercent } from "./tariff";

/** Whose word an ordinary rate is. */
export const COLUMN_1_BASIS_WORDS = {
  given: { name: "Given", meaning: "Somebody of your organization looked it up and typed it in." },
  published: { name: "Published", meaning: "It stands in the tariff schedule that USITC publishes." },
  learnt: { name: "Learnt", meaning: "Other lines of your files paid it; no schedule was asked." },
} as const satisfies Record<Column1Basis, { readonly name: string; readonly meaning: string }>;

type RateTaken = { readonly entries: number; readonly inBackground: boolean };

/** What follows from a rate that was given or withdrawn. */
export function describeRateTaken({ entries, inBackground }: RateTaken): string {
  if (inBackground)
    return `${countOf(entries, "entry", "entries")} with this number are screened again in the background; figures follow within minutes.`;
  return entries === 1
    ? "1 entry was screened again."
    : `${countOf(entries, "", "entries")} were screened again.`;
}

export const NUMBER_NOT_FOUND = "No line of your organization has this tariff number any more.";
export const RATE_NOT_GIVEN = "No rate was given for this number; somebody may have withdrawn it already.";

type Edition = { readonly edition: string; readonly numbers: number };

/** What is known of the published schedule, and how to get it. */
export const describeEdition = (loaded: Edition | null): string =>
  loaded === null
    ? "No tariff schedule is loaded. Whoever runs CapeDesk can load USITC's file once: `npm run reference:hts -- FILE`."
    : `Tariff schedule loaded: ${loaded.edition}, ${countOf(loaded.numbers, "number", "numbers")}.`;

/** Beside a published rate that the organization's own lines contradict. */
export const describeLearntInstead = (percent: string): string => `your lines paid ${formatPercent(percent)}`;
