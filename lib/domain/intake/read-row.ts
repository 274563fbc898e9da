import type { TariffLine } from "../entry";
import type { FactSource } from "../facts";
import { chapter99CodeOf, type EntryNumber, type EntryNumberProblem, parseEntryNumber } from "../identifiers";
import { lookUpChapter99 } from "../law/chapter-99";
import { sumUsd, type Usd } from "../money";
import type { FactValues } from "./fact-values";
import type { FileLayout } from "./layout";
import { isBlankCell, type RawRow } from "./raw-row";
import { factReaderFor } from "./read-facts";
import type { ComplainAt } from "./lines-reader";
import { linesReaderFor, NO_LINES } from "./read-lines";
import { repeated } from "./remember";
import type { RowProblem, SetAsideReason } from "./row-problem";
import { cellAt, namesTotal, shapeOf } from "./row-shape";

/** What one row turned out to be. Problems of a used row cost it a cell, not its place. */
export type RowReading =
  | {
      readonly kind: "row";
      readonly source: FactSource;
      /** Null on a continuation row: it belongs to the entry above. */
      readonly number: EntryNumber | null;
      /** Null where the row shows facts only, as in a liquidation list. */
      readonly line: TariffLine | null;
      /** Further tariff numbers of a wide row. */
      readonly more: readonly TariffLine[];
      readonly facts: FactValues;
      readonly problems: readonly RowProblem[];
    }
  | {
      readonly kind: "set-aside";
      readonly source: FactSource;
      readonly reason: SetAsideReason;
      readonly problems: readonly RowProblem[];
      /** IEEPA duty on a row that belongs to no entry, USD: money nobody screens until the number is mended. */
      readonly ieepaDuty: Usd | null;
    }
  /** Another table with other columns begins here: nothing below can be read by this layout. */
  | { readonly kind: "another-header"; readonly source: FactSource };

export type RowReader = (raw: RawRow) => RowReading;

/** Reads the rows of one file by its layout. All problems of a row come back together; no row disappears. */
export function rowReaderFor(layout: FileLayout, file: string): RowReader {
  const readFacts = factReaderFor(layout);
  const readLines = linesReaderFor(layout);
  const readNumber = repeated(parseEntryNumber); // the rows of an entry nearly always stand together
  const numberAt = layout.at.entryNumber;
  // Of the row being read: made anew for every row, they would take longer than the complaints they hold.
  let [cells, problems] = [NO_CELLS, NO_PROBLEMS];
  const complain: ComplainAt = (index, problem) => {
    const found = cellAt(cells, index) ?? "";
    problems = [...problems, problem({ column: headingOf(layout, index), found })];
  };

  return (raw) => {
    const source: FactSource = { file, row: raw.row };
    const parsed = readNumber(cellAt(raw.cells, numberAt) ?? "");
    const shape = parsed.ok ? totalOf(raw, layout) : shapeOf(raw, layout);
    if (shape === "another-header") return { kind: "another-header", source };
    if (shape !== null) return setAside(source, shape, NO_PROBLEMS);
    const damage = damageOf(raw, layout);
    if (damage !== null) return setAside(source, damage.kind, [damage]);

    [cells, problems] = [raw.cells, NO_PROBLEMS];
    const lines = readLines(cells, source, complain);
    const line = lines[0] ?? null;
    const more = lines.length > 1 ? lines.slice(1) : NO_LINES;
    if (!parsed.ok && !(parsed.problem.kind === "entry-number-missing" && isContinuation(raw, layout))) {
      const problem = toRowProblem(parsed.problem, raw.row, headingOf(layout, numberAt));
      return setAside(source, reasonFor(parsed.problem), [problem, ...problems], ieepaDutyOnRow(line, more));
    }
    const facts = readFacts(cells, raw.row, complain);
    return { kind: "row", source, number: parsed.ok ? parsed.value : null, line, more, facts, problems };
  };
}

const NO_CELLS: readonly string[] = [];
const NO_PROBLEMS: readonly RowProblem[] = [];

const setAside = (
  source: FactSource,
  reason: SetAsideReason,
  problems: readonly RowProblem[],
  ieepaDuty: Usd | null = null,
): RowReading => ({ kind: "set-aside", source, reason, problems, ieepaDuty });

const headingOf = (layout: FileLayout, index: number | undefined): string =>
  index === undefined ? "" : (layout.headings[index] ?? "");

/** A total that repeats the entry number says so where the line or tariff number would stand. */
const totalOf = ({ cells }: RawRow, { at }: FileLayout): SetAsideReason | null =>
  namesTotal(cellAt(cells, at.entryLineNumber)) || namesTotal(cellAt(cells, at.htsNumber))
    ? "total-row"
    : null;

function damageOf(raw: RawRow, { headings }: FileLayout) {
  if (raw.brokenQuotes) return { kind: "broken-quotes", row: raw.row } as const;
  if (raw.cells.length <= headings.length) return null;
  // A comma outside quotes shifts every cell after it: money would be read from the wrong column.
  const filled = raw.cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
  if (filled <= headings.length) return null;
  return { kind: "too-many-cells", row: raw.row, expected: headings.length, found: filled } as const;
}

/** Grouped reports print the entry once: below, all its cells are blank and a tariff number is present. */
const isContinuation = ({ cells }: RawRow, { at, entryColumns }: FileLayout): boolean =>
  !isBlankCell(cellAt(cells, at.htsNumber)) && entryColumns.every((index) => isBlankCell(cells[index]));

const reasonFor = ({ kind }: EntryNumberProblem): SetAsideReason =>
  kind === "entry-number-missing" ? "no-entry-number" : kind;

const toRowProblem = (problem: EntryNumberProblem, row: number, column: string): RowProblem => ({
  ...problem,
  row,
  column,
});

/** The IEEPA duty on all tariff numbers of a row, exact; null when none carries any or its duty is unknown. */
export function ieepaDutyOnRow(line: TariffLine | null, more: readonly TariffLine[]): Usd | null {
  if (more.length === 0) return ieepaDutyOn(line);
  const duties = [line, ...more].flatMap((each) => ieepaDutyOn(each) ?? []);
  return duties.length === 0 ? null : sumUsd(duties);
}

/** Exact; null when the row carries no IEEPA duty number or its duty is unknown. */
export function ieepaDutyOn(line: TariffLine | null): Usd | null {
  const code = line?.hts ? chapter99CodeOf(line.hts) : null;
  const program = code === null ? null : lookUpChapter99(code, null, null);
  return program?.authority === "IEEPA" && program.kind !== "EXEMPTION" ? (line?.duty ?? null) : null;
}
