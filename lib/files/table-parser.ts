import Papa from "papaparse";

import { countKnownHeadings, err, isBlankCell, ok, type RawRow, type Result } from "@/lib/domain";

import type { FileRefusal } from "./file-refusal";
import { FILE_LIMITS } from "./limits";

const DELIMITERS = [",", "\t", ";", "|"] as const;

type Parsed = {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
};

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
 * Text to rows with true line numbers, piece by piece, over Papa Parse's own parser. Beyond the head on which it
 * decides, it holds no more than one unfinished row, and says at once when that row outgrows its bounds.
 */
export class TableParser {
  #format: { readonly lineEnd: "\n" | "\r"; readonly delimiter: string } | null = null;
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
    const ready = this.#withPlainLineEnds(input.slice(0, cut));
    const parsed = this.#run(ready, true);
    const rows = this.#toRows(parsed);
    if (!rows.ok) return rows;
    this.#rest = ready.slice(parsed.meta.cursor) + input.slice(cut);
    return this.#rest.length > FILE_LIMITS.rowCharactersMax ? err(this.#endlessRow()) : rows;
  }

  /** The rows that only the end of the file finishes. */
  end(): Result<readonly RawRow[], FileRefusal> {
    const ready = this.#withPlainLineEnds(this.#rest).replace(/\r+$/, "");
    this.#rest = "";
    return ready === "" ? ok([]) : this.#toRows(this.#run(ready, false));
  }

  /** Line ends are decided once: a file with line feeds may still carry stray carriage returns inside its cells. */
  #withPlainLineEnds(text: string): string {
    this.#format ??= decideFormat(text);
    return plainLineEnds(text, this.#format.lineEnd);
  }

  #run(text: string, more: boolean): Parsed {
    const parser = new Papa.Parser({ delimiter: this.#format?.delimiter, newline: "\n" });
    return parser.parse(text, 0, more) as Parsed;
  }

  #toRows({ data, errors }: Parsed): Result<readonly RawRow[], FileRefusal> {
    const broken = new Set(errors.filter(({ code }) => code === "InvalidQuotes").map(({ row }) => row));
    const unclosed = errors.find(({ code }) => code === "MissingQuotes")?.row;
    const rows: RawRow[] = [];
    for (const [index, cells] of data.entries()) {
      const row = this.#nextRow;
      const lineBreaks = countLineBreaks(cells);
      this.#nextRow += 1 + lineBreaks;
      // Over several lines, nobody can tell where a broken cell was meant to end and how many rows it swallowed.
      if (index === unclosed || (broken.has(index) && lineBreaks > 0))
        return err({ kind: "unclosed-quote", row });
      const columns = cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
      if (columns === 0) continue;
      if (columns > FILE_LIMITS.columnsMax)
        return err({ kind: "too-many-columns", row, found: columns, max: FILE_LIMITS.columnsMax });
      rows.push(broken.has(index) ? { row, cells, brokenQuotes: true } : { row, cells });
    }
    return ok(rows);
  }

  #endlessRow(): FileRefusal {
    const row = this.#nextRow;
    return this.#rest.includes("\n")
      ? { kind: "unclosed-quote", row }
      : { kind: "row-too-long", row, max: FILE_LIMITS.rowCharactersMax };
  }
}

function decideFormat(text: string) {
  const head = text.slice(0, FILE_LIMITS.headCharacters);
  const lineEnd = head.includes("\n") || !head.includes("\r") ? "\n" : "\r";
  return { lineEnd, delimiter: guessDelimiter(plainLineEnds(head, lineEnd)) } as const;
}

function plainLineEnds(text: string, lineEnd: "\n" | "\r"): string {
  if (lineEnd === "\r") return text.replaceAll("\r", "\n");
  return text.includes("\r\n") ? text.replaceAll(/\r+\n/g, "\n") : text;
}

function countLineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells)
    for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}
