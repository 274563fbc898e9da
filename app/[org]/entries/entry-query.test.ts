import { describe, expect, it } from "vitest";

import { ENTRY_SORTS } from "@/lib/data/entry-list";

import { entriesHref, readEntryQuery } from "./entry-query";

const VALUES = {
  number: "ZZX10000052",
  entryDate: "2025-06-16",
  liquidation: "9999-12-31",
  refundable: "-1234567.895",
  deadline: "2026-12-01",
} as const satisfies Record<(typeof ENTRY_SORTS)[number], string>;

describe("the address of the entries list", () => {
  it.each(ENTRY_SORTS)("by %s leads to the page it was made for", (sort) => {
    const query = readEntryQuery({ sort: `-${sort}`, lane: ["court", "nonsense"], importer: "12-3456789AB" });
    const cursor = { value: VALUES[sort], number: "ZZX10000052" };
    const href = entriesHref("/org/entries", query, { anchor: { side: "after", cursor } });
    const read = readEntryQuery(Object.fromEntries(new URL(href, "http://localhost").searchParams));
    expect(read).toEqual({ ...query, lanes: ["court"], anchor: { side: "after", cursor } });
  });

  it.each([
    ["number", "1"],
    ["number", "'; DROP TABLE entries; --"],
    ["refundable", "ABC"],
    ["refundable", "1e999"],
    ["refundable", "9".repeat(40)],
    ["deadline", "2026-13-45"],
    ["entryDate", "INFINITY"],
    ["liquidation", "9999-12-31~9999-12-31"],
  ])("by %s with %j for the last row begins at the first page", (sort, value) => {
    expect(readEntryQuery({ sort, after: `${value}~ZZX10000052` }).anchor).toBeNull();
    expect(readEntryQuery({ sort, before: value }).anchor).toBeNull();
  });

  it("holds no zero byte, which no text of the database can", () => {
    expect(readEntryQuery({ importer: "a\0b", q: "\0" })).toMatchObject({ importer: "ab", q: "" });
  });
});
