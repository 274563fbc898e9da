import { Fragment, type ReactNode } from "react";
import { PlainLink } from "@/components/ui/plain-link";
import {
  type Block,
  type Blocks,
  type Inline,
  type Inlines,
  type Mark,
  plainText,
  type TableBlock,
} from "@/lib/library/document";

/** The text of a guide. Only what a document can hold can be drawn: no HTML ever reaches the page from a file. */
export function GuideBlocks({ blocks }: { readonly blocks: Blocks }) {
  return blocks.map((block, index) => <GuideBlock key={index} block={block} />);
}

function GuideBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return <Heading block={block} />;
    case "paragraph":
      return <p>{inlines(block.children)}</p>;
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List
          className={`${block.ordered ? "list-decimal" : "list-disc"} space-y-1.5 pl-6 marker:text-muted`}
        >
          {block.items.map((item, index) => (
            <li key={index} className="space-y-2 pl-1">
              <GuideBlocks blocks={item} />
            </li>
          ))}
        </List>
      );
    }
    case "quote":
      return (
        <blockquote className="space-y-3 border-l-2 border-accent pl-4">
          <GuideBlocks blocks={block.blocks} />
        </blockquote>
      );
    case "belief":
      return (
        <div className="space-y-1 border-l-2 border-line-strong pl-4 print:break-inside-avoid">
          <p className="text-muted">
            <span className="text-sm">Said: </span>
            {inlines(block.said)}
          </p>
          <GuideBlocks blocks={block.holds} />
        </div>
      );
    case "table":
      return <GuideTable table={block} />;
  }
}

function Heading({ block }: { readonly block: Extract<Block, { readonly kind: "heading" }> }) {
  const Level = block.level === 2 ? "h2" : "h3";
  const look = block.level === 2 ? "pt-6 text-xl" : "pt-2 text-lg";
  return (
    <Level
      id={block.id}
      className={`group/heading scroll-mt-4 font-semibold tracking-tight text-balance print:break-after-avoid ${look}`}
    >
      {inlines(block.children)}{" "}
      <a
        href={`#${block.id}`}
        aria-label={`Link to ${plainText(block.children)}`}
        className="rounded-sm px-1 font-normal text-muted opacity-0 group-hover/heading:opacity-100 focus-visible:opacity-100 print:hidden"
      >
        #
      </a>
    </Level>
  );
}

const isEmpty = (head: TableBlock["head"]): boolean => head.every((cell) => cell.length === 0);

function GuideTable({ table: { caption, head, rows } }: { readonly table: TableBlock }) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="relative max-w-full overflow-x-auto rounded-lg border border-line bg-surface print:overflow-visible"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        {isEmpty(head) ? null : (
          <thead className="bg-sunken text-left text-xs text-muted">
            <tr>
              {head.map((cell, index) => (
                <th key={index} scope="col" className={`${CELL} font-medium`}>
                  {inlines(cell)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody className="divide-y divide-line">
          {rows.map((row, index) => (
            <tr key={index} className="print:break-inside-avoid">
              {row.map((cell, column) => (
                <td key={column} className={`${CELL} ${column === 0 ? firstCellLook(cell) : "min-w-28"}`}>
                  {inlines(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CELL = "px-2.5 py-2 align-top first:pl-4 last:pr-4";

/** Days and numbers are not broken. */
const firstCellLook = (cell: Inlines): string =>
  plainText(cell).length <= "2026-02-20".length ? "font-medium whitespace-nowrap" : "font-medium";

/** Words with their dress: also for a passage quoted elsewhere. */
const inlines = (parts: Inlines): ReactNode =>
  parts.map((part, index) => <Fragment key={index}>{inline(part)}</Fragment>);

function inline(part: Inline): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "strong":
      return <strong className="font-semibold">{inlines(part.children)}</strong>;
    case "emphasis":
      return <em>{inlines(part.children)}</em>;
    case "code":
      return (
        <code className="rounded-sm bg-sunken px-1 py-px font-mono text-[0.92em] break-words">
          {part.text}
        </code>
      );
    case "link":
      return <PlainLink href={part.href}>{inlines(part.children)}</PlainLink>;
    case "cite":
      return (
        <sup className="text-[0.7em] leading-none">
          <a href={`#source-${String(part.number)}`} className="rounded-sm px-0.5 text-accent">
            <span className="sr-only">Source </span>
            {part.number}
          </a>
        </sup>
      );
    case "mark":
      return (
        <>
          {" "}
          <span
            title={MARK_MEANINGS[part.confidence]}
            className="rounded-sm border border-dashed border-line-strong px-1 text-xs whitespace-nowrap text-muted"
          >
            {part.confidence}
          </span>
        </>
      );
  }
}

const MARK_MEANINGS = {
  inferred: "It follows from other rules.",
  unconfirmed: "No source could be confirmed.",
} as const satisfies Record<Mark, string>;
