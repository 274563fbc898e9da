import type { TariffLine } from "../entry";
import type { FactSource } from "../facts";
import type { RowProblem } from "./row-problem";

/** Files a problem of one cell under the heading of its column. */
export type ComplainAt = (
  index: number | undefined,
  problem: (cell: { column: string; found: string }) => RowProblem,
) => void;

/** The tariff rows that one row of the file stands for: one in most reports, several in a wide one, none for facts. */
export type LinesReader = (
  cells: readonly string[],
  source: FactSource,
  complain: ComplainAt,
) => readonly TariffLine[];
