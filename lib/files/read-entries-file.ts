import { type AssembledFile, EntryAssembly, err, ok, type RecognisedHeader, type Result } from "@/lib/domain";

import type { ReadEnd, ReadOptions } from "./csv-rows";
import type { FileRefusal } from "./file-refusal";
import { readTable, type RowSink, type TableSource } from "./read-table";

export type EntriesFile = {
  readonly header: RecognisedHeader;
  readonly assembled: AssembledFile;
  readonly end: ReadEnd;
};

type EntrySink = RowSink & { readonly assembly: EntryAssembly };

/**
 * Reads a report of entries (ES-003, a broker's line report, a liquidation list) into entries, with every row accounted
 * for, or says why the file is refused. Streams: memory holds the entries, never the file.
 * @param file - import id or file name, kept with everything read from it
 */
export async function readEntriesFile(
  source: TableSource,
  { file, ...options }: ReadOptions & { readonly file: string },
): Promise<Result<EntriesFile, FileRefusal>> {
  const openSink = (header: RecognisedHeader): Result<EntrySink, FileRefusal> => {
    if (isClaimReport(header)) return err({ kind: "other-purpose", report: "claims" });
    const assembly = new EntryAssembly(header.layout, file);
    const add: RowSink["add"] = (raw) =>
      assembly.add(raw) === "another-header" ? { kind: "another-header", row: raw.row } : null;
    return ok({ assembly, add });
  };
  const table = await readTable(source, openSink, options);
  if (!table.ok) return table;
  const { header, sink, end } = table.value;
  return ok({ header, assembled: sink.assembly.finish(), end });
}

/** Claim results, or a bare list of entry numbers: they say nothing of duty or liquidation. */
export const isClaimReport = ({ report }: RecognisedHeader): boolean =>
  report === "claim-details" || report === "entry-list";
