import type { EntryRow } from "@/components/entries/entries-table";
import type { ListedEntry } from "@/lib/data/entry-list";
import { CLOCKS, daysBetween, formatEntryNumber, usdText, type Day } from "@/lib/domain";
import { formatDay, formatDayCount } from "@/lib/wording/day";

/** A listed entry as plain text. */
export function toEntryRow(
  entry: ListedEntry,
  base: string,
  importers: ReadonlyMap<string, string>,
  asOf: Day,
): EntryRow {
  return {
    number: formatEntryNumber(entry.number),
    href: `${base}/entries/${entry.number}`,
    lane: entry.lane,
    entryType: entry.entryType,
    importer: entry.importerNumber && nameOf(entry.importerNumber, importers),
    entryDate: entry.entryDate && formatDay(entry.entryDate),
    liquidation: {
      day: entry.liquidationDate && formatDay(entry.liquidationDate),
      note: liquidationNote(entry.liquidationDate, asOf),
    },
    refundableMin: usdText(entry.refundable ?? entry.refundableMin),
    refundableMax: boundText(entry),
    interest: entry.interest && usdText(entry.interest),
  };
}

/** A file may give the number without the name. */
function nameOf(importerNumber: string, importers: ReadonlyMap<string, string>): string {
  const name = importers.get(importerNumber) ?? "";
  return name === "" ? importerNumber : name;
}

function boundText({ refundable, refundableMax }: ListedEntry): string | null {
  const bound = refundable ?? refundableMax;
  return bound && usdText(bound);
}

/** `day 80 of 80` inside the CAPE window, `day 141` behind it. */
function liquidationNote(liquidated: Day | null, asOf: Day): string {
  if (liquidated === null) return "no date";
  const days = daysBetween(liquidated, asOf);
  if (days < 0) return "scheduled";
  const { days: windowDays } = CLOCKS["cape-window"];
  return days <= windowDays ? formatDayCount(days, windowDays) : `day ${String(days)}`;
}
