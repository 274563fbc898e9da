import type { ColumnField } from "../law/column-aliases";
import type { TariffLine } from "../entry";
import type { EntryNumber } from "../identifiers";
import type { FactValues } from "./fact-values";
import { fieldsByMapping, type GivenMapping } from "./given-mapping";
import { type FileLayout, isClaimKind, layoutOf, type ReportKind } from "./layout";
import type { MappingProblem } from "./map-columns";
import { cellText, isBlankCell, type RawRow } from "./raw-row";
import { readClaimRow } from "./read-claim-row";
import { readBankRow, readPaymentRow } from "./read-payment-row";
import { rowReaderFor } from "./read-row";
import { listsPayments } from "./record-assembly";
import type { HeaderRecognition } from "./recognise-header";
import { isNotRead } from "./required-fields";
import type { RowProblem, SetAsideReason } from "./row-problem";

/** The heading row of a file with some of its rows: what a person needs to see to say what the columns are. */
export type HeaderSample = {
  readonly headerRow: number;
  /** What it was taken for. */
  readonly report: ReportKind;
  readonly columns: readonly { readonly heading: string; readonly field: ColumnField | null }[];
  readonly problems: readonly MappingProblem[];
  readonly rows: readonly RawRow[];
};

const ROWS_MAX = 25;
const CELL_CHARACTERS_MAX = 120;
const VALUES_PER_COLUMN = 3;
const PREVIEW_ROWS = 5;

/** Null for a file without headings that could be named. @param rows - the first rows of the file, headings included */
export function headerSampleOf(recognition: HeaderRecognition, rows: readonly RawRow[]): HeaderSample | null {
  if (recognition.kind !== "recognised" && recognition.kind !== "needs-mapping") return null;
  const { headerRow, report, columns } = recognition;
  const below = rows.filter(({ row }) => row > headerRow).slice(0, ROWS_MAX);
  return {
    ...{ headerRow, report, columns },
    problems: recognition.kind === "needs-mapping" ? recognition.problems : [],
    rows: below.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell, index) =>
        isPrivate(columns[index]?.field) ? "" : cellText(cell).slice(0, CELL_CHARACTERS_MAX),
      ),
    })),
  };
}

/** Numbers of bank accounts, and what is on them, are nobody's business here. */
const isPrivate = (field: ColumnField | null | undefined): boolean =>
  field === "bankAccount" || field === "bankBalance";

/** The first different values of a column. */
export const sampleValues = ({ rows }: HeaderSample, index: number): readonly string[] =>
  [...new Set(rows.map(({ cells }) => cells[index] ?? ""))]
    .filter((cell) => !isBlankCell(cell))
    .slice(0, VALUES_PER_COLUMN);

/** How one row would be read. */
export type PreviewedRow = {
  readonly row: number;
  /** Null: the row is used. */
  readonly setAside: SetAsideReason | "another-header" | null;
  readonly number: EntryNumber | null;
  readonly lines: readonly TariffLine[];
  readonly facts: FactValues;
  readonly problems: readonly RowProblem[];
};

function previewedPayment(raw: RawRow, layout: FileLayout): PreviewedRow {
  const nothing = { row: raw.row, setAside: null, number: null, lines: [], facts: {}, problems: [] };
  const read = layout.report === "rev603" ? readPaymentRow : readBankRow;
  const reading = read(raw, layout, "");
  if (reading === "another-header") return { ...nothing, setAside: reading };
  if (reading.kind === "bank-line") return nothing;
  if (reading.kind === "payment") return { ...nothing, problems: reading.problems };
  return { ...nothing, setAside: reading.reason, problems: reading.problems };
}

/** The first rows as they would be read by a mapping. */
export function previewRows(
  sample: HeaderSample,
  { report, columns }: GivenMapping,
): readonly PreviewedRow[] {
  const headings = sample.columns.map(({ heading }) => heading);
  const fields = fieldsByMapping(headings, columns).map((field) =>
    field !== null && isNotRead(report, field) ? null : field,
  );
  const layout = layoutOf(report, sample.headerRow, headings, fields);
  const readRow = rowReaderFor(layout, "");
  if (listsPayments(layout))
    return sample.rows.slice(0, PREVIEW_ROWS).map((raw) => previewedPayment(raw, layout));
  const isClaim = isClaimKind(report);
  return sample.rows.slice(0, PREVIEW_ROWS).map((raw): PreviewedRow => {
    const nothing = { row: raw.row, setAside: null, number: null, lines: [], facts: {}, problems: [] };
    const reading = isClaim ? readClaimRow(raw, layout, "") : readRow(raw);
    switch (reading.kind) {
      case "another-header":
        return { ...nothing, setAside: "another-header" };
      case "set-aside":
        return { ...nothing, setAside: reading.reason, problems: reading.problems };
      case "nothing-told":
        return nothing;
      case "claim":
        return { ...nothing, number: reading.claim.number };
      case "row": {
        const { number, line, more, facts, problems } = reading;
        return { ...nothing, number, facts, problems, lines: line === null ? [] : [line, ...more] };
      }
    }
  });
}
