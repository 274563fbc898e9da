import { cellText } from "./raw-row";
import { remembered } from "./remember";

/**
 * Reads the cells that are compared but not read into one short text; equal for equal cells after normalising. The
 * Chapter 99 rows of a line repeat these cells, so a row equal to the one above shares its text.
 */
export function fingerprintReaderFor(columns: readonly number[]): (cells: readonly string[]) => string {
  const comparableText = remembered(comparable);
  const above = columns.map(() => "");
  const texts = columns.map(() => "");
  let fingerprint = "";
  return (cells) => {
    let changed = false;
    for (let at = 0; at < columns.length; at++) {
      const cell = cells[columns[at] ?? 0] ?? "";
      if (cell === above[at]) continue;
      above[at] = cell;
      texts[at] = cell === "" ? "" : comparableText(cell);
      changed = true;
    }
    if (changed) fingerprint = texts.some((text) => text !== "") ? hash(texts.join("\u001F")) : "";
    return fingerprint;
  };
}

/** `1,500.00`, `$1500` and `01500` are one amount; other texts compare without case. */
function comparable(cell: string): string {
  const text = cellText(cell);
  if (!/^\$?[\d,]+(?:\.\d+)?$/.test(text)) return text.toUpperCase();
  const [whole = "", decimals = ""] = text.replaceAll(/[$,]/g, "").split(".");
  const significant = decimals.replace(/0+$/, "");
  return `${whole.replace(/^0+(?=\d)/, "")}${significant === "" ? "" : `.${significant}`}`;
}

// Two independent 32-bit FNV-1a runs: 64 bits, so that a million rows still do not collide by chance.
const FNV_PRIME = 0x01000193;
const SEEDS = [0x811c9dc5, 0x050c5d1f] as const;

function hash(text: string): string {
  let [a, b] = SEEDS as readonly [number, number];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, FNV_PRIME);
    b = Math.imul(b ^ code ^ (index & 0xff), FNV_PRIME);
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}
