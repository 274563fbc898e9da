import { setImmediate } from "node:timers/promises";

import { err, ok, type RawRow, type Result } from "@/lib/domain";

import type { FileRefusal } from "./file-refusal";
import { FILE_LIMITS } from "./limits";
import { BINARY, sniffFormat } from "./sniff-format";
import { TableParser } from "./table-parser";
import { PieceDecoder, type TextEncoding } from "./text-decoder";

/** The bytes of a file: a Node stream, a web stream, or pieces in memory. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

type ReadProgress = { readonly bytes: number; readonly rows: number };

export type ReadOptions = {
  /** Told after every piece; rows count everything but blank lines, headings included. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  /** Aborting makes the read reject with the signal's reason: the user left, and there is nothing to mend. */
  readonly signal?: AbortSignal | undefined;
  /** Waited for between two pieces, so that what was read of the one can be put away before the next. */
  readonly betweenPieces?: (() => Promise<void>) | undefined;
};

/** How far a file was read, and as what. */
export type ReadEnd = ReadProgress &
  (
    | { readonly format: "text"; readonly encoding: TextEncoding }
    | { readonly format: "xlsx"; readonly sheet: string }
  );

/** Takes a batch of rows; answers a refusal to stop reading, null to go on. */
export type RowTaker = (rows: readonly RawRow[]) => FileRefusal | null;

/**
 * Streams the rows of a delimited text file with their true line numbers. Wholly blank lines are left out. On a refusal
 * the source is let go at once, however much of it is still to come.
 */
export async function readCsvRows(
  source: ByteSource,
  takeRows: RowTaker,
  { onProgress, signal, betweenPieces }: ReadOptions = {},
): Promise<Result<ReadEnd, FileRefusal>> {
  const decoder = new PieceDecoder();
  const parser = new TableParser();
  let bytes = 0;
  let rows = 0;
  const pass = (parsed: Result<readonly RawRow[], FileRefusal>): FileRefusal | null => {
    if (!parsed.ok) return parsed.problem;
    rows += parsed.value.length;
    if (rows > FILE_LIMITS.rowsMax) return { kind: "too-many-rows", max: FILE_LIMITS.rowsMax };
    const refusal = parsed.value.length > 0 ? takeRows(parsed.value) : null;
    onProgress?.({ bytes, rows });
    return refusal;
  };

  for await (const piece of piecesOf(source)) {
    signal?.throwIfAborted();
    const refusal = refusePiece(piece, bytes);
    if (refusal !== null) return err(refusal);
    const text = decoder.decode(piece);
    const problem = text.includes("\u0000") ? BINARY : pass(parser.parse(text));
    if (problem !== null) return err(problem);
    bytes += piece.length;
    await betweenPieces?.();
    await setImmediate(); // others get their turn between two pieces
  }
  signal?.throwIfAborted();
  if (bytes === 0) return err({ kind: "empty-file" });
  const refusal = pass(parser.parse(decoder.end())) ?? pass(parser.end());
  return refusal === null ? ok({ bytes, rows, format: "text", encoding: decoder.encoding }) : err(refusal);
}

function refusePiece(piece: Buffer, bytesBefore: number): FileRefusal | null {
  if (bytesBefore + piece.length > FILE_LIMITS.bytesMax)
    return { kind: "too-many-bytes", max: FILE_LIMITS.bytesMax };
  return bytesBefore === 0 ? sniffFormat(piece) : null;
}

/** The bytes in pieces of bounded size; the first one is full unless the file is shorter, so that it can be sniffed. */
async function* piecesOf(source: ByteSource): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of source) {
    let bytes: Buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (head !== null) {
      head = Buffer.concat([head, bytes]);
      if (head.length < FILE_LIMITS.pieceBytes) continue;
      yield head.subarray(0, FILE_LIMITS.pieceBytes);
      bytes = head.subarray(FILE_LIMITS.pieceBytes);
      head = null;
    }
    yield* linesOf(bytes);
  }
  if (head !== null && head.length > 0) yield head;
}

/** Pieces that end with a line wherever one ends: what they held of the next one would be put before it again. */
function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const piece = bytes.subarray(at, at + FILE_LIMITS.pieceBytes);
    const behindLines = piece.lastIndexOf(LINE_FEED) + 1;
    yield behindLines > 0 ? piece.subarray(0, behindLines) : piece;
    at += behindLines > 0 ? behindLines : piece.length;
  }
}

const LINE_FEED = 0x0a;
