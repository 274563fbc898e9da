import type {
  CellCheckProblem,
  CellKind,
  CellRepair,
  RepairAction,
  RepairLoss,
  RepairProof,
  RowRepair,
} from "@/lib/domain";
import { WHOLE_COLUMN } from "@/lib/domain";

import type { ReturnedRefusal } from "@/lib/files/returned-refusal";

import { countOf, formatCount } from "./count";

type ActionWords = {
  /** What is done, as a title: "Restore leading zeros". */
  readonly title: string;
  /** What happened to the cells. */
  readonly why: string;
};

export const REPAIR_ACTIONS = {
  "restore-leading-zeros": {
    title: "Restore leading zeros",
    why: "A spreadsheet took the number for a quantity and dropped the zeros in front.",
  },
  "add-check-digit": {
    title: "Add the check digit",
    why: "The last of eleven characters is missing. It was worked out from the others, which proves nothing: compare with the entry summary.",
  },
  "read-letters-as-digits": {
    title: "Read O as 0 and I as 1",
    why: "Letters stand where only digits can be.",
  },
  "write-out-scientific": {
    title: "Write out scientific notation",
    why: "A spreadsheet shows the number as a power of ten.",
  },
  "drop-decorations": {
    title: "Drop what stands around it",
    why: "The cell holds more than its value.",
  },
  "read-day-first": {
    title: "Read dates day first",
    why: "Some dates can only be day before month, so dates that could be read either way may have been read wrong too.",
  },
  "write-date-plainly": {
    title: "Write dates plainly",
    why: "The date is written in a form that is not read.",
  },
  "swap-separators": {
    title: "Put commas and points right",
    why: "The amount is written with a comma before the cents, or with other marks between the thousands.",
  },
  "type-by-hand": {
    title: "Typed by hand",
    why: "A person wrote what the source document says.",
  },
} as const satisfies Record<RepairAction, ActionWords>;

type LossWords = {
  readonly title: string;
  readonly why: string;
  /** What to ask for, and whom. */
  readonly ask: string;
};

export const REPAIR_LOSSES = {
  "digits-lost-to-scientific": {
    title: "Digits lost to scientific notation",
    why: "A spreadsheet rounded the number and saved what it showed. The digits are gone, and nothing in the file brings them back.",
    ask: "Take the number from the ACE report or ask the broker for the file before it was opened in Excel, then type it.",
  },
  "cell-is-blank": {
    title: "Blank cells",
    why: "The cell holds nothing, and the row needs it.",
    ask: "Take the value from the entry summary, then type it.",
  },
  "row-cut-apart": {
    title: "Rows that were cut apart",
    why: "A quote or a comma stands where none belongs, so nobody can tell which cell is which.",
    ask: "Export the file again with quotes around amounts; do not edit it by hand.",
  },
  "not-understood": {
    title: "Cells that say nothing we can read",
    why: "No reading of the text is certain enough to propose.",
    ask: "Take the value from the entry summary, then type it.",
  },
} as const satisfies Record<RepairLoss, LossWords>;

export const REPAIR_PROOFS = {
  "check-digit": "check digit fits",
  "check-digit-computed": "check digit worked out, not tested",
  "only-reading": "the only reading",
  "one-of-several": "one of several readings",
} as const satisfies Record<RepairProof, string>;

export const REPAIR_STATES = {
  proven: { word: "Proven", note: "One candidate, and its check digit fits." },
  likely: { word: "Likely", note: "Nothing proves it. Compare with the source before you accept." },
  unrecoverable: { word: "Lost", note: "Nothing in the file brings it back." },
} as const satisfies Record<CellRepair["state"], { readonly word: string; readonly note: string }>;

const CELL_FORMS = {
  "entry-number": "eleven characters, such as ZZX-1000001-1",
  amount: "an amount, such as 1234.50, (1,234.50) or -",
  day: "a date, such as 2025-03-10 or 3/10/2025",
  "tariff-number": "8 or 10 digits, such as 9903.01.24",
  origin: "the two letters of a country, such as CN",
  "entry-type": "two digits, such as 01",
  text: "any text",
} as const satisfies Record<CellKind, string>;

export function describeCellProblem({ kind, cell }: CellCheckProblem): string {
  switch (kind) {
    case "blank":
      return `Type ${CELL_FORMS[cell]}.`;
    case "too-long":
      return "This is longer than any cell that is read.";
    case "control-characters":
      return "The text holds characters that cannot be seen.";
    case "unreadable":
      return `This cannot be read. It needs ${CELL_FORMS[cell]}.`;
  }
}

/** "Entry Number `401234562`: Restore leading zeros, check digit fits". For a cell of a sheet, without quotes. */
export function repairReason(repair: CellRepair): string {
  const cell =
    repair.column === "" ? "Row" : `${repair.column}: found ${repair.original.trim() || "nothing"}`;
  const [candidate] = repair.candidates;
  if (candidate === undefined) {
    const { title, ask } = REPAIR_LOSSES[(repair as Extract<CellRepair, { state: "unrecoverable" }>).loss];
    return `${cell}. ${title}. ${ask}`;
  }
  return `${cell}. ${REPAIR_ACTIONS[candidate.action].title}: ${REPAIR_PROOFS[candidate.proof]}.`;
}

/** "00401234562", or "5.00 or -5.00"; empty where nothing can be proposed. */
export const proposedText = ({ candidates }: CellRepair): string =>
  candidates.map(({ proposed }) => proposed).join(" or ");

/** "row 21, Entry Number" */
export const repairPlace = ({ row }: Pick<RowRepair, "row">, column: string): string =>
  row === WHOLE_COLUMN ? `every row, ${column}` : `row ${formatCount(row)}, ${column}`;

