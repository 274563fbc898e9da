import writeWorkbook, { type Cell, type Row } from "write-excel-file/node";

import { IMPORT_TEMPLATE } from "@/lib/domain";

/** Ready to be filled in; whoever needs more copies one of them. */
const READY_ROWS = 2_000;

/** Sums of them are what a person looks at while filling in; every other cell keeps what is typed, zeros and dates too. */
const AMOUNTS: ReadonlySet<string> = new Set(["goodsValue", "dutyAmount"]);

const TEXT: Cell = { type: String, format: "@" };
const AMOUNT: Cell = { type: Number, format: "#,##0.00" };

/** Our template as a workbook without any row, whose cells are text before anything stands in them. */
export function templateWorkbook(): Promise<Buffer> {
  const headings: Row = IMPORT_TEMPLATE.map(({ heading }) => ({
    ...{ value: heading, type: String, fontWeight: "bold" },
  }));
  const ready: Row = IMPORT_TEMPLATE.map(({ field }) => (AMOUNTS.has(field) ? AMOUNT : TEXT));
  return writeWorkbook([
    {
      sheet: "Entries",
      data: [headings, ...Array.from({ length: READY_ROWS }, () => ready)],
      columns: IMPORT_TEMPLATE.map(() => ({ width: 18 })),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}
