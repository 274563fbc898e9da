import type { FileRefusal } from "@/lib/files/file-refusal";
import { describeMappingProblem } from "./mapping-problems";
import { formatBytes, formatCount } from "./count";
import { UNSUPPORTED_REPORT_SENTENCES } from "./reports";

const FOREIGN = {
  xls: "This is an old Excel workbook (.xls). In Excel choose Save As, Excel Workbook (.xlsx), and import that file.",
  zip: "This is a ZIP archive. Unpack it and import the files inside.",
  pdf: "This is a PDF. A PDF cannot be read as a table: export the report as CSV.",
  gzip: "This is a compressed file. Unpack it and import the file inside.",
  binary: "This is not a text file. Export the report as CSV.",
} as const satisfies Record<Extract<FileRefusal, { kind: "foreign-format" }>["format"], string>;

const OTHER_PURPOSE = {
  entries: "This file holds entries, not claim results.",
  claims: "This file holds claim results (Claim Details), not entries.",
} as const satisfies Record<Extract<FileRefusal, { kind: "other-purpose" }>["report"], string>;

const ARCHIVE_TOO_LARGE = {
  parts: (max: number) => `The ZIP archive holds more than ${formatCount(max)} files. Import them in parts.`,
  bytes: (max: number) =>
    `The archive unpacks to more than ${formatBytes(max)}. Export the report in parts, by entry date.`,
  ratio: (max: number) =>
    `Part of the archive unpacks to more than ${formatCount(max)} times its size, which no honest workbook does.`,
} as const;

/** Why a file is not read at all, and what to do: for the user, in one or a few sentences. */
export function describeRefusal(refusal: FileRefusal): string {
  switch (refusal.kind) {
    case "empty-file":
      return "The file is empty.";
    case "foreign-format":
      return FOREIGN[refusal.format];
    case "markup":
      return `This is ${refusal.language === "html" ? "a web page" : "an XML page"} under the name of a table. Open it in Excel, choose Save As, CSV UTF-8, and import that file.`;
    case "archive-damaged":
      return "The workbook or ZIP archive is damaged: its directory cannot be read. Save it again and import the new file.";
    case "archive-too-slow":
      return `The ZIP archive took more than ${formatCount(refusal.seconds)} seconds and was left at this file. The files before it were taken in; upload this one and those after it by themselves.`;
    case "archive-encrypted":
      return "The workbook or ZIP archive is protected by a password. Remove the password and import it again.";
    case "returned-elsewhere":
      return "This is a workbook of problems that CapeDesk wrote for an import that is not in this organization. Open the organization it belongs to, or upload the report itself.";
    case "archive-names":
      return "A file in the ZIP archive is named so that unpacking it would write outside its folder, so nothing of the archive was opened. Pack the files again, without folders.";
    case "archive-too-large":
      return ARCHIVE_TOO_LARGE[refusal.because](refusal.max);
    case "workbook-damaged":
      return `The workbook cannot be read (${refusal.part}). Open it in Excel, choose Save As, Excel Workbook (.xlsx), and import the new file.`;
    case "too-many-bytes":
      return `The file is larger than ${formatBytes(refusal.max)}. Export it in parts, by entry date.`;
    case "too-many-rows":
      return `The file has more than ${formatCount(refusal.max)} rows. Export it in parts, by entry date.`;
    case "too-many-columns":
      return `Row ${formatCount(refusal.row)} has ${formatCount(refusal.found)} columns; at most ${formatCount(refusal.max)} are read.`;
    case "row-too-long":
      return `Row ${formatCount(refusal.row)} is longer than ${formatCount(refusal.max)} characters. A quote is probably open before it.`;
    case "unclosed-quote":
      return `A quote opened in row ${formatCount(refusal.row)} is never closed, so the rest of the file cannot be read. Export it again.`;
    case "no-header":
      return `No row of column headings was found in the first ${formatCount(refusal.searchedLines)} lines. The heading row must name the entry number.`;
    case "no-data-rows":
      return `Below the headings in row ${formatCount(refusal.headerRow)} there are no rows.`;
    case "another-header":
      return `A table with other columns begins in row ${formatCount(refusal.row)}. Split the file there and import both parts.`;
    case "unsupported-report":
      return UNSUPPORTED_REPORT_SENTENCES[refusal.report];
    case "needs-mapping":
      return `The headings in row ${formatCount(refusal.headerRow)} do not tell every column. ${refusal.problems.map(describeMappingProblem).join(" ")}`;
    case "other-purpose":
      return OTHER_PURPOSE[refusal.report];
  }
}

/** As it is kept with an import: the file's fault, or ours. */
export type StoredRefusal =
  | FileRefusal
  | { readonly kind: "reading-failed" }
  | {
      readonly kind: "reading-stopped";
      readonly because: "stalled" | "too-long";
      /** The limit that it ran into. */
      readonly seconds: number;
    };

const spanOf = (seconds: number): string =>
  seconds >= 120
    ? `${formatCount(Math.round(seconds / 60))} minutes`
    : `${seconds} ${seconds === 1 ? "second" : "seconds"}`;

const STOPPED = {
  stalled: (seconds: number) =>
    `Reading this file came to a standstill: for ${spanOf(seconds)} no further row was read, so it was stopped.`,
  "too-long": (seconds: number) =>
    `Reading this file took longer than ${spanOf(seconds)}, so it was stopped.`,
} as const;

export function describeStoredRefusal(refusal: StoredRefusal): string {
  if (refusal.kind === "reading-failed")
    return "Reading this file failed, and the fault is ours; the server's log says more. Nothing was stored.";
  if (refusal.kind === "reading-stopped")
    return `${STOPPED[refusal.because](refusal.seconds)} Nothing was stored. Export the report in parts, by entry date, or save a workbook as CSV.`;
  return describeRefusal(refusal);
}

/** Another try may end otherwise; what is wrong with a file itself stays wrong. */
export const mayBeReadAgain = ({ kind }: StoredRefusal): boolean =>
  kind === "reading-failed" || kind === "reading-stopped";
