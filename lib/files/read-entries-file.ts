import {
  type AssembledFile,
  type AssembledRecords,
  type ClaimRow,
  type Day,
  EntryAssembly,
  err,
  type ExportDay,
  exportDayIn,
  exportDayInName,
  type HeaderSample,
  mendingWith,
  ok,
  readClaimRow,
  RecordAssembly,
  type RecognisedHeader,
  type Result,
  type RowRepair,
} from "@/lib/domain";

import type { ReadEnd } from "./csv-rows";
import type { FileRefusal } from "./file-refusal";
import { readTable, type RowSink, type TableOptions, type TableSource } from "./read-table";

export type EntriesFile = {
  readonly header: RecognisedHeader;
  readonly assembled: AssembledFile;
  /** What the file says of claims, row by row; its rows are among the rows of `assembled`. */
  readonly claims: readonly ClaimRow[];
  readonly end: ReadEnd;
  /** Of a workbook, every sheet that could be read. */
  readonly sheets: readonly string[];
  /** For a person who wants the columns read otherwise. */
  readonly sample: HeaderSample | null;
  /** The day on which the report was made; null where neither its rows nor its name say it. */
  readonly exportDay: ExportDay | null;
};

export type EntriesOptions = TableOptions & {
  /** Import id or file name, kept with everything read from it. */
  readonly file: string;
  /** claims: results of claims and payments are read as well, and make no entries. Otherwise they are refused. */
  readonly alsoReads?: "claims";
  readonly fileName?: string;
  /** No report was made after this day; not given: nothing is concluded about the day. */
  readonly today?: Day;
  /** Accepted by people: put into the rows before they are read. The file itself is never changed. */
  readonly repairs?: readonly RowRepair[] | undefined;
};

type EntriesSink = RowSink & { readonly finish: () => AssembledRecords };

/**
 * Reads a report of entries (ES-003, a broker's line report, a liquidation list …) into entries, with every row
 * accounted for, or says why the file is refused. Streams: memory holds the entries, never the file.
 */
export async function readEntriesFile(
  source: TableSource,
  { file, alsoReads, fileName, today, repairs = [], ...options }: EntriesOptions,
): Promise<Result<EntriesFile, FileRefusal>> {
  const mend = mendingWith(repairs);
  const openSink = (header: RecognisedHeader): Result<EntriesSink, FileRefusal> => {
    if (header.report === "entry-list" || (isClaimReport(header) && alsoReads !== "claims"))
      return err({ kind: "other-purpose", report: "claims" });
    const isRecords = isClaimReport(header) || header.report === "rev603";
    const sink = isRecords ? recordsSink(header, file) : entriesSink(header, file);
    return ok({ ...sink, add: (raw) => sink.add(mend(raw)) });
  };
  const table = await readTable(source, openSink, options);
  if (!table.ok) return table;
  const { header, sink, end, sheets, sample, titles } = table.value;
  const { assembled, claims } = sink.finish();
  const exportDay = today === undefined ? null : exportDayOf(assembled, titles, fileName ?? "", today);
  return ok({ header, assembled, claims, end, sheets, sample, exportDay });
}

function entriesSink(header: RecognisedHeader, file: string): EntriesSink {
  const assembly = new EntryAssembly(header.layout, file);
  const claims: ClaimRow[] = [];
  const showsClaims = header.layout.at.claimNumber !== undefined && header.report === "es022";
  return {
    add: (raw) => {
      if (assembly.add(raw) === "another-header") return { kind: "another-header", row: raw.row };
      const reading = showsClaims ? readClaimRow(raw, header.layout, file) : null;
      if (reading?.kind === "claim") claims.push(reading.claim);
      return null;
    },
    finish: () => ({ assembled: assembly.finish(), claims }),
  };
}

function recordsSink(header: RecognisedHeader, file: string): EntriesSink {
  const assembly = new RecordAssembly(header.layout, file);
  return {
    add: (raw) => (assembly.add(raw) === "another-header" ? { kind: "another-header", row: raw.row } : null),
    finish: () => assembly.finish(),
  };
}

/** A title says it best, then the footer of the report, then its name. */
function exportDayOf(
  { setAside }: AssembledFile,
  titles: Parameters<typeof exportDayIn>[0],
  fileName: string,
  today: Day,
): ExportDay | null {
  const footers = setAside.filter(({ reason }) => reason === "footer");
  const inTitle = exportDayIn(titles, today);
  if (inTitle !== null) return { day: inTitle, basis: "title" };
  const inFooter = exportDayIn(footers, today);
  if (inFooter !== null) return { day: inFooter, basis: "footer" };
  const inName = exportDayInName(fileName, today);
  return inName === null ? null : { day: inName, basis: "file-name" };
}

/** Claim results, or a bare list of entry numbers: they say nothing of duty or liquidation. */
export const isClaimReport = ({ report }: RecognisedHeader): boolean =>
  report === "claim-details" || report === "entry-list";
