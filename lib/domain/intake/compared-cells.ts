import type { TariffLine } from "../entry";
import type { FactSource } from "../facts";
import { byText } from "../text-order";

/** By which cells two rows are compared, normalised; a cell the row's file has no column for is missing. */
export type ComparedCells = ReadonlyMap<string, string>;

const OTHER = "other:";

/** Chapter 99 numbers are compared by their eight digits: files print them with or without two more zeros. */
export const tariffKeyOf = ({ hts, htsFound }: TariffLine): string =>
  hts === null ? `?${htsFound.toUpperCase()}` : hts.startsWith("99") ? hts.slice(0, 8) : hts;

/** A blank cell of an existing column is a cell like any other; a line or ordinal number counts only where it stands. */
export function comparedCellsOf(line: TariffLine): ComparedCells {
  const cells = new Map<string, string>([["hts", tariffKeyOf(line)]]);
  if (line.lineNumber !== null) cells.set("line", line.lineNumber);
  if (line.ordinal !== null) cells.set("ordinal", line.ordinal);
  if (hasColumn(line, "duty", line.duty ?? (line.dutyFound || null)))
    cells.set("duty", line.duty?.toFixed() ?? `?${line.dutyFound}`);
  if (hasColumn(line, "value", line.value)) cells.set("value", line.value?.toFixed() ?? "");
  if (hasColumn(line, "origin", line.origin)) cells.set("origin", line.origin ?? "");
  if (hasColumn(line, "spi", line.spi)) cells.set("spi", line.spi ?? "");
  const other = line.columns?.find((name) => name.startsWith(OTHER));
  if (other !== undefined && other !== OTHER) cells.set(other, line.otherCells ?? "");
  return cells;
}

/** A column named with a question mark counts only on rows where it is filled: a wide report spreads its cells. */
const hasColumn = ({ columns }: TariffLine, name: string, shown: unknown): boolean =>
  columns === undefined
    ? shown !== null
    : columns.includes(name) || (shown !== null && columns.includes(`${name}?`));

/** Equal wherever both rows have the cell. */
export function agree(a: ComparedCells, b: ComparedCells): boolean {
  for (const [name, text] of a) if ((b.get(name) ?? text) !== text) return false;
  return true;
}

/** By file, then by row: the first of equal rows is the one that is used, in whatever order the files arrive. */
export const bySource = (a: { readonly source: FactSource }, b: { readonly source: FactSource }): number =>
  byText(a.source.file, b.source.file) ||
  a.source.row - b.source.row ||
  (a.source.part ?? 0) - (b.source.part ?? 0);

/** One tariff row: a row of a file, or a part of it. */
export const sourceKey = ({ file, row, part }: FactSource): string =>
  part === undefined ? `${row} ${file}` : `${row}/${part} ${file}`;

/** The row of the file, whichever part of it is meant. */
export const rowKey = ({ file, row }: FactSource): string => `${row} ${file}`;

/** The cells in one text, with their names: equal texts are equal rows of equal columns. */
export const textOf = (cells: ComparedCells): string =>
  [...cells].map(([name, text]) => `${name}=${text}`).join("\u001F");

/** Which cells the row has, without what stands in them. */
export const shapeTextOf = (cells: ComparedCells): string => [...cells.keys()].join("\u001F");
