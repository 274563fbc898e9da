import type { ColumnField } from "../law/column-aliases";
import type { Usd } from "../money";
import type { FileLayout } from "./layout";
import { isBlankCell, type RawRow } from "./raw-row";
import { ieepaDutyOnRow, type RowReading, rowReaderFor } from "./read-row";
import { orderOf } from "./repair-day";
import { type RepairGroup, RepairGroups } from "./repair-groups";
import type { CellRepair } from "./repair-proposal";
import { cellKindOf, repairsOf } from "./repair-row";

/** How the dates of a file are written, cells counted: whether all of them can be read day first. */
export type DateOrders = {
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly either: number;
};

/**
 * Goes through the rows of a file, with the repairs accepted so far already in them, and finds every bad cell with
 * what can be done about it. The rows are read as intake reads them, so what is listed here is what intake misses.
 */
export class RepairSurvey {
  readonly #layout: FileLayout;
  readonly #read: (raw: RawRow) => RowReading;
  readonly #groups = new RepairGroups();
  readonly #dayColumns: readonly number[];
  readonly #orders = { "day-first": 0, "month-first": 0, either: 0 };
  /** The entry whose continuation rows may follow: known, waiting for its number, or nobody's. */
  #above: "known" | CellRepair | null = null;

  constructor(layout: FileLayout) {
    this.#layout = layout;
    this.#read = rowReaderFor(layout, "");
    this.#dayColumns = dayColumnsOf(layout);
  }

  /** The bad cells of a row; none for a good one. */
  add(raw: RawRow): readonly CellRepair[] {
    for (const index of this.#dayColumns) {
      const order = orderOf(raw.cells[index] ?? "");
      if (order !== null) this.#orders[order]++;
    }
    const reading = this.#read(raw);
    if (reading.kind === "another-header") return [];
    const repairs = repairsOf(raw, this.#layout, this.#problemsIn(reading, raw));
    this.#follow(reading, repairs, raw);
    const duty = repairs.length === 0 ? null : this.#dutyOnceRepaired(raw, repairs);
    for (const repair of repairs) this.#groups.add(repair, duty);
    return repairs;
  }

  groups(): readonly RepairGroup[] {
    return this.#groups.list();
  }

  get dateOrders(): DateOrders {
    const { "day-first": dayFirst, "month-first": monthFirst, either } = this.#orders;
    return { dayFirst, monthFirst, either };
  }

  /** A continuation row has no number of its own: only where no entry stands above is that a problem. */
  #problemsIn(reading: Exclude<RowReading, { kind: "another-header" }>, { row, cells }: RawRow) {
    if (reading.kind !== "row" || reading.number !== null || this.#above !== null) return reading.problems;
    const at = this.#layout.at.entryNumber ?? 0;
    const column = this.#layout.headings[at] ?? "";
    return [
      { kind: "entry-number-missing", row, column, found: cells[at] ?? "" } as const,
      ...reading.problems,
    ];
  }

  #follow(
    reading: Exclude<RowReading, { kind: "another-header" }>,
    repairs: readonly CellRepair[],
    { cells }: RawRow,
  ): void {
    if (reading.kind === "row") {
      if (reading.number !== null) this.#above = "known";
      else if (this.#above !== null && this.#above !== "known") {
        const duty = ieepaDutyOnRow(reading.line, reading.more);
        if (duty !== null) this.#groups.addDuty(this.#above, duty);
      }
      return;
    }
    const ofNumber = repairs.find(({ kind }) => kind === "entry-number");
    if (ofNumber !== undefined) this.#above = ofNumber;
    else if (reading.reason !== "repeated-header" && !this.#belongsAbove(cells)) this.#above = null;
  }

  #belongsAbove = (cells: readonly string[]): boolean =>
    this.#layout.entryColumns.every((at) => isBlankCell(cells[at]));

  /** The dollars of a row are those that stand on it once the first candidate of each cell is in its place. */
  #dutyOnceRepaired(raw: RawRow, repairs: readonly CellRepair[]): Usd | null {
    const cells = [...raw.cells];
    for (const { columnIndex, candidates } of repairs)
      if (columnIndex !== null && candidates[0] !== undefined) cells[columnIndex] = candidates[0].proposed;
    const reading = this.#read({ ...raw, cells });
    if (reading.kind === "row") return ieepaDutyOnRow(reading.line, reading.more);
    return reading.kind === "set-aside" ? reading.ieepaDuty : null;
  }
}

/** The columns that are read as days. */
export const dayColumnsOf = ({ at }: FileLayout): readonly number[] =>
  Object.entries(at).flatMap(([field, index]) => (cellKindOf(field as ColumnField) === "day" ? [index] : []));
