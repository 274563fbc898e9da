import type { FactRow } from "@/components/entries/facts-table";
import type { Description } from "@/components/ui/description-list";
import {
  asSettled,
  filerCodeOf,
  knownValue,
  type EntryFactName,
  type EntryFacts,
  type FactSource,
} from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { formatCount } from "@/lib/wording/count";
import { formatEntryType } from "@/lib/wording/entry-types";
import { FACT_NAMES } from "@/lib/wording/facts";

/** What names an entry, on top of its page. */
export function toHeaderFacts({ entry, screening }: EntryView): readonly Description[] {
  const { facts } = asSettled(entry);
  const known = (name: EntryFactName) =>
    textOf(knownValue(facts[name] as EntryFacts["entryType"])) ?? "not known";
  const type = knownValue(facts.entryType);
  return [
    { term: "Entry type", value: type === null ? "not known" : formatEntryType(type, screening.asOf) },
    { term: "Entry date", value: known("entryDate"), mono: true },
    { term: "Importer of record", value: known("importerName") },
    { term: "IOR number", value: known("importerNumber"), mono: true },
    { term: "Liquidation date", value: known("liquidationDate"), mono: true },
    { term: "Liquidation status", value: known("liquidationStatus") },
    { term: "Filer", value: filerCodeOf(entry.number), mono: true },
    { term: "Reconciliation", value: known("reconciliationFlag") },
  ];
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" ? value : value === true ? "yes" : null;

/** Facts that some file shows, each value with its file and row; settled ones with what was overruled. */
export function toFactRows(view: EntryView, base: string): readonly FactRow[] {
  const { facts } = view.entry;
  const settled = asSettled(view.entry).facts;
  const names = Object.keys(FACT_NAMES) as EntryFactName[];
  return names.flatMap((name) => {
    const sightings = facts[name] as EntryFacts["entryType"];
    if (sightings.length === 0) return [];
    const values = sightings.map(({ value, source }) => ({
      value: textOf(value) ?? "",
      source: sourceText(source, view.importNames),
      href: `${base}/imports/${source.file}`,
      overruled: !settled[name].some((known) => known.value === value),
    }));
    return [{ name: FACT_NAMES[name], values }];
  });
}

/** "ES003_part2.xlsx, row 4,182". */
export const sourceText = ({ file, row }: FactSource, names: ReadonlyMap<string, string>): string =>
  `${names.get(file) ?? "a file that is gone"}, row ${formatCount(row)}`;
