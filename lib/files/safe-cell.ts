/** What a spreadsheet program may take for the beginning of a formula, tab and line ends included (OWASP, CSV Injection). */
const FORMULA_STARTS: ReadonlySet<string> = new Set(["=", "+", "-", "@", "\t", "\r", "\n"]);

/** Blanks, and characters that nobody sees: some programs drop them before they look at a cell. */
const LEADING_NOTHING = /^[\s\p{Cf}\p{Cc}]+/u;

/**
 * Text out of a file, made safe for a file that people open in a spreadsheet: an apostrophe in front keeps it text.
 * Reading such a file in again drops the apostrophe. Never for files to CBP, whose content is allow-listed instead.
 */
export const safeCell = (text: string): string => (mayBeFormula(text) ? `'${text}` : text);

function mayBeFormula(text: string): boolean {
  if (FORMULA_STARTS.has(text.charAt(0))) return true;
  // Full-width and small forms of the signs count as the signs themselves.
  const first = text.replace(LEADING_NOTHING, "").charAt(0).normalize("NFKC");
  return FORMULA_STARTS.has(first);
}

/** A number or a day that we wrote ourselves: a spreadsheet may read it as one, its minus sign included. */
export type OwnFigure = { readonly figure: string };

export type ExportCell = string | OwnFigure | null;

const FIGURE = /^-?\d[\d.-]*$/;

/** One line of a CSV file for people: RFC 4180, every text made safe. */
export const toCsvLine = (cells: readonly ExportCell[]): string => `${cells.map(written).join(",")}\r\n`;

function written(cell: ExportCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return quoted(safeCell(cell));
  if (!FIGURE.test(cell.figure)) throw new Error(`Not a figure of our own: "${cell.figure}"`);
  return cell.figure;
}

/** Blanks at the ends count as part of the cell, which some programs believe only inside quotes. */
const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Excel takes a CSV file for the code page of its country unless it begins with this. */
export const CSV_START = "\uFEFF";
