import { countryNamed } from "./country-names";
import { cellText } from "./raw-row";

/** Entry type code, two digits: `1`, `01` and `01 ABI/A` are all "01". Null for anything else. */
export function readEntryType(cell: string): string | null {
  const digits = /^(\d{1,2})(?:\.0+)?(?![\d.])(?: ?[-A-Za-z/ ].*)?$/.exec(cellText(cell))?.[1];
  if (digits === undefined || /^0+$/.test(digits)) return null;
  return digits.padStart(2, "0");
}

/** Importer of record number: upper case, no blanks; an IRS number of eleven characters gets its hyphen back. */
export function readImporterNumber(cell: string): string {
  const compact = cellText(cell)
    .replaceAll(" ", "")
    .replaceAll(/[\u2010-\u2015]/g, "-")
    .toUpperCase();
  return /^\d{9}[0-9A-Z]{2}$/.test(compact) ? `${compact.slice(0, 2)}-${compact.slice(2)}` : compact;
}

/** Port code: four digits; leading zeros that a spreadsheet dropped are put back. Names stay as they are. */
export function readPort(cell: string): string {
  const text = cellText(cell);
  return /^\d{1,3}$/.test(text) ? text.padStart(4, "0") : text;
}

/** Country of origin, ISO 3166 alpha-2, upper case, also by its name. Null for a blank or any other text. */
export function readOrigin(cell: string): string | null {
  const text = cellText(cell);
  return countryNamed(text) ?? (/^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : null);
}

/** Entry summary line or tariff ordinal number, without leading zeros; null when blank. Odd texts stay themselves. */
export function readCount(cell: string): string | null {
  // One digit but zero: what nearly every cell holds.
  if (cell.length === 1 && cell >= "1" && cell <= "9") return cell;
  const text = cellText(cell).toUpperCase();
  if (text === "" || text === "-") return null;
  const digits = /^0*(\d+?)(?:\.0+)?$/.exec(text)?.[1];
  return digits ?? text;
}
