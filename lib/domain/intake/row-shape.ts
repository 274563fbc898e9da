import { countKnownHeadings } from "./known-headings";
import type { FileLayout } from "./layout";
import { INTAKE_LIMITS } from "./limits";
import { cellText, headingKey, isBlankCell, type RawRow } from "./raw-row";

/** What a row without a readable entry number is by its shape; null: a row of data all the same. */
export type RowShape = "repeated-header" | "another-header" | "total-row" | "footer";

const TOTAL =
  /^(?:\W*)(?:(?:grand|sub|report|page|entry|overall|running|file|importer|filer)[\s-]*)?(?:sub)?totals?\b|^\W*sum\b/i;

/** True for `Total`, `GRAND TOTAL`, `Subtotal:`, `Sum` and the like. */
export const namesTotal = (cell: string | undefined): boolean =>
  cell !== undefined && !isDigit(cell.charCodeAt(0)) && /[a-z]/i.test(cell) && TOTAL.test(cellText(cell));

/** Numbers of lines and tariffs begin with one, and no total does. */
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Names headings that come again, totals and footers. Asked only of rows whose entry number is no number. */
export function shapeOf({ cells }: RawRow, layout: FileLayout): RowShape | null {
  const header = headerShape(cells, layout);
  if (header !== null) return header;
  const filled = cells.filter((cell) => !isBlankCell(cell));
  if (namesTotal(cellAt(cells, layout.at.entryNumber))) return "total-row";
  // An importer may be called Total something; a row with a tariff number is then still a row.
  if (namesTotal(filled[0]) && isBlankCell(cellAt(cells, layout.at.htsNumber))) return "total-row";
  return isFooter(cells, layout, filled.length) ? "footer" : null;
}

function headerShape(cells: readonly string[], layout: FileLayout): RowShape | null {
  const known = countKnownHeadings(cells);
  if (known === 0) return null;
  const same = layout.headings.every(
    (heading, index) => headingKey(cells[index] ?? "") === headingKey(heading),
  );
  if (same) return "repeated-header";
  // Another table begins: its columns stand elsewhere, so reading on would put money under the wrong heading.
  const filled = cells.filter((cell) => !isBlankCell(cell)).length;
  return known >= INTAKE_LIMITS.knownHeadingsMin && known * 2 > filled ? "another-header" : null;
}

/** One or two cells of prose and no tariff number or amount: `Report generated …`, `Page 2 of 3`. */
function isFooter(cells: readonly string[], layout: FileLayout, filled: number): boolean {
  const data = [layout.at.htsNumber, layout.at.dutyAmount, layout.at.goodsValue, layout.at.liquidationDate];
  if (filled > 2 || data.some((index) => !isBlankCell(cellAt(cells, index)))) return false;
  const number = cellText(cellAt(cells, layout.at.entryNumber));
  return number === "" ? filled === 1 : isProse(number);
}

const isProse = (text: string): boolean => (text.match(/[A-Za-z]{2,}/g) ?? []).length >= 2 && /\s/.test(text);

export const cellAt = (cells: readonly string[], index: number | undefined): string | undefined =>
  index === undefined ? undefined : cells[index];
