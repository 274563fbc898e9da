import type { TariffLine } from "../entry";
import { bySource, type ComparedCells, comparedCellsOf, shapeTextOf, textOf } from "./compared-cells";
import { groupBy } from "./group-by";

/** A row with the cells it is compared by. */
export type ComparedRow = {
  readonly line: TariffLine;
  readonly cells: ComparedCells;
  readonly text: string;
};

/** A set-aside row and the row that says everything it says. */
export type Repeat = { readonly line: TariffLine; readonly twin: TariffLine };

export type DistinctRows = { readonly rows: readonly ComparedRow[]; readonly repeats: readonly Repeat[] };

export function toComparedRow(line: TariffLine): ComparedRow {
  const cells = comparedCellsOf(line);
  return { line, cells, text: textOf(cells) };
}

/** Whether all rows have the same cells: then different rows differ in a cell, and no row can hide in another. */
export const haveOneShape = (rows: readonly ComparedRow[]): boolean =>
  new Set(rows.map(({ cells }) => shapeTextOf(cells))).size <= 1;

/**
 * Leaves out every row of which another row shows all cells with the same contents. What remains is the same in
 * whatever order rows and files arrive, and stays the same when the result is combined with further rows.
 */
export function distinctRows(lines: readonly TariffLine[]): DistinctRows {
  const repeats: Repeat[] = [];
  const firsts: ComparedRow[] = [];
  for (const equals of groupBy(lines.map(toComparedRow), ({ text }) => text).values()) {
    const [first = equals[0], ...rest] = equals.toSorted((a, b) => bySource(a.line, b.line));
    firsts.push(first);
    for (const { line } of rest) repeats.push({ line, twin: first.line });
  }
  return withoutCovered(firsts, repeats);
}

/** Rows of files with fewer columns repeat a row of a file with more when they agree in all they have. */
function withoutCovered(rows: readonly ComparedRow[], repeats: Repeat[]): DistinctRows {
  if (haveOneShape(rows)) return { rows, repeats };
  const byShape = [...groupBy(rows, ({ cells }) => shapeTextOf(cells)).values()];
  const covered = new Set<ComparedRow>();
  for (const narrow of byShape)
    for (const wide of byShape) {
      const names = [...narrow[0].cells.keys()];
      if (wide[0].cells.size <= names.length || !names.every((name) => wide[0].cells.has(name))) continue;
      const shown = groupBy(wide, ({ cells }) => names.map((name) => cells.get(name)).join("\u001F"));
      for (const row of narrow) {
        const twins = shown.get([...row.cells.values()].join("\u001F"));
        if (twins === undefined || covered.has(row)) continue;
        covered.add(row);
        repeats.push({ line: row.line, twin: twins[0].line });
      }
    }
  return { rows: rows.filter((row) => !covered.has(row)), repeats };
}