/** What accepting or taking back came to. */
function describeRepaired({
  cells,
  entries,
  inBooks,
}: {
  readonly cells: number;
  readonly entries: number;
  readonly inBooks: boolean;
}): string {
  const changed = countOf(cells, "cell", "cells");
  if (!inBooks) return `${changed} noted. The file is read again with them, and shown before it is added.`;
  return `${changed} changed, ${countOf(entries, "entry", "entries")} screened again.`;
}

type RefusedCell = {
  readonly row: number;
  readonly column: string;
  readonly problem: CellCheckProblem;
};

type StoredProblem =
  | { readonly kind: "not-repairable" | "changed-meanwhile" | "entry-declared" | "nothing-to-accept" }
  | { readonly kind: "repairs-under-way" }
  | { readonly kind: "look-ended"; readonly because: "time" | "memory" }
  | { readonly kind: "workbook-gone" | "too-many-changes" }
  | { readonly kind: "dates-disagree"; readonly monthFirst: number }
  | { readonly kind: "cells-refused"; readonly cells: readonly RefusedCell[] };

/** Why a repair was not stored. */
export function describeRepairProblem(problem: StoredProblem): string {
  switch (problem.kind) {
    case "not-repairable":
      return "The rows of this import are not known, so nothing can be repaired. It may be read or added just now.";
    case "changed-meanwhile":
      return "Somebody repaired or changed this import at the same moment. Nothing was stored; look again and repeat it.";
    case "entry-declared":
      return "A downloaded declaration rests on an entry that would go with this repair. Nothing was changed.";
    case "nothing-to-accept":
      return "There is nothing left to accept here. Somebody may have accepted it already.";
    case "repairs-under-way":
      return "Other repairs of this file are being worked out, which changes what there is to choose from. Wait until they are done, then choose again.";
    case "look-ended":
      return LOOKS_ENDED[problem.because];
    case "workbook-gone":
      return "The workbook is not there any more. Upload it again.";
    case "too-many-changes":
      return "The workbook changes more cells than can be stored at once. Return it in parts.";
    case "dates-disagree":
      return `${countOf(problem.monthFirst, "date", "dates")} of this file can only be read month first, so not all dates are day first. Decide them one by one.`;
    case "cells-refused":
      return `${countOf(problem.cells.length, "cell", "cells")} cannot be read as typed, so nothing was stored.`;
  }
}

const LOOKS_ENDED = {
  time: "Going through this file takes longer than a page may wait, so what is wrong in it is not shown. What was accepted stays. Split the file, or correct it at its source and upload it again.",
  memory:
    "Going through this file takes more memory than a page may use, so what is wrong in it is not shown. What was accepted stays. Split the file, or correct it at its source and upload it again.",
} as const;

type StoredOutcome =
  | { readonly kind: "done"; readonly cells: number; readonly entries: number; readonly inBooks: boolean }
  | { readonly kind: "refused"; readonly problem: StoredProblem }
  | {
      readonly kind: "stopped";
      readonly stop:
        | { readonly kind: "cancelled" | "failed" }
        | { readonly kind: "stalled" | "too-long"; readonly seconds: number };
    };

/** What became of repairs that were worked out in the background: a title, and what goes below it line by line. */
export function describeRepairOutcome(outcome: StoredOutcome): {
  readonly title: string;
  readonly lines: readonly string[];
} {
  switch (outcome.kind) {
    case "done":
      return { title: describeRepaired(outcome), lines: [] };
    case "refused":
      return { title: describeRepairProblem(outcome.problem), lines: refusedLines(outcome.problem) };
    case "stopped":
      return { title: describeStop(outcome.stop), lines: [] };
  }
}

function refusedLines(problem: StoredProblem): readonly string[] {
  if (problem.kind !== "cells-refused") return [];
  const { cells } = problem;
  const shown = cells
    .slice(0, REFUSED_SHOWN_MAX)
    .map((cell) => `Row ${formatCount(cell.row)}, ${cell.column}: ${describeCellProblem(cell.problem)}`);
  const beyond = cells.length - shown.length;
  return beyond === 0 ? shown : [...shown, `and ${countOf(beyond, "cell", "cells")} more`];
}

const REFUSED_SHOWN_MAX = 20;

function describeStop(stop: Extract<StoredOutcome, { kind: "stopped" }>["stop"]): string {
  switch (stop.kind) {
    case "cancelled":
      return "The repairs were cancelled. Nothing was stored.";
    case "failed":
      return "The repairs failed by a fault of ours, and nothing was stored. Ask again; if it fails once more, the log of the worker says why.";
    case "stalled":
      return `Reading the file stood still for ${formatCount(stop.seconds)} seconds and was stopped. Nothing was stored.`;
    case "too-long":
      return `Reading the file took more than ${formatCount(stop.seconds)} seconds and was stopped. Nothing was stored.`;
  }
}

const RETURNED_REFUSALS = {
  "no-key": "The CapeDesk row is blank or was changed, so nobody can tell which row of the file is meant.",
  "other-import": "The row belongs to another import. Upload its workbook there.",
  "key-twice": "The row stands twice in the workbook. The first one counts.",
  "row-not-there": "The file has no such row.",
  "key-changed": "The CapeDesk row was changed: that row of the file says something else.",
} as const satisfies Record<Exclude<ReturnedRefusal["kind"], "cell">, string>;

/** Why a row or a cell of a workbook that came back is not taken. */
export const describeReturnedRefusal = (refusal: ReturnedRefusal): string =>
  refusal.kind === "cell"
    ? `Row ${formatCount(refusal.row)} of the file, ${refusal.column}: ${describeCellProblem(refusal.problem)}`
    : RETURNED_REFUSALS[refusal.kind];
