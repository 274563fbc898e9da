import type { StackLine, StackRow as StackRowText } from "@/components/entries/tariff-stack-table";
import { sumUsd, usdText, type StackRow, type Usd } from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { formatUsd } from "@/lib/wording/money";
import { formatProgram } from "@/lib/wording/programs";
import { describeReason } from "@/lib/wording/reasons";
import { formatHts, formatPercent } from "@/lib/wording/tariff";

/** The rows of the entry by line, and what they come to. */
export function toStack({ stack, screening }: EntryView) {
  const byLine = new Map<string, StackRow[]>();
  for (const row of stack) {
    const line = row.place.lineNumber ?? "";
    byLine.set(line, [...(byLine.get(line) ?? []), row]);
  }
  const { refund } = screening;
  const paid = stack.filter(({ inConflict }) => !inConflict).flatMap(({ dutyPaid }) => dutyPaid ?? []);
  return {
    lines: [...byLine].map(([line, rows]) => toStackLine(line, rows)),
    totals: {
      duty: usdText(sumUsd(paid)),
      refundableMin: usdText(refund.min),
      refundableMax: refund.max && usdText(refund.max),
      stays: usdText(staysOf(stack)),
    },
  };
}

/** Duty that surely stays, corrections netted. */
export const staysOf = (stack: readonly StackRow[]): Usd =>
  sumUsd(stack.filter(({ inConflict }) => !inConflict).flatMap(({ stays }) => stays?.min ?? []));

function toStackLine(line: string, rows: readonly StackRow[]): StackLine {
  const value = rows.find(({ lineValue }) => lineValue !== null)?.lineValue;
  return {
    title: line === "" ? "Line" : `Line ${line}`,
    detail: value ? `entered value ${formatUsd(usdText(value))}` : "no entered value",
    rows: rows.map(toStackRow),
  };
}

function toStackRow(row: StackRow): StackRowText {
  const warnings = row.flags.map((flag) => describeReason(flag).sentence);
  return {
    id: String(row.place.fileRow),
    hts: row.code ?? (row.hts ? formatHts(row.hts) : row.htsFound),
    program: formatProgram(row),
    rateFiled: row.percentFiled && formatPercent(row.percentFiled),
    duty: row.dutyPaid && usdText(row.dutyPaid),
    correctRate: row.authority === "IEEPA" ? formatPercent("0") : null,
    refundableMin: usdText(row.refundable.min),
    refundableMax: row.refundable.max && usdText(row.refundable.max),
    stays: row.stays?.max ? usdText(row.stays.max) : null,
    warnings: row.inConflict ? ["Another row of the same key says something else.", ...warnings] : warnings,
  };
}
