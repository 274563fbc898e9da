import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { CHAPTER_99_ROWS } from "@/lib/domain";

import { type Block, type Blocks, type Inline, plainText } from "./document";
import { FIGURES } from "./figures";
import { guides, readGuide, readSources } from "./guides";

const FOLDER = path.join(process.cwd(), "content/library");
const FILES = new Map(
  fs.readdirSync(FOLDER).map((name) => [name, fs.readFileSync(path.join(FOLDER, name), "utf8")]),
);

/** Pages outside the guides that a guide may link to; those with an anchor are named with it. */
const OTHER_PAGES = [
  "/ask",
  "/library/chapter-99",
  "/library/checklist",
  "/library/entry-types",
  "/library/messages",
  "/library/rules",
  "/library/rules#clock",
  "/library/rules#interest-rate",
  "/tools/cape-file",
  "/tools/interest",
];

const inlinesIn = (block: Block): readonly Inline[] => {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.children.flatMap(within);
    case "list":
      return block.items.flat().flatMap(inlinesIn);
    case "quote":
      return block.blocks.flatMap(inlinesIn);
    case "belief":
      return [...block.said.flatMap(within), ...block.holds.flatMap(inlinesIn)];
    case "table":
      return [...block.head, ...block.rows.flat()].flat().flatMap(within);
  }
};
const within = (inline: Inline): readonly Inline[] =>
  "children" in inline ? [inline, ...inline.children.flatMap(within)] : [inline];

const textOf = (blocks: Blocks): string => blocks.map((block) => plainText(inlinesIn(block))).join(" ");

describe("the guides", () => {
  it("are thirteen, each dated, reviewed and sourced", () => {
    expect(guides().map(({ slug }) => slug)).toHaveLength(13);
    for (const { slug, written, reviewed, sources, summary } of guides()) {
      expect(reviewed >= written, slug).toBe(true);
      expect(sources.length, slug).toBeGreaterThan(0);
      expect(summary.length, `${slug} has a summary that fits a result of a search`).toBeLessThanOrEqual(160);
    }
  });

  it("correct wrong beliefs by name", () => {
    const said = guides().flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "belief" ? [plainText(block.said)] : [])),
    );
    for (const belief of ["compounded quarterly", "10,000 rows", "Customs Automated Protest and Entry"])
      expect(
        said.some((words) => words.includes(belief)),
        belief,
      ).toBe(true);
    for (const { slug, blocks } of guides().filter(({ group }) => group !== "about"))
      expect(
        blocks.some(({ kind }) => kind === "belief"),
        `${slug} corrects a belief`,
      ).toBe(true);
  });

  it("link only to pages and headings that there are", () => {
    const anchors = new Set(
      guides().flatMap(({ slug, blocks }) => [
        `/library/${slug}`,
        ...blocks.flatMap((block) => (block.kind === "heading" ? [`/library/${slug}#${block.id}`] : [])),
      ]),
    );
    for (const { slug, blocks } of guides())
      for (const inline of blocks.flatMap(inlinesIn))
        if (inline.kind === "link" && !inline.href.startsWith("mailto:"))
          expect([...anchors, ...OTHER_PAGES], `${slug} links to ${inline.href}`).toContain(inline.href);
  });

  it("name only Chapter 99 numbers that exist, or say that they never did", () => {
    const codes = new Set(CHAPTER_99_ROWS.map(({ code }) => code));
    const neverExisted = ["9903.01.36"];
    for (const { slug, blocks } of guides())
      for (const [code] of textOf(blocks).matchAll(/\b99\d\d\.\d\d\.\d\d\b/g))
        expect(codes.has(code) || neverExisted.includes(code), `${slug} names ${code}`).toBe(true);
  });

  it("cite every source of the list", () => {
    const cited = new Set(
      [...FILES.values()].flatMap((file) => [...file.matchAll(/\[@([a-z0-9-]+)\]/g)].map(([, key]) => key)),
    );
    expect([...readSources().keys()].filter((key) => !cited.has(key))).toEqual([]);
  });
});

describe("figures of law", () => {
  it("are all used", () => {
    const text = [...FILES.values()].join("\n");
    expect(Object.keys(FIGURES).filter((name) => !text.includes(`{{${name}}}`))).toEqual([]);
  });

  it("stand in no guide as a literal, so that none can differ from the table", () => {
    // Amounts of days that the law tables hold and that mean nothing else in these texts.
    const literal = /\b(80|81|75|74|180|181|300|314) days\b|\bday (80|81|75|74|180|181|300|314)\b|9,999/gi;
    for (const [name, file] of FILES)
      expect(
        [...file.matchAll(literal)]
          .map(([words]) => words)
          .filter((words) => !ALLOWED[name]?.includes(words)),
        name,
      ).toEqual([]);
  });
});

/** 28 U.S.C. 2636(a) gives 180 days of its own after a denied protest: another clock than the protest itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = { "protests-and-courts.md": ["180 days"] };

describe("a guide that cannot be shown", () => {
  const file = (body: string) =>
    `---\ntitle: T\ngroup: start\norder: 1\nsummary: S\nwritten: 2026-11-22\nreviewed: 2026-11-22\n---\n${body}`;
  const causeOf = (body: string): string => {
    try {
      readGuide("draft", file(body), new Map());
      return "none";
    } catch (error) {
      return error instanceof Error && error.cause instanceof Error ? error.cause.message : "unknown";
    }
  };

  it.each([
    { body: "<b>HTML</b>", because: 'A guide cannot hold "html"' },
    { body: "<div>\n\nHTML\n\n</div>", because: 'A guide cannot hold "html"' },
    { body: "![a picture](x.png)", because: 'A guide cannot hold "image"' },
    { body: "# A title of its own", because: "headings of two levels" },
    { body: "{{no-such-figure}}", because: "No figure is called no-such-figure" },
    { body: "{{table no-such-table}}", because: "No table of the law is called no-such-table" },
    { body: "Said [@nowhere].", because: "No source is called nowhere" },
    { body: "## Twice\n\n## Twice", because: "Two headings of a guide are at #twice" },
  ])("$body is refused, because: $because", ({ body, because }) => {
    expect(causeOf(body)).toContain(because);
  });

  it("keeps signs that HTML would escape as they are", () => {
    const { blocks } = readGuide("draft", file('A & B < C "quoted" `x & y`'), new Map());
    expect(textOf(blocks)).toBe('A & B < C "quoted" x & y');
  });
});
