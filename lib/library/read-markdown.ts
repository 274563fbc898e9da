import { marked, type Token, type Tokens } from "marked";

import { type Block, type Blocks, type Inline, type Inlines, plainText, type TableBlock } from "./document";

/** What a text leans on outside itself. */
export type Surroundings = {
  /** The place of a source in the guide's list, from 1; throws for a key that no source has. */
  readonly numberOf: (sourceKey: string) => number;
  /** A table of the law, by the name in `{{table name}}`; throws for any other. */
  readonly lawTable: (name: string) => Pick<TableBlock, "head" | "rows">;
};

/** `[@key]` and `{{inferred}}`, which Markdown leaves in the text. */
const CITE_OR_MARK = /\s*\[@([a-z0-9-]+)\]|\s*\{\{(inferred|unconfirmed)\}\}/g;
const TABLE = /^\{\{table ([a-z0-9-]+)\}\}$/;
const SAID = "Said: ";

/**
 * Markdown to a document. Strict: HTML, images, and whatever else a guide has no dress for, throw with the text that
 * holds them, so that nothing a writer put down is dropped in silence.
 */
export function readMarkdown(markdown: string, surroundings: Surroundings): Blocks {
  const reader = new Reader(surroundings);
  return reader.blocks(marked.lexer(markdown));
}

/** An anchor for a heading: `When was the duty deposited?` is at `#when-was-the-duty-deposited`. */
const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

class Reader {
  private caption = "";
  private readonly captions = new Map<string, number>();
  private readonly ids = new Set<string>();

  constructor(private readonly surroundings: Surroundings) {}

  blocks(tokens: readonly Token[]): Blocks {
    return tokens.filter(({ type }) => type !== "space").map((token) => this.block(token));
  }

  private block(token: Token): Block {
    const known = token as Tokens.Heading | Tokens.Paragraph | Tokens.Text | Tokens.List | Tokens.Table;
    switch (known.type) {
      case "heading":
        return this.heading(known);
      case "paragraph":
      case "text":
        return this.paragraph(known);
      case "list":
        return {
          kind: "list",
          ordered: known.ordered,
          items: known.items.map((item) => this.blocks(item.tokens)),
        };
      case "table":
        return {
          kind: "table",
          caption: this.nextCaption(),
          head: known.header.map((cell) => this.inlines(cell.tokens)),
          rows: known.rows.map((row) => row.map((cell) => this.inlines(cell.tokens))),
        };
      default:
        return token.type === "blockquote" ? this.quote(token as Tokens.Blockquote) : refuse(token);
    }
  }

  private heading({ depth, tokens, raw }: Tokens.Heading): Block {
    if (depth !== 2 && depth !== 3) throw new Error(`A guide has headings of two levels: ${raw.trim()}`);
    const children = this.inlines(tokens);
    this.caption = plainText(children);
    const id = slugOf(this.caption);
    if (this.ids.has(id)) throw new Error(`Two headings of a guide are at #${id}`);
    this.ids.add(id);
    return { kind: "heading", level: depth, id, children };
  }

  /** The heading a table stands under; tables of one heading are told apart by their number. */
  private nextCaption(): string {
    const number = (this.captions.get(this.caption) ?? 0) + 1;
    this.captions.set(this.caption, number);
    return number === 1 ? this.caption : `${this.caption}, table ${String(number)}`;
  }

  private paragraph({ text, tokens }: Tokens.Paragraph | Tokens.Text): Block {
    const table = TABLE.exec(text)?.[1];
    if (table !== undefined)
      return { kind: "table", caption: this.nextCaption(), ...this.surroundings.lawTable(table) };
    return { kind: "paragraph", children: this.inlines(tokens ?? []) };
  }

  /** `> **Said: "…"**` and what holds instead; any other quotation is one. */
  private quote({ tokens }: Tokens.Blockquote): Block {
    const blocks = this.blocks(tokens);
    const [first, ...others] = blocks;
    if (first?.kind !== "paragraph") return { kind: "quote", blocks };
    const [strong, ...rest] = first.children;
    if (strong?.kind !== "strong" || !plainText(strong.children).startsWith(SAID))
      return { kind: "quote", blocks };
    const said = strong.children.map((inline, index) =>
      index === 0 && inline.kind === "text" ? { ...inline, text: inline.text.slice(SAID.length) } : inline,
    );
    return { kind: "belief", said, holds: [{ kind: "paragraph", children: trimStart(rest) }, ...others] };
  }

  private inlines(tokens: readonly Token[]): Inlines {
    return tokens.flatMap((token) => this.inline(token));
  }

  private inline(token: Token): Inlines {
    const known = token as
      Tokens.Text | Tokens.Escape | Tokens.Strong | Tokens.Em | Tokens.Codespan | Tokens.Link;
    switch (known.type) {
      case "text":
      case "escape":
        return this.text(known.text);
      case "strong":
        return [{ kind: "strong", children: this.inlines(known.tokens) }];
      case "em":
        return [{ kind: "emphasis", children: this.inlines(known.tokens) }];
      case "codespan":
        return [{ kind: "code", text: known.text }];
      case "link":
        return [{ kind: "link", href: known.href, children: this.inlines(known.tokens) }];
      default:
        return refuse(token);
    }
  }

  private text(text: string): Inlines {
    const found: Inline[] = [];
    let from = 0;
    for (const match of text.matchAll(CITE_OR_MARK)) {
      if (match.index > from) found.push({ kind: "text", text: text.slice(from, match.index) });
      const [whole, source, mark] = match;
      if (source !== undefined) found.push({ kind: "cite", number: this.surroundings.numberOf(source) });
      else found.push({ kind: "mark", confidence: mark === "inferred" ? "inferred" : "unconfirmed" });
      from = match.index + whole.length;
    }
    if (from < text.length) found.push({ kind: "text", text: text.slice(from) });
    return found;
  }
}

const trimStart = ([first, ...rest]: Inlines): Inlines => {
  if (first === undefined) return rest;
  return [first.kind === "text" ? { ...first, text: first.text.trimStart() } : first, ...rest];
};

function refuse(token: Token): never {
  throw new Error(`A guide cannot hold "${token.type}": ${token.raw.trim()}`);
}
