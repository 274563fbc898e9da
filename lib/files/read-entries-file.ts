import {
  type AssembledFile,
  type AssembledRecords,
  type ClaimRow,
  createProblemGroups,
  type Day,
  EntryAssembly,
  type EntrySink,
  EntryStream,
  err,
  type ExportDay,
  exportDayIn,
  exportDayInName,
  type FileTotals,
  isClaimKind,
  type HeaderSample,
  type KnownAhead,
  listsPayments,
  mendingWith,
  type MoneyRow,
  ok,
  type ProblemGroup,
  type RawRow,
  readClaimRow,
  readRefundRow,
  showsClaimRows,
  RecordAssembly,
  type RecognisedHeader,
  type ReportKind,
  type Result,
  type RowRepair,
  type SetAsideRow,
} from "@/lib/domain";

import type { ReadEnd } from "./csv-rows";
import type { FileRefusal } from "./file-refusal";
import { readTable, type RowSink, type TableOptions, type TableSource } from "./read-table";

/** What was found out about a file on the way to its rows. */
export type FileHeading = {
  readonly header: RecognisedHeader;
  readonly end: ReadEnd;
  /** Of a workbook, every sheet that could be read. */
  readonly sheets: readonly string[];
  /** For a person who wants the columns read otherwise. */
  readonly sample: HeaderSample | null;
};

