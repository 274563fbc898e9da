import type { ColumnField } from "../law/column-aliases";
import { isNonEmpty, type NonEmpty } from "../result";
import { findHeader } from "./find-header";
import { fieldsByMapping, type GivenMapping, type MappingBasis, TEMPLATE_MAPPING } from "./given-mapping";
import { aceObjectFor, countKnownHeadings } from "./known-headings";
import { type FileLayout, layoutOf, type ReportKind } from "./layout";
import { INTAKE_LIMITS } from "./limits";
import { type MappingProblem, mapColumns } from "./map-columns";
import { cellText, type RawRow } from "./raw-row";
import { guessReport, type ReportConfidence } from "./report-kind";
import { ADVISED_FIELDS, isNotRead, REQUIRED_FIELDS } from "./required-fields";

/** A column that the file lacks; `aceObject` is what to add to the report in ACE, null where ACE has no such object. */
export type AbsentColumn = { readonly field: ColumnField; readonly aceObject: string | null };

export type RecognisedHeader = {
  readonly kind: "recognised";
  readonly report: ReportKind;
  /** certain also where a person named the columns. */
  readonly confidence: ReportConfidence;
  readonly basis: MappingBasis;
  readonly headerRow: number;
  /** "35 of 35 columns": those whose heading we know, and all that have a heading. */
  readonly matched: number;
  readonly total: number;
  /** Each column with the field it is read as; null: kept in the file, used for nothing. */
  readonly columns: readonly { readonly heading: string; readonly field: ColumnField | null }[];
  /** Not needed to read the file, but a lane may hang on them. */
  readonly absent: readonly AbsentColumn[];
  readonly layout: FileLayout;
};

export type HeaderRecognition =
  | RecognisedHeader
  | {
      readonly kind: "needs-mapping";
      readonly headerRow: number;
      /** What it most looks like, and what each column would then be. */
      readonly report: ReportKind;
      readonly columns: RecognisedHeader["columns"];
      readonly problems: NonEmpty<MappingProblem>;
    }
  /** A carrier's invoice without entry numbers leads nowhere. */
  | { readonly kind: "unsupported-report"; readonly headerRow: number; readonly report: UnsupportedReport }
  | { readonly kind: "no-header" };

/** Recognised by name, and of no use here. */
export type UnsupportedReport = "carrier-invoice";

/** What is known of these headings from a person; null: nothing. */
export type MappingLookup = (
  headings: readonly string[],
) => { readonly mapping: GivenMapping; readonly basis: Exclude<MappingBasis, "recognised"> } | null;

/**
 * Finds the heading row in the first lines of a file and says which report it is, by the words of its headings in any
 * order, and where each field stands. What a person said of the same headings comes before what we think of them.
 */
export function recogniseHeader(
  rows: readonly RawRow[],
  mappingOf: MappingLookup = () => null,
): HeaderRecognition {
  const first = rows.filter(({ row }) => row <= INTAKE_LIMITS.headerSearchLines);
  for (const { row, cells } of first) {
    const headings = cells.map(cellText);
    const known = mappingOf(headings);
    if (known === null) continue;
    const { mapping, basis } = known;
    const fields = fieldsByMapping(headings, mapping.columns);
    return recognised({ row, headings, fields, basis, report: mapping.report, confidence: "certain" });
  }
  const header = findHeader(first, rows);
  return header === null ? { kind: "no-header" } : byVocabulary(header.row, header.cells.map(cellText));
}

function byVocabulary(row: number, headings: readonly string[]): HeaderRecognition {
  const { report, confidence, vocabularies } = guessReport(headings);
  const { fields, problems } =
    report === "template"
      ? { fields: fieldsByMapping(headings, TEMPLATE_MAPPING), problems: [] }
      : inTheWordsOf(report, mapColumns(headings, vocabularies));
  const missing = absentOf(REQUIRED_FIELDS[report], [...fields, ...problems.flatMap((each) => each.fields)]);
  if (report === "carrier-invoice" && missing.length > 0)
    return { kind: "unsupported-report", headerRow: row, report };
  const all = [...problems, ...missing.map(({ field, aceObject }) => requiredMissing(field, aceObject))];
  if (isNonEmpty(all))
    return { kind: "needs-mapping", headerRow: row, report, problems: all, columns: named(headings, fields) };
  return recognised({ row, headings, fields, basis: "recognised", report, confidence });
}

type MappedColumns = ReturnType<typeof mapColumns>;

/** What a bank calls Date or Description, every customs report calls so too, and means something else. */
const ON_A_BANK_STATEMENT: Partial<Record<ColumnField, ColumnField>> = {
  entryDate: "bankDay",
  description: "bankText",
};

function inTheWordsOf(report: ReportKind, mapped: MappedColumns): MappedColumns {
  if (report !== "bank-statement") return mapped;
  const fields = mapped.fields.map((field, index) => {
    const meant = field === null ? undefined : ON_A_BANK_STATEMENT[field];
    const isFree = meant !== undefined && !mapped.fields.includes(meant);
    return isFree && mapped.fields.indexOf(field) === index ? meant : field;
  });
  return { ...mapped, fields };
}

type Read = Pick<RecognisedHeader, "report" | "confidence" | "basis"> & {
  readonly row: number;
  readonly headings: readonly string[];
  readonly fields: readonly (ColumnField | null)[];
};

function recognised({ row, headings, fields, report, confidence, basis }: Read): RecognisedHeader {
  const read = fields.map((field) => (field !== null && isNotRead(report, field) ? null : field));
  return {
    kind: "recognised",
    ...{ report, confidence, basis },
    headerRow: row,
    matched: countKnownHeadings(headings),
    total: headings.filter((heading) => heading !== "").length,
    columns: named(headings, read),
    absent: absentOf(ADVISED_FIELDS[report], read),
    layout: layoutOf(report, row, headings, read),
  };
}

const named = (headings: readonly string[], fields: readonly (ColumnField | null)[]) =>
  headings.map((heading, index) => ({ heading, field: fields[index] ?? null }));

const absentOf = (
  wanted: readonly ColumnField[],
  present: readonly (ColumnField | null)[],
): readonly AbsentColumn[] =>
  wanted
    .filter((field) => !present.includes(field))
    .map((field) => ({ field, aceObject: aceObjectFor(field) }));

const requiredMissing = (field: ColumnField, aceObject: string | null): MappingProblem => ({
  kind: "required-column-missing",
  fields: [field],
  aceObject,
});
