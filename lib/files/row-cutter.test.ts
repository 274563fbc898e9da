import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";

import { isBlankRow, type RawRow } from "@/lib/domain";

import { lineBreaksIn, RowCutter } from "./row-cutter";
import { TableParser } from "./table-parser";

/** The rows that Papa Parse alone finds, or the row that it cannot end. */
function byPapaParse(text: string, delimiter: string) {
  const plain = text.replaceAll(/\r+\n/g, "\n").replace(/\r+$/, "");
  const { data, errors } = new Papa.Parser({ delimiter, newline: "\n" }).parse(
    plain,
    0,
    false,
  ) as Papa.ParseResult<string[]>;
  const rows: RawRow[] = [];
  let row = 1;
  for (const [index, cells] of data.entries()) {
    const lineBreaks = cells.reduce((count, cell) => count + lineBreaksIn(cell), 0);
    const codes = new Set(errors.filter((error) => error.row === index).map(({ code }) => code));
    if (codes.has("MissingQuotes") || (codes.has("InvalidQuotes") && lineBreaks > 0))
      return { refused: "unclosed-quote", row };
    if (!isBlankRow(cells))
      rows.push(codes.has("InvalidQuotes") ? { row, cells, brokenQuotes: true } : { row, cells });
    row += 1 + lineBreaks;
  }
  return { rows };
}

/** The rows that we find in pieces of such lengths. */
function byUs(text: string, sizes: readonly number[]) {
  const parser = new TableParser();
  const rows: RawRow[] = [];
  const take = (parsed: ReturnType<TableParser["parse"]>) => {
    if (parsed.ok) rows.push(...parsed.value);
    return parsed.ok
      ? null
      : { refused: parsed.problem.kind, row: "row" in parsed.problem && parsed.problem.row };
  };
  let refusal = null;
  for (let at = 0, turn = 0; at < text.length && refusal === null; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    refusal = take(parser.parse(text.slice(at, at + size)));
    at += size;
  }
  return refusal ?? take(parser.end()) ?? { rows };
}

const DELIMITERS = [",", ";", "\t", "|"] as const;
const HEADINGS = ["Entry Number", "HTS Code", "Duty"];
/** So long that what follows is read piece by piece. */
const FILLER_ROWS = 3_000;

const asWritten = (delimiter: string, headings: number, lines: readonly string[], lineEnd: string): string =>
  [
    HEADINGS.join(delimiter),
    ...Array.from({ length: headings }, (_, at) =>
      [`A${at}`, "39269099", "1,234.50"].map((cell) => `"${cell}"`).join(delimiter),
    ),
    ...lines,
  ].join(lineEnd);

/** The first row of a text, if it is plain. */
function firstOf(cutter: RowCutter, text: string): readonly string[] | null {
  cutter.turnTo(text);
  return cutter.cut(0)?.cells ?? null;
}

