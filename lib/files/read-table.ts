import {
  err,
  ok,
  type RawRow,
  recogniseHeader,
  type HeaderRecognition,
  type RecognisedHeader,
  type Result,
} from "@/lib/domain";

import { createReadStream } from "node:fs";

import { type Archive, ArchiveDamage, openArchive } from "./archive";
import { type ByteSource, readCsvRows, type ReadEnd, type ReadOptions, type RowTaker } from "./csv-rows";
import type { FileRefusal } from "./file-refusal";
import { FILE_LIMITS } from "./limits";
import { readSheetRows } from "./read-workbook";
import { looksLikeArchive } from "./sniff-format";
import { isWorkbook, openWorkbook } from "./workbook";
import { WorkbookDamage } from "./workbook-xml";

/** Takes the rows below the heading row, one by one; a refusal stops the reading. */
export type RowSink = { readonly add: (raw: RawRow) => FileRefusal | null };

type OpenTable<S> = { readonly header: RecognisedHeader; readonly sink: S };

export type TableEnd<S> = OpenTable<S> & { readonly end: ReadEnd };

/** A file on disk, or the bytes of a text file; a workbook is read from disk only, because it is read from its end. */
export type TableSource = ByteSource | { readonly path: string };

type Opener<S> = (header: RecognisedHeader) => Result<S, FileRefusal>;

/**
 * Streams a table into a sink that is opened once the heading row is known, and refuses a file whose heading row is
 * missing, unclear or has no rows below. Of a workbook the first sheet with a heading row we know is read.
 */
export async function readTable<S extends RowSink>(
  source: TableSource,
  openSink: Opener<S>,
  options: ReadOptions = {},
): Promise<Result<TableEnd<S>, FileRefusal>> {
  if (!("path" in source)) return fill(openSink, (take) => readCsvRows(source, take, options));
  const { path } = source;
  if (!(await looksLikeArchive(path)))
    return fill(openSink, (take) => readCsvRows(createReadStream(path), take, options));
  const archive = await openArchive(path);
  if (!archive.ok) return archive;
  try {
    return await readWorkbook(archive.value, openSink, options);
  } catch (error) {
    if (error instanceof ArchiveDamage) return err({ kind: "archive-damaged" });
    if (error instanceof WorkbookDamage) return err({ kind: "workbook-damaged", part: error.message });
    throw error;
  } finally {
    archive.value.close();
  }
}

async function readWorkbook<S extends RowSink>(
  archive: Archive,
  openSink: Opener<S>,
  options: ReadOptions,
): Promise<Result<TableEnd<S>, FileRefusal>> {
  if (!isWorkbook(archive)) return err({ kind: "foreign-format", format: "zip" });
  const workbook = await openWorkbook(archive);
  let answer: Result<TableEnd<S>, FileRefusal> = err({ kind: "empty-file" });
  for (const sheet of workbook.sheets) {
    const tried = await fill(openSink, (take) => readSheetRows(archive, workbook, sheet, take, options));
    // What the preferred sheet lacks is the answer where no sheet has a heading row.
    if (tried.ok || tried.problem.kind !== "no-header") return tried;
    if (answer.ok || answer.problem.kind === "empty-file") answer = tried;
  }
  return answer;
}

/** Finds the heading row among the first rows, opens the sink with it, and pours the rows below into it. */
async function fill<S extends RowSink>(
  openSink: Opener<S>,
  readRows: (take: RowTaker) => Promise<Result<ReadEnd, FileRefusal>>,
): Promise<Result<TableEnd<S>, FileRefusal>> {
  let waiting: RawRow[] = [];
  let open = null as OpenTable<S> | null;
  let rowsBelow = 0;

  const start = (): FileRefusal | null => {
    const header = recogniseHeader(waiting);
    if (header.kind !== "recognised") return toRefusal(header);
    const sink = openSink(header);
    if (!sink.ok) return sink.problem;
    open = { header, sink: sink.value };
    const below = waiting.filter(({ row }) => row > header.headerRow);
    waiting = [];
    return pour(below, sink.value);
  };
  const pour = (rows: readonly RawRow[], sink: S): FileRefusal | null => {
    for (const raw of rows) {
      const refusal = sink.add(raw);
      if (refusal !== null) return refusal;
      rowsBelow++;
    }
    return null;
  };
  const take: RowTaker = (rows) => {
    if (open !== null) return pour(rows, open.sink);
    waiting = waiting.concat(rows);
    const last = waiting.at(-1);
    return last !== undefined && last.row > FILE_LIMITS.headerSearchLines ? start() : null;
  };

  const end = await readRows(take);
  if (!end.ok) return end;
  const refusal = open === null ? start() : null;
  if (refusal !== null) return err(refusal);
  return finishTable(open, rowsBelow, end.value);
}

function finishTable<S>(
  open: OpenTable<S> | null,
  rowsBelow: number,
  end: ReadEnd,
): Result<TableEnd<S>, FileRefusal> {
  if (open === null) return err({ kind: "no-header", searchedLines: FILE_LIMITS.headerSearchLines });
  if (rowsBelow === 0) return err({ kind: "no-data-rows", headerRow: open.header.headerRow });
  return ok({ ...open, end });
}

function toRefusal(recognition: Exclude<HeaderRecognition, RecognisedHeader>): FileRefusal {
  return recognition.kind === "no-header"
    ? { kind: "no-header", searchedLines: FILE_LIMITS.headerSearchLines }
    : recognition;
}
