import type {
  StackLine,
  StackMoney,
  StackRemark,
  StackRow as StackRowText,
} from "@/components/entries/tariff-stack-table";
import {
  sumMoney,
  usdText,
  withNothingToClaim,
  ZERO_USD,
  type AmountRange,
  type MoneyTotals,
  type RowFlag,
  type Screening,
  type StackRow,
} from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { describeLikelyCause } from "@/lib/wording/likely-causes";
import { formatUsd, formatUsdRange } from "@/lib/wording/money";
import { formatProgram, programName } from "@/lib/wording/programs";
import { describeReason } from "@/lib/wording/reasons";
import { formatHts, formatPercent } from "@/lib/wording/tariff";

import { sourceText } from "./fact-rows";

/** The rows of the entry by line, and what they come to by line and by program. */
export function toStack({ stack, screening, importNames }: EntryView) {
  const byLine = new Map<string, StackRow[]>();
  for (const row of stack) {
    const line = row.place.lineNumber ?? "";
    byLine.set(line, [...(byLine.get(line) ?? []), row]);
  }
  const hasClaim = screening.possibleLanes.some((lane) => lane !== "not-ieepa");
  return {
    lines: [...byLine].map(([line, rows]) => toStackLine(line, rows, hasClaim, importNames)),
    total: toMoney(sumMoney(screening.programs)),
    programs: screening.programs.map((total) => ({ name: programName(total.program), ...toMoney(total) })),
  };
}

/** Duty of the whole entry that stays, corrections netted: an amount, or the range it lies in. */
export const staysText = ({ programs }: Screening): string => rangeText(sumMoney(programs).stays);

const rangeText = ({ min, max }: AmountRange): string => formatUsdRange(usdText(min), max && usdText(max));

const toMoney = ({ paid, refundable, stays }: MoneyTotals): StackMoney => ({
  paid: rangeText(paid),
  refundable: rangeText(refundable),
  stays: rangeText(stays),
});

function toStackLine(
  line: string,
  rows: readonly StackRow[],
  hasClaim: boolean,
  importNames: EntryView["importNames"],
): StackLine {
  const value = rows.find(({ lineValue }) => lineValue !== null)?.lineValue;
  const totals = rows.slice(0, 1).map(({ lineTotals }) => lineTotals);
  return {
    title: line === "" ? "Line" : `Line ${line}`,
    detail: value ? `entered value ${formatUsd(usdText(value))}` : "no entered value",
    rows: rows.map((row) => toStackRow(hasClaim ? row : withoutClaim(row), importNames)),
    total: toMoney(sumMoney(hasClaim ? totals : withNothingToClaim(totals))),
  };
}

/** Of an entry with nothing to claim, such as one outside the window, all duty stays. */
const withoutClaim = (row: StackRow): StackRow => ({
  ...row,
  refundable: { min: ZERO_USD, max: ZERO_USD },
  stays: row.dutyPaid && { min: row.dutyPaid, max: row.dutyPaid },
});

function toStackRow(row: StackRow, importNames: EntryView["importNames"]): StackRowText {
  const remarks = row.flags.map(toRemark);
  const conflict = { text: "Another row of the same key says something else.", isDoubt: true };
  return {
    id: `${row.place.file} ${row.place.fileRow}`,
    source: sourceText({ file: row.place.file, row: row.place.fileRow }, importNames),
    hts: row.code ?? (row.hts ? formatHts(row.hts) : row.htsFound),
    program: formatProgram(row),
    rateFiled: row.percentFiled && formatPercent(row.percentFiled),
    rateExpected: row.percentInRegistry && formatPercent(row.percentInRegistry),
    duty: row.dutyPaid && usdText(row.dutyPaid),
    correctRate: row.authority === "IEEPA" ? formatPercent("0") : null,
    refundableMin: usdText(row.refundable.min),
    refundableMax: row.refundable.max && usdText(row.refundable.max),
    stays: row.stays && rangeText(row.stays),
    remarks: row.inConflict ? [conflict, ...remarks] : remarks,
  };
}

/** Remarks that explain a figure; all others ask for a look at the row. */
const EXPLANATIONS: ReadonlySet<RowFlag["kind"]> = new Set<RowFlag["kind"]>([
  "possible-in-transit-use",
  "chapter-98-base",
  "column-1-learnt",
  "column-1-published",
  "column-1-given",
]);

/** The rates of a row stand beside the remark already, so a wrong one needs only its duty and its likely cause. */
function toRemark(flag: RowFlag): StackRemark {
  if (flag.kind === "rate-mismatch") {
    const expected = `Expected duty ${formatUsd(usdText(flag.expected))}.`;
    return { text: `${expected} ${describeLikelyCause(flag.cause)}`, isDoubt: true };
  }
  return { text: describeReason(flag).sentence, isDoubt: !EXPLANATIONS.has(flag.kind) };
}
