import { PassThrough, type Readable } from "node:stream";

import type { WorksheetText } from "@/lib/wording/interest-worksheet";
import { formatUsd } from "@/lib/wording/money";

import { PdfSheet } from "./pdf-sheet";

/** A worksheet as its page shows it. */
export type PrintedWorksheet = {
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly totalHeading: string;
  readonly notes: readonly string[];
} & WorksheetText;

/** The worksheet in print, to be checked by hand and kept with the file. */
export function worksheetPdf(worksheet: PrintedWorksheet, made: Date): Readable {
  const sheet = new PdfSheet(
    "Interest worksheet",
    "Interest worksheet made by CapeDesk; not legal advice",
    made,
  );
  const pages = sheet.stream.pipe(new PassThrough());
  sheet.title("Interest worksheet");
  sheet.pairs(worksheet.facts.map(({ term, value }) => [term, value] as const));
  for (const { name, rows } of worksheet.parts) {
    sheet.heading(name ?? "By quarter");
    sheet.table(
      [
        { heading: "Quarter", share: 0.11 },
        ...["From", "Through"].map((heading) => ({ heading, share: 0.11 })),
        { heading: "Days", share: 0.06, right: true },
        { heading: "Rate", share: 0.07, right: true },
        { heading: "Year", share: 0.06, right: true },
        { heading: worksheet.factorHeading, share: 0.13, right: true },
        ...["On", "Interest", "Balance"].map((heading) => ({ heading, share: 0.35 / 3, right: true })),
      ],
      rows.map(toCells),
    );
  }
  sheet.pairs([[worksheet.totalHeading, formatUsd(worksheet.total)]]);
  for (const note of worksheet.notes) sheet.paragraph(note, true);
  sheet.end();
  return pages;
}

const toCells = (row: WorksheetText["parts"][number]["rows"][number]): readonly string[] => [
  ...[`${row.quarter}${row.assumed ? " (assumed)" : ""}`, row.from, row.to, String(row.days)],
  ...[`${row.annualPercent}%`, String(row.divisor), row.factor],
  ...[row.bearing, row.interest, row.balance].map(formatUsd),
];
