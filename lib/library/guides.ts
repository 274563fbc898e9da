import "server-only";
import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

import type { Guide, Source } from "./document";
import { withFigures } from "./figures";
import { lawTable } from "./law-tables";
import { readMarkdown } from "./read-markdown";

const CONTENT = path.join(process.cwd(), "content");
const GUIDES = path.join(CONTENT, "library");

const sourcesFile = z.record(
  z.string().regex(/^[a-z0-9-]+$/),
  z.strictObject({
    law: z.string().min(1),
    published: z.string().min(1),
    read: z.enum(["text", "relayed", "known"]),
    url: z
      .string()
      .regex(/^(https:\/\/|\/)/)
      .optional(),
  }),
);

const frontMatter = z.strictObject({
  title: z.string().min(1),
  group: z.enum(["start", "before", "filing", "money", "about"]),
  order: z.coerce.number().int(),
  summary: z.string().min(1),
  written: z.iso.date(),
  reviewed: z.iso.date(),
});

const FRONT_MATTER = /^---\n(.*?)\n---\n(.*)$/s;

/** Every source that a guide may cite, by its key. */
export const readSources = (): ReadonlyMap<string, Source> =>
  new Map(
    Object.entries(sourcesFile.parse(parse(fs.readFileSync(path.join(CONTENT, "sources.yaml"), "utf8")))),
  );

type OrderedGuide = Guide & { readonly order: number };

/** @param slug - the file's name without `.md`; its errors name the file */
export function readGuide(slug: string, file: string, sources: ReadonlyMap<string, Source>): OrderedGuide {
  try {
    const [, head, body] = FRONT_MATTER.exec(file) ?? [];
    if (head === undefined || body === undefined) throw new Error("It does not begin with front matter");
    const { title, summary, ...rest } = frontMatter.parse(parse(head, { schema: "failsafe" }));
    const cited: string[] = [];
    const blocks = readMarkdown(withFigures(body), {
      lawTable,
      numberOf: (key) => {
        if (!sources.has(key)) throw new Error(`No source is called ${key}`);
        if (!cited.includes(key)) cited.push(key);
        return cited.indexOf(key) + 1;
      },
    });
    return {
      slug,
      ...rest,
      title: withFigures(title),
      summary: withFigures(summary),
      blocks,
      sources: cited.flatMap((key) => sources.get(key) ?? []),
    };
  } catch (error) {
    throw new Error(`content/library/${slug}.md cannot be shown`, { cause: error });
  }
}

function readGuides(): readonly Guide[] {
  const sources = readSources();
  return fs
    .readdirSync(GUIDES)
    .filter((name) => name.endsWith(".md"))
    .map((name) => {
      const slug = name.slice(0, -".md".length);
      return readGuide(slug, fs.readFileSync(path.join(GUIDES, name), "utf8"), sources);
    })
    .toSorted((a, b) => a.order - b.order || a.slug.localeCompare(b.slug));
}

// They change with a new version of the program, never while it runs.
let read: readonly Guide[] | null = null;

/** Every guide, in reading order inside its group; read and rendered once in the life of a process. */
export function guides(): readonly Guide[] {
  read ??= readGuides();
  return read;
}

/** Null: no guide has that address. */
export const findGuide = (slug: string): Guide | null =>
  guides().find((guide) => guide.slug === slug) ?? null;
