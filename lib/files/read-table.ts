import {
  err,
  ok,
  type RawRow,
  recogniseHeader,
  type HeaderRecognition,
  type RecognisedHeader,
  type Result,
} from "@/lib/domain";

import { type ByteSource, type CsvEnd, readCsvRows, type ReadOptions } from "./csv-rows";
import type { FileRefusal } from "./file-refusal";
import { FILE_LIMITS } from "./limits";

/** Takes the rows below the heading row, one by one; a refusal stops the reading. */
export type RowSink = { readonly add: (raw: RawRow) => FileRefusal | null };

type OpenTable<S> = { readonly header: RecognisedHeader; readonly sink: S };

export type TableEnd<S> = OpenTable<S> & { readonly end: CsvEnd };

/**
 * Streams a table into a sink that is opened once the heading row is known, and refuses a file whose heading row is
 * missing, unclear or has no rows below.
 */
export async function readTable<S extends RowSink>(
  source: ByteSource,
  openSink: (header: RecognisedHeader) => Result<S, FileRefusal>,
  options: ReadOptions = {},
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
  const take = (rows: readonly RawRow[]): FileRefusal | null => {
    if (open !== null) return pour(rows, open.sink);
    waiting = waiting.concat(rows);
    const last = waiting.at(-1);
    return last !== undefined && last.row > FILE_LIMITS.headerSearchLines ? start() : null;
  };

  const end = await readCsvRows(source, take, options);
  if (!end.ok) return end;
  const refusal = open === null ? start() : null;
  if (refusal !== null) return err(refusal);
  return finishTable(open, rowsBelow, end.value);
}

function finishTable<S>(
  open: OpenTable<S> | null,
  rowsBelow: number,
  end: CsvEnd,
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
