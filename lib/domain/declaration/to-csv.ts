import type { Day } from "../day";
import type { EntryNumber, FilerCode } from "../identifiers";
import { DECLARATION_LIMITS } from "../law/declaration-limits";
import type { NonEmpty } from "../result";

const LINE_END = "\r\n";

/**
 * The CAPE Declaration file, byte for byte: the header, then one entry number per line, ASCII without byte order
 * mark, CRLF after every line and the last one too. An EntryNumber holds no comma or quote, so nothing is escaped.
 * Throws when empty, over the limit or with a number twice: CBP rejects the whole file for any of these.
 */
export function toDeclarationCsv(numbers: readonly EntryNumber[]): string {
  const { header, entriesMax } = DECLARATION_LIMITS;
  if (numbers.length === 0) throw new Error("A declaration without entries");
  if (numbers.length > entriesMax)
    throw new Error(`${numbers.length} entries: a declaration holds ${entriesMax}`);
  if (new Set(numbers).size < numbers.length)
    throw new Error("An entry number stands twice in the declaration");
  return [header, ...numbers].map((line) => line + LINE_END).join("");
}

/**
 * `CAPE_<importer>_<filer>_<day>_<part>of<parts>.csv`; everything but letters and digits leaves the importer number. A
 * file of several importers says how many: `CAPE_3importers_…`.
 */
export function declarationFileName(
  importerNumbers: NonEmpty<string>,
  filerCode: FilerCode,
  on: Day,
  part: number,
  parts: number,
): string {
  const [first, ...others] = importerNumbers;
  const importer =
    others.length === 0 ? first.replaceAll(/[^0-9A-Za-z]/g, "") : `${importerNumbers.length}importers`;
  return `CAPE_${importer}_${filerCode}_${on}_${part}of${parts}.csv`;
}
