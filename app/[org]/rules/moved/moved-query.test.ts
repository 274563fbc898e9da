import { describe, expect, it } from "vitest";

import type { EntryNumber } from "@/lib/domain";

import { movedHref, movedPage, readMovedQuery, type MovedQuery } from "./moved-query";

const MOVE = {
  effectiveOn: "2026-06-29",
  rulesVersion: "2026-06-29.1",
  laneBefore: "excluded",
  laneAfter: "cape-recon",
} as MovedQuery["move"];
const rowOf = (index: number) => ({ number: `ZZX100000${String(10 + index)}` as EntryNumber });
const ALL = Array.from({ length: 8 }, (_, index) => rowOf(index));

/** What the table answers: the rows beyond the anchor, by number, one more than a page holds. */
function rowsAt({ anchor }: MovedQuery, limit: number) {
  if (anchor === null) return ALL.slice(0, limit);
  if (anchor.side === "after") return ALL.filter(({ number }) => number > anchor.number).slice(0, limit);
  return ALL.filter(({ number }) => number < anchor.number).slice(-limit);
}

/** The page behind an address. */
function open(href: string) {
  const query = readMovedQuery(Object.fromEntries(new URL(href, "http://localhost").searchParams));
  if (query === null) throw new Error(`No change: ${href}`);
  return movedPage(rowsAt(query, 4), query, "/acme", 3);
}

describe("the entries that a rule change moved, page by page", () => {
  it("leads forth to the last one and back to the first, over the same pages", () => {
    const pages = [open(movedHref("/acme", MOVE))];
    for (let next = pages[0]?.nextHref; next; next = pages.at(-1)?.nextHref) pages.push(open(next));
    expect(pages.map(({ shown }) => shown.length)).toEqual([3, 3, 2]);
    expect(pages.flatMap(({ shown }) => shown)).toEqual(ALL);
    const back = [pages.at(-1)];
    for (let previous = back[0]?.previousHref; previous; previous = back[0]?.previousHref)
      back.unshift(open(previous));
    expect(back.map((page) => page?.shown)).toEqual(pages.map(({ shown }) => shown));
    expect([back[0]?.previousHref, pages[0]?.previousHref]).toEqual([null, null]);
    expect(pages.at(-1)?.nextHref).toBeNull();
  });

  it.each([
    ["no day", { on: "soon" }],
    ["no version", { version: "latest" }],
    ["no lane", { to: "somewhere" }],
  ])("an address with %s names no change", (_case, wrong) => {
    const { searchParams } = new URL(movedHref("/acme", MOVE), "http://localhost");
    expect(readMovedQuery({ ...Object.fromEntries(searchParams), ...wrong })).toBeNull();
  });

  it("starts at the first page where the place in the address is no entry number", () => {
    const { searchParams } = new URL(movedHref("/acme", MOVE), "http://localhost");
    for (const place of ["", "'; DROP TABLE", "123"])
      expect(readMovedQuery({ ...Object.fromEntries(searchParams), after: place })?.anchor).toBeNull();
  });
});
