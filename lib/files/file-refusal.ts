import type { HeaderSample, MappingProblem, NonEmpty, UnsupportedReport } from "@/lib/domain";

/** Formats told by their first bytes. */
export type ForeignFormat = "xls" | "zip" | "pdf" | "gzip" | "binary";

/** Why a file is not read at all. Each is something the user can mend; the words for it live elsewhere. */
export type FileRefusal =
  | { readonly kind: "empty-file" }
  | { readonly kind: "foreign-format"; readonly format: ForeignFormat }
  /** A web or XML page under the name of a table, as some portals save it. */
  | { readonly kind: "markup"; readonly language: "html" | "xml" }
  | { readonly kind: "archive-damaged" }
  | { readonly kind: "archive-encrypted" }
  /** Unpacking was left at this file of the archive; those before it were taken in. */
  | { readonly kind: "archive-too-slow"; readonly seconds: number }
  /** A file in it is named so that a careless program would write it elsewhere. */
  | { readonly kind: "archive-names" }
  | {
      readonly kind: "archive-too-large";
      readonly because: "parts" | "bytes" | "ratio";
      readonly max: number;
    }
  /** A workbook whose parts are not what Excel writes: a reference to nowhere, a declaration of entities. */
  | { readonly kind: "workbook-damaged"; readonly part: string }
  | { readonly kind: "too-many-bytes"; readonly max: number }
  | { readonly kind: "too-many-rows"; readonly max: number }
  | { readonly kind: "too-many-columns"; readonly row: number; readonly found: number; readonly max: number }
  | { readonly kind: "row-too-long"; readonly row: number; readonly max: number }
  /** A quote opened in this row is never closed, so the rest of the file would become one cell. */
  | { readonly kind: "unclosed-quote"; readonly row: number }
  | { readonly kind: "no-header"; readonly searchedLines: number }
  | { readonly kind: "no-data-rows"; readonly headerRow: number }
  /** A table with other columns begins in the middle of the file: it must be split there. */
  | { readonly kind: "another-header"; readonly row: number }
  | { readonly kind: "unsupported-report"; readonly report: UnsupportedReport; readonly headerRow: number }
  | {
      readonly kind: "needs-mapping";
      readonly headerRow: number;
      readonly problems: NonEmpty<MappingProblem>;
      /** What a person needs to see to name the columns. */
      readonly sample: HeaderSample | null;
      /** Of a workbook. */
      readonly sheet: string | null;
      readonly sheets: readonly string[];
    }
  /** A workbook of problems that went out for an import of somebody else. */
  | { readonly kind: "returned-elsewhere" }
  /** Recognised, but it belongs elsewhere: claim results are no entries, and entries no claim results. */
  | { readonly kind: "other-purpose"; readonly report: "entries" | "claims" };
