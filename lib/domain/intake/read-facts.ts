import type { EntryFactName } from "../entry";
import { type FactColumn, factColumnsOf, type FactProblem, type FactReading } from "./fact-columns";
import type { FactValues } from "./fact-values";
import type { FileLayout } from "./layout";
import type { ComplainAt } from "./lines-reader";
import { firstChange } from "./remember";

export type FactReader = (cells: readonly string[], row: number, complain: ComplainAt) => FactValues;

/** What a column says in the row that was read last. */
type ColumnNow = FactColumn & { reading: FactReading };
type UnreadableColumn = { readonly index: number; readonly problem: FactProblem };

/**
 * Reads the facts of the entry that a row shows. Unreadable cells say nothing and are reported, on every row they stand
 * in. The rows of an entry repeat its facts and most entries share some with the one before: only changed cells are
 * read, and rows that change none share one object.
 */
export function factReaderFor(layout: FileLayout): FactReader {
  const columns = factColumnsOf(layout).map((column) => ({ ...column, reading: column.read("") }));
  const indexes = columns.map(({ index }) => index);
  let above: readonly string[] = [];
  let facts = factsIn(columns);
  let unreadable = NONE;
  return (cells, row, complain) => {
    const first = firstChange(indexes, cells, above);
    if (first < columns.length) {
      for (const column of columns.slice(first)) readChanged(column, cells, above);
      facts = factsIn(columns);
      unreadable = unreadableAmong(columns);
    }
    above = cells;
    for (const { index, problem } of unreadable) complain(index, (cell) => ({ ...problem, row, ...cell }));
    return facts;
  };
}

function readChanged(column: ColumnNow, cells: readonly string[], above: readonly string[]): void {
  const cell = cells[column.index] ?? "";
  if (cell !== (above[column.index] ?? "")) column.reading = column.read(cell);
}

function unreadableAmong(columns: readonly ColumnNow[]): readonly UnreadableColumn[] {
  if (columns.every(({ reading }) => reading.problem === null)) return NONE;
  return columns.flatMap(({ index, reading: { problem } }) => (problem === null ? [] : [{ index, problem }]));
}

const NONE: readonly UnreadableColumn[] = [];

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
