import "server-only";

import { headingsKey, keyOf, type LearnedMapping } from "@/lib/data/learned-mappings";
import type { StoredImport } from "@/lib/data/imports";
import type { MappingLookup } from "@/lib/domain";

/**
 * What people said of the headings of a file: of this file itself, or of an earlier one with the same headings.
 * A file that is read again is read as before, whatever was learned since.
 */
export function mappingLookupFor(
  { givenMapping, mappingBasis }: Pick<StoredImport, "givenMapping" | "mappingBasis">,
  learned: readonly LearnedMapping[],
): MappingLookup {
  const basis = mappingBasis === "learned" ? "learned" : "given";
  const known = new Map(
    learned.map(({ headingsKey: learnedKey, mapping }) => [
      learnedKey,
      { mapping, basis: "learned" as const },
    ]),
  );
  const own = givenMapping === null ? null : { key: keyOf(givenMapping), mapping: givenMapping };
  return (headings) => {
    const key = headingsKey(headings);
    return own?.key === key ? { mapping: own.mapping, basis } : (known.get(key) ?? null);
  };
}
