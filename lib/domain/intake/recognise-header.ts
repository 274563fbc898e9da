import type { ColumnField } from "../law/column-aliases";
import { isNonEmpty, type NonEmpty } from "../result";
import { aceObjectFor, countKnownHeadings, meaningsOf } from "./known-headings";
import { type FileLayout, layoutOf, type ReportKind, type UnsupportedReport } from "./layout";
import { INTAKE_LIMITS } from "./limits";
import { type MappingProblem, mapColumns } from "./map-columns";
import { cellText, isBlankCell, type RawRow } from "./raw-row";
import { guessReport } from "./report-kind";

/** A column that the file lacks; `aceObject` is what to add to the report in ACE, null where ACE has no such object. */
export type AbsentColumn = { readonly field: ColumnField; readonly aceObject: string | null };

export type RecognisedHeader = {
  readonly kind: "recognised";
  readonly report: ReportKind;
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
      readonly problems: NonEmpty<MappingProblem>;
    }
  | { readonly kind: "unsupported-report"; readonly headerRow: number; readonly report: UnsupportedReport }
  | { readonly kind: "no-header" };

const REQUIRED: Record<ReportKind, readonly ColumnField[]> = {
  es003: ["entryNumber", "htsNumber", "dutyAmount"],
  "broker-lines": ["entryNumber", "htsNumber", "dutyAmount"],
  "liquidation-list": ["entryNumber"],
  "claim-details": ["entryNumber", "claimNumber", "claimStatus"],
  "entry-list": ["entryNumber"],
};

const ADVISED: readonly ColumnField[] = [
  ...([
    "entryDate",
    "entryType",
    "importerNumber",
    "entryLineNumber",
    "goodsValue",
    "countryOfOrigin",
  ] as const),
  ...(["liquidationDate", "liquidationStatus"] as const),
];
const ADVISED_FOR: Record<ReportKind, readonly ColumnField[]> = {
  es003: [...ADVISED, "tariffOrdinal"],
  "broker-lines": ADVISED,
  "liquidation-list": ["liquidationDate", "liquidationStatus"],
  "claim-details": ["claimError"],
  "entry-list": [],
};

/**
 * Finds the heading row in the first lines of a file and says which report it is, by the words of its headings in any
 * order, and where each field stands.
 */
export function recogniseHeader(rows: readonly RawRow[]): HeaderRecognition {
  const header = findHeader(rows.filter(({ row }) => row <= INTAKE_LIMITS.headerSearchLines));
  if (header === null) return { kind: "no-header" };
  const headings = header.cells.map(cellText);
  const guess = guessReport(headings);
  if (guess.kind === "unsupported")
    return { kind: "unsupported-report", headerRow: header.row, report: guess.report };

  const { fields, problems } = mapColumns(headings, guess.vocabularies);
  const present = new Set(fields);
  const absent = (wanted: readonly ColumnField[]): AbsentColumn[] =>
    wanted.filter((field) => !present.has(field)).map((field) => ({ field, aceObject: aceObjectFor(field) }));
  const unclear = new Set(problems.flatMap((problem) => problem.fields));
  const missing = absent(REQUIRED[guess.report].filter((field) => !unclear.has(field)));
  const all = [...problems, ...missing.map(({ field, aceObject }) => requiredMissing(field, aceObject))];
  if (isNonEmpty(all)) return { kind: "needs-mapping", headerRow: header.row, problems: all };

  return {
    kind: "recognised",
    report: guess.report,
    headerRow: header.row,
    matched: countKnownHeadings(headings),
    total: headings.filter((heading) => heading !== "").length,
    columns: headings.map((heading, index) => ({ heading, field: fields[index] ?? null })),
    absent: absent(ADVISED_FOR[guess.report]),
    layout: layoutOf(guess.report, header.row, headings, fields),
  };
}

const requiredMissing = (field: ColumnField, aceObject: string | null): MappingProblem => ({
  kind: "required-column-missing",
  fields: [field],
  aceObject,
});

/** The row with the most known headings; the first of equals. */
function findHeader(rows: readonly RawRow[]): RawRow | null {
  let best: RawRow | null = null;
  let bestCount = 0;
  for (const row of rows) {
    const count = countKnownHeadings(row.cells);
    if (count > bestCount && isHeader(row.cells, count)) [best, bestCount] = [row, count];
  }
  return best;
}

// A list may have two columns only, or just the entry numbers: then every heading must be known.
function isHeader(cells: readonly string[], known: number): boolean {
  if (known >= INTAKE_LIMITS.knownHeadingsMin) return true;
  const filled = cells.filter((cell) => !isBlankCell(cell)).length;
  return (
    known === filled && cells.some((cell) => meaningsOf(cell).some(({ field }) => field === "entryNumber"))
  );
}
