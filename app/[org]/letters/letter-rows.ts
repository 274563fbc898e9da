import type { Option } from "@/components/ui/field";
import { formatEntryNumber, type Day } from "@/lib/domain";
import type { LetterBooks } from "@/lib/usecases/letter-facts";
import { countOf } from "@/lib/wording/count";
import { UNCERTAIN_FACT_NAMES } from "@/lib/wording/facts";
import type { LetterFacts } from "@/lib/wording/letters";
import { toMissingColumns } from "@/lib/wording/missing-columns";

/** Null while no import names an importer. */
export function toLetterFacts(books: LetterBooks, organization: string, today: Day): LetterFacts | null {
  const { chosen, importers, absent, open, openCount } = books;
  if (chosen === null) return null;
  return {
    ...{ organization, today, openCount },
    ...chosen,
    importerName: importers.find(({ number }) => number === chosen.importerNumber)?.name ?? "",
    missingColumns: toMissingColumns(absent).map(({ column }) => column),
    open: open.map(({ number, decided }) => ({
      number: formatEntryNumber(number),
      missing: missingOf(decided?.missing ?? []),
    })),
  };
}

const missingOf = (missing: NonNullable<LetterBooks["open"][number]["decided"]>["missing"]): string =>
  missing.length === 0
    ? "the ordinary (column 1) rate of the goods, or a duty that cannot be read"
    : missing.map(({ fact }) => UNCERTAIN_FACT_NAMES[fact]).join("; ");

/** Each importer with each of its filers. */
export const filerOptions = ({ filers, importers }: LetterBooks): readonly Option[] =>
  filers.map(({ importerNumber, filerCode, entries }) => {
    const name = importers.find(({ number }) => number === importerNumber)?.name;
    return {
      value: `${importerNumber} ${filerCode}`,
      label: `${name ? `${name} (${importerNumber})` : importerNumber}, filer ${filerCode}: ${countOf(entries, "entry", "entries")}`,
    };
  });
