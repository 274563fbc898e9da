import writeWorkbook, { type Row } from "write-excel-file/node";

import type { ReportRange } from "./scan-report";
import { amount, headings, text, widths } from "./workbook-cells";

/** One entry of a list for counsel, in words. */
export type CounselRow = {
  readonly number: string;
  readonly entryType: string | null;
  readonly importerNumber: string | null;
  readonly importerName: string | null;
  readonly entryDate: string | null;
  readonly liquidationDate: string | null;
  readonly why: string;
  readonly refundable: ReportRange;
  /** If reliquidated today; uncertain in these lanes. */
  readonly interest: string | null;
  readonly protestLastDay: string | null;
  readonly courtEarliest: string | null;
};

/** Entries that CAPE does not take and a protest does not reach, for counsel; with what the figures do not say. */
export function counselWorkbook(rows: readonly CounselRow[], notes: readonly string[]): Promise<Buffer> {
  return writeWorkbook([
    {
      sheet: "Entries",
      data: [
        headings(
          ...[
            "Entry Number",
            "Type",
            "Importer Number",
            "Importer Name",
            "Entry Date",
            "Liquidation Date",
            "Why",
          ],
          ...["IEEPA Refundable (least)", "IEEPA Refundable (most)", "Interest If Reliquidated Today"],
          ...["Last Day To Protest", "Court, Earliest Reading"],
        ),
        ...rows.map((row): Row => [
          ...[row.number, row.entryType, row.importerNumber, row.importerName].map(text),
          ...[row.entryDate, row.liquidationDate, row.why].map(text),
          ...[
            amount(row.refundable.min),
            row.refundable.max === null ? text("not bounded") : amount(row.refundable.max),
          ],
          ...[amount(row.interest), text(row.protestLastDay), text(row.courtEarliest)],
        ]),
      ],
      columns: widths(16, 6, 16, 30, 12, 14, 70, 16, 16, 16, 14, 14),
      stickyRowsCount: 1,
    },
    { sheet: "Read this first", data: notes.map((note): Row => [text(note)]), columns: widths(140) },
  ]).toBuffer();
}
