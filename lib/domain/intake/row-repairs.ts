import type { RawRow } from "./raw-row";
import { readDayFirst } from "./repair-day";
import type { RepairAction } from "./repair-proposal";

/** A repair that somebody accepted: the file keeps its bytes, and every reading of it puts this in the cell. */
export type RowRepair = {
  /** True line number in the file; `WHOLE_COLUMN` where the choice holds for every row of the column. */
  readonly row: number;
  readonly columnIndex: number;
  /** As it stands in the file; empty for a whole column. */
  readonly original: string;
  readonly repaired: string;
  readonly action: RepairAction;
};

/** Lines count from 1, so no row of a file is meant. */
export const WHOLE_COLUMN = 0;

/** Day-first dates are a property of whoever wrote the file: one choice, every date of the column. */
export const dayFirstColumn = (columnIndex: number): RowRepair => ({
  row: WHOLE_COLUMN,
  columnIndex,
  original: "",
  repaired: "day-first",
  action: "read-day-first",
});

/**
 * Puts accepted repairs into the rows of a file on their way into intake. A repair holds for the text it was accepted
 * for: where the file shows another one, the file stands.
 */
export function mendingWith(repairs: readonly RowRepair[]): (raw: RawRow) => RawRow {
  if (repairs.length === 0) return (raw) => raw;
  const byRow = new Map<number, RowRepair[]>();
  for (const repair of repairs) {
    const inRow = byRow.get(repair.row);
    if (inRow === undefined) byRow.set(repair.row, [repair]);
    else inRow.push(repair);
  }
  const columns = byRow.get(WHOLE_COLUMN) ?? [];
  return (raw) => {
    const own = byRow.get(raw.row);
    if (own === undefined && columns.length === 0) return raw;
    const cells = [...raw.cells];
    for (const { columnIndex } of columns) {
      const day = readDayFirst(cells[columnIndex] ?? "");
      if (day !== null) cells[columnIndex] = day;
    }
    for (const { columnIndex, original, repaired } of own ?? [])
      if ((raw.cells[columnIndex] ?? "") === original) {
        while (cells.length < columnIndex) cells.push("");
        cells[columnIndex] = repaired;
      }
    return { ...raw, cells };
  };
}
