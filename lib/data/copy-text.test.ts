import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { copyText, type Cell } from "./copy-text";

/** The text format of COPY as Postgres documents it, cell by cell. */
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const expected = (rows: readonly (readonly Cell[])[]): string =>
  rows
    .map((row) =>
      row.map(
        (cell) => cell?.replaceAll(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) ?? String.raw`\N`,
      ),
    )
    .map((row) => `${row.join("\t")}\n`)
    .join("");

const written = (rows: readonly (readonly Cell[])[]): Buffer => Buffer.concat([...copyText(rows)]);

const cells = fc.oneof(
  fc.constant(null),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("\t", "\n", "\r", "\\", "N", ".", "é", "價", "😀", '"') }),
  // As long as a piece, and longer.
  fc
    .tuple(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 30_000 }))
    .map(([text, n]) => text.repeat(n)),
);

describe("rows on their way into COPY", () => {
  it("are the bytes of its text format, whatever stands in their cells", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cells, { minLength: 1, maxLength: 20 }), { maxLength: 30 }), (rows) => {
        expect(written(rows).equals(Buffer.from(expected(rows)))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("fill pieces to the last byte, and never past it", () => {
    for (let length = 65_520; length < 65_545; length++) {
      const rows = [["x".repeat(length - 40)], ["y".repeat(20), null], ["z"]];
      expect(written(rows).toString()).toBe(expected(rows));
    }
  });

  it("come in pieces of bounded size, and none for no rows", () => {
    expect([...copyText([])]).toEqual([]);
    const rows = Array.from({ length: 10_000 }, (_, row) => [String(row), "a cell of some length", null]);
    expect(Math.max(...[...copyText(rows)].map((piece) => piece.length))).toBeLessThanOrEqual(65_536);
  });
});
