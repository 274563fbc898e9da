import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../day";
import { checkDigitFor, type EntryNumber, filerCodeOf } from "../identifiers";
import { aNumber } from "../testing/an-entry";
import { buildDeclarations, type Candidate, declarationBytes } from "./build-declarations";
import { declarationFileName, toDeclarationCsv } from "./to-csv";

const numbered = (filer: string, n: number): EntryNumber => {
  const first10 = filer + String(n).padStart(7, "0");
  return aNumber(first10 + checkDigitFor(first10));
};
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

describe("the declaration file", () => {
  it("is the header and one number per line, CRLF after each, byte for byte", () => {
    const csv = toDeclarationCsv([aNumber("ABC12345676"), aNumber("00100000017")]);
    const bytes = new TextEncoder().encode(csv);
    const expected = Array.from("Entry Number\r\nABC12345676\r\n00100000017\r\n", (c) => c.charCodeAt(0));
    expect(Array.from(bytes)).toEqual(expected);
  });

  it("holds nothing but ASCII, and exactly the bytes foretold", () => {
    for (const count of [1, 2, 9_999]) {
      const csv = toDeclarationCsv(Array.from({ length: count }, (_, n) => numbered("ZZX", n)));
      expect(csv).toMatch(/^[ -~\r\n]*$/);
      expect(bytesOf(csv)).toBe(declarationBytes(count));
      expect(csv.split("\r\n")).toHaveLength(count + 2);
    }
    expect(declarationBytes(9_999)).toBe(130_001);
  });

  it.each([
    [0, "it would be empty"],
    [10_000, "the limit is 9,999 entries; the 10,000 of CBP's guide counts the header"],
  ])("is refused with %i entries because %s", (count) => {
    expect(() => toDeclarationCsv(Array.from({ length: count }, (_, n) => numbered("ZZX", n)))).toThrow();
  });

  it("is refused with a number twice", () => {
    expect(() => toDeclarationCsv([aNumber("ABC12345676"), aNumber("ABC12345676")])).toThrow("twice");
  });

  it.each([
    ["12-3456789 00", "CAPE_12345678900_ZZX_2026-11-21_1of2.csv"],
    ["../../etc", "CAPE_etc_ZZX_2026-11-21_1of2.csv"],
    ["123-45-6789", "CAPE_123456789_ZZX_2026-11-21_1of2.csv"],
  ])("of importer %j is called %s", (importer, name) => {
    expect(declarationFileName(importer, filerCodeOf(numbered("ZZX", 1)), day("2026-11-21"), 1, 2)).toBe(
      name,
    );
  });
});

describe("splitting entries into declarations", () => {
  const entries = fc.record({
    number: fc
      .tuple(fc.constantFrom("ZZX", "987", "8E0"), fc.integer({ min: 0, max: 60 }))
      .map(([f, n]) => numbered(f, n)),
    importerNumber: fc.constantFrom("12-3456789", "98-7654321", "12-3456780", null),
    alreadyDeclared: fc.boolean(),
  });
  const candidates = fc.array(entries, { maxLength: 120 });
  const limits = fc.record({
    header: fc.constant("Entry Number"),
    entriesMax: fc.integer({ min: 1, max: 20 }),
    bytesBelow: fc.integer({ min: 28, max: 300 }),
  });

  it("loses no candidate and counts none twice", () => {
    fc.assert(
      fc.property(candidates, limits, (list, limit) => {
        const { batches, refused } = buildDeclarations(list, limit);
        const placed = [
          ...batches.flatMap((batch) => batch.entries),
          ...refused.map(({ candidate }) => candidate),
        ];
        expect(placed).toHaveLength(list.length);
        expect(new Set(placed)).toEqual(new Set(list));
      }),
    );
  });

  it("puts no number into two places of any file", () => {
    fc.assert(
      fc.property(candidates, limits, (list, limit) => {
        const numbers = buildDeclarations(list, limit).batches.flatMap((batch) =>
          batch.entries.map((e) => e.number),
        );
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });

  it("keeps every file within both limits, to one importer and one filer, and counts its parts", () => {
    fc.assert(
      fc.property(candidates, limits, (list, limit) => {
        for (const batch of buildDeclarations(list, limit).batches) {
          expect(batch.entries.length).toBeLessThanOrEqual(limit.entriesMax);
          expect(bytesOf(toDeclarationCsv(batch.entries.map((entry) => entry.number)))).toBeLessThan(
            limit.bytesBelow,
          );
          for (const entry of batch.entries) {
            expect(entry.importerNumber).toBe(batch.importerNumber);
            expect(filerCodeOf(entry.number)).toBe(batch.filerCode);
          }
          expect(batch.part >= 1 && batch.part <= batch.parts).toBe(true);
        }
      }),
    );
  });

  it("gives the same files for every order of the candidates", () => {
    const unique = fc.uniqueArray(entries, { selector: (entry) => entry.number, maxLength: 60 });
    const shuffled = unique.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, limits, ([list, otherOrder], limit) => {
        const { batches } = buildDeclarations(list, limit);
        expect(buildDeclarations(otherOrder, limit).batches).toEqual(batches);
        for (const { entries: inFile } of batches) {
          const numbers = inFile.map((entry) => entry.number);
          expect(numbers).toEqual([...numbers].sort());
        }
      }),
    );
  });

  const candidate = (n: number, change: Partial<Candidate> = {}): Candidate => ({
    number: numbered("ZZX", n),
    importerNumber: "12-3456789",
    ...change,
  });

  it.each([
    [9_999, [9_999]],
    [10_000, [9_999, 1]],
    [20_000, [9_999, 9_999, 2]],
  ])("makes of %i entries files of %j", (count, sizes) => {
    const { batches } = buildDeclarations(Array.from({ length: count }, (_, n) => candidate(n)));
    expect(batches.map((batch) => batch.entries.length)).toEqual(sizes);
    expect(batches.map((batch) => `${batch.part}/${batch.parts}`)).toEqual(
      sizes.map((_, i) => `${i + 1}/${sizes.length}`),
    );
  });

  it.each([
    [[candidate(1), candidate(1)], ["repeated"]],
    [[candidate(1, { importerNumber: null })], ["importer-unknown"]],
    [
      [candidate(1), candidate(1, { importerNumber: "98-7654321" })],
      ["importer-unknown", "importer-unknown"],
    ],
    [[candidate(1, { alreadyDeclared: true })], ["already-declared"]],
  ] as [Candidate[], string[]][])("C4 R14: refuses %j because %j", (list, reasons) => {
    expect(buildDeclarations(list).refused.map(({ because }) => because)).toEqual(reasons);
  });

  it("refuses limits that leave no room for an entry", () => {
    expect(() => buildDeclarations([], { header: "Entry Number", entriesMax: 5, bytesBelow: 27 })).toThrow(
      "no room",
    );
  });
});
