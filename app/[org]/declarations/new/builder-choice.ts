import type { Importer } from "@/lib/data/importers";
import { CAPE_LANES, parseFilerCode } from "@/lib/domain";
import type { DeclarationChoice } from "@/lib/usecases/propose-declarations";

import type { SearchParams } from "../../../search-params";

/** In the address: every importer, also those whom later files bring. */
export const ALL_IMPORTERS = "all";

const listed = (value: SearchParams[string]): readonly string[] =>
  value === undefined ? [] : [value].flat();

/**
 * The choice that the address names: `importer`, `filer` and `lane`, each as often as wanted. Without an importer it is
 * the first one with all of CAPE's lanes; without a filer it is every filer.
 */
export function readChoice(asked: SearchParams, importers: readonly Importer[]): DeclarationChoice {
  const named = listed(asked.importer);
  const known = importers.map(({ number }) => number).filter((number) => named.includes(number));
  const filerCodes = listed(asked.filer).flatMap((code) => parseFilerCode(code) ?? []);
  const lanes = listed(asked.lane);
  return {
    importerNumbers: named.includes(ALL_IMPORTERS) ? null : known.length > 0 ? known : firstOf(importers),
    filerCodes: filerCodes.length > 0 ? filerCodes : null,
    lanes: CAPE_LANES.filter((lane) => named.length === 0 || lanes.includes(lane)),
  };
}

const firstOf = ([first]: readonly Importer[]): readonly string[] => (first ? [first.number] : []);

/** The same choice as the form sends it back, for the server to work it out anew. */
export const choiceFields = ({ importerNumbers, filerCodes, lanes }: DeclarationChoice) => ({
  importers: importerNumbers === null ? ALL_IMPORTERS : JSON.stringify(importerNumbers),
  filers: filerCodes === null ? "" : filerCodes.join(","),
  lanes: lanes.join(","),
});
