import { parseEntryNumber } from "../identifiers";
import { paymentStatusOf } from "../reconciliation/payment-status";
import type { RefundRow } from "../reconciliation/refund-rows";
import type { FileLayout } from "./layout";
import type { RawRow } from "./raw-row";
import { readImporterNumber } from "./read-codes";
import { rowReader } from "./read-payment-row";
import type { RowProblem } from "./row-problem";

export type RefundReading = {
  /** Null: the row shows no refund, because none is computed yet, or belongs to no entry. */
  readonly refund: RefundRow | null;
  readonly problems: readonly RowProblem[];
};

/**
 * Reads what a row of ES-022 or REV-615 says was refunded on its entry. Blank amounts mean that CBP has not computed
 * the refund yet. The facts of the entry and its claim are read from the same row elsewhere.
 */
export function readRefundRow(raw: RawRow, layout: FileLayout, file: string): RefundReading {
  const row = rowReader(raw, layout, file);
  const parsed = parseEntryNumber(raw.cells[layout.at.entryNumber ?? -1] ?? "");
  if (!parsed.ok) return { refund: null, problems: [] };
  const principal = row.amount("refundAmount");
  const interest = row.amount("refundInterest");
  const refundNumber = row.text("refundNumber") || null;
  if (principal === null && interest === null && refundNumber === null)
    return { refund: null, problems: row.problems };
  const statusFound = row.text("refundStatus");
  const refund: RefundRow = {
    source: row.source,
    number: parsed.value,
    claimNumber: row.text("claimNumber") || null,
    importerNumber: readImporterNumber(row.text("importerNumber")) || null,
    notifyNumber: row.text("cf4811Number") || null,
    // Intake of facts reads the same cell, and reports it where it cannot be read.
    liquidationDate: row.day("liquidationDate"),
    ...{ principal, interest, refundNumber },
    refundDate: row.day("refundDate"),
    status: paymentStatusOf([statusFound]),
    statusFound,
    trace: row.text("traceNumber") || null,
  };
  const problems = row.problems.filter(
    (each) => !("column" in each) || each.column !== liquidationColumn(layout),
  );
  return { refund, problems };
}

const liquidationColumn = ({ headings, at }: FileLayout): string =>
  at.liquidationDate === undefined ? "" : (headings[at.liquidationDate] ?? "");
