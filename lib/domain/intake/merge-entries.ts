import type { ClaimSighting, Entry, EntryFactName, EntryFacts, TariffLine } from "../entry";
import { type Fact, type FactSource, mergeFacts } from "../facts";
import { mergeAnswers } from "../settlements/answers";
import { bySource, sourceKey } from "./compared-cells";
import type { SettledAside } from "./entry-in-the-making";
import { settleFactRows } from "./fact-rows";
import { FACT_NAMES } from "./fact-values";
import { groupBy } from "./group-by";
import { settleLines } from "./settle-lines";

export type MergedEntry = {
  readonly entry: Entry;
  /** Rows of either side that were used and now repeat another row or stand in a conflict. */
  readonly setAside: readonly SettledAside[];
  /** Rows that are used again, because a third file shows what the odd row was; `was` is why they were set aside. */
  readonly restored: readonly { readonly source: FactSource; readonly was: SettledAside["reason"] }[];
};

/**
 * What two files together show of one entry. Merging is the same in every order: all rows are settled anew as if they
 * stood in one file, and different facts stay side by side.
 */
export function mergeEntries(a: Entry, b: Entry): MergedEntry {
  if (a.number !== b.number) throw new Error(`Not one entry: ${a.number} and ${b.number}`);
  const { lines, conflicts, echoes, repeats } = settleLines(withoutDoubles([...rowsOf(a), ...rowsOf(b)]));
  const factRows = settleFactRows(withoutDoubles([...(a.factRows ?? []), ...(b.factRows ?? [])]));
  const entry: Entry = {
    number: a.number,
    facts: mergeAllFacts(a.facts, b.facts),
    lines,
    conflicts,
    echoes,
    factRows: factRows.used,
    claims: mergeClaims(a.claims, b.claims),
    answers: mergeAnswers(a.answers, b.answers),
  };
  const repeatTwins = new Map([
    ...repeats.map(({ line, twin }) => [sourceKey(line.source), twin.source] as const),
    ...factRows.repeats.map(({ source, twin }) => [sourceKey(source), twin] as const),
  ]);
  return { entry, ...whatMoved([a, b], entry, repeatTwins) };
}

/** Every row that still counts: used, in conflict, or kept as an echo. */
const rowsOf = ({ lines, conflicts, echoes }: Entry): readonly TariffLine[] => [
  ...lines,
  ...conflicts.flatMap(({ variants }) => variants),
  ...(echoes ?? []),
];

/** The same file merged twice brings the same rows: they are themselves, not repeats. */
const withoutDoubles = <T extends { readonly source: FactSource }>(rows: readonly T[]): T[] =>
  [...groupBy(rows, ({ source }) => sourceKey(source)).values()].map(([row]) => row);

const usedSources = ({ lines, factRows }: Entry): Map<string, FactSource> =>
  new Map([...lines, ...(factRows ?? [])].map(({ source }) => [sourceKey(source), source]));

function whatMoved(before: readonly Entry[], after: Entry, repeatTwins: ReadonlyMap<string, FactSource>) {
  const usedNow = usedSources(after);
  const usedBefore = new Map(before.flatMap((entry) => [...usedSources(entry)]));
  const setAside: SettledAside[] = [];
  for (const [key, source] of usedBefore) {
    if (usedNow.has(key)) continue;
    const twin = repeatTwins.get(key) ?? null;
    setAside.push({ source, reason: twin === null ? "same-key-conflict" : "identical-repeat", twin });
  }
  const echoed = new Set(
    before.flatMap(({ echoes }) => (echoes ?? []).map(({ source }) => sourceKey(source))),
  );
  const restored = [...usedNow].flatMap(([key, source]): MergedEntry["restored"] =>
    usedBefore.has(key) ? [] : [{ source, was: echoed.has(key) ? "identical-repeat" : "same-key-conflict" }],
  );
  return { setAside: setAside.toSorted(bySource), restored: restored.toSorted(bySource) };
}

function mergeAllFacts(a: EntryFacts, b: EntryFacts): EntryFacts {
  const merged = FACT_NAMES.map((name): [EntryFactName, Fact<unknown>] => [name, mergeFact(a, b, name)]);
  // Each list keeps the name it had, which fromEntries cannot say in its type.
  return Object.fromEntries(merged) as Record<EntryFactName, Fact<never>>;
}

function mergeFact(a: EntryFacts, b: EntryFacts, name: EntryFactName): Fact<unknown> {
  if (b[name].length === 0) return a[name];
  if (a[name].length === 0) return b[name];
  // Sorted, so that the first sighting of a value in each file is kept whichever side comes first.
  const all = [...(a[name] as Fact<unknown>), ...(b[name] as Fact<unknown>)].toSorted(bySource);
  return mergeFacts([], all);
}

const mergeClaims = (a: readonly ClaimSighting[], b: readonly ClaimSighting[]): readonly ClaimSighting[] =>
  [...groupBy([...a, ...b], claimText)]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, [claim]]) => claim);

const claimText = ({ claimNumber, outcome, message }: ClaimSighting): string =>
  [claimNumber ?? "", outcome, message ?? ""].join("\u001F");
