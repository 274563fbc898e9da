import type { Entry } from "../entry";
import type { FactSource } from "../facts";
import type { EntryNumber } from "../identifiers";
import type { RowAccounting } from "./accounting";
import type { ProblemGroup } from "./problem-groups";
import type { RowProblem, SetAsideReason } from "./row-problem";

/** A row that is read and not used, with the reason and where it stands in the file. */
export type SetAsideRow = {
  readonly source: FactSource;
  readonly reason: SetAsideReason;
  /** Null where the row belongs to no entry. */
  readonly number: EntryNumber | null;
  readonly problems: readonly RowProblem[];
  /** As in the file; empty for repeats and conflicts, whose content the used row or the conflict shows. */
  readonly cells: readonly string[];
  /** The used row that says the same. */
  readonly twin: FactSource | null;
};

/**
 * Whether the file tells liquidations. live: some row carries a date, so two blanks mean not liquidated. blank: there
 * is a column and no date in it. absent: no such column, so nothing is known of any entry.
 */
export type LiquidationColumn = "live" | "blank" | "absent";

export type AssembledFile = {
  readonly entries: ReadonlyMap<EntryNumber, Entry>;
  /** In the order of the file. */
  readonly setAside: readonly SetAsideRow[];
  readonly accounting: RowAccounting;
  /** Problems of all rows, used or not. */
  readonly problems: readonly ProblemGroup[];
  readonly liquidationColumn: LiquidationColumn;
  /** Used rows with a Chapter 99 number. None at all: the file cannot show IEEPA duty, whatever was paid. */
  readonly chapter99Rows: number;
};
