/** Where a fact was read: the uploaded file and its true line number (the first line of the file is 1). */
export type FactSource = {
  /** Import id, or the file name where nothing is stored. */
  readonly file: string;
  readonly row: number;
  /** Which of the tariff rows that one row of a wide report stands for, from 1 on; not given: the only or first one. */
  readonly part?: number;
};

/** One value that a file showed. */
export type Sighting<T> = {
  readonly value: T;
  readonly source: FactSource;
};

/**
 * All the different values that the files show for one fact of an entry, each with where it was first seen in
 * each file. Empty: unknown. One value: known. Several: the files disagree, and every one of them stays possible.
 */
export type Fact<T> = readonly Sighting<T>[];

/** The different values, in the order first seen. */
export function valuesOf<T>(fact: Fact<T>): readonly T[] {
  const [only, second] = fact;
  if (only === undefined) return NONE;
  return second === undefined ? [only.value] : [...new Set(fact.map(({ value }) => value))];
}

const NONE: readonly never[] = [];

/** The one value, or null when unknown or torn. */
export function knownValue<T>(fact: Fact<T>): T | null {
  const values = valuesOf(fact);
  return values.length === 1 ? (values[0] as T) : null;
}

/** Adds what another file shows; the same value from the same file is kept once. Order never changes the values. */
export function mergeFacts<T>(a: Fact<T>, b: Fact<T>): Fact<T> {
  const merged = [...a];
  for (const sighting of b) {
    const seen = merged.some((m) => m.value === sighting.value && m.source.file === sighting.source.file);
    if (!seen) merged.push(sighting);
  }
  return merged;
}