export type EntriesFile = FileHeading & {
  readonly assembled: AssembledFile;
  /** What the file says of claims, row by row; its rows are among the rows of `assembled`. */
  readonly claims: readonly ClaimRow[];
  /** What the file says of refunds and payments, row by row; its rows are among the rows of `assembled`, too. */
  readonly money: readonly MoneyRow[];
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

/** Takes what a report shows, as `EntryStream` lets it go; a claim comes before the entry it is about. */
export type FileTaker = EntrySink & {
  readonly takeClaim: (claim: ClaimRow) => void;
  readonly takeMoney: (row: MoneyRow) => void;
};

/** What is known of a file once all its rows were handed on. */
export type PouredFile = FileHeading & {
  readonly totals: FileTotals;
  readonly exportDay: ExportDay | null;
};

/**
 * Reads a report of entries (ES-003, a broker's line report, a liquidation list …) into entries, with every row
 * accounted for, or says why the file is refused. Memory holds the entries, never the file.
 */
export async function readEntriesFile(
  source: TableSource,
  options: EntriesOptions,
): Promise<Result<EntriesFile, FileRefusal>> {
  const read = await readReport(source, { entries: collectingSink, records: recordsSink }, options);
  if (!read.ok) return read;
  const { heading, titles, found } = read.value;
  const footers = found.assembled.setAside.filter(isFooter);
  return ok({ ...heading, ...found, exportDay: exportDayOf(footers, titles, options) });
}

/**
 * The same, with each entry handed on after its last row, so that memory holds the entries that are open.
 * @param known - what `surveyEntriesFile` found out about the same file, read with the same options
 */
export async function pourEntriesFile(
  source: TableSource,
  known: KnownAhead,
  taker: FileTaker,
  options: EntriesOptions,
): Promise<Result<PouredFile, FileRefusal>> {
  const footers: SetAsideRow[] = [];
  const take: FileTaker = {
    ...taker,
    takeSetAside: (row) => {
      if (isFooter(row)) footers.push(row);
      taker.takeSetAside(row);
    },
  };
  const entries: SinkOpener<FileTotals> = (header, file) => pouringSink(header, file, known, take);
  const records: SinkOpener<FileTotals> = (header, file) => pouredRecordsSink(header, file, take);
  const read = await readReport(source, { entries, records }, options);
  if (!read.ok) return read;
  const { heading, titles, found } = read.value;
  return ok({ ...heading, totals: found, exportDay: exportDayOf(footers, titles, options) });
}

type Sink<T> = RowSink & { readonly finish: () => T };
export type SinkOpener<T> = (header: RecognisedHeader, file: string) => Sink<T>;

/** Opens one sink for a report of entries, another for a report that shows none. */
export type ReportSinks<T> = { readonly entries: SinkOpener<T>; readonly records: SinkOpener<T> };

/** Reads the rows of a report into the sink it asks for. */
export async function readReport<T>(
  source: TableSource,
  sinks: ReportSinks<T>,
  { file, alsoReads, repairs = [], ...options }: EntriesOptions,
): Promise<Result<{ heading: FileHeading; titles: readonly RawRow[]; found: T }, FileRefusal>> {
  const mend = mendingWith(repairs);
  const openSink = (header: RecognisedHeader): Result<Sink<T>, FileRefusal> => {
    if (header.report === "entry-list" || (isClaimReport(header) && alsoReads !== "claims"))
      return err({ kind: "other-purpose", report: "claims" });
    const isRecords = isClaimReport(header) || listsPayments(header);
    const sink = isRecords ? sinks.records(header, file) : sinks.entries(header, file);
    return ok({ ...sink, add: (raw) => sink.add(mend(raw)) });
  };
  const table = await readTable(source, openSink, options);
  if (!table.ok) return table;
  const { header, sink, end, sheets, sample, titles } = table.value;
  return ok({ heading: { header, end, sheets, sample }, titles, found: sink.finish() });
}

function collectingSink(header: RecognisedHeader, file: string): Sink<AssembledRecords> {
  const assembly = new EntryAssembly(header.layout, file);
  const claims: ClaimRow[] = [];
  const money: MoneyRow[] = [];
  const { add, problems } = addingTo(assembly, header, file, {
    takeClaim: (claim) => claims.push(claim),
    takeMoney: (row) => money.push(row),
  });
  return { add, finish: () => ({ assembled: withProblems(assembly.finish(), problems()), claims, money }) };
}

function pouringSink(
  header: RecognisedHeader,
  file: string,
  known: KnownAhead,
  take: FileTaker,
): Sink<FileTotals> {
  const stream = new EntryStream(header.layout, file, take, known);
  const { add, problems } = addingTo(stream, header, file, take);
  return { add, finish: () => withProblems(stream.finish(), problems()) };
}

const withProblems = <T extends { readonly problems: readonly ProblemGroup[] }>(
  totals: T,
  more: readonly ProblemGroup[],
): T => (more.length === 0 ? totals : { ...totals, problems: [...totals.problems, ...more] });

/** Reports that say of each entry what was refunded. */
const REFUND_REPORTS: ReadonlySet<ReportKind> = new Set(["es022", "es701", "rev613", "rev615"]);

/** Beside its entries, a refund report says of each row what became of its claim, and what was refunded. */
function addingTo(
  entries: Pick<EntryStream, "add">,
  header: RecognisedHeader,
  file: string,
  { takeClaim, takeMoney }: Pick<FileTaker, "takeClaim" | "takeMoney">,
): { readonly add: RowSink["add"]; readonly problems: () => readonly ProblemGroup[] } {
  const { report, layout } = header;
  const showsClaims = showsClaimRows(layout);
  const showsRefunds = REFUND_REPORTS.has(report);
  const problems = createProblemGroups();
  const add: RowSink["add"] = (raw) => {
    if (entries.add(raw) === "another-header") return { kind: "another-header", row: raw.row };
    const reading = showsClaims ? readClaimRow(raw, layout, file) : null;
    if (reading?.kind === "claim") takeClaim(reading.claim);
    if (!showsRefunds) return null;
    const shown = readRefundRow(raw, layout, file);
    if (shown.refund !== null) takeMoney({ kind: "refund", refund: shown.refund });
    problems.add(shown.problems);
    return null;
  };
  return { add, problems: () => problems.list() };
}

function recordsSink(header: RecognisedHeader, file: string): Sink<AssembledRecords> {
  const assembly = new RecordAssembly(header.layout, file);
  return {
    add: (raw) => (assembly.add(raw) === "another-header" ? { kind: "another-header", row: raw.row } : null),
    finish: () => assembly.finish(),
  };
}

function pouredRecordsSink(header: RecognisedHeader, file: string, take: FileTaker): Sink<FileTotals> {
  const sink = recordsSink(header, file);
  return {
    ...sink,
    finish: () => {
      const { assembled, claims, money } = sink.finish();
      for (const row of assembled.setAside) take.takeSetAside(row);
      for (const claim of claims) take.takeClaim(claim);
      for (const row of money) take.takeMoney(row);
      return assembled;
    },
  };
}

const isFooter = ({ reason }: SetAsideRow): boolean => reason === "footer";

/** A title says it best, then the footer of the report, then its name. */
function exportDayOf(
  footers: readonly SetAsideRow[],
  titles: readonly RawRow[],
  { today, fileName = "" }: EntriesOptions,
): ExportDay | null {
  if (today === undefined) return null;
  const inTitle = exportDayIn(titles, today);
  if (inTitle !== null) return { day: inTitle, basis: "title" };
  const inFooter = exportDayIn(footers, today);
  if (inFooter !== null) return { day: inFooter, basis: "footer" };
  const inName = exportDayInName(fileName, today);
  return inName === null ? null : { day: inName, basis: "file-name" };
}

/** Claim results, or a bare list of entry numbers: they say nothing of duty or liquidation. */
export const isClaimReport = ({ report }: RecognisedHeader): boolean => isClaimKind(report);
