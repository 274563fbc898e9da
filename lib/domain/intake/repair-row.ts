import type { ColumnField } from "../law/column-aliases";
import type { FileLayout } from "./layout";
import type { RawRow } from "./raw-row";
import { amountOutlook } from "./repair-amount";
import { entryTypeOutlook, originOutlook, tariffNumberOutlook } from "./repair-codes";
import { dayOutlook } from "./repair-day";
import { entryNumberOutlook } from "./repair-entry-number";
import { type CellKind, type CellRepair, lost, type RepairOutlook } from "./repair-proposal";
import type { RowProblem } from "./row-problem";

/** What a cell must hold for the problem to be gone; null where the row as a whole is damaged. */
const KIND_OF_PROBLEM = {
  "entry-number-missing": "entry-number",
  "entry-number-lost-zeros": "entry-number",
  "entry-number-unreadable": "entry-number",
  "duty-unreadable": "amount",
  "value-unreadable": "amount",
  "amount-unreadable": "amount",
  "date-unreadable": "day",
  "tariff-number-unreadable": "tariff-number",
  "origin-unreadable": "origin",
  "entry-type-unreadable": "entry-type",
  "too-many-cells": null,
  "broken-quotes": null,
} as const satisfies Record<RowProblem["kind"], CellKind | null>;

const OUTLOOK_OF = {
  "entry-number": entryNumberOutlook,
  amount: amountOutlook,
  day: dayOutlook,
  "tariff-number": tariffNumberOutlook,
  origin: originOutlook,
  "entry-type": entryTypeOutlook,
  text: () => lost("not-understood"),
} as const satisfies Record<CellKind, (found: string) => RepairOutlook>;

/** Every bad cell of a row with what can be done about it, in the order of the problems. Nothing is changed. */
export function repairsOf(
  { row, cells }: RawRow,
  { headings }: FileLayout,
  problems: readonly RowProblem[],
): readonly CellRepair[] {
  const taken = new Set<number>();
  return problems.map((problem): CellRepair => {
    const kind = KIND_OF_PROBLEM[problem.kind];
    if (kind === null || !("column" in problem))
      return { ...wholeRow(row, problem.kind), ...lost("row-cut-apart") };
    const { column, found } = problem;
    const columnIndex = headings.findIndex(
      (heading, index) =>
        heading === column && !taken.has(index) && (cells[index] ?? "").trim() === found.trim(),
    );
    if (columnIndex >= 0) taken.add(columnIndex);
    const at = { row, columnIndex: columnIndex < 0 ? null : columnIndex, column, kind };
    const original = cells[columnIndex] ?? found;
    return { ...at, problem: problem.kind, original, ...OUTLOOK_OF[kind](original) };
  });
}

const wholeRow = (row: number, problem: RowProblem["kind"]) =>
  ({ row, columnIndex: null, column: "", kind: "text", problem, original: "" }) as const;

const AMOUNT_FIELDS: ReadonlySet<ColumnField> = new Set([
  ...(["goodsValue", "dutyAmount", "baseDutyAmount", "ieepaDutyAmount"] as const),
  ...(["section301DutyAmount", "section232DutyAmount", "chapter99Code"] as const),
] as const);
const DAY_FIELDS: ReadonlySet<ColumnField> = new Set([
  ...(["entryDate", "entryFiledDate", "importDate", "liquidationDate"] as const),
  ...(["reconciliationDueDate", "paymentDate", "reliquidationDate"] as const),
] as const);

/** What a column of this field must hold; null: a column that is not read. */
export function cellKindOf(field: ColumnField | null): CellKind {
  if (field === null) return "text";
  if (AMOUNT_FIELDS.has(field)) return "amount";
  if (DAY_FIELDS.has(field)) return "day";
  if (field === "entryNumber") return "entry-number";
  if (field === "htsNumber") return "tariff-number";
  if (field === "countryOfOrigin") return "origin";
  return field === "entryType" ? "entry-type" : "text";
}
