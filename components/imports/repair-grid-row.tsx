"use client";

import { clsx } from "clsx";

import { formatCount } from "@/lib/wording/count";
import { CellVerdict, RepairCellEditor, verdictOn } from "./repair-cell-editor";
import { COULD_BE, NEW_VALUE, type RepairGridCell, type RepairGridState } from "./use-repair-grid";

type RepairGridRowProps = {
  readonly cell: RepairGridCell;
  /** Of the grid, from 0. */
  readonly row: number;
  readonly grid: RepairGridState;
};

const CELL = "px-2.5 py-2 align-top first:pl-4 last:pr-4 outline-offset-[-2px]";

/** One bad cell: where it stands, what the file says, what it could be, and what it shall be. */
export function RepairGridRow({ cell, row, grid }: RepairGridRowProps) {
  const { place, move, cellRef, editing } = grid;
  const at = (column: number) => ({
    ref: cellRef(row, column),
    role: "gridcell",
    tabIndex: place.row === row && place.column === column ? 0 : -1,
    onFocus: () => {
      if (editing === null && (place.row !== row || place.column !== column)) move({ row, column });
    },
  });
  return (
    <tr
      onKeyDown={(event) => {
        grid.onCellKey(event, cell);
      }}
    >
      <td {...at(0)} className={clsx(CELL, "font-mono")}>
        {formatCount(cell.row)}
      </td>
      <td {...at(1)} className={CELL}>
        {cell.column}
      </td>
      <td {...at(2)} className={clsx(CELL, "min-w-40")}>
        <span className="font-mono break-all">{cell.original.trim() || "(blank)"}</span>
        <span className="block text-xs text-muted">{cell.why}</span>
      </td>
      <td {...at(COULD_BE)} className={clsx(CELL, "whitespace-nowrap")}>
        <Candidates cell={cell} grid={grid} />
      </td>
      <NewValue cell={cell} row={row} grid={grid} at={at(NEW_VALUE)} />
    </tr>
  );
}

function Candidates({ cell, grid }: Pick<RepairGridRowProps, "cell" | "grid">) {
  if (cell.candidates.length === 0) return <span className="text-muted">no proposal</span>;
  return cell.candidates.map((candidate) => (
    <button
      key={candidate}
      type="button"
      tabIndex={-1}
      onClick={() => {
        grid.setDraft(cell, candidate);
      }}
      className="block min-h-6 rounded-sm font-mono text-accent underline underline-offset-2"
    >
      {candidate}
    </button>
  ));
}

type NewValueProps = RepairGridRowProps & { readonly at: object };

function NewValue({ cell, row, grid, at }: NewValueProps) {
  const { editing } = grid;
  const id = `repair-${String(cell.row)}-${String(cell.columnIndex)}`;
  const label = `New value, row ${formatCount(cell.row)}, ${cell.column}`;
  const draft = grid.draftOf(cell);
  return (
    <td
      {...at}
      onClick={() => {
        if (editing?.row !== row) grid.edit(row, draft);
      }}
      className={clsx(CELL, "min-w-48 bg-sunken")}
    >
      {editing?.row === row ? (
        <RepairCellEditor
          id={id}
          label={label}
          kind={cell.kind}
          text={editing.text}
          onText={(text) => {
            grid.edit(row, text);
          }}
          onKeyDown={(event) => {
            grid.onEditorKey(event, cell);
          }}
          onLeave={() => {
            grid.leave(cell, "elsewhere", true);
          }}
        />
      ) : (
        <>
          <span className="sr-only">{label}: </span>
          <span className="font-mono break-all">
            {draft === "" ? <span className="font-sans text-muted">type here</span> : draft}
          </span>
          <CellVerdict id={id} verdict={verdictOn(cell.kind, draft)} />
        </>
      )}
    </td>
  );
}
