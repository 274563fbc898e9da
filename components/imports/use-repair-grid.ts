"use client";

import { useRef, useState, type KeyboardEvent } from "react";

import type { CellKind } from "@/lib/domain";
import { useGridKeys, type GridKeys } from "./use-grid-keys";

export type RepairGridCell = {
  readonly row: number;
  readonly columnIndex: number;
  readonly column: string;
  readonly kind: CellKind;
  /** As it stands in the file. */
  readonly original: string;
  readonly candidates: readonly string[];
  /** What happened to it, and what to ask for. */
  readonly why: string;
};

export const REPAIR_COLUMNS = ["Row", "Column", "In the file", "Could be", "New value"] as const;
export const [COULD_BE, NEW_VALUE] = [3, 4];

/** Where the keyboard goes once a cell was left. */
type Next = "next" | "previous" | "stay" | "elsewhere";

export type RepairGridState = Pick<GridKeys, "place" | "move" | "cellRef"> & {
  /** What was typed or chosen for the cell; empty: nothing. */
  readonly draftOf: (cell: RepairGridCell) => string;
  readonly setDraft: (cell: RepairGridCell, text: string) => void;
  /** The row whose cell is being typed in. */
  readonly editing: { readonly row: number; readonly text: string } | null;
  readonly edit: (row: number, text: string) => void;
  readonly leave: (cell: RepairGridCell, to: Next, keep: boolean) => void;
  readonly onCellKey: (event: KeyboardEvent, cell: RepairGridCell) => void;
  readonly onEditorKey: (event: KeyboardEvent<HTMLInputElement>, cell: RepairGridCell) => void;
};

const keyOf = ({ row, columnIndex }: RepairGridCell): string => `${String(row)} ${String(columnIndex)}`;

/** What is typed into the cells that need a hand, and where the keyboard stands. Nothing is sent. */
export function useRepairGrid(cells: readonly RepairGridCell[]): RepairGridState {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const [editing, setEditing] = useState<RepairGridState["editing"]>(null);
  const isLeft = useRef(true); // leaving a field by a key also takes the focus from it
  const { place, move, cellRef, onArrow } = useGridKeys(cells.length, REPAIR_COLUMNS.length);

  const draftOf = (cell: RepairGridCell): string => drafts.get(keyOf(cell)) ?? "";
  const setDraft = (cell: RepairGridCell, text: string) => {
    setDrafts((all) => new Map(all).set(keyOf(cell), text.trim()));
  };
  const edit = (row: number, text: string) => {
    isLeft.current = false;
    setEditing({ row, text });
  };
  const leave: RepairGridState["leave"] = (cell, to, keep) => {
    if (isLeft.current || editing === null) return;
    isLeft.current = true;
    if (keep) setDraft(cell, editing.text);
    setEditing(null);
    if (to === "elsewhere") return;
    const step = { next: 1, previous: -1, stay: 0 }[to];
    setTimeout(() => {
      move({ row: editing.row + step, column: NEW_VALUE });
    });
  };

  const onCellKey: RepairGridState["onCellKey"] = (event, cell) => {
    if (editing !== null || onArrow(event)) return;
    // The row that took the key: a cell that had the focus before the page came alive is not known as the place.
    const row = cells.indexOf(cell);
    const isChoice = place.row === row && place.column === COULD_BE && cell.candidates.length > 0;
    if (isChoice && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      const next = (cell.candidates.indexOf(draftOf(cell)) + 1) % cell.candidates.length;
      setDraft(cell, cell.candidates[next] ?? "");
    } else if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      edit(row, draftOf(cell));
    } else if (event.key === "Delete" || event.key === "Backspace") setDraft(cell, "");
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      edit(row, event.key);
    }
  };

  const onEditorKey: RepairGridState["onEditorKey"] = (event, cell) => {
    event.stopPropagation();
    const isEdge = event.shiftKey ? editing?.row === 0 : editing?.row === cells.length - 1;
    if (event.key === "Escape") leave(cell, "stay", false);
    else if (event.key === "Enter") leave(cell, "next", true);
    else if (event.key === "Tab" && !isEdge) leave(cell, event.shiftKey ? "previous" : "next", true);
    else return;
    event.preventDefault();
  };

  return { place, move, cellRef, draftOf, setDraft, editing, edit, leave, onCellKey, onEditorKey };
}
