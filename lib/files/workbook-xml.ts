import { ARCHIVE_LIMITS } from "./limits";

/** The XML of a workbook part cannot be what a spreadsheet program writes. */
export class WorkbookDamage extends Error {}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Text of XML: entities, and the `_x000D_` by which Excel writes control characters. */
export function plainText(xml: string): string {
  const text = xml.includes("&")
    ? xml.replaceAll(
        /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g,
        (all, hex, decimal, name) =>
          decoded(all, hex as string | undefined, decimal as string | undefined, name as string),
      )
    : xml;
  return text.includes("_x")
    ? text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

function decoded(all: string, hex: string | undefined, decimal: string | undefined, name: string): string {
  if (hex === undefined && decimal === undefined) return ENTITIES.get(name) ?? all;
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}

/** The value of an attribute in the text of an opening tag; null without it. */
export function attributeOf(tag: string, name: string): string | null {
  for (let at = tag.indexOf(`${name}=`); at !== -1; at = tag.indexOf(`${name}=`, at + 1)) {
    if (at > 0 && tag.charCodeAt(at - 1) > 0x20) continue; // the end of another attribute's name
    const quote = tag.charAt(at + name.length + 1);
    const from = at + name.length + 2;
    const to = quote === '"' || quote === "'" ? tag.indexOf(quote, from) : -1;
    return to === -1 ? null : plainText(tag.slice(from, to));
  }
  return null;
}

/** Element names may carry a prefix (`x:row`), declared on the root element. */
export function prefixOf(head: string, root: string): string {
  if (head.includes("<!DOCTYPE") || head.includes("<!ENTITY")) throw new WorkbookDamage("entities");
  const found = new RegExp(String.raw`<([A-Za-z_][\w.-]*:)?${root}[\s>/]`).exec(head);
  if (found === null) throw new WorkbookDamage(`no ${root}`);
  return found[1] ?? "";
}

/** Most texts are one element without markup inside. */
const ONE_PLAIN_TEXT = /^(?:<is>)?<t(?: xml:space="preserve")?>([^<]*)<\/t>(?:<\/is>)?$/;

/** All text elements inside a piece of XML, joined; reading aids of Japanese text (`rPh`) are not part of the text. */
export function joinedText(xml: string, prefix: string): string {
  const only = ONE_PLAIN_TEXT.exec(xml);
  if (only !== null) return plainText(only[1] ?? "");
  const read = xml.includes(`<${prefix}rPh`)
    ? xml.replaceAll(new RegExp(`<${prefix}rPh[\\s>][\\s\\S]*?</${prefix}rPh>`, "g"), "")
    : xml;
  let text = "";
  for (const { body } of elementsIn(read, `${prefix}t`)) text += body;
  return plainText(text);
}

type Element = { readonly tag: string; readonly body: string };

/** Elements of one name, one after the other; they do not nest. */
export function* elementsIn(xml: string, name: string): Generator<Element> {
  const open = `<${name}`;
  const close = `</${name}>`;
  for (let at = xml.indexOf(open); at !== -1;) {
    const end = xml.indexOf(">", at);
    if (end === -1) return;
    if (!isNameEnd(xml.charCodeAt(at + open.length))) {
      at = xml.indexOf(open, at + open.length);
      continue;
    }
    const tag = xml.slice(at + open.length, end);
    const closed = tag.endsWith("/") ? end : xml.indexOf(close, end);
    if (closed === -1) return;
    yield { tag, body: closed === end ? "" : xml.slice(end + 1, closed) };
    at = xml.indexOf(open, closed);
  }
}

/** A blank, `>` or `/` ends the name of an element. */
const isNameEnd = (code: number): boolean => code === 0x3e || code === 0x2f || code === 0x20 || code < 0x20;

/**
 * Elements of one name from a stream of text, without holding more than one unfinished element. Comments and CDATA,
 * which no spreadsheet program writes there and which could hide an end, are refused.
 */
export class ElementStream {
  #rest = "";
  readonly #open: string;
  readonly #close: string;

  constructor(readonly name: string) {
    this.#open = `<${name}`;
    this.#close = `</${name}>`;
  }

  *push(text: string): Generator<Element> {
    const xml = this.#rest + text;
    if (text.includes("<!") || xml.includes("<!", Math.max(0, this.#rest.length - 1)))
      throw new WorkbookDamage("markup declaration");
    let done = 0;
    for (let at = xml.indexOf(this.#open); at !== -1; at = xml.indexOf(this.#open, done)) {
      const end = xml.indexOf(">", at);
      if (end === -1) break;
      if (!isNameEnd(xml.charCodeAt(at + this.#open.length))) {
        done = at + this.#open.length;
        continue;
      }
      const tag = xml.slice(at + this.#open.length, end);
      const closed = tag.endsWith("/") ? end : xml.indexOf(this.#close, end);
      if (closed === -1) {
        done = at;
        break;
      }
      yield { tag, body: closed === end ? "" : xml.slice(end + 1, closed) };
      done = closed === end ? end + 1 : closed + this.#close.length;
    }
    const next = xml.indexOf(this.#open, done);
    this.#rest = next === -1 ? xml.slice(Math.max(done, xml.length - this.#open.length)) : xml.slice(next);
    if (this.#rest.length > ARCHIVE_LIMITS.elementCharactersMax) throw new WorkbookDamage("endless element");
  }
}
