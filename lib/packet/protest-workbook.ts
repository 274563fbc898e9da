import writeWorkbook, { type Row } from "write-excel-file/node";

import { formatEntryNumber, PROTEST_DETAILS, usdText, type ProtestedLine, type Usd } from "@/lib/domain";

import { amount, headings, text, widths } from "./workbook-cells";

const money = (value: Usd | null) => amount(value && usdText(value));

/** CBP's four columns first, exactly so; then what the person who files needs beside them. */
export function protestWorkbook(lines: readonly ProtestedLine[]): Promise<Buffer> {
  return writeWorkbook([
    {
      sheet: "Protest Details",
      data: [
        headings(
          ...PROTEST_DETAILS.columns,
          ...["Liquidation Date", "Last Day To Protest", "IEEPA Duty Paid", "Refundable (certain)"],
        ),
        ...lines.map((line): Row => [
          ...[formatEntryNumber(line.number), line.lineNumber, line.changeFrom, line.changeTo].map(text),
          ...[text(line.liquidatedOn), text(line.lastDay), money(line.dutyPaid), money(line.refundable)],
        ]),
      ],
      columns: widths(16, 10, 36, 50, 14, 14, 16, 16),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}
