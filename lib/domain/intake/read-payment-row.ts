import type { FactSource } from "../facts";
import type { FileLayout } from "./layout";
import type { RawRow } from "./raw-row";
import type { SetAsideReason } from "./row-problem";
import { shapeOf } from "./row-shape";

/** A row of a report of payments: it names no entry, so it is kept and accounted for, and used for no entry. */
export function readPaymentRow(
  raw: RawRow,
  layout: FileLayout,
  file: string,
): { readonly source: FactSource; readonly reason: SetAsideReason } | "another-header" {
  const shape = shapeOf(raw, layout);
  if (shape === "another-header") return shape;
  return { source: { file, row: raw.row }, reason: shape ?? "refund-payment" };
}
