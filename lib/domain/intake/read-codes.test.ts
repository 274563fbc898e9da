import { describe, expect, it } from "vitest";

import { COUNTRIES } from "../law/countries";
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

describe("a country of origin", () => {
  it.each<[string, string | null]>([
    ["cn", "CN"],
    ["China", "CN"],
    ["CHINA, PEOPLE'S REPUBLIC OF", "CN"],
    ["P.R. China", "CN"],
    ["CHN", "CN"],
    ["Hong Kong SAR", "HK"],
    ["Taiwan", "TW"],
    ["Viet Nam", "VN"],
    ["VIETNAM", "VN"],
    ["Korea, Republic of", "KR"],
    ["the Netherlands", "NL"],
    ["COTE DIVOIRE", "CI"],
    ["C\u00f4te d\u2019Ivoire", "CI"],
    ["St. Lucia", "LC"],
    ["Trinidad & Tobago", "TT"],
    ["UK", "GB"],
    ["Niger", "NE"],
    ["Nigeria", "NG"],
    // Two countries go by these names, and none by the others.
    ["Korea", null],
    ["Congo", null],
    ["Saint Martin", null],
    ["Virgin Islands", null],
    ["Chinaa", null],
    ["", null],
    ["C1", null],
  ])("%j is %s", (cell, code) => {
    expect(readOrigin(cell)).toBe(code);
  });

  it("is found by every name of the table, and no name stands for two", () => {
    const read = COUNTRIES.map(([code, ...names]) => [
      code,
      ...names.map((name) => readOrigin(name.toLowerCase())),
    ]);
    expect(read).toEqual(COUNTRIES.map(([code, ...names]) => [code, ...names.map(() => code)]));
    expect(new Set(COUNTRIES.map(([code]) => code)).size).toBe(249);
    expect(new Set(COUNTRIES.map(([, alpha3]) => alpha3)).size).toBe(249);
  });

  it("is never another one than a list of others takes the name for", () => {
    const others = new Intl.DisplayNames(["en"], { type: "region" });
    const found = COUNTRIES.map(([code]) => [code, readOrigin(others.of(code) ?? "") ?? code]);
    expect(found).toEqual(COUNTRIES.map(([code]) => [code, code]));
  });
});
