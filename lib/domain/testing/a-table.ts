import { EntryAssembly } from "../intake/entry-assembly";
import type { AssembledFile } from "../intake/assembled-file";
import { isBlankRow, type RawRow } from "../intake/raw-row";
import { recogniseHeader } from "../intake/recognise-header";

/** Lines of `|`-separated cells as raw rows; the first is line 1, blank lines count. */
export const rawRows = (...lines: readonly string[]): readonly RawRow[] =>
  lines
    .map((line, index) => ({ row: index + 1, cells: line.split("|").map((cell) => cell.trim()) }))
    .filter(({ cells }) => !isBlankRow(cells));

/** A small file, assembled: heading row first, or below title rows. */
export function assembled(lines: readonly string[], file = "a.csv"): AssembledFile {
  const rows = rawRows(...lines);
  const header = recogniseHeader(rows);
  if (header.kind !== "recognised") throw new Error(`Not recognised: ${JSON.stringify(header)}`);
  const assembly = new EntryAssembly(header.layout, file);
  for (const raw of rows) if (raw.row > header.headerRow) assembly.add(raw);
  return assembly.finish();
}
