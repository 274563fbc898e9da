import type { Day } from "../day";
import type { Entry, TariffLine } from "../entry";
import { sumUsd, type Usd } from "../money";
import { type AmountRange, spanOf } from "./amount-range";
import { ieepaPaidOnRow, type RoleReader, roleOf, type TariffRole } from "./tariff-role";

/** One row with what its tariff number does. */
export type StackedRow = { readonly row: TariffLine; readonly role: TariffRole };

/** Rows of one key that differ: exactly one of the variants is true. */
type StackedConflict = { readonly variants: readonly StackedRow[] };

/** One line of an entry summary: the tariff numbers stacked on one article (CBP Form 7501, columns 27 to 34). */
export type EntryLine = {
  /** Null where the file has no line numbers: then the entry has one line. */
  readonly lineNumber: string | null;
  readonly rows: readonly StackedRow[];
  readonly conflicts: readonly StackedConflict[];
};

/** All lines of the entry, each with its used rows and its conflicts; ordered by line number. */
export function linesOf(
  entry: Pick<Entry, "lines" | "conflicts">,
  entered: Day | null,
  readRole: RoleReader = roleOf,
): readonly EntryLine[] {
  const lines = new Map<string | null, { rows: StackedRow[]; conflicts: StackedConflict[] }>();
  const lineWith = (lineNumber: string | null) => {
    const line = lines.get(lineNumber) ?? { rows: [], conflicts: [] };
    lines.set(lineNumber, line);
    return line;
  };
  const stack = (row: TariffLine): StackedRow => ({ row, role: readRole(row, entered) });
  for (const row of entry.lines) lineWith(row.lineNumber).rows.push(stack(row));
  for (const { variants } of entry.conflicts)
    lineWith(variants[0].lineNumber).conflicts.push({ variants: variants.map(stack) });
  return Array.from(lines, ([lineNumber, { rows, conflicts }]) => ({ lineNumber, rows, conflicts })).sort(
    (a, b) => byLineNumber(a.lineNumber, b.lineNumber),
  );
}

// Line numbers have no leading zeros, so the shorter one is the smaller one.
function byLineNumber(a: string | null, b: string | null): number {
  const [left, right] = [a ?? "", b ?? ""];
  return left.length - right.length || (left < right ? -1 : 1);
}

/** IEEPA duty paid on each row and each conflict that passes the test, USD, exact. */
export function ieepaPaidOn(line: EntryLine, counts: (role: TariffRole) => boolean): readonly AmountRange[] {
  return [
    ...line.rows.filter(({ role }) => counts(role)).map(({ row, role }) => ieepaPaidOnRow(row, role)),
    ...line.conflicts
      .filter(({ variants }) => variants.some(({ role }) => counts(role)))
      .map(({ variants }) => spanOf(variants.map(({ row, role }) => ieepaPaidOnRow(row, role)))),
  ];
}

/** Every row, whether used or one of several variants. */
export const allRowsOf = ({ rows, conflicts }: EntryLine): readonly StackedRow[] =>
  conflicts.length === 0 ? rows : [...rows, ...conflicts.flatMap(({ variants }) => variants)];

/**
 * Entered value of the line, USD; null when a commodity row has none or is in conflict. The value belongs to the
 * Chapter 1 to 97 number only: an amount repeated on a Chapter 99 row is never added.
 */
export function valueOf(line: EntryLine): Usd | null {
  if (line.conflicts.some(({ variants }) => variants.some(({ role }) => role.kind === "commodity")))
    return null;
  const values = line.rows.filter(({ role }) => role.kind === "commodity").map(({ row }) => row.value);
  const known = values.filter((value) => value !== null);
  return known.length > 0 && known.length === values.length ? sumUsd(known) : null;
}
