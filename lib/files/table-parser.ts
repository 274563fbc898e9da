import Papa from "papaparse";

import { countKnownHeadings, err, isBlankCell, ok, type RawRow, type Result } from "@/lib/domain";

import type { FileRefusal } from "./file-refusal";
import { FILE_LIMITS } from "./limits";
import { type CutRow, lineBreaksIn, RowCutter } from "./row-cutter";

const DELIMITERS = [",", "\t", ";", "|"] as const;

type Parsed = {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
};

/** A row of any kind. */
type ParsedRow = CutRow & {
  /** A quote stands where none belongs. */
  readonly isBroken?: boolean;
  /** A quote was opened and never closed. */
  readonly isUnclosed?: boolean;
};

/** Decided once: a file with line feeds may still carry stray carriage returns inside its cells. */
type TableFormat = {
  readonly lineEnd: "\n" | "\r";
  readonly delimiter: string;
  readonly cutter: RowCutter;
};

/** The rows of a text, and where the one begins that it does not finish. */
type RowsCut = { readonly rows: readonly RawRow[]; readonly end: number };

/** The delimiter that shows the most headings we know in the first lines; failing that, the one that cuts most evenly. */
function guessDelimiter(head: string): string {
  const known = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { delimiter, newline: "\n", preview: 50 });
    return { delimiter, headings: Math.max(0, ...data.map(countKnownHeadings)) };
  });
  const best = known.reduce((a, b) => (b.headings > a.headings ? b : a));
  if (best.headings > 1) return best.delimiter;
  return Papa.parse(head, { preview: 50, newline: "\n", delimitersToGuess: [...DELIMITERS] }).meta.delimiter;
}

/**
 * Text to rows with true line numbers, piece by piece: plain rows, as nearly all are, by our own cutter; rows with a quote
 * that stands where none belongs, and the last one, by Papa Parse. Beyond the head on which it decides, it holds no more
 * than one unfinished row, and says at once when that row outgrows its bounds.
 */
export class TableParser {
  #format: TableFormat | null = null;
  #rest = "";
  #nextRow = 1;

  /** Rows finished by this text; wholly blank lines are counted and left out. */
  parse(text: string): Result<readonly RawRow[], FileRefusal> {
    const input = this.#rest + text;
    if (this.#format === null && input.length < FILE_LIMITS.headCharacters) {
      this.#rest = input;
      return ok([]);
    }
    // A carriage return at the very end may be half of a line end.
    const cut = input.endsWith("\r") ? input.length - 1 : input.length;
    this.#format ??= decideFormat(input.slice(0, cut));
    const ready = plainLineEnds(input.slice(0, cut), this.#format.lineEnd);
    const parsed = this.#rowsIn(ready, this.#format, true);
    if (!parsed.ok) return parsed;
    this.#rest = ready.slice(parsed.value.end) + input.slice(cut);
    return this.#rest.length > FILE_LIMITS.rowCharactersMax ? err(this.#endlessRow()) : ok(parsed.value.rows);
  }

  /** The rows that only the end of the file finishes. */
  end(): Result<readonly RawRow[], FileRefusal> {
    this.#format ??= decideFormat(this.#rest);
    const ready = plainLineEnds(this.#rest, this.#format.lineEnd).replace(/\r+$/, "");
    this.#rest = "";
    const parsed = this.#rowsIn(ready, this.#format, false);
    return parsed.ok ? ok(parsed.value.rows) : parsed;
  }

  /** @param more - false: the text ends the file, and its last row */
  #rowsIn(text: string, { cutter, delimiter }: TableFormat, more: boolean): Result<RowsCut, FileRefusal> {
    const rows: RawRow[] = [];
    cutter.turnTo(text);
    let end = 0;
    while (end < text.length) {
      const cut = cutter.cut(end) ?? parseOne(text, end, delimiter, more);
      if (cut === null) break;
      const row = this.#nextRow;
      const raw = toRawRow(row, cut);
      if (!raw.ok) return raw;
      if (raw.value !== null) rows.push(raw.value);
      this.#nextRow += 1 + cut.lineBreaks;
      end = cut.end;
    }
    return ok({ rows, end });
  }

  #endlessRow(): FileRefusal {
    const row = this.#nextRow;
    return this.#rest.includes("\n")
      ? { kind: "unclosed-quote", row }
      : { kind: "row-too-long", row, max: FILE_LIMITS.rowCharactersMax };
  }
}

/** The first row of the rest of a text, whatever its quotes; null: the text ends before it does. */
function parseOne(text: string, from: number, delimiter: string, more: boolean): ParsedRow | null {
  const parser = new Papa.Parser({ delimiter, newline: "\n", preview: 1 });
  const { data, errors, meta } = parser.parse(text.slice(from), 0, more) as Parsed;
  const [cells] = data;
  if (cells === undefined) return null;
  const codes = errors.filter(({ row }) => row === 0).map(({ code }) => code);
  const lineBreaks = cells.reduce((count, cell) => count + lineBreaksIn(cell), 0);
  return {
    ...{ cells, end: from + meta.cursor, lineBreaks },
    ...{ isBroken: codes.includes("InvalidQuotes"), isUnclosed: codes.includes("MissingQuotes") },
  };
}

/** Null: a wholly blank line. */
function toRawRow(row: number, { cells, ...cut }: ParsedRow): Result<RawRow | null, FileRefusal> {
  // Over several lines, nobody can tell where a broken cell was meant to end and how many rows it swallowed.
  if (cut.isUnclosed === true || (cut.isBroken === true && cut.lineBreaks > 0))
    return err({ kind: "unclosed-quote", row });
  const columns = cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
  if (columns === 0) return ok(null);
  if (columns > FILE_LIMITS.columnsMax)
    return err({ kind: "too-many-columns", row, found: columns, max: FILE_LIMITS.columnsMax });
  return ok(cut.isBroken === true ? { row, cells, brokenQuotes: true } : { row, cells });
}

function decideFormat(text: string): TableFormat {
  const head = text.slice(0, FILE_LIMITS.headCharacters);
  const lineEnd = head.includes("\n") || !head.includes("\r") ? "\n" : "\r";
  const delimiter = guessDelimiter(plainLineEnds(head, lineEnd));
  return { lineEnd, delimiter, cutter: new RowCutter(delimiter) };
}

function plainLineEnds(text: string, lineEnd: "\n" | "\r"): string {
  if (lineEnd === "\r") return text.replaceAll("\r", "\n");
  return text.includes("\r\n") ? text.replaceAll(/\r+\n/g, "\n") : text;
}
