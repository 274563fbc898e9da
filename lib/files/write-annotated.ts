import { createHash } from "node:crypto";

import writeExcelFile, { type Cell, type Row } from "write-excel-file/node";

/** A cell in a sheet for people: always text, so that no spreadsheet makes a number, a date or a formula of it. */
export type AnnotatedCell = { readonly text: string; readonly tone: "bad" | "mended" | null };

export type AnnotatedRow = {
  readonly key: string;
  readonly reason: string;
  readonly proposed: string;
  readonly cells: readonly AnnotatedCell[];
};

/** Heads the column by which rows find their way back. */
export const KEY_HEADING = "CapeDesk row";
const REASON_HEADING = "CapeDesk: what is wrong";
const PROPOSED_HEADING = "CapeDesk: proposed";

const TEXT_FORMAT = "@";
const COLOURS = { bad: "#F9D5D3", mended: "#D9EBDC" } as const;
const HEADING = { fontWeight: "bold", backgroundColor: "#E8EAED" } as const;
const WIDTH = { key: 18, words: 60, cell: 20 } as const;

/** Writes problem rows with their own columns, what is wrong with them, and the key that brings them back. */
export async function writeAnnotated(
  headings: readonly string[],
  rows: readonly AnnotatedRow[],
): Promise<Buffer> {
  const heads = [KEY_HEADING, REASON_HEADING, PROPOSED_HEADING, ...headings];
  const data: Row[] = [
    heads.map((heading) => ({ ...textCell(heading), ...HEADING })),
    ...rows.map(({ key, reason, proposed, cells }) => [
      ...[key, reason, proposed].map((text) => ({ ...textCell(text), wrap: true })),
      ...headings.map((_heading, index) => toned(cells[index])),
    ]),
  ];
  const columns = [WIDTH.key, WIDTH.words, WIDTH.cell, ...headings.map(() => WIDTH.cell)];
  return writeExcelFile(data, {
    sheet: "Problems",
    columns: columns.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }).toBuffer();
}

function toned(cell: AnnotatedCell | undefined): Cell {
  const written = textCell(cell?.text ?? "");
  return cell?.tone ? { ...written, backgroundColor: COLOURS[cell.tone] } : written;
}

const textCell = (text: string) => ({ value: writable(text), type: String, format: TEXT_FORMAT }) as const;

/** XML cannot hold control characters, the library drops U+FFFD, which stands for half of a pair; a cell takes 32,767 characters. */
export const writable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/(?![\t\n])[\p{Cc}\uFFFD-\uFFFF]/gu, "")
    .slice(0, 32_000);

/** What the row says in the file, in eight characters: a key that was moved to another row shows it. */
export const markOf = (cells: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(cells)).digest("hex").slice(0, MARK_CHARACTERS);

const MARK_CHARACTERS = 8;

/** A row of an import, as it stands in the key column. */
export type RowKey = { readonly importId: string; readonly row: number; readonly mark: string };

export const toRowKey = ({ importId, row, mark }: RowKey): string => `${importId}/${String(row)}/${mark}`;

const KEY =
  /^(?<importId>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(?<row>[1-9]\d{0,8})\/(?<mark>[0-9a-f]{8})$/;

/** Null for any other text. */
export function parseRowKey(text: string): RowKey | null {
  const parts = KEY.exec(text.trim().toLowerCase())?.groups;
  if (parts === undefined) return null;
  const { importId = "", row = "", mark = "" } = parts;
  return { importId, row: Number(row), mark };
}
