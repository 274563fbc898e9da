import type { MonthLine } from "@/components/refunds/month-end-table";
import {
  addFigures,
  monthOf,
  monthsBetween,
  sumMonths,
  usdText,
  type CalendarMonth,
  type Day,
  type ImporterMonth,
  type MonthFigures,
  type ReceivableEntry,
} from "@/lib/domain";

import type { SearchParams } from "../../../search-params";

/** From the first filing or payment to today. */
export function monthsOf(entries: readonly ReceivableEntry[], asOf: Day): readonly CalendarMonth[] {
  const days = entries.flatMap(({ steps, paid }) => [...steps, ...paid].map(({ day }) => day));
  const [first] = days.toSorted();
  return first === undefined || first > asOf ? [] : monthsBetween(first, asOf);
}

/** A month that is offered; else the last one. */
export function readMonthQuery(
  found: SearchParams,
  months: readonly CalendarMonth[],
  asOf: Day,
): CalendarMonth {
  const asked = [found.month ?? ""].flat()[0] ?? "";
  return months.find((month) => month === asked) ?? months.at(-1) ?? monthOf(asOf);
}

/** Three lines for each importer, and three for all where there are several. */
export function toMonthLines(
  importers: readonly ImporterMonth[],
  names: ReadonlyMap<string, string>,
): readonly MonthLine[] {
  const lines = importers.flatMap(({ importerNumber, ...parts }) => {
    const name =
      importerNumber === null ? "Importer not known" : (names.get(importerNumber) ?? "") || importerNumber;
    return linesOf(importerNumber ?? "", name, parts, importers.length === 1);
  });
  return importers.length > 1
    ? [...lines, ...linesOf("all", "All importers", sumMonths(importers), true)]
    : lines;
}

const linesOf = (
  key: string,
  name: string,
  { principal, interest }: Pick<ImporterMonth, "principal" | "interest">,
  isTotal: boolean,
): readonly MonthLine[] => [
  { ...textOf(principal), key: `${key} principal`, name, part: "Principal", isTotal: false },
  { ...textOf(interest), key: `${key} interest`, name, part: "Interest", isTotal: false },
  { ...textOf(addFigures(principal, interest)), key: `${key} both`, name, part: "Both", isTotal },
];

const textOf = ({ opening, added, paid, diverted, rejected, open }: MonthFigures) => ({
  ...{ opening: usdText(opening), added: usdText(added), paid: usdText(paid), diverted: usdText(diverted) },
  ...{ rejected: usdText(rejected), open: usdText(open) },
});
