import type { Day } from "../day";
import type { Entry, TariffLine } from "../entry";
import { addUsd, type Usd, ZERO_USD } from "../money";
import { addRanges, type AmountRange, exactly, NOTHING, spanOf } from "./amount-range";
import { holdsOrdinaryDuty, ieepaPaidOnRow, type RoleReader, roleOf, type TariffRole } from "./tariff-role";

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
  /** The used rows with a Chapter 1 to 97 number: mostly one. */
  readonly goods: readonly StackedRow[];
  /**
   * Entered value, USD; null when a row of the goods has none or is in conflict. It belongs to the Chapter 1 to 97
   * number only: an amount repeated on a Chapter 99 row is never added.
   */
  readonly value: Usd | null;
  /** Some row, used or in conflict, has a number of the 15 % agreements. */
  readonly hasOrdinaryDutyInside: boolean;
  /** Some used row has a Chapter 98 number. */
  readonly hasChapter98: boolean;
};

/** The rows of a line while they are collected. */
type Rows = {
  readonly lineNumber: string | null;
  rows: readonly StackedRow[];
  conflicts: readonly StackedConflict[];
};

const NO_ROWS: readonly StackedRow[] = [];
const NO_CONFLICTS: readonly StackedConflict[] = [];

/** All lines of the entry, each with its used rows and its conflicts; ordered by line number. */
export function linesOf(
  entry: Pick<Entry, "lines" | "conflicts">,
  entered: Day | null,
  readRole: RoleReader = roleOf,
): readonly EntryLine[] {
  const lines: Rows[] = [];
  const stacked = (row: TariffLine): StackedRow => ({ row, role: readRole(row, entered) });
  // The rows of a line nearly always stand together, and are then taken in one go.
  for (let from = 0, to = 0; from < entry.lines.length; from = to) {
    const lineNumber = entry.lines[from]?.lineNumber ?? null;
    do to++;
    while (entry.lines[to]?.lineNumber === lineNumber);
    const together = entry.lines.slice(from, to).map(stacked);
    const line = lineWith(lines, lineNumber);
    line.rows = line.rows === NO_ROWS ? together : [...line.rows, ...together];
  }
  for (const { variants } of entry.conflicts) {
    const line = lineWith(lines, variants[0].lineNumber);
    line.conflicts = [...line.conflicts, { variants: variants.map(stacked) }];
  }
  return lines.map(lineOf);
}

/** The line of a number, put in its place where it is new. Nearly always it is the last one, or comes after it. */
function lineWith(lines: Rows[], lineNumber: string | null): Rows {
  let at = lines.length;
  for (; at > 0; at--) {
    const above = lines[at - 1];
    if (above?.lineNumber === lineNumber) return above;
    if (above === undefined || byLineNumber(above.lineNumber, lineNumber) < 0) break;
  }
  const started: Rows = { lineNumber, rows: NO_ROWS, conflicts: NO_CONFLICTS };
  if (at === lines.length) lines.push(started);
  else lines.splice(at, 0, started);
  return started;
}

/** Looks at each row once for what several parts of a screening ask of its line. */
function lineOf({ lineNumber, rows, conflicts }: Rows): EntryLine {
  let goods = NO_ROWS;
  let hasOrdinaryDutyInside = false;
  let hasChapter98 = false;
  for (const stacked of rows) {
    const { role } = stacked;
    if (role.kind === "commodity") goods = goods === NO_ROWS ? [stacked] : [...goods, stacked];
    else if (role.kind === "chapter-98") hasChapter98 = true;
    else if (holdsOrdinaryDuty(role)) hasOrdinaryDutyInside = true;
  }
  hasOrdinaryDutyInside ||= someVariant(conflicts, holdsOrdinaryDuty);
  const value = valueOf(goods, conflicts);
  return { lineNumber, rows, conflicts, goods, value, hasOrdinaryDutyInside, hasChapter98 };
}

function valueOf(goods: readonly StackedRow[], conflicts: readonly StackedConflict[]): Usd | null {
  if (goods.length === 0 || someVariant(conflicts, ({ kind }) => kind === "commodity")) return null;
  let sum = ZERO_USD;
  for (const { row } of goods) {
    if (row.value === null) return null;
    sum = addUsd(sum, row.value);
  }
  return sum;
}

const someVariant = (conflicts: readonly StackedConflict[], is: (role: TariffRole) => boolean): boolean =>
  conflicts.length > 0 && conflicts.some(({ variants }) => variants.some(({ role }) => is(role)));

// Line numbers have no leading zeros, so the shorter one is the smaller one.
function byLineNumber(a: string | null, b: string | null): number {
  const [left, right] = [a ?? "", b ?? ""];
  return left.length - right.length || (left < right ? -1 : 1);
}

/**
 * IEEPA duty paid on the line, USD, exact: on the numbers of the 15 % agreements, or on all others. A conflict between
 * a number of the one kind and one of the other counts once, among the 15 % numbers.
 */
export function ieepaPaidOn({ rows, conflicts }: EntryLine, withOrdinaryDuty: boolean): AmountRange {
  // Nearly every amount is certain: those are added up first, so that ranges are only made of the others.
  let [certain, rest] = [ZERO_USD, NOTHING];
  for (const { row, role } of rows) {
    if (holdsOrdinaryDuty(role) !== withOrdinaryDuty) continue;
    if (role.kind === "ieepa-duty" && row.duty !== null) certain = addUsd(certain, row.duty);
    else rest = addRanges(rest, ieepaPaidOnRow(row, role));
  }
  for (const { variants } of conflicts)
    if (variants.some(({ role }) => holdsOrdinaryDuty(role)) === withOrdinaryDuty)
      rest = addRanges(rest, spanOf(variants.map(({ row, role }) => ieepaPaidOnRow(row, role))));
  return certain === ZERO_USD ? rest : addRanges(exactly(certain), rest);
}

/** Every row, whether used or one of several variants. */
export const allRowsOf = ({ rows, conflicts }: EntryLine): readonly StackedRow[] =>
  conflicts.length === 0 ? rows : [...rows, ...conflicts.flatMap(({ variants }) => variants)];
