import type { Entry, EntryFactName, TariffLine } from "../entry";
import type { Fact, FactSource } from "../facts";
import { sourceKey } from "./compared-cells";
import { settleFactRows } from "./fact-rows";
import { FACT_NAMES } from "./fact-values";
import { groupBy } from "./group-by";
import { settleLines } from "./settle-lines";

/**
 * The entry as it would be had one file never come: what the others show, settled anew. Answers of people stay.
 * @param others - the same entry as other files alone show it, where rows of theirs were dropped as mere repeats
 * @returns null when no other file shows the entry
 */
export function withoutFile(entry: Entry, file: string, others: readonly Entry[]): Entry | null {
  const isOther = ({ source }: { readonly source: FactSource }): boolean => source.file !== file;
  const rows = onceEach([entry, ...others].flatMap(linesIn)).filter(isOther);
  const facts = onceEach([entry, ...others].flatMap(({ factRows }) => factRows ?? [])).filter(isOther);
  if (rows.length === 0 && facts.length === 0) return null;
  const { lines, conflicts, echoes } = settleLines(rows);
  return {
    ...entry,
    facts: factsWithout(entry, isOther),
    ...{ lines, conflicts, echoes },
    factRows: settleFactRows(facts).used,
  };
}

/** Every row that still counts: used, in conflict, or kept as an echo. */
const linesIn = ({ lines, conflicts, echoes }: Entry): readonly TariffLine[] => [
  ...lines,
  ...conflicts.flatMap(({ variants }) => variants),
  ...(echoes ?? []),
];

const onceEach = <T extends { readonly source: FactSource }>(rows: readonly T[]): T[] =>
  [...groupBy(rows, ({ source }) => sourceKey(source)).values()].map(([row]) => row);

/** Sightings are kept for every file, so those of one can go and leave the others as they were. */
function factsWithout({ facts }: Entry, isOther: (sighting: Fact<unknown>[number]) => boolean) {
  const left = FACT_NAMES.map((name): [EntryFactName, Fact<unknown>] => [
    name,
    (facts[name] as Fact<unknown>).filter(isOther),
  ]);
  // Each list keeps the name it had, which fromEntries cannot say in its type.
  return Object.fromEntries(left) as Record<EntryFactName, Fact<never>>;
}
