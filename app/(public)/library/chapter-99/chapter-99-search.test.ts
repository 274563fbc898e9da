import { describe, expect, it } from "vitest";

import { CHAPTER_99_ROWS } from "@/lib/domain";

import { chapter99Href, readChapter99Query, searchChapter99 } from "./chapter-99-search";

const codesOf = (asked: Record<string, string>) => [
  ...new Set(searchChapter99(readChapter99Query(asked)).map(({ code }) => code)),
];

describe("searching Chapter 99", () => {
  it("shows every row when nothing is asked", () => {
    expect(searchChapter99(readChapter99Query({}))).toHaveLength(CHAPTER_99_ROWS.length);
  });

  it.each([
    ["9903.01.24", ["9903.01.24"]],
    ["99030124", ["9903.01.24"]],
    ["potash mexico", ["9903.01.05"]],
    ["no-such-word", []],
  ])("by number or words: %s", (q, codes) => {
    expect(codesOf({ q })).toEqual(codes);
  });

  it("by day, both ends included, and country", () => {
    const asked = { q: "9903.01.20", country: "cn" };
    expect(codesOf({ ...asked, on: "2025-03-03" })).toEqual(["9903.01.20"]);
    expect(codesOf({ ...asked, on: "2025-03-04" })).toEqual([]);
    expect(codesOf({ ...asked, on: "2025-03-03", country: "MX" })).toEqual([]);
  });

  it("by rate, with or without the sign", () => {
    expect(codesOf({ q: "9903.01.10", rate: "35%", on: "2025-08-01" })).toEqual(["9903.01.10"]);
    expect(codesOf({ q: "9903.01.10", rate: "25", on: "2025-08-01" })).toEqual([]);
  });

  it("keeps what was asked in the address", () => {
    const query = readChapter99Query({ q: "9903.02", page: "3" });
    expect(chapter99Href(query)).toBe("/library/chapter-99?q=9903.02&page=3");
    expect(chapter99Href(query, { page: 1, q: "" })).toBe("/library/chapter-99");
  });
});
