import type { FactSource } from "../facts";
import type { ColumnField } from "../law/column-aliases";
import { isBelowZero, type Usd } from "../money";
import { paymentStatusOf } from "../reconciliation/payment-status";
import type { BankLine, PaymentRow } from "../reconciliation/refund-rows";
import type { FileLayout } from "./layout";
import { cellText, isBlankCell, type RawRow } from "./raw-row";
import { readAmount } from "./read-amount";
import { readDay } from "./read-day";
import type { RowProblem, SetAsideReason } from "./row-problem";
import { cellAt, shapeOf } from "./row-shape";

/** What a row of a report of payments, or of a bank, turned out to be. */
export type PaymentReading =
  | { readonly kind: "payment"; readonly payment: PaymentRow; readonly problems: readonly RowProblem[] }
  | { readonly kind: "bank-line"; readonly line: BankLine }
  | {
      readonly kind: "set-aside";
      readonly source: FactSource;
      readonly reason: SetAsideReason;
      readonly problems: readonly RowProblem[];
    };

/** Reads a row of REV-603. Without a total that can be read it is no payment; a date that cannot be read is reported. */
export function readPaymentRow(
  raw: RawRow,
  layout: FileLayout,
  file: string,
): PaymentReading | "another-header" {
  const row = rowReader(raw, layout, file);
  if (row.shape === "another-header") return row.shape;
  if (row.shape !== null) return row.setAside(row.shape);
  const total = row.amount("refundTotal");
  if (total === null) return row.setAside("payment-unreadable");
  const statuses = (["refundSecondaryStatus", "refundStatus"] as const).map(row.text);
  const payment: PaymentRow = {
    source: row.source,
    origin: "report",
    refundNumber: row.text("refundNumber") || null,
    payeeNumber: row.text("payeeId") || null,
    payeeName: row.text("payeeName") || null,
    day: row.day("refundDate"),
    status: paymentStatusOf(statuses),
    statusFound: statuses.filter((text) => text !== "").join(", "),
    total,
    trace: row.text("traceNumber") || null,
  };
  return { kind: "payment", payment, problems: row.problems };
}

/** Reads a row of a bank's statement. Only credits are looked at, and of them only day, amount, words and trace number. */
export function readBankRow(
  raw: RawRow,
  layout: FileLayout,
  file: string,
): PaymentReading | "another-header" {
  const row = rowReader(raw, layout, file);
  if (row.shape === "another-header") return row.shape;
  if (row.shape !== null) return row.setAside(row.shape);
  const side = row.text("bankSide");
  if (/^d(?:r|ebit)/i.test(side) || isBlankCell(cellAt(raw.cells, layout.at.bankAmount)))
    return row.setAside("no-credit");
  const amount = row.amount("bankAmount");
  if (amount === null) return row.setAside("payment-unreadable");
  if (amount.isZero() || isBelowZero(amount)) return row.setAside("no-credit");
  const day = row.day("bankDay");
  if (day === null) return row.setAside("payment-unreadable");
  const description = row.text("bankText");
  const line: BankLine = {
    source: row.source,
    day,
    amount,
    description,
    trace: row.text("traceNumber") || null,
  };
  return { kind: "bank-line", line };
}

/** Reads the cells of one row by their fields, and keeps what cannot be read. */
export function rowReader(raw: RawRow, layout: FileLayout, file: string) {
  const source: FactSource = { file, row: raw.row };
  const problems: RowProblem[] = [];
  const cell = (field: ColumnField): string => cellAt(raw.cells, layout.at[field]) ?? "";
  const where = (field: ColumnField) => ({
    row: raw.row,
    column: layout.headings[layout.at[field] ?? 0] ?? "",
    found: cell(field),
  });
  return {
    source,
    problems,
    shape: shapeOf(raw, layout),
    text: (field: ColumnField): string => cellText(cell(field)),
    /** USD, exact; null when blank or unreadable. */
    amount: (field: ColumnField): Usd | null => {
      const read = readAmount(cell(field));
      if (read.kind === "unreadable") problems.push({ kind: "amount-unreadable", ...where(field) });
      return read.kind === "amount" ? read.amount : null;
    },
    day: (field: ColumnField) => {
      const read = readDay(cell(field));
      if (read.kind === "unreadable")
        problems.push({ kind: "date-unreadable", dayFirst: read.dayFirst, ...where(field) });
      return read.kind === "day" ? read.day : null;
    },
    setAside: (reason: SetAsideReason): PaymentReading => ({ kind: "set-aside", source, reason, problems }),
  };
}
