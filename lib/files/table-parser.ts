import Papa from "papaparse";

import { countKnownHeadings, err, isBlankCell, ok, type RawRow, type Result } from "@/lib/domain";

import type { FileRefusal } from "./file-refusal";
import { FILE_LIMITS } from "./limits";
import { type CutRow, lineBreaksIn, RowCutter, withLineFeeds } from "./row-cutter";

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

/** The rows of a text, and what it has of one that it does not finish. */
type RowsCut = { readonly rows: readonly RawRow[]; readonly rest: string };

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
    this.#format ??= decideFormat(input);
    const parsed = this.#rowsIn(input, this.#format, true);
    if (!parsed.ok) return parsed;
    this.#rest = parsed.value.rest;
    return this.#rest.length > FILE_LIMITS.rowCharactersMax ? err(this.#endlessRow()) : ok(parsed.value.rows);
  }

  /** The rows that only the end of the file finishes. */
  end(): Result<readonly RawRow[], FileRefusal> {
    this.#format ??= decideFormat(this.#rest);
    const last = this.#rest.replace(/\r+$/, "");
    this.#rest = "";
    const parsed = this.#rowsIn(last, this.#format, false);
    return parsed.ok ? ok(parsed.value.rows) : parsed;
  }

  /** @param more - false: the text ends the file, and its last row */
  #rowsIn(
    text: string,
    { cutter, delimiter, lineEnd }: TableFormat,
    more: boolean,
  ): Result<RowsCut, FileRefusal> {
    const rows: RawRow[] = [];
    cutter.turnTo(lineEnd === "\r" ? text.replaceAll("\r", "\n") : text);
    let at = 0;
    for (;;) {
      let cut: ParsedRow | null = cutter.cut(at);
      at = cut?.end ?? at;
      if (cut === null) {
        const rest = withLineFeeds(cutter.rest(at));
        cut = rest === "" ? null : parseOne(rest, delimiter, more);
        if (cut === null) return ok({ rows, rest });
        cutter.turnTo(rest.slice(cut.end));
        at = 0;
      }
      const refusal = this.#keep(cut, rows);
      if (refusal !== null) return err(refusal);
    }
  }

  /** Adds a row unless it is wholly blank, or says why the file is refused. */
  #keep({ cells, lineBreaks, isBroken, isUnclosed }: ParsedRow, rows: RawRow[]): FileRefusal | null {
    const row = this.#nextRow;
    // Over several lines, nobody can tell where a broken cell was meant to end and how many rows it swallowed.
    if (isUnclosed === true || (isBroken === true && lineBreaks > 0)) return { kind: "unclosed-quote", row };
    let columns = cells.length;
    while (columns > 0 && isBlankCell(cells[columns - 1])) columns--;
    if (columns > FILE_LIMITS.columnsMax)
      return { kind: "too-many-columns", row, found: columns, max: FILE_LIMITS.columnsMax };
    if (columns > 0) rows.push(isBroken === true ? { row, cells, brokenQuotes: true } : { row, cells });
    this.#nextRow += 1 + lineBreaks;
    return null;
  }

  #endlessRow(): FileRefusal {
    const row = this.#nextRow;
    return this.#rest.includes("\n")
      ? { kind: "unclosed-quote", row }
      : { kind: "row-too-long", row, max: FILE_LIMITS.rowCharactersMax };
  }
}

/** The first row of a text, whatever its quotes; null: the text ends before it does. */
function parseOne(text: string, delimiter: string, more: boolean): ParsedRow | null {
  const parser = new Papa.Parser({ delimiter, newline: "\n", preview: 1 });
  const { data, errors, meta } = parser.parse(text, 0, more) as Parsed;
  const [cells] = data;
  if (cells === undefined) return null;
  const codes = errors.filter(({ row }) => row === 0).map(({ code }) => code);
  const lineBreaks = cells.reduce((count, cell) => count + lineBreaksIn(cell), 0);
  return {
    ...{ cells, end: meta.cursor, lineBreaks },
    ...{ isBroken: codes.includes("InvalidQuotes"), isUnclosed: codes.includes("MissingQuotes") },
  };
}

function decideFormat(text: string): TableFormat {
  // A carriage return at the very end may be half of a line end.
  const head = text.slice(0, FILE_LIMITS.headCharacters).replace(/\r$/, "");
  const lineEnd = head.includes("\n") || !head.includes("\r") ? "\n" : "\r";
  const delimiter = guessDelimiter(withLineEnds(head, lineEnd));
  return { lineEnd, delimiter, cutter: new RowCutter(delimiter) };
}

const withLineEnds = (text: string, lineEnd: "\n" | "\r"): string =>
  lineEnd === "\r" ? text.replaceAll("\r", "\n") : withLineFeeds(text);
