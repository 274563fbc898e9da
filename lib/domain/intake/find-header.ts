import { hasFittingCheckDigit, parseEntryNumber } from "../identifiers";
import { countKnownHeadings, meaningsOf } from "./known-headings";
import { INTAKE_LIMITS } from "./limits";
import { isBlankCell, type RawRow } from "./raw-row";

/**
 * The row with the most known headings, the first of equals; failing that, the row of unknown words right above a
 * column of entry numbers. Null: nothing looks like headings.
 */
export function findHeader(first: readonly RawRow[], all: readonly RawRow[]): RawRow | null {
  let best: RawRow | null = null;
  let bestCount = 0;
  for (const row of first) {
    const count = countKnownHeadings(row.cells);
    if (count > bestCount && isHeader(row.cells, count)) [best, bestCount] = [row, count];
  }
  return best ?? aboveEntryNumbers(first, all);
}

// A list may have two columns only, or just the entry numbers: then every heading must be known.
function isHeader(cells: readonly string[], known: number): boolean {
  if (known >= INTAKE_LIMITS.knownHeadingsMin) return true;
  const filled = cells.filter((cell) => !isBlankCell(cell)).length;
  return (
    known === filled && cells.some((cell) => meaningsOf(cell).some(({ field }) => field === "entryNumber"))
  );
}

/** Only a number whose check digit fits counts: other columns hold eleven digits too. */
const hasEntryNumber = (cells: readonly string[]): boolean =>
  cells.some((cell) => {
    const parsed = parseEntryNumber(cell);
    return parsed.ok && hasFittingCheckDigit(parsed.value);
  });

function aboveEntryNumbers(first: readonly RawRow[], all: readonly RawRow[]): RawRow | null {
  const data = all.findIndex(({ cells }) => hasEntryNumber(cells));
  const header = data < 1 ? undefined : all[data - 1];
  if (header === undefined || !first.includes(header)) return null;
  const filled = (cells: readonly string[]): number => cells.filter((cell) => !isBlankCell(cell)).length;
  const { cells } = all[data] ?? header;
  // A title line above rows without headings is one cell; headings are about as many as the cells below.
  return filled(header.cells) >= 2 && filled(header.cells) * 2 >= filled(cells) ? header : null;
}
