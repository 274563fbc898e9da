import {
  type EntryNumber,
  type FilerCode,
  filerCodeOf,
  hasFittingCheckDigit,
  parseEntryNumber,
} from "../identifiers";
import type { RawRow } from "../intake/raw-row";
import { entryNumberOutlook } from "../intake/repair-entry-number";
import { DECLARATION_LIMITS } from "../law/declaration-limits";
import { type FileFinding, type FileFindingKind, heaviestFirst, toFileFinding } from "./file-findings";

/** A CAPE Declaration file that somebody already has, made by hand, by a broker or by another tool. */
export type HeldFile = {
  readonly name: string;
  readonly bytes: number;
  /** A byte order mark stands before the first character. */
  readonly byteOrderMark: boolean;
  /** A quote stands somewhere in it. */
  readonly quotes: boolean;
  /** Every row that is not blank, with its true line number. */
  readonly rows: readonly RawRow[];
};

/** A row of which no entry number can be made. */
export type UnreadableRow = {
  readonly row: number;
  readonly found: string;
  /** Readings that may be true: offered, never applied unasked. */
  readonly proposals: readonly EntryNumber[];
  /** The one reading whose check digit, which was there, fits; null where there is none, or several. */
  readonly proven: EntryNumber | null;
};

/** What the clean file has in place of a row; null: nothing, because the number stands further up. */
export type RowChange = {
  readonly row: number;
  readonly found: string;
  readonly written: EntryNumber | null;
};

export type FileCheck = {
  /** As it is: refused by CBP, doubtful because nothing published allows it, or without objection. */
  readonly asItIs: "refused" | "doubtful" | "fits";
  readonly findings: readonly FileFinding[];
  /** Every entry number once, in the order of the file. */
  readonly numbers: readonly EntryNumber[];
  readonly unreadable: readonly UnreadableRow[];
  /** Rows that the clean file writes otherwise or leaves out; unreadable ones apart. */
  readonly changes: readonly RowChange[];
  /** The row in which each of `numbers` stands first. */
  readonly firstRows: readonly number[];
  /** How many entries each filer filed: a broker's account may declare its own only. */
  readonly filers: ReadonlyMap<FilerCode, number>;
};

/**
 * Checks a file the way CBP does on upload (initial validation: format), as far as that is published, and takes the
 * entry numbers out of it. What only CBP's books can tell, such as an entry that is not in ACE, is not looked at.
 */
export function checkDeclarationFile(file: HeldFile): FileCheck {
  const noted = new Map<FileFindingKind, number[]>();
  const note: Note = (kind, row) => {
    const rows = noted.get(kind) ?? [];
    if (row !== undefined) rows.push(row);
    noted.set(kind, rows);
  };
  const below = withoutHeading(file.rows, note);
  noteBlankRows(file.rows, note);
  const read = readNumbers(below, note);
  noteFile(file, below.length, note);
  if (read.filers.size > 1) note("several-filers");

  const findings = [...noted].map(([kind, rows]) => toFileFinding(kind, rows)).toSorted(heaviestFirst);
  const [heaviest] = findings;
  const asItIs = heaviest === undefined || heaviest.weight === "note" ? "fits" : heaviest.weight;
  return { asItIs, findings, ...read };
}

type Note = (kind: FileFindingKind, row?: number) => void;

/** Without a heading row the first row may be an entry, so it is read as one. */
function withoutHeading(rows: readonly RawRow[], note: Note): readonly RawRow[] {
  const [first, ...below] = rows;
  const title = first?.cells[0] ?? "";
  const { header } = DECLARATION_LIMITS;
  if (first === undefined || title.trim().toLowerCase() !== header.toLowerCase()) {
    note("heading-missing");
    return rows;
  }
  if (title !== header || first.row !== 1) note("heading-inexact", first.row);
  if (first.cells.length > 1) note("extra-columns", first.row);
  return below;
}

function readNumbers(rows: readonly RawRow[], note: Note) {
  const seen = new Map<EntryNumber, number>();
  const filers = new Map<FilerCode, number>();
  const unreadable: UnreadableRow[] = [];
  const changes: RowChange[] = [];
  for (const { row, cells } of rows) {
    const [found = "", ...others] = cells;
    if (others.some((cell) => cell.trim() !== "")) note("extra-columns", row);
    const parsed = parseEntryNumber(found);
    if (!parsed.ok) {
      note("number-unreadable", row);
      unreadable.push({ row, found, ...readingsOf(found) });
      continue;
    }
    const number = parsed.value;
    if (found !== number) note("number-decorated", row);
    if (!hasFittingCheckDigit(number)) note("check-digit", row);
    if (seen.has(number)) {
      note("repeated", row);
      changes.push({ row, found, written: null });
      continue;
    }
    if (found !== number) changes.push({ row, found, written: number });
    seen.set(number, row);
    filers.set(filerCodeOf(number), (filers.get(filerCodeOf(number)) ?? 0) + 1);
  }
  return { numbers: [...seen.keys()], firstRows: [...seen.values()], unreadable, changes, filers };
}

function readingsOf(found: string): Pick<UnreadableRow, "proposals" | "proven"> {
  const { state, candidates } = entryNumberOutlook(found);
  const proposals = candidates.flatMap(({ proposed }) => {
    const parsed = parseEntryNumber(proposed);
    return parsed.ok ? [parsed.value] : [];
  });
  return { proposals, proven: state === "proven" ? (proposals[0] ?? null) : null };
}

function noteFile({ name, bytes, byteOrderMark, quotes }: HeldFile, entries: number, note: Note): void {
  if (!/\.csv$/i.test(name)) note("not-csv");
  if (entries === 0) note("empty");
  if (entries > DECLARATION_LIMITS.entriesMax) note("too-many-entries");
  if (bytes >= DECLARATION_LIMITS.bytesBelow) note("too-large");
  if (byteOrderMark) note("byte-order-mark");
  if (quotes) note("quotes");
}

/** The reader leaves out lines without content, so they show as gaps between the line numbers. */
function noteBlankRows(rows: readonly RawRow[], note: Note): void {
  let next = rows[0]?.row ?? 1;
  for (const { row } of rows) {
    for (; next < row; next++) note("blank-row", next);
    next = row + 1;
  }
}
