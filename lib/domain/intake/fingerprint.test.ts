import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fingerprintReaderFor } from "./fingerprint";

const COLUMNS = [0, 1, 2, 3];
const fingerprintOf = (cells: readonly string[]): string => fingerprintReaderFor(COLUMNS)(cells);

const someCell = fc.constantFrom(
  ...["", "", "NO", "no", "CN", "CNEXATES185CIT", "CNEXATES186CIT", "4251", "4,251", "04251.00", "0", "00"],
  ...["$1,500.00", "1500", "A long name of a vendor, Inc.", " KG ", '="KG"', "’", "Ünit"],
);
const someRows = fc.array(fc.array(someCell, { maxLength: 5 }), { maxLength: 12 });

describe("the fingerprint of the cells that are compared but not read", () => {
  it("is the same whatever rows were read before: only what changed is hashed anew", () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const read = fingerprintReaderFor(COLUMNS);
        expect(rows.map((cells) => read(cells))).toEqual(rows.map(fingerprintOf));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [["CN", "CNEXATES185CIT", "4251", "NO"], "5or5ol.1viea0r"],
    [["CN", "CNEXATES185CIT", "", ""], "fltjaa.1owd2bv"],
    [["", "", "", "KG"], "mkbo4e.6l0ykc"],
    [["", "", "", ""], ""],
  ])("stays what it was in files that were read before: %j", (cells, stored) =>
    expect(fingerprintOf(cells)).toBe(stored),
  );

  it.each([
    [
      ["CN", "", "4251", "NO"],
      ["cn", "", "4,251.00", " no "],
      "case, blanks and the way of printing an amount",
    ],
    [["A", "", "0", ""], ["A", "", "00.0", ""], "zeros"],
    [["007", "", "", ""], ["7", "", "", ""], "leading zeros of a number"],
  ])("%j and %j are alike: %s say nothing", (a, b) => expect(fingerprintOf(a)).toBe(fingerprintOf(b)));

  it.each([
    [
      ["A", "B", "", ""],
      ["AB", "", "", ""],
    ],
    [
      ["A", "", "", ""],
      ["", "A", "", ""],
    ],
    [
      ["4251", "", "", ""],
      ["4252", "", "", ""],
    ],
  ])("%j and %j differ", (a, b) => expect(fingerprintOf(a)).not.toBe(fingerprintOf(b)));
});
