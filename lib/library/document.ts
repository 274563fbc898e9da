/** A guide as data: what the page draws and what the search reads. Nothing else can stand in a guide. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly children: Inlines }
  | { readonly kind: "emphasis"; readonly children: Inlines }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly children: Inlines }
  /** The place of a source in the list at the end of the guide, from 1. */
  | { readonly kind: "cite"; readonly number: number }
  /** How sure the statement before it is, where it was neither read nor relayed by several. */
  | { readonly kind: "mark"; readonly confidence: Mark };

export type Inlines = readonly Inline[];

export type Mark = "inferred" | "unconfirmed";

export type TableBlock = {
  readonly kind: "table";
  /** The heading above it: its name for screen readers. */
  readonly caption: string;
  readonly head: readonly Inlines[];
  readonly rows: readonly (readonly Inlines[])[];
};

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly id: string; readonly children: Inlines }
  | { readonly kind: "paragraph"; readonly children: Inlines }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Blocks[] }
  | { readonly kind: "quote"; readonly blocks: Blocks }
  /** A belief that goes around, in quotation marks, and what holds instead. */
  | { readonly kind: "belief"; readonly said: Inlines; readonly holds: Blocks }
  | TableBlock;

export type Blocks = readonly Block[];

/** text: the text itself was read. relayed: others quote it. known: a statute cited by its section, not read again. */
export type SourceReading = "text" | "relayed" | "known";

export type Source = {
  readonly law: string;
  readonly published: string;
  readonly read: SourceReading;
  readonly url?: string | undefined;
};

export type GuideGroup = "start" | "before" | "filing" | "money" | "about";

export type Guide = {
  /** The last part of its address: `entry-numbers`. */
  readonly slug: string;
  readonly title: string;
  readonly group: GuideGroup;
  readonly summary: string;
  /** ISO days. */
  readonly written: string;
  readonly reviewed: string;
  readonly blocks: Blocks;
  /** In the order in which the text cites them. */
  readonly sources: readonly Source[];
};

/** What a reader hears: the words without their dress, citations left out. */
export function plainText(inlines: Inlines): string {
  return inlines.map(plainInline).join("");
}

function plainInline(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "strong":
    case "emphasis":
    case "link":
      return plainText(inline.children);
    case "cite":
      return "";
    case "mark":
      return ` (${inline.confidence})`;
  }
}
