import { addDays, day, type RawRow } from "@/lib/domain";

import { FILE_LIMITS } from "./limits";
import { attributeOf, elementsIn, joinedText, openingOf, plainText, WorkbookDamage } from "./workbook-xml";

/** What the cells of a sheet refer to. */
export type WorkbookContext = {
  readonly sharedTexts: readonly string[];
  /** Cell styles that show a number as a date. */
  readonly dateStyles: ReadonlySet<number>;
  /** Days are counted from 1904, as old workbooks of the Macintosh do. */
  readonly from1904: boolean;
};

export type TooManyColumns = { readonly found: number };

/**
 * One row of a sheet as text: identifiers as they stand, numbers in full, dates as ISO days. Formulas are never
 * evaluated: a cell shows the value that was saved with it.
 */
export function rowCells(body: string, prefix: string, context: WorkbookContext): string[] | TooManyColumns {
  const cells: string[] = [];
  const [name, close] = [`${prefix}c`, `</${prefix}c>`];
  let next = 0;
  // As `elementsIn` does, without an object for each of millions of cells.
  for (let at = openingOf(body, name, 0); at !== -1;) {
    const end = body.indexOf(">", at);
    if (end === -1) break;
    const closed = body.charCodeAt(end - 1) === SLASH ? end : body.indexOf(close, end);
    if (closed === -1) break;
    const { r: reference, s: style, t: type } = cellAttributes(body, at + name.length + 1, end);
    const column = reference === "" ? next : columnOf(reference);
    next = column + 1;
    at = openingOf(body, name, closed);
    const text =
      closed <= end + 1 ? "" : cellValue(type, style, body.slice(end + 1, closed), prefix, context);
    if (text === "") continue;
    if (column >= FILE_LIMITS.columnsMax) return { found: column + 1 };
    while (cells.length < column) cells.push("");
    cells[column] = text;
  }
  return cells;
}

const SLASH = "/".charCodeAt(0);

type CellAttributes = { readonly r: string; readonly s: string; readonly t: string };

/** The three attributes that matter, in one pass over the opening tag. None of them holds an entity. */
function cellAttributes(xml: string, from: number, end: number): CellAttributes {
  let [r, s, t] = ["", "", ""];
  for (let at = xml.indexOf("=", from); at !== -1 && at < end;) {
    const quote = xml.charCodeAt(at + 1);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) break;
    const to = xml.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", at + 2);
    if (to === -1 || to >= end) break;
    // The end of a longer name, such as `xml:r`, is no attribute of ours.
    const name = xml.charCodeAt(at - 2) <= BLANK ? xml.charAt(at - 1) : "";
    if (name === "r") r = xml.slice(at + 2, to);
    else if (name === "s") s = xml.slice(at + 2, to);
    else if (name === "t") t = xml.slice(at + 2, to);
    at = xml.indexOf("=", to);
  }
  return { r, s, t };
}

const [DOUBLE_QUOTE, SINGLE_QUOTE, BLANK] = [0x22, 0x27, 0x20];

/** The row number of a sheet, from 1; rows stand in their order. */
export function rowNumber(tag: string, previous: RawRow["row"]): number {
  const written = attributeOf(tag, "r");
  if (written === null) return previous + 1;
  const row = Number(written);
  if (!Number.isSafeInteger(row) || row <= previous) throw new WorkbookDamage("rows out of order");
  return row;
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  if (column === 0 || column > 16_384) throw new WorkbookDamage("cell reference");
  return column - 1;
}

function cellValue(
  type: string,
  style: string,
  content: string,
  prefix: string,
  context: WorkbookContext,
): string {
  if (type === "inlineStr") return joinedText(content, prefix);
  const value = savedValue(content, prefix);
  if (value === "") return "";
  switch (type) {
    case "s":
      return sharedText(value, context);
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "":
    case "n":
      return numberText(value, Number(style), context);
    default: // str, e, d: text as saved
      return plainText(value);
  }
}

/** What stands between `<v>` and `</v>`; Excel writes no attribute there, other programs may. */
function savedValue(content: string, prefix: string): string {
  const plain = content.indexOf("<v>");
  if (plain !== -1) return content.slice(plain + 3, content.indexOf("</v>", plain));
  const [value] = elementsIn(content, `${prefix}v`);
  return value?.body ?? "";
}

function sharedText(index: string, { sharedTexts }: WorkbookContext): string {
  const text = sharedTexts[Number(index)];
  if (text === undefined) throw new WorkbookDamage("shared text");
  return text;
}

/** More decimals are noise of binary fractions: Excel itself shows no more digits. */
const SIGNIFICANT_DIGITS = 15;

/** Most numbers: no more digits than count, no zeros at the end, no exponent. */
const AS_EXCEL_SHOWS_IT = /^-?(?:\d{1,15}|(?:0|[1-9]\d{0,10})\.\d{0,3}[1-9])$/;

/**
 * A number as Excel shows it when the column is wide enough. Numbers beyond 21 digits keep their exponent: an entry
 * number that Excel took for one is lost, and nothing here pretends otherwise.
 */
function numberText(saved: string, style: number, context: WorkbookContext): string {
  const written = saved.trim();
  const isDate = context.dateStyles.has(style);
  if (!isDate && AS_EXCEL_SHOWS_IT.test(written)) return written;
  const number = Number(written);
  if (written === "" || !Number.isFinite(number)) return written;
  if (isDate) return dateText(number, context.from1904) ?? written;
  const rounded = Number(number.toPrecision(SIGNIFICANT_DIGITS));
  const text = String(rounded);
  if (/^-?[\d.]+$/.test(text)) return text;
  return Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/0+$/, "") : written;
}

const LAST_SERIAL = 2_958_465; // 9999-12-31
const FIRST_OF_1900 = day("1900-01-01");
const FIRST_OF_1904 = day("1904-01-01");

/** Excel takes 1900 for a leap year: up to its 29 February, day 60, the count begins a day later. */
function dateText(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > LAST_SERIAL) return null;
  return from1904
    ? addDays(FIRST_OF_1904, whole)
    : addDays(FIRST_OF_1900, whole < 60 ? whole - 1 : whole - 2);
}