describe("rows cut by ourselves", () => {
  const delimiter = fc.constantFrom(...DELIMITERS);
  const lineEnd = fc.constantFrom("\n", "\r\n", "\r\r\n");
  const filler = fc.constantFrom(0, 0, 0, 0, 0, 0, 0, FILLER_ROWS);
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
  // A long beginning is not cut into small pieces: what matters stands behind it.
  const pieces = (fillerRows: number, small: readonly number[]) =>
    fillerRows === 0
      ? small
      : [FILLER_ROWS * 25, ...Array.from({ length: 2_000 }, (_, at) => small[at % small.length] ?? 1)];

  it("are those of Papa Parse in any text: cells, lines, quotes that stand where none belongs, refusals", () => {
    const noise = fc.string({
      unit: fc.constantFrom("a", "é", "1", '"', '"', ",", ";", "\n", "\r", " "),
      maxLength: 60,
    });
    fc.assert(
      fc.property(noise, delimiter, lineEnd, filler, sizes, (text, by, end, fillerRows, small) => {
        const whole = asWritten(by, fillerRows, text.split("\n"), end);
        expect(byUs(whole, pieces(fillerRows, small))).toEqual(byPapaParse(whole, by));
      }),
      { numRuns: 800 },
    );
  }, 120_000);

  it("are those of Papa Parse where cells repeat the one above, written the same way or another", () => {
    const written = fc.constantFrom(
      ...["", "a", '"a"', "ab", '"a,b"', "a,b", '"a;b"', "a;b", '"a""b"', 'a"b', '""', '"1\n2"'],
      ...['"a"b', ' "a"', '"a" ', "NORTHFIELD 7 IMPORTS LLC", '"HARBOR 3 GOODS, INC"', '"HARBOR 3 GOODS'],
    );
    const usual = fc.constantFrom("", "a", "ab", '"a"', '"a""b"', '"HARBOR 3 GOODS, INC"');
    const row = fc.array(fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: written }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        delimiter,
        lineEnd,
        filler,
        sizes,
        (rows, by, end, fillerRows, small) => {
          const whole = asWritten(
            by,
            fillerRows,
            rows.map((cells) => cells.join(by)),
            end,
          );
          expect(byUs(whole, pieces(fillerRows, small))).toEqual(byPapaParse(whole, by));
        },
      ),
      { numRuns: 800 },
    );
  }, 120_000);

  it.each([
    { text: "a,b\n", cells: ["a", "b"], because: "both are bare" },
    { text: '"a","b"\n', cells: ["a", "b"], because: "both are wholly in quotes" },
    { text: '"a""b",\n', cells: ['a"b', ""], because: "two quotes in quotes are one" },
    {
      text: 'a"b,c\n',
      cells: ['a"b', "c"],
      because: "a quote inside a bare cell is a letter like any other",
    },
    { text: "a,b", cells: null, because: "the row may go on" },
    { text: '"a","b"', cells: null, because: "the quote may be one of two" },
    { text: '"a,b\n', cells: null, because: "the quotes are still open" },
    { text: '"a"b,c\n', cells: null, because: "something stands behind the quotes" },
    { text: '"a" ,c\n', cells: null, because: "even a blank behind the quotes is left to Papa Parse" },
  ])("$text gives $cells because $because", ({ text, cells }) => {
    expect(firstOf(new RowCutter(","), text)).toEqual(cells);
  });

  it("repeat the row above, whichever text that stood in, and none that was not whole", () => {
    const cutter = new RowCutter(",");
    const [above, below] = ["NORTHFIELD 7 IMPORTS LLC,1\n", "NORTHFIELD 7 IMPORTS LLC,2\n"].map((text) =>
      firstOf(cutter, text),
    );
    expect(above).toEqual(["NORTHFIELD 7 IMPORTS LLC", "1"]);
    expect(below).toEqual(["NORTHFIELD 7 IMPORTS LLC", "2"]);
    expect(firstOf(cutter, "NORTHFIELD")).toBeNull();
    expect(firstOf(cutter, "NORTHFIELD 7 IMPORTS LLC,3\n")).toEqual(["NORTHFIELD 7 IMPORTS LLC", "3"]);
  });

  it.each([
    { text: "a,b\r\n", cells: ["a", "b"], because: "the carriage return belongs to the line end" },
    { text: '"a","b"\r\r\n', cells: ["a", "b"], because: "so do several, behind quotes too" },
    { text: "a,\r\n", cells: ["a", ""], because: "nothing else stands in the last cell" },
    {
      text: "a\rb,c\r,d\n",
      cells: ["a\rb", "c\r", "d"],
      because: "inside a row it is a letter like any other",
    },
    { text: '"1\r\n2\r","b"\n', cells: ["1\n2\r", "b"], because: "inside quotes only line ends lose theirs" },
    { text: '"a"\r,b\n', cells: null, because: "something stands behind the quotes" },
    { text: "a,b\r", cells: null, because: "the row may go on" },
  ])("$text gives $cells because $because", ({ text, cells }) => {
    expect(firstOf(new RowCutter(","), text)).toEqual(cells);
  });

  it("are what was written, whichever cells repeat the row above and however long the others are", () => {
    const cell = fc.constantFrom(
      ...["", "", "1", "12", "99030124", "3926909989", "CNEXATES185CIT", "Trade Control"],
      ...[
        "NORTHFIELD 49 IMPORTS LLC",
        "NORTHFIELD 490 IMPORTS LLC",
        "MÜLLER & SÖHNE",
        "日本",
        "😀",
        "$3,302.39",
      ],
    );
    const change = fc.tuple(fc.nat({ max: 9 }), cell);
    const table = fc.array(fc.array(change, { maxLength: 3 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 2 }), (changes, shorter) => {
        let above: readonly string[] = Array.from({ length: 10 }, () => "NORTHFIELD 49 IMPORTS LLC");
        const rows = changes.map((changed, index) => {
          above = changed.reduce((cells, [column, text]) => cells.with(column, text), above);
          return index % 3 === 0 ? above.slice(shorter) : above;
        });
        const asCell = (text: string) => (text.includes(",") ? `"${text}"` : text);
        const cutter = new RowCutter(",");
        cutter.turnTo(rows.map((cells) => `${cells.map(asCell).join(",")}\r\n`).join(""));
        let at = 0;
        const found = rows.map(() => {
          const cut = cutter.cut(at);
          at = cut?.end ?? at;
          return cut?.cells;
        });
        expect(found).toEqual(rows);
        expect(cutter.rest(at)).toBe("");
      }),
      { numRuns: 500 },
    );
  });
});
