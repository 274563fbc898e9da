/** One row of a file as text, before anything is read into it. */
export type RawRow = {
  /** True line number in the file: the first line is 1, and a line break inside quotes counts. */
  readonly row: number;
  readonly cells: readonly string[];
  /** A quote stands where none belongs, so the cells may be cut in the wrong places. */
  readonly brokenQuotes?: true;
};

const WRAPPED_AS_EXCEL_TEXT = /^=\s*"(.*)"$/s;

/** What a cell says: without the `="…"` or leading apostrophe that keeps Excel from guessing, blanks collapsed. */
export function cellText(cell: string | undefined): string {
  if (cell === undefined || isPlainText(cell)) return cell ?? "";
  let text = cell.trim();
  if (text.startsWith("=")) text = (WRAPPED_AS_EXCEL_TEXT.exec(text)?.[1] ?? text).trim();
  if (text.startsWith("'")) text = text.slice(1).trim();
  return /\s{2}|[^\S ]/.test(text) ? text.replaceAll(/\s+/g, " ") : text;
}

/** True for a text that is its own cell text, as nearly all are: printable ASCII, no mark of Excel, blanks single. */
function isPlainText(cell: string): boolean {
  let before = SPACE;
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code < SPACE || code > TILDE || (code === SPACE && before === SPACE)) return false;
    if (at === 0 && (code === EQUALS || code === APOSTROPHE)) return false;
    before = code;
  }
  return before !== SPACE || cell === "";
}

const [SPACE, APOSTROPHE, EQUALS, TILDE] = [32, 39, 61, 126];

export const isBlankCell = (cell: string | undefined): boolean => cellText(cell) === "";

/** Wholly blank lines are not rows: they are neither read nor set aside. */
export const isBlankRow = (cells: readonly string[]): boolean => cells.every(isBlankCell);

/** Headings are compared without case, punctuation and repeated blanks: `ENTRY_NUMBER` is `Entry Number`. */
export const headingKey = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
