"use client";

import { useRef, useState, type KeyboardEvent } from "react";

/** Where the keyboard stands in a grid. */
type GridPlace = { readonly row: number; readonly column: number };

export type GridKeys = {
  readonly place: GridPlace;
  readonly move: (to: GridPlace) => void;
  /** To the cell that holds the place, so that it takes the focus when the place moves. */
  readonly cellRef: (row: number, column: number) => (cell: HTMLTableCellElement | null) => void;
  /** True when the key moved the place. */
  readonly onArrow: (event: KeyboardEvent) => boolean;
};

/** One cell of a grid is in the order of tabs; arrows, Home and End move among the others. */
export function useGridKeys(rows: number, columns: number): GridKeys {
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const cells = useRef(new Map<string, HTMLTableCellElement>());

  const move = ({ row, column }: GridPlace) => {
    const to = {
      row: Math.max(0, Math.min(rows - 1, row)),
      column: Math.max(0, Math.min(columns - 1, column)),
    };
    setPlace(to);
    cells.current.get(`${String(to.row)} ${String(to.column)}`)?.focus();
  };

  const onArrow = (event: KeyboardEvent): boolean => {
    const { row, column } = place;
    const steps: Readonly<Record<string, GridPlace>> = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row: event.ctrlKey ? 0 : row, column: 0 },
      End: { row: event.ctrlKey ? rows - 1 : row, column: columns - 1 },
    };
    const to = steps[event.key];
    if (to === undefined) return false;
    event.preventDefault();
    move(to);
    return true;
  };

  const cellRef = (row: number, column: number) => (cell: HTMLTableCellElement | null) => {
    const key = `${String(row)} ${String(column)}`;
    if (cell === null) cells.current.delete(key);
    else cells.current.set(key, cell);
  };
  return { place, move, cellRef, onArrow };
}
