import type { AcceptedRepairRow } from "@/components/imports/repair-accepted";
import type { RepairOutcomeText } from "@/components/imports/repair-outcome-notice";
import type { RepairExample, RepairGroupRow } from "@/components/imports/repair-groups";
import type { ReturnedChangeRow, ReturnedRefusalRow } from "@/components/imports/repair-returned";
import type { RepairGridCell } from "@/components/imports/use-repair-grid";
import type { StoredRepair } from "@/lib/data/row-repairs";
import { usdText, WHOLE_COLUMN, type CellRepair, type RepairGroup } from "@/lib/domain";
import type { ReturnedRefusal } from "@/lib/files/returned-refusal";
import type { ReturnedWorkbook } from "@/lib/files/returned-workbook";
import type { RepairOutcome, RepairsUnderWay } from "@/lib/usecases/work-out-repairs";
import { countOf, formatCount } from "@/lib/wording/count";
import { formatInstant } from "@/lib/wording/day";
import {
  describeRepairOutcome,
  describeReturnedRefusal,
  REPAIR_ACTIONS,
  REPAIR_LOSSES,
  REPAIR_PROOFS,
  REPAIR_STATES,
  repairPlace,
} from "@/lib/wording/repairs";

const TONES = { proven: "ready", likely: "caution", unrecoverable: "blocked" } as const;

/** Everything of a group but the form that accepts it. */
export function toGroupRow(group: RepairGroup): Omit<RepairGroupRow, "accept"> {
  const { key, state, action, loss, column, count, ieepaDuty, examples } = group;
  const words = action === null ? REPAIR_LOSSES[loss ?? "not-understood"] : REPAIR_ACTIONS[action];
  return {
    key,
    tone: TONES[state],
    state: REPAIR_STATES[state].word,
    title: words.title,
    column: column === "" ? null : column,
    why: `${words.why} ${state === "likely" ? REPAIR_STATES.likely.note : ""}`.trim(),
    ask: "ask" in words ? words.ask : null,
    count,
    duty: usdText(ieepaDuty),
    examples: examples.map(toExample),
  };
}

const toExample = ({ row, original, candidates }: CellRepair): RepairExample => ({
  place: `row ${formatCount(row)}`,
  original: original.trim(),
  proposed: candidates.map(({ proposed }) => proposed),
  proof: candidates[0] === undefined ? null : REPAIR_PROOFS[candidates[0].proof],
});

export function toGridCells(repairs: readonly CellRepair[]): readonly RepairGridCell[] {
  return repairs.flatMap((repair): RepairGridCell[] => {
    const { row, columnIndex, column, kind, original, candidates } = repair;
    if (columnIndex === null) return [];
    const why =
      repair.state === "unrecoverable"
        ? REPAIR_LOSSES[repair.loss].title
        : REPAIR_ACTIONS[repair.candidates[0].action].title;
    return [
      {
        ...{ row, columnIndex, column, kind, original, why },
        candidates: candidates.map(({ proposed }) => proposed),
      },
    ];
  });
}

type Named = {
  readonly headings: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly hidden: Readonly<Record<string, string>>;
};

export function toAcceptedRow(repair: StoredRepair, { headings, names, hidden }: Named): AcceptedRepairRow {
  const { row, columnIndex, original, repaired, action, by, at } = repair;
  const isColumn = row === WHOLE_COLUMN;
  return {
    key: `${String(row)} ${String(columnIndex)}`,
    place: repairPlace(repair, headings[columnIndex] ?? ""),
    original: isColumn ? "as printed" : original.trim(),
    repaired: isColumn ? "day before month" : repaired,
    action: REPAIR_ACTIONS[action].title,
    by: `${names.get(by) ?? "a former member"}, ${formatInstant(at.toISOString())}`,
    hidden: { ...hidden, row: String(row), columnIndex: String(columnIndex) },
  };
}

const toneOf = (outcome: RepairOutcome): RepairOutcomeText["tone"] => {
  if (outcome.kind === "stopped") return outcome.stop.kind === "cancelled" ? "neutral" : "blocked";
  return outcome.kind === "done" ? "done" : "blocked";
};

export const toOutcome = ({ outcome, endedAt }: NonNullable<RepairsUnderWay["last"]>): RepairOutcomeText => ({
  ...describeRepairOutcome(outcome),
  tone: toneOf(outcome),
  at: formatInstant(endedAt.toISOString()),
});

const SHOWN_MAX = 200;

export function toReturnedRows({ rows, changes, refused }: ReturnedWorkbook): {
  readonly summary: string;
  readonly changes: readonly ReturnedChangeRow[];
  readonly refused: readonly ReturnedRefusalRow[];
} {
  const beyond = changes.length > SHOWN_MAX ? `; the first ${formatCount(SHOWN_MAX)} are shown` : "";
  return {
    summary: `${countOf(changes.length, "cell changes", "cells change")} in ${countOf(rows, "row", "rows")} of the workbook${beyond}. ${countOf(refused.length, "row or cell is", "rows and cells are")} not taken.`,
    changes: changes.slice(0, SHOWN_MAX).map(({ row, columnIndex, column, original, text }) => ({
      key: `${String(row)} ${String(columnIndex)}`,
      place: repairPlace({ row }, column),
      original: original.trim(),
      text,
    })),
    refused: refused.slice(0, SHOWN_MAX).map(toRefusalRow),
  };
}

const toRefusalRow = (refusal: ReturnedRefusal, index: number): ReturnedRefusalRow => ({
  key: `${String(refusal.sheetRow)} ${String(index)}`,
  sheetRow: refusal.sheetRow,
  sentence: describeReturnedRefusal(refusal),
});
