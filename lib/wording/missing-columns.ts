import type { AbsentColumn, ColumnField } from "@/lib/domain";

type MissingColumnWords = {
  readonly column: string;
  readonly why: string;
  readonly how: string;
};

/** What cannot be told without a column, for those on which a lane may hang. */
const WHY_NEEDED: Partial<Record<ColumnField, { readonly name: string; readonly why: string }>> = {
  entryDate: { name: "Entry Date", why: "without it the IEEPA window and the interest cannot be told." },
  entryType: { name: "Entry Type", why: "CAPE takes some types and refuses others." },
  importerNumber: { name: "Importer Number", why: "a declaration holds the entries of one importer." },
  entryLineNumber: { name: "Line Number", why: "without it the rows of one line cannot be kept together." },
  tariffOrdinal: {
    name: "Tariff Ordinal",
    why: "without it repeated rows are told by their tariff number alone.",
  },
  goodsValue: {
    name: "Entered Value",
    why: "rates cannot be checked, and ordinary duty cannot be taken off.",
  },
  countryOfOrigin: { name: "Country of Origin", why: "the rate of the tariff number cannot be checked." },
  liquidationDate: {
    name: "Liquidation Date",
    why: "the 80 days of CAPE and the 180 days of a protest run from it.",
  },
  liquidationStatus: {
    name: "Liquidation Status",
    why: "it tells suspended and extended entries from the others.",
  },
  claimError: { name: "Error Description", why: "without it a failed row does not say why it failed." },
};

/** Columns a file lacks, with what each is needed for and where to add it. */
export const toMissingColumns = (absent: readonly AbsentColumn[]): readonly MissingColumnWords[] =>
  absent.map(({ field, aceObject }) => ({
    column: WHY_NEEDED[field]?.name ?? aceObject ?? field,
    why: WHY_NEEDED[field]?.why ?? "a lane may hang on it.",
    how:
      aceObject === null
        ? "Bring it in a second file; it is joined by entry number."
        : `In ACE Reports, edit the report, add "${aceObject}", run it again and import it; or bring it in a second file.`,
  }));
