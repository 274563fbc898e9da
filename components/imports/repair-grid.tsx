"use client";

import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { countOf } from "@/lib/wording/count";
import { verdictOn } from "./repair-cell-editor";
import { RepairGridRow } from "./repair-grid-row";
import { REPAIR_COLUMNS, useRepairGrid, type RepairGridCell } from "./use-repair-grid";

type RepairGridProps = {
  readonly cells: readonly RepairGridCell[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: FormAction;
  /** Other repairs are being worked out: what is typed stays, and is stored afterwards. */
  readonly isHeld: boolean;
};

/** Cells that need a hand, typed by keyboard: arrows move, Enter edits, Tab stores and goes on, Escape leaves. */
export function RepairGrid({ cells, hidden, action, isHeld }: RepairGridProps) {
  const grid = useRepairGrid(cells);
  const typed = cells.filter((cell) => grid.draftOf(cell) !== "");
  const bad = typed.filter((cell) => verdictOn(cell.kind, grid.draftOf(cell))?.isBad);
  const sent = typed.map((cell) => ({
    ...{ row: cell.row, columnIndex: cell.columnIndex, text: grid.draftOf(cell) },
  }));
  return (
    <div className="space-y-3 pb-4">
      <div className="relative max-w-full overflow-x-auto">
        <table role="grid" aria-label="Cells to type" className="w-full border-collapse text-sm">
          <thead className="bg-sunken text-left text-xs text-muted">
            <tr>
              {REPAIR_COLUMNS.map((heading) => (
                <th key={heading} scope="col" className="px-2.5 py-2 font-medium first:pl-4 last:pr-4">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {cells.map((cell, row) => (
              <RepairGridRow
                key={`${String(cell.row)} ${String(cell.columnIndex)}`}
                cell={cell}
                row={row}
                grid={grid}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="px-4">
        <ActionForm
          action={action}
          hidden={{ ...hidden, cells: JSON.stringify(sent) }}
          submit={`Store ${countOf(typed.length, "cell", "cells")}`}
          pending="Asking for it"
          disabled={isHeld || typed.length === 0 || bad.length > 0}
        >
          {bad.length > 0 ? (
            <p className="text-sm text-blocked">{countOf(bad.length, "cell", "cells")} cannot be read yet.</p>
          ) : null}
        </ActionForm>
      </div>
    </div>
  );
}
