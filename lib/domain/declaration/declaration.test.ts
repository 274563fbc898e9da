import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../day";
import { checkDigitFor, type EntryNumber, filerCodeOf } from "../identifiers";
import { aNumber } from "../testing/an-entry";
import {
  buildDeclarations,
  type Candidate,
  type CandidateRefusal,
  declarationBytes,
} from "./build-declarations";
import type { FilingRight } from "./filing-right";
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
    expect(declarationFileName([importer], filerCodeOf(numbered("ZZX", 1)), day("2026-11-21"), 1, 2)).toBe(
      name,
    );
  });
});

it("a file of several importers is called by their number", () => {
  const filer = filerCodeOf(numbered("ZZX", 1));
  expect(declarationFileName(["12-3456789", "98-7654321"], filer, day("2026-11-21"), 1, 1)).toBe(
    "CAPE_2importers_ZZX_2026-11-21_1of1.csv",
  );
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
        const { batches, refused } = buildDeclarations(list, { limits: limit });
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
        const numbers = buildDeclarations(list, { limits: limit }).batches.flatMap((batch) =>
          batch.entries.map((e) => e.number),
        );
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });

  it("keeps every file within both limits, to one importer and one filer, and counts its parts", () => {
    fc.assert(
      fc.property(candidates, limits, (list, limit) => {
        for (const batch of buildDeclarations(list, { limits: limit }).batches) {
          expect(batch.entries.length).toBeLessThanOrEqual(limit.entriesMax);
          expect(bytesOf(toDeclarationCsv(batch.entries.map((entry) => entry.number)))).toBeLessThan(
            limit.bytesBelow,
          );
          for (const entry of batch.entries) {
            expect(batch.importerNumbers).toEqual([entry.importerNumber]);
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
        const { batches } = buildDeclarations(list, { limits: limit });
        expect(buildDeclarations(otherOrder, { limits: limit }).batches).toEqual(batches);
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
    expect(() =>
      buildDeclarations([], { limits: { header: "Entry Number", entriesMax: 5, bytesBelow: 27 } }),
    ).toThrow("no room");
  });

  it("says of an entry on a claim elsewhere that it waits there", () => {
    const { batches, refused } = buildDeclarations([candidate(1, { claimUnanswered: true })]);
    expect(batches).toEqual([]);
    expect(refused.map(({ because }) => because)).toEqual(["claim-unanswered"]);
  });

  describe("of an organization that said whose entries it may declare", () => {
    const ownImporter: FilingRight = { role: "importer", importerNumbers: ["12-3456789"] };
    const broker: FilingRight = { role: "broker", filerCodes: [filerCodeOf(numbered("ZZX", 1))] };
    const ours = candidate(1);
    const ofAnother = candidate(2, { importerNumber: "98-7654321" });
    const filedByAnother = candidate(3, { number: numbered("987", 3) });

    it.each<[FilingRight, Candidate[], CandidateRefusal, string]>([
      [ownImporter, [ofAnother], "other-importer", "an importer files its own entries only"],
      [broker, [filedByAnother], "other-filer", "a broker files only what it filed"],
    ])("%j leaves out %j because %s, for %s", (right, left, because) => {
      const { batches, refused } = buildDeclarations([ours, ofAnother, filedByAnother], { right });
      expect(refused).toEqual(left.map((each) => ({ candidate: each, because })));
      expect(batches.flatMap(({ entries: inFile }) => inFile)).toHaveLength(2);
    });

    it("puts several importers of one filer into one file only for a broker that merges them", () => {
      const both = [ofAnother, ours];
      const filesOf = (right: FilingRight | null, mergesImporters: boolean) =>
        buildDeclarations(both, { right, mergesImporters }).batches.map((batch) => batch.importerNumbers);
      expect(filesOf(broker, true)).toEqual([["12-3456789", "98-7654321"]]);
      expect(filesOf(broker, false)).toEqual([["12-3456789"], ["98-7654321"]]);
      expect(filesOf({ role: "importer", importerNumbers: ["12-3456789", "98-7654321"] }, true)).toHaveLength(
        2,
      );
      expect(filesOf(null, true)).toHaveLength(2);
    });

    it("keeps a merged file in the order of its entry numbers, and counts the limit across importers", () => {
      const mixed = Array.from({ length: 10_000 }, (_, n) =>
        candidate(n, { importerNumber: n % 2 === 0 ? "98-7654321" : "12-3456789" }),
      );
      const { batches } = buildDeclarations(mixed, { right: broker, mergesImporters: true });
      expect(batches.map(({ entries: inFile }) => inFile.length)).toEqual([9_999, 1]);
      const numbers = batches.flatMap(({ entries: inFile }) => inFile.map(({ number }) => number));
      expect(numbers).toEqual([...numbers].sort());
    });
  });
});
