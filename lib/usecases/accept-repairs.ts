import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import type { TypedCell } from "@/lib/data/repair-requests";
import {
  cellKindOf,
  checkCell,
  dayColumnsOf,
  dayFirstColumn,
  err,
  groupKeyOf,
  type CellCheckProblem,
  type CellRepair,
  type Result,
  type RowRepair,
} from "@/lib/domain";
import { surveyReading } from "@/lib/files/stored-reading";

import { changeRepairs, type Repaired, type RepairProblem, type RepairWork } from "./repair-import";
import { repairableImport, storedReadingOf } from "./survey-repairs";

type RefusedCell = {
  readonly row: number;
  readonly column: string;
  readonly problem: CellCheckProblem;
};

export type AcceptProblem =
  | RepairProblem
  /** Accepted, taken back or changed by somebody meanwhile. */
  | { readonly kind: "nothing-to-accept" }
  /** Some dates can only be month first, so not all of them are day first. */
  | { readonly kind: "dates-disagree"; readonly monthFirst: number }
  | { readonly kind: "cells-refused"; readonly cells: readonly RefusedCell[] };

type Accepting = Promise<Result<Repaired, AcceptProblem>>;

/** Accepts the one candidate of every cell of a group; cells with several candidates wait for a choice. */
export async function acceptGroup(
  scope: OrgScope,
  importId: string,
  key: string,
  work: RepairWork = {},
): Accepting {
  return acceptWhere(scope, importId, (repair) => groupKeyOf(repair) === key, work);
}

/** All dates of the file are day first: also those that could be read month first, and were. */
export async function acceptDayFirst(scope: OrgScope, importId: string, work: RepairWork = {}): Accepting {
  const found = await repairableImport(scope, importId);
  if (found === null) return err({ kind: "not-repairable" });
  const reading = storedReadingOf(scope, found);
  const { header, dateOrders } = await surveyReading(reading, () => undefined, work.reading?.next());
  if (dateOrders.dayFirst === 0) return err({ kind: "nothing-to-accept" });
  if (dateOrders.monthFirst > 0) return err({ kind: "dates-disagree", monthFirst: dateOrders.monthFirst });
  const add = dayColumnsOf(header.layout).map(dayFirstColumn);
  return changeRepairs(scope, found, { add, remove: [] }, work);
}

async function acceptWhere(
  scope: OrgScope,
  importId: string,
  isMeant: (repair: CellRepair) => boolean,
  work: RepairWork,
): Accepting {
  const found = await repairableImport(scope, importId);
  if (found === null) return err({ kind: "not-repairable" });
  const add: RowRepair[] = [];
  await surveyReading(
    storedReadingOf(scope, found),
    ({ raw, repairs }) => {
      for (const repair of repairs) {
        const { columnIndex, candidates } = repair;
        const [candidate, other] = candidates;
        if (columnIndex === null || candidate === undefined || other !== undefined || !isMeant(repair))
          continue;
        const original = raw.cells[columnIndex] ?? "";
        const { proposed, action } = candidate;
        add.push({ row: raw.row, columnIndex, original, repaired: proposed, action });
      }
    },
    work.reading?.next(),
  );
  if (add.length === 0) return err({ kind: "nothing-to-accept" });
  return changeRepairs(scope, found, { add, remove: [] }, work);
}

/**
 * Puts typed cells into their rows, all of them or none: each must be one that intake reads. A cell that says what the
 * file says loses its repair.
 */
export async function typeCells(
  scope: OrgScope,
  importId: string,
  typed: readonly TypedCell[],
  work: RepairWork = {},
): Accepting {
  const found = await repairableImport(scope, importId);
  if (found === null) return err({ kind: "not-repairable" });
  const wanted = new Map<number, TypedCell[]>();
  for (const cell of typed) wanted.set(cell.row, [...(wanted.get(cell.row) ?? []), cell]);
  const add: RowRepair[] = [];
  const remove: TypedCell[] = [];
  const refused: RefusedCell[] = [];
  await surveyReading(
    storedReadingOf(scope, found),
    ({ raw, repairs }, header) => {
      for (const cell of wanted.get(raw.row) ?? []) {
        const column = header.columns[cell.columnIndex];
        if (column === undefined) continue;
        const original = raw.cells[cell.columnIndex] ?? "";
        if (cell.text === original) {
          remove.push(cell);
          continue;
        }
        const checked = checkCell(cellKindOf(column.field), cell.text);
        if (!checked.ok) refused.push({ row: raw.row, column: column.heading, problem: checked.problem });
        else add.push({ ...at(cell), original, repaired: cell.text, action: actionOf(cell, repairs) });
      }
    },
    work.reading?.next(),
  );
  if (refused.length > 0) return err({ kind: "cells-refused", cells: refused });
  if (add.length + remove.length === 0) return err({ kind: "nothing-to-accept" });
  return changeRepairs(scope, found, { add, remove }, work);
}

const at = ({ row, columnIndex }: TypedCell) => ({ row, columnIndex });

/** A candidate that was chosen keeps the name of what it does. */
const actionOf = ({ columnIndex, text }: TypedCell, repairs: readonly CellRepair[]): RowRepair["action"] =>
  repairs
    .find((repair) => repair.columnIndex === columnIndex)
    ?.candidates.find(({ proposed }) => proposed === text)?.action ?? "type-by-hand";
