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
  let text = "";
  for (const { body } of elementsIn(withoutElements(xml, `${prefix}rPh`), `${prefix}t`)) text += body;
  return plainText(text);
}

function withoutElements(xml: string, name: string): string {
  const close = `</${name}>`;
  let [kept, from] = ["", 0];
  for (let at = openingOf(xml, name, 0); at !== -1; at = openingOf(xml, name, from)) {
    const end = xml.indexOf(close, at);
    if (end === -1) break;
    kept += xml.slice(from, at);
    from = end + close.length;
  }
  return kept + xml.slice(from);
}

type Element = { readonly tag: string; readonly body: string };

/** Elements of one name, one after the other; they do not nest. */
export function* elementsIn(xml: string, name: string): Generator<Element> {
  const close = `</${name}>`;
  for (let at = openingOf(xml, name, 0); at !== -1;) {
    const end = xml.indexOf(">", at);
    if (end === -1) return;
    const tag = xml.slice(at + name.length + 1, end);
    const closed = tag.endsWith("/") ? end : xml.indexOf(close, end);
    if (closed === -1) return;
    yield { tag, body: closed === end ? "" : xml.slice(end + 1, closed) };
    at = openingOf(xml, name, closed);
  }
}

/** Where an element of this very name opens, from there on; at the end of the text any name may still go on. */
export function openingOf(xml: string, name: string, from: number): number {
  const open = `<${name}`;
  for (let at = xml.indexOf(open, from); at !== -1; at = xml.indexOf(open, at + open.length)) {
    const next = at + open.length;
    if (next === xml.length || isNameEnd(xml.charCodeAt(next))) return at;
  }
  return -1;
}

/** A blank, `>` or `/` ends the name of an element. */
const isNameEnd = (code: number): boolean => code === 0x3e || code === 0x2f || code === 0x20 || code < 0x20;

/**
 * Elements of one name from a stream of text, without holding more than one unfinished element. Comments and CDATA,
 * which no spreadsheet program writes there and which could hide an end, are refused.
 */
export class ElementStream {
  /** What is not finished, in the pieces it came in. */
  #held: string[] = [];
  #heldCharacters = 0;
  /** Until this has come, looking at what is held again would find nothing new: elements may be long, pieces are not. */
  #awaited = "";
  /** The end of what is held: an awaited text may lie across two pieces. */
  #seam = "";
  readonly #close: string;

  constructor(readonly name: string) {
    this.#close = `</${name}>`;
  }

  *push(text: string): Generator<Element> {
    const fresh = this.#seam + text;
    if (fresh.includes("<!")) throw new WorkbookDamage("markup declaration");
    this.#held.push(text);
    this.#heldCharacters += text.length;
    this.#seam = fresh.slice(-this.#close.length);
    if (fresh.includes(this.#awaited)) yield* this.#finished(this.#held.join(""));
    if (this.#heldCharacters > ARCHIVE_LIMITS.elementCharactersMax)
      throw new WorkbookDamage("endless element");
  }

  *#finished(xml: string): Generator<Element> {
    let done = 0;
    this.#awaited = "";
    for (let at = openingOf(xml, this.name, 0); at !== -1; at = openingOf(xml, this.name, done)) {
      done = at;
      const end = xml.indexOf(">", at);
      this.#awaited = end === -1 ? ">" : this.#close;
      if (end === -1) break;
      const tag = xml.slice(at + this.name.length + 1, end);
      const closed = tag.endsWith("/") ? end : xml.indexOf(this.#close, end);
      if (closed === -1) break;
      yield { tag, body: closed === end ? "" : xml.slice(end + 1, closed) };
      done = closed === end ? end + 1 : closed + this.#close.length;
      this.#awaited = "";
    }
    // Without an element that began, the end may still hold half the opening of one.
    const rest = xml.slice(this.#awaited === "" ? Math.max(done, xml.length - this.#close.length) : done);
    this.#held = [rest];
    this.#heldCharacters = rest.length;
  }
}
