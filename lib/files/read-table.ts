import {
  err,
  type HeaderRecognition,
  type HeaderSample,
  headerSampleOf,
  type MappingLookup,
  ok,
  type RawRow,
  recogniseHeader,
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
import { isWorkbook, openWorkbook, type Workbook } from "./workbook";
import { WorkbookDamage } from "./workbook-xml";

/** Takes the rows below the heading row, one by one; a refusal stops the reading. */
export type RowSink = { readonly add: (raw: RawRow) => FileRefusal | null };

type OpenTable<S> = {
  readonly header: RecognisedHeader;
  readonly sink: S;
  /** Headings and some rows, for a person who wants them read otherwise. */
  readonly sample: HeaderSample | null;
  /** The rows above the headings. */
  readonly titles: readonly RawRow[];
};

export type TableEnd<S> = OpenTable<S> & {
  readonly end: ReadEnd;
  /** Of a workbook, every sheet with headings that could be read; empty for text. */
  readonly sheets: readonly string[];
};

export type TableOptions = ReadOptions & {
  /** What a person said of headings. */
  readonly mappingOf?: MappingLookup | undefined;
  /** Of a workbook, the sheet that a person chose; not given: the first with headings we know. */
  readonly sheet?: string | null | undefined;
};

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
  options: TableOptions = {},
): Promise<Result<TableEnd<S>, FileRefusal>> {
  const { mappingOf } = options;
  if (!("path" in source)) return fill(openSink, (take) => readCsvRows(source, take, options), mappingOf);
  const { path } = source;
  if (!(await looksLikeArchive(path)))
    return fill(
      openSink,
      (take) => readCsvRows(createReadStream(path, { highWaterMark: FILE_LIMITS.chunkBytes }), take, options),
      mappingOf,
    );
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
  options: TableOptions,
): Promise<Result<TableEnd<S>, FileRefusal>> {
  if (!isWorkbook(archive)) return err({ kind: "foreign-format", format: "zip" });
  const workbook = await openWorkbook(archive);
  const { mappingOf } = options;
  const chosen = workbook.sheets.filter(({ name }) => name === options.sheet);
  let answer: Result<TableEnd<S>, FileRefusal> = err({ kind: "empty-file" });
  for (const sheet of chosen.length > 0 ? chosen : workbook.sheets) {
    const readRows = (take: RowTaker) => readSheetRows(archive, workbook, sheet, take, options);
    const tried = await fill(openSink, readRows, mappingOf);
    if (tried.ok) return ok({ ...tried.value, sheets: await sheetsToRead(archive, workbook, mappingOf) });
    // What the preferred sheet lacks is the answer where no sheet has a heading row.
    if (tried.problem.kind !== "no-header")
      return err(await withSheets(tried.problem, sheet.name, archive, workbook, mappingOf));
    if (answer.ok || answer.problem.kind === "empty-file") answer = tried;
  }
  return answer;
}

/** Sheets of a workbook that are looked into when a person may choose another one. */
const SHEETS_LOOKED_AT = 30;

/** The sheets whose first rows hold headings, in the order in which they are tried. */
async function sheetsToRead(
  archive: Archive,
  workbook: Workbook,
  mappingOf: MappingLookup | undefined,
): Promise<readonly string[]> {
  const { sheets } = workbook;
  if (sheets.length === 1) return sheets.map(({ name }) => name);
  const found: string[] = [];
  for (const sheet of sheets.slice(0, SHEETS_LOOKED_AT)) {
    let first: RawRow[] = [];
    const take: RowTaker = (rows) => {
      first = first.concat(rows);
      return (first.at(-1)?.row ?? 0) > FILE_LIMITS.headerSearchLines ? ENOUGH : null;
    };
    await readSheetRows(archive, workbook, sheet, take, { batchRows: FILE_LIMITS.headerSearchLines });
    if (recogniseHeader(first, mappingOf).kind !== "no-header") found.push(sheet.name);
  }
  return found;
}

/** Stops a look at the first rows. */
const ENOUGH = { kind: "empty-file" } as const satisfies FileRefusal;

async function withSheets(
  problem: FileRefusal,
  sheet: string,
  archive: Archive,
  workbook: Workbook,
  mappingOf: MappingLookup | undefined,
): Promise<FileRefusal> {
  if (problem.kind !== "needs-mapping") return problem;
  return { ...problem, sheet, sheets: await sheetsToRead(archive, workbook, mappingOf) };
}

/** Finds the heading row among the first rows, opens the sink with it, and pours the rows below into it. */
async function fill<S extends RowSink>(
  openSink: Opener<S>,
  readRows: (take: RowTaker) => Promise<Result<ReadEnd, FileRefusal>>,
  mappingOf: MappingLookup | undefined,
): Promise<Result<TableEnd<S>, FileRefusal>> {
  let waiting: RawRow[] = [];
  let open = null as OpenTable<S> | null;
  let rowsBelow = 0;

  const start = (): FileRefusal | null => {
    const header = recogniseHeader(waiting, mappingOf);
    const sample = headerSampleOf(header, waiting);
    if (header.kind !== "recognised") return toRefusal(header, sample);
    const sink = openSink(header);
    if (!sink.ok) return sink.problem;
    const titles = waiting.filter(({ row }) => row < header.headerRow);
    open = { header, sink: sink.value, sample, titles };
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
  return ok({ ...open, end, sheets: [] });
}

function toRefusal(
  recognition: Exclude<HeaderRecognition, RecognisedHeader>,
  sample: HeaderSample | null,
): FileRefusal {
  switch (recognition.kind) {
    case "no-header":
      return { kind: "no-header", searchedLines: FILE_LIMITS.headerSearchLines };
    case "needs-mapping": {
      const { headerRow, problems } = recognition;
      return { kind: "needs-mapping", headerRow, problems, sample, sheet: null, sheets: [] };
    }
    case "unsupported-report":
      return recognition;
  }
}
