import writeWorkbook, { type Cell, type Row } from "write-excel-file/node";

import {
  addUsd,
  entryMonth,
  formatEntryNumber,
  usdText,
  type CalendarMonth,
  type MonthParts,
  type ReceivableEntry,
  type Usd,
} from "@/lib/domain";
import { LEDGER_HEADINGS } from "@/lib/wording/refunds";

/** A sheet holds 1,048,576 rows; one is the headings. */
export const LEDGER_ROWS_MAX = 1_000_000;

type LedgerRow = MonthParts &
  Pick<ReceivableEntry, "number" | "importerNumber"> & { readonly month: CalendarMonth };

/** Every entry in every month in which something of it moved. */
export const ledgerRows = (
  entries: readonly ReceivableEntry[],
  months: readonly CalendarMonth[],
): readonly LedgerRow[] =>
  months.flatMap((month) =>
    entries.flatMap((entry) => {
      const parts = entryMonth(entry, month);
      const { number, importerNumber } = entry;
      return moved(parts) ? [{ ...parts, month, number, importerNumber }] : [];
    }),
  );

const moved = ({ principal, interest }: MonthParts): boolean =>
  [principal, interest].some(({ added, paid, rejected }) =>
    [added, paid, rejected].some((amount) => !amount.isZero()),
  );

/** Numbers are numbers, so that a ledger can add them; everything else is text, whatever it looks like. */
const text = (value: string): Cell => ({ value, type: String, format: "@" });
const amount = (value: Usd): Cell => ({ value: Number(usdText(value)), type: Number, format: "#,##0.00" });

/** One sheet, one row for each entry and month. */
export function ledgerWorkbook(rows: readonly LedgerRow[]): Promise<Buffer> {
  const headings: Row = LEDGER_HEADINGS.map((value) => ({
    value,
    type: String,
    fontWeight: "bold",
    wrap: true,
  }));
  return writeWorkbook([
    {
      sheet: "Ledger",
      data: [headings, ...rows.map(toRow)],
      columns: LEDGER_HEADINGS.map((_, index) => ({ width: index < 3 ? 16 : 14 })),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}

const toRow = ({ month, number, importerNumber, principal, interest }: LedgerRow): Row => [
  ...[
    text(month),
    text(importerNumber ?? ""),
    text(number === null ? "no entry" : formatEntryNumber(number)),
  ],
  ...[principal.opening, principal.added, principal.paid, principal.rejected, principal.open].map(amount),
  ...[interest.opening, interest.added, interest.paid, interest.rejected, interest.open].map(amount),
  ...[addUsd(principal.diverted, interest.diverted), addUsd(principal.open, interest.open)].map(amount),
];
