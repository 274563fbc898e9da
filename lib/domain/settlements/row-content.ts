import type { RowContent, TariffLine } from "../entry";
import { agree, comparedCellsOf } from "../intake/compared-cells";

/** The row without its file: equal contents are equal rows, in whichever export they stand. */
export const rowContentOf = (line: TariffLine): RowContent => [...comparedCellsOf(line)];

/** Line and ordinal number must be the same, or missing in both; what only one of them shows makes no difference. */
const PLACE = ["line", "ordinal"] as const;

/** Whether the row is the one that was chosen or overruled, read again perhaps from a report with other columns. */
export function isRow(content: RowContent, line: TariffLine): boolean {
  const known = new Map(content);
  const shown = comparedCellsOf(line);
  return PLACE.every((cell) => known.get(cell) === shown.get(cell)) && agree(known, shown);
}

/** Cell for cell, columns included. */
export const isSameRow = (content: RowContent, line: TariffLine): boolean =>
  JSON.stringify(content) === JSON.stringify(rowContentOf(line));

/** Whether no two of the rows differ in a cell that both have. */
export const allAgree = (lines: readonly TariffLine[]): boolean =>
  lines.every((line, index) =>
    lines.slice(index + 1).every((other) => agree(comparedCellsOf(line), comparedCellsOf(other))),
  );
