import type { EntryFactName } from "../entry";
import { type FactColumn, factColumnsOf, type FactProblem, type FactReading } from "./fact-columns";
import type { FactValues } from "./fact-values";
import type { FileLayout } from "./layout";
import type { ComplainAt } from "./lines-reader";
import { isSameText } from "./remember";

export type FactReader = (cells: readonly string[], row: number, complain: ComplainAt) => FactValues;

/** A column with the cell that was read last and what it says. */
type ColumnNow = FactColumn & { cell: string; reading: FactReading };
type UnreadableColumn = { readonly index: number; readonly problem: FactProblem };

/**
 * Reads the facts of the entry that a row shows. Unreadable cells say nothing and are reported, on every row they stand
 * in. The rows of an entry repeat its facts and most entries share some with the one before: only changed cells are
 * read, and rows that change none share one object.
 */
export function factReaderFor(layout: FileLayout): FactReader {
  const columns = factColumnsOf(layout).map((column) => ({ ...column, cell: "", reading: column.read("") }));
  let facts = factsIn(columns);
  let unreadable = NONE;
  return (cells, row, complain) => {
    if (readChanged(columns, cells)) {
      facts = factsIn(columns);
      unreadable = unreadableAmong(columns);
    }
    for (const { index, problem } of unreadable) complain(index, (cell) => ({ ...problem, row, ...cell }));
    return facts;
  };
}

function unreadableAmong(columns: readonly ColumnNow[]): readonly UnreadableColumn[] {
  if (columns.every(({ reading }) => reading.problem === null)) return NONE;
  return columns.flatMap(({ index, reading: { problem } }) => (problem === null ? [] : [{ index, problem }]));
}

const NONE: readonly UnreadableColumn[] = [];

/** True where a cell differs from the row above. */
function readChanged(columns: readonly ColumnNow[], cells: readonly string[]): boolean {
  let changed = false;
  for (const column of columns) {
    const cell = cells[column.index] ?? "";
    if (isSameText(cell, column.cell)) continue;
    column.cell = cell;
    column.reading = column.read(cell);
    changed = true;
  }
  return changed;
}

function factsIn(columns: readonly ColumnNow[]): FactValues {
  const facts: Partial<Record<EntryFactName, string>> = {};
  for (const { name, reading } of columns) {
    if (reading.value === null) continue;
    if (name !== "reliquidationDate") facts[name] = reading.value;
    // The clocks run from the last liquidation, so a column for the second one wins where it is filled.
    else if (reading.value > (facts.liquidationDate ?? "")) facts.liquidationDate = reading.value;
  }
  // Each value was read as what its name asks for, which a list of columns cannot say in its type.
  return facts as unknown as FactValues;
}
