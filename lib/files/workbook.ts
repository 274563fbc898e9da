import { posix } from "node:path";

import type { Archive } from "./archive";
import { ARCHIVE_LIMITS } from "./limits";
import type { WorkbookContext } from "./workbook-cells";
import { attributeOf, ElementStream, elementsIn, joinedText, prefixOf, WorkbookDamage } from "./workbook-xml";

export type Sheet = { readonly name: string; readonly part: string };

export type Workbook = { readonly sheets: readonly Sheet[]; readonly context: WorkbookContext };

const WORKBOOK_PART = "xl/workbook.xml";

/** Parts other than sheets and shared texts are small. */
const SMALL_PART_BYTES_MAX = 20_000_000;

export const isWorkbook = ({ parts }: Archive): boolean => parts.has(WORKBOOK_PART);

/** The sheets in the order in which they are tried, and what their cells refer to. */
export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const workbook = await wholePart(archive, WORKBOOK_PART);
  const targets = await targetsOf(archive);
  const prefix = prefixOf(workbook, "workbook");
  const sheets: (Sheet & { readonly hidden: boolean })[] = [];
  for (const { tag } of elementsIn(workbook, `${prefix}sheet`)) {
    const part = targets.get(attributeOf(tag, "r:id") ?? relationIn(tag));
    const name = attributeOf(tag, "name");
    if (name !== null && part !== undefined && archive.parts.has(part))
      sheets.push({ name, part, hidden: attributeOf(tag, "state") !== null });
  }
  const [properties] = elementsIn(workbook, `${prefix}workbookPr`);
  return {
    sheets: sheets.toSorted((a, b) => preference(a) - preference(b)),
    context: {
      sharedTexts: await sharedTextsOf(archive),
      dateStyles: await dateStylesOf(archive),
      from1904: /^(1|true)$/.test(attributeOf(properties?.tag ?? "", "date1904") ?? ""),
    },
  };
}

/** ACE writes its rows on `Main Report` or `Report`, beside a sheet of parameters. */
function preference({ name, hidden }: { readonly name: string; readonly hidden: boolean }): number {
  if (hidden) return 3;
  if (/^main report$/i.test(name.trim())) return 0;
  return /^report$/i.test(name.trim()) ? 1 : 2;
}

/** The namespace prefix of relations is `r` by custom only. */
const relationIn = (tag: string): string => /\s[\w.-]+:id=["']([^"']+)["']/.exec(tag)?.[1] ?? "";

async function targetsOf(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const relations = await wholePart(archive, "xl/_rels/workbook.xml.rels");
  const prefix = prefixOf(relations, "Relationships");
  const targets = new Map<string, string>();
  for (const { tag } of elementsIn(relations, `${prefix}Relationship`)) {
    const [id, target] = [attributeOf(tag, "Id"), attributeOf(tag, "Target")];
    if (id === null || target === null || attributeOf(tag, "TargetMode") === "External") continue;
    targets.set(id, target.startsWith("/") ? target.slice(1) : posix.join("xl", target));
  }
  return targets;
}

/** What even an empty text takes in memory. */
const CHARACTERS_OF_ANY_TEXT = 8;

async function sharedTextsOf(archive: Archive): Promise<readonly string[]> {
  const part = [...archive.parts.keys()].find((name) => name.toLowerCase() === "xl/sharedstrings.xml");
  if (part === undefined) return [];
  const texts: string[] = [];
  let characters = 0;
  for await (const { body, prefix } of streamedElements(archive.unpack(part), "sst", "si")) {
    const text = joinedText(body, prefix);
    characters += text.length + CHARACTERS_OF_ANY_TEXT;
    if (characters > ARCHIVE_LIMITS.sharedTextMax) throw new WorkbookDamage(part);
    texts.push(text);
  }
  return texts;
}

/** Built-in number formats that show a date (ECMA-376, 18.8.30). */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

async function dateStylesOf(archive: Archive): Promise<ReadonlySet<number>> {
  if (!archive.parts.has("xl/styles.xml")) return new Set();
  const styles = await wholePart(archive, "xl/styles.xml");
  const prefix = prefixOf(styles, "styleSheet");
  const dates = new Set(BUILT_IN_DATES);
  for (const { tag } of elementsIn(styles, `${prefix}numFmt`))
    if (isDateFormat(attributeOf(tag, "formatCode") ?? "")) dates.add(Number(attributeOf(tag, "numFmtId")));
  const [cellFormats] = elementsIn(styles, `${prefix}cellXfs`);
  const found = new Set<number>();
  let index = 0;
  for (const { tag } of elementsIn(cellFormats?.body ?? "", `${prefix}xf`)) {
    if (dates.has(Number(attributeOf(tag, "numFmtId") ?? "0"))) found.add(index);
    index++;
  }
  return found;
}

/** Longer ones no spreadsheet program takes. */
const FORMAT_CHARACTERS_MAX = 255;

/** A format with a year or a day in it, once quoted words, escapes and colours are taken out. */
const isDateFormat = (code: string): boolean =>
  code.length <= FORMAT_CHARACTERS_MAX &&
  /[yd]/i.test(code.replaceAll(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|General/gi, ""));

async function wholePart(archive: Archive, name: string): Promise<string> {
  const part = archive.parts.get(name);
  if (part === undefined || part.bytes > SMALL_PART_BYTES_MAX) throw new WorkbookDamage(name);
  let text = "";
  for await (const piece of textOf(archive.unpack(name))) text += piece;
  return text;
}

async function* textOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  for await (const piece of stream) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** Characters by which the root element of a part has begun. */
const HEAD_CHARACTERS = 4096;

type StreamedElement = { readonly tag: string; readonly body: string; readonly prefix: string };

/** The elements of one name under a root element, from the bytes of a part. */
export async function* streamedElements(
  stream: AsyncIterable<Uint8Array>,
  root: string,
  name: string,
): AsyncGenerator<StreamedElement> {
  let head = "";
  let open = null as { readonly elements: ElementStream; readonly prefix: string } | null;
  for await (const piece of textOf(stream)) {
    let text = piece;
    if (open === null) {
      head += piece;
      if (head.length < HEAD_CHARACTERS && !head.includes("</")) continue;
      const prefix = prefixOf(head, root);
      open = { prefix, elements: new ElementStream(`${prefix}${name}`) };
      text = head.slice(head.indexOf(`<${prefix}${root}`)); // a comment may stand above the root element
    }
    for (const element of open.elements.push(text)) yield { ...element, prefix: open.prefix };
  }
  if (open === null) prefixOf(head, root);
}
