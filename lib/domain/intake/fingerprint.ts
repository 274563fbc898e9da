import { cellText } from "./raw-row";
import { firstChange, remembered } from "./remember";
import { ListHash } from "./text-hash";

/**
 * Reads the cells that are compared but not read into one short text; equal for equal cells after normalising. The
 * rows of a line repeat most of these cells, so only what stands at and after the first changed cell is hashed anew.
 */
export function fingerprintReaderFor(columns: readonly number[]): (cells: readonly string[]) => string {
  const comparableText = remembered(comparable);
  const texts = columns.map(() => "");
  const textAt = (at: number): string => texts[at] ?? "";
  const hash = new ListHash(columns.length);
  const ofBlanks = hash.of(textAt, 0);
  let above: readonly string[] = [];
  let fingerprint = "";

  return (cells) => {
    const before = above;
    above = cells;
    const changed = firstChange(columns, cells, before);
    if (changed === columns.length) return fingerprint;
    for (let at = changed; at < columns.length; at++) {
      const cell = cells[columns[at] ?? 0] ?? "";
      if (cell !== (before[columns[at] ?? 0] ?? "")) texts[at] = isPlain(cell) ? cell : comparableText(cell);
    }
    const hashed = hash.of(textAt, changed);
    fingerprint = hashed === ofBlanks ? "" : hashed;
    return fingerprint;
  };
}

/**
 * Capitals and digits without a leading zero are their own comparable text. Most cells are: units, countries, makers
 * and quantities, of which hardly two are alike, so that remembering them would cost more than looking.
 */
function isPlain(cell: string): boolean {
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    const isDigit = code >= 48 && code <= 57;
    if (!(isDigit && (code > 48 || at > 0)) && !(code >= 65 && code <= 90)) return false;
  }
  return true;
}

/** `1,500.00`, `$1500` and `01500` are one amount; other texts compare without case. */
function comparable(cell: string): string {
  const text = cellText(cell);
  if (!/^\$?[\d,]+(?:\.\d+)?$/.test(text)) return text.toUpperCase();
  const [whole = "", decimals = ""] = text.replaceAll(/[$,]/g, "").split(".");
  const significant = decimals.replace(/0+$/, "");
  return `${whole.replace(/^0+(?=\d)/, "")}${significant === "" ? "" : `.${significant}`}`;
}
