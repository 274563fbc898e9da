import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Entry } from "../entry";
import { rawRows } from "../testing/a-table";
import type { SetAsideRow } from "./assembled-file";
import { EntryAssembly } from "./entry-assembly";
import { EntryStream } from "./entry-stream";
import type { FileLayout } from "./layout";
import type { RawRow } from "./raw-row";
import { recogniseHeader } from "./recognise-header";
import { Surveyor } from "./survey";

const HEADINGS =
  "Entry Summary Number|Entry Date|Liquidation Date|Liquidation Status|Entry Summary Line Number|Tariff Ordinal Number|HTS Number - Full|Line Tariff Duty Amount|Line Tariff Quantity (1)";
const ENTRIES = ["ZZX10000011", "ZZX10000029", "ZZX10000037", "401234562", "TOTAL", ""];

const layout = ((): FileLayout => {
  const header = recogniseHeader(rawRows(HEADINGS));
  if (header.kind !== "recognised") throw new Error(header.kind);
  return header.layout;
})();

/** Rows of a few entries in any order: repeats, conflicts, corrections, continuations, totals and damage among them. */
const someRows = fc
  .array(
    fc.record({
      number: fc.constantFrom(...ENTRIES),
      facts: fc.constantFrom(
        "||",
        "09/15/2025||",
        "09/15/2025|05/01/2026|Liquidated",
        "09/15/2025||Suspended",
      ),
      place: fc.constantFrom("1|1", "1|2", "2|1", "1|", "|"),
      hts: fc.constantFrom("99030124", "99030125", "8413919085", "", "x"),
      duty: fc.constantFrom("5", "7.50", "-5", "", "1.2.3"),
      rest: fc.constantFrom("", "12", "12|too many"),
    }),
    { maxLength: 25 },
  )
  .map((rows): readonly RawRow[] =>
    rawRows(
      HEADINGS,
      ...rows.map(({ number, facts, place, hts, duty, rest }) =>
        [number, facts, place, hts, duty, rest].join("|"),
      ),
    ).slice(1),
  );

function assembledAtOnce(rows: readonly RawRow[]) {
  const assembly = new EntryAssembly(layout, "a.csv");
  for (const row of rows) assembly.add(row);
  return assembly.finish();
}

function streamed(rows: readonly RawRow[]) {
  const surveyor = new Surveyor(layout);
  for (const row of rows) surveyor.add(row);
  const entries: Entry[] = [];
  const setAside: SetAsideRow[] = [];
  const stream = new EntryStream(
    layout,
    "a.csv",
    { takeEntry: (entry) => entries.push(entry), takeSetAside: (row) => setAside.push(row) },
    surveyor.finish(),
  );
  const gone = rows.map((row) => {
    stream.add(row);
    return entries.length;
  });
  return { entries, setAside, gone, totals: stream.finish() };
}

const byRow = (a: SetAsideRow, b: SetAsideRow): number => a.source.row - b.source.row;

describe("a streamed file", () => {
  it("shows the same entries, rows and counts as one assembled at once, wherever the rows of an entry stand", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { entries, setAside, totals } = streamed(rows);
        const whole = assembledAtOnce(rows);
        const { entries: wholeEntries, setAside: wholeAside, ...wholeTotals } = whole;
        expect(new Map(entries.map((entry) => [entry.number, entry]))).toEqual(wholeEntries);
        expect(entries.length).toBe(wholeEntries.size);
        expect(setAside.toSorted(byRow)).toEqual(wholeAside);
        expect(totals).toEqual(wholeTotals);
      }),
      { numRuns: 300 },
    );
  });

  it("lets an entry go with its last row, also when its rows lie apart", () => {
    const [A, B, C] = ["ZZX10000011", "ZZX10000029", "ZZX10000037"];
    const row = (number: string) => `${number}|09/15/2025|||1|1|99030124|5`;
    const continued = "||||1|2|99030125|7";
    const rows = [row(A), continued, row(B), row(C), row(B), row(A), row("ZZX10000045")];
    const { gone, entries } = streamed(rawRows(HEADINGS, ...rows).slice(1));
    expect(gone).toEqual([0, 0, 0, 0, 1, 2, 3]);
    expect(entries.map(({ number }) => number)).toEqual([C, B, A, "ZZX10000045"]);
  });

  it("L29: two blanks mean not liquidated where any later row of the file carries a date", () => {
    const { entries } = streamed(
      rawRows(
        HEADINGS,
        "ZZX10000011|09/15/2025|||1|1|99030124|5",
        "ZZX10000029|09/15/2025|05/01/2026||1|1|99030124|5",
      ).slice(1),
    );
    expect(entries.map(({ facts }) => facts.liquidationBlank.length)).toEqual([1, 0]);
  });
});
