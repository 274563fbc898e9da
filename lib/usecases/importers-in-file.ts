import { importerNumberIn } from "@/lib/data/importers";
import { knownValue, type Entry } from "@/lib/domain";

/** Importers of record as entries come by, each with the name that stands beside it first in the file. */
export class ImportersInFile {
  readonly #named = new Map<string, { readonly name: string; readonly row: number }>();

  /** An entry whose rows disagree on the importer names none. */
  add({ facts }: Entry): void {
    const number = importerNumberIn(facts);
    if (number === null) return;
    const name = knownValue(facts.importerName) ?? "";
    const row = name === "" ? Infinity : (facts.importerName[0]?.source.row ?? Infinity);
    const known = this.#named.get(number);
    if (known === undefined || row < known.row) this.#named.set(number, { name, row });
  }

  /** By number. */
  names(): ReadonlyMap<string, string> {
    return new Map([...this.#named].map(([number, { name }]) => [number, name]));
  }
}
