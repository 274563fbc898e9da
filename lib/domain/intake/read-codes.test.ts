import { expect, it } from "vitest";

import { readCount, readEntryType, readImporterNumber, readOrigin, readPort } from "./read-codes";

it.each([
  { cell: "1", type: "01" },
  { cell: "01", type: "01" },
  { cell: "01 ABI/A", type: "01" },
  { cell: "06 - FTZ", type: "06" },
  { cell: "6.0", type: "06" },
  { cell: "52", type: "52" },
  { cell: "00", type: null },
  { cell: "101", type: null },
  { cell: "0101", type: null },
  { cell: "1.5", type: null },
  { cell: "ABI", type: null },
  { cell: "", type: null },
])("L16: entry type $cell is $type", ({ cell, type }) => {
  expect(readEntryType(cell)).toBe(type);
});

it.each([
  { cell: "89-123456700", number: "89-123456700" },
  { cell: "89123456700", number: "89-123456700" },
  { cell: " 89-1234567ab ", number: "89-1234567AB" },
  { cell: "123-45-6789", number: "123-45-6789" },
])("R3: importer $cell is $number", ({ cell, number }) => {
  expect(readImporterNumber(cell)).toBe(number);
});

it("gives ports and line numbers the zeros they should and should not have", () => {
  expect([readPort("401"), readPort("2704"), readPort("Miami, FL")]).toEqual(["0401", "2704", "Miami, FL"]);
  expect(["001", "1.0", "10", "0", "", "-", "1a"].map(readCount)).toEqual([
    "1",
    "1",
    "10",
    "0",
    null,
    null,
    "1A",
  ]);
});

it("takes two letters for an origin and nothing else", () => {
  expect(["cn", "CN", "Canada", "", "C1"].map(readOrigin)).toEqual(["CN", "CN", null, null, null]);
});
