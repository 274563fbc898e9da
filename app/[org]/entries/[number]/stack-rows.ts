import type { StackLine, StackRow as StackRowText } from "@/components/entries/tariff-stack-table";
import { sumUsd, usdText, type AmountRange, type StackRow } from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { formatUsd, formatUsdRange } from "@/lib/wording/money";
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
      stays: staysText(stack),
    },
  };
}

/** Duty of the whole entry that stays, corrections netted: an amount, or the range it lies in. */
export function staysText(stack: readonly StackRow[]): string {
  const known = stack.filter(({ inConflict }) => !inConflict).map(({ stays }) => stays);
  const maxima = known.map((stays) => stays?.max ?? null);
  return rangeText({
    min: sumUsd(known.flatMap((stays) => stays?.min ?? [])),
    max: maxima.includes(null) ? null : sumUsd(maxima.flatMap((max) => max ?? [])),
  });
}

const rangeText = ({ min, max }: AmountRange): string => formatUsdRange(usdText(min), max && usdText(max));

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
    stays: row.stays && rangeText(row.stays),
    warnings: row.inConflict ? ["Another row of the same key says something else.", ...warnings] : warnings,
  };
}
