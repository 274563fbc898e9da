import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { groupLineConflicts, parseHtsNumber, sumUsd, usd, type Entry, type TariffLine } from "@/lib/domain";
import { aLine, anEntry } from "@/lib/domain/testing/an-entry";

import { linesByFile, placedLines, type Disposition, type StoredLine } from "./stored-lines";

const COLUMNS = ["duty", "value", "origin"];
const cell = fc.oneof(fc.constant(null), fc.string({ maxLength: 6 }));
const amount = fc.oneof(
  fc.constant(null),
  fc.constantFrom("0", "0.01", "-12.5", "2476.79", "0.0049", "99999999999999999999.999").map(usd),
);
const number = fc.constantFrom(...["9903.01.25", "8413.91.9085"].map(parseHtsNumber), null);

/** Each on a row of its own, or a further part of a row. */
const lineAt = fc.record({
  file: fc.constantFrom("a", "b"),
  part: fc.integer({ min: 0, max: 2 }),
  ...{ lineNumber: cell, ordinal: cell, origin: cell, spi: cell, otherCells: cell },
  ...{ hts: number, htsFound: fc.string({ maxLength: 6 }), dutyFound: fc.string({ maxLength: 6 }) },
  ...{ value: amount, duty: amount },
  disposition: fc.constantFrom<Disposition>("used", "conflict", "echo"),
});
type LineAt = typeof lineAt extends fc.Arbitrary<infer T> ? T : never;

function toLine(sketch: LineAt, place: number): TariffLine {
  const { file, part, otherCells, disposition: _, ...cells } = sketch;
  const row = place + 2;
  return {
    ...cells,
    // A cell that was read is kept as it was read.
    htsFound: cells.hts ?? cells.htsFound,
    dutyFound: cells.duty?.toFixed() ?? cells.dutyFound,
    source: part === 0 ? { file, row } : { file, row, part },
    columns: COLUMNS,
    ...(otherCells === null ? {} : { otherCells }),
  };
}

const placed = fc
  .array(lineAt, { maxLength: 12 })
  .map((sketches) =>
    sketches.map((sketch, place) => ({ line: toLine(sketch, place), disposition: sketch.disposition })),
  );

function entryWith(
  lines: readonly { readonly line: TariffLine; readonly disposition: Disposition }[],
): Entry {
  const of = (wanted: Disposition) =>
    lines.filter(({ disposition }) => disposition === wanted).map(({ line }) => line);
  return {
    ...anEntry(),
    lines: of("used"),
    conflicts: groupLineConflicts(of("conflict")),
    echoes: of("echo"),
  };
}

/** Through the column and back. */
const asRead = (lines: readonly StoredLine[]): readonly StoredLine[] =>
  JSON.parse(JSON.stringify(lines)) as readonly StoredLine[];

describe("stored lines", () => {
  it("come back as they were, each file's in the order of its rows", () => {
    fc.assert(
      fc.property(placed, (lines) => {
        const back = [...linesByFile(entryWith(lines))].flatMap((file) =>
          placedLines(asRead(file.lines), file.importId, COLUMNS),
        );
        const ofFile = (file: string) => lines.filter(({ line }) => line.source.file === file);
        const inOrder = (file: string) => back.filter(({ line }) => line.source.file === file);
        for (const file of ["a", "b"]) expect(inOrder(file)).toEqual(ofFile(file));
        expect(back).toHaveLength(lines.length);
      }),
    );
  });

  it("add up file by file: duty of all lines, rows that are used, every number once", () => {
    fc.assert(
      fc.property(placed, (lines) => {
        for (const { importId, duty, rowsUsed, numbers } of linesByFile(entryWith(lines))) {
          const own = lines.filter(({ line }) => line.source.file === importId);
          const used = own.filter(({ disposition }) => disposition === "used");
          expect(duty.toFixed()).toBe(sumUsd(own.flatMap(({ line }) => line.duty ?? [])).toFixed());
          expect(rowsUsed).toBe(new Set(used.map(({ line }) => line.source.row)).size);
          expect([...numbers].sort()).toEqual([...new Set(own.flatMap(({ line }) => line.hts ?? []))].sort());
        }
      }),
    );
  });

  it("count a row of a wide report once, however many lines it shows", () => {
    const part = (place: number): TariffLine => {
      const line = aLine({ row: 7, duty: "1.10" });
      return place === 0 ? line : { ...line, source: { ...line.source, part: place } };
    };
    const [file] = linesByFile({ ...anEntry(), lines: [part(0), part(1), part(2)] });
    expect(file).toMatchObject({ rowsUsed: 1, numbers: ["99030125"] });
    expect(file?.duty.toFixed()).toBe("3.3");
    expect(file?.lines.map((line) => line[9]?.part ?? 0)).toEqual([0, 1, 2]);
  });
});
