import { daysBetween } from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { formatDaysAway } from "@/lib/wording/day";

type AgedView = Pick<EntryView, "importNames" | "exportDays"> & {
  readonly screening: Pick<EntryView["screening"], "asOf">;
};

/**
 * How old the newest dated file of the entry is. Facts are taken as true on the day of screening, and "Unliquidated" of
 * an old file may not be. Empty where no file carries its day.
 */
export function toFileAge({ screening: { asOf }, importNames, exportDays }: AgedView): {
  readonly age?: string;
} {
  const [newest] = [...exportDays].toSorted(([, a], [, b]) => (a < b ? 1 : -1));
  if (newest === undefined) return {};
  const [file, madeOn] = newest;
  const name = importNames.get(file) ?? "a file that is gone";
  return {
    age: `Newest dated file: ${name}, made on ${madeOn}, ${formatDaysAway(daysBetween(asOf, madeOn))}. What changed in ACE since then is not in it.`,
  };
}
