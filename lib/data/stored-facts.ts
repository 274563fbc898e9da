import {
  ENTRY_FACTS,
  type EntryFactName,
  type EntryFacts,
  type FactSource,
  type Sighting,
} from "@/lib/domain";

type StoredSource = readonly [file: string, row: number, part?: number];
type StoredSighting = readonly [value: string | true, from: number];

/**
 * The facts of an entry as the column keeps them: most of them stand in one row of one file, so each source is written
 * once, under `from`, and a sighting is its value and the place of its source there. Facts that nobody showed are absent.
 * SQL that looks into them: `importers-of-files.ts`, `entry-answers.ts`, `claim-book.ts`.
 */
export type StoredFacts = { readonly from?: readonly StoredSource[] } & Readonly<
  Partial<Record<EntryFactName, readonly StoredSighting[]>>
>;

/** In one order, so that equal facts are equal text whatever way they came together. */
export function toStoredFacts(facts: EntryFacts): StoredFacts {
  const from: StoredSource[] = [];
  const places = new Map<string, number>();
  const stored: Record<string, unknown> = { from };
  let [last, lastPlace]: [FactSource | null, number] = [null, 0];
  for (const name of ENTRY_FACTS) {
    const sightings: readonly Sighting<string | true>[] = facts[name];
    if (sightings.length === 0) continue;
    stored[name] = sightings.map(({ value, source }): StoredSighting => {
      if (source !== last) [last, lastPlace] = [source, placeOf(source, from, places)];
      return [value, lastPlace];
    });
  }
  return stored;
}

function placeOf({ file, row, part }: FactSource, from: StoredSource[], places: Map<string, number>): number {
  const key = `${row} ${part} ${file}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, from.length);
  return from.push(part === undefined ? [file, row] : [file, row, part]) - 1;
}

export function toEntryFacts({ from = [], ...stored }: StoredFacts): EntryFacts {
  const sources = from.map(([file, row, part]): FactSource =>
    part === undefined ? { file, row } : { file, row, part },
  );
  const sightingsOf = (name: EntryFactName): readonly Sighting<string | true>[] =>
    (stored[name] ?? []).map(([value, place]) => {
      const source = sources[place];
      if (source === undefined) throw new Error(`A stored ${name} names no source`);
      return { value, source };
    });
  return Object.fromEntries(ENTRY_FACTS.map((name) => [name, sightingsOf(name)])) as EntryFacts;
}
