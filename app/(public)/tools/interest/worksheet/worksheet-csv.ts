import type { PrintedWorksheet } from "@/lib/packet/worksheet-pdf";

const HEADINGS = [
  ...["Quarter", "From", "Through", "Days", "Rate a year %", "Days of the year", "Factor"],
  ...["On USD", "Interest USD", "Balance USD", "Rate assumed"],
];

/** The rows of a worksheet; every cell is a number, a day or a word of ours, so nothing needs quotes. */
export function toWorksheetCsv(parts: PrintedWorksheet["parts"], total: string): string {
  const rows = parts.flatMap(({ rows: quarters }) =>
    quarters.map((row) => [
      ...[
        row.quarter,
        row.from,
        row.to,
        String(row.days),
        row.annualPercent,
        String(row.divisor),
        row.factor,
      ],
      ...[row.bearing, row.interest, row.balance, row.assumed ? "yes" : "no"],
    ]),
  );
  const totalRow = ["Total", "", "", "", "", "", "", "", total, "", ""];
  return [HEADINGS, ...rows, totalRow].map((cells) => `${cells.join(",")}\r\n`).join("");
}
