import type { LineConflict, TariffLine } from "../entry";
import { agree, bySource, tariffKeyOf } from "./compared-cells";
import { type ComparedRow, distinctRows, haveOneShape, type Repeat, toComparedRow } from "./distinct-rows";
import { groupBy } from "./group-by";
import { toldApart } from "./numbers-together";

/** What the rows of one entry come to: one used row per key, corrections, conflicts, and what merely repeats. */
export type SettledLines = {
  readonly lines: readonly TariffLine[];
  readonly conflicts: readonly LineConflict[];
  /** Repeats that know a cell the used row lacks; kept because a later file may contradict it. */
  readonly echoes: readonly TariffLine[];
  /** Every row set aside as a repeat, echoes included. */
  readonly repeats: readonly Repeat[];
};

/** Rows that claim to be the same tariff number of the same line. */
type KeyGroup = [ComparedRow, ...ComparedRow[]];

/**
 * Settles the rows of one entry. The key is line and ordinal; without an ordinal, line and tariff number; without a
 * line number, the entry has one line. Equal rows are one row, rows with negative duty are corrections whatever their
 * key, and different rows of one key are a conflict. The outcome does not depend on the order of rows or files.
 */
export function settleLines(lines: readonly TariffLine[]): SettledLines {
  if (areInOrder(lines)) return { lines, conflicts: [], echoes: [], repeats: [] };
  const inDetail = toldApart(lines);
  const summedUp = new Set(inDetail.map(({ line }) => line));
  const { rows, repeats } = distinctRows(lines.filter((line) => !summedUp.has(line)));
  const ordered = rows.toSorted(byCompleteness);
  const used: TariffLine[] = [];
  const conflicts: LineConflict[] = [];
  const echoes: Repeat[] = [...inDetail];
  for (const group of [
    ...correctionsIn(ordered),
    ...keyGroupsOf(ordered.filter((row) => !isCorrection(row))),
  ]) {
    const [{ line: twin }, ...others] = group;
    if (allAgree(group)) {
      used.push(twin);
      for (const { line } of others) echoes.push({ line, twin });
    } else conflicts.push({ variants: [twin, ...others.map(({ line }) => line)] });
  }
  return {
    lines: used.toSorted(bySource),
    conflicts: conflicts.toSorted((a, b) => bySource(a.variants[0], b.variants[0])),
    echoes: echoes.map(({ line }) => line).toSorted(bySource),
    repeats: [...repeats, ...echoes],
  };
}

/**
 * True for rows of one file whose line and ordinal only ever rise, as nearly every report prints them: then no two
 * rows can be one tariff number, and nothing is left to settle.
 */
function areInOrder(lines: readonly TariffLine[]): boolean {
  let above: TariffLine | null = null;
  for (const line of lines) {
    if (line.lineNumber === null || line.ordinal === null || line.columns === undefined) return false;
    if (above !== null && !(standsBelow(line, above) && line.columns === above.columns)) return false;
    above = line;
  }
  return true;
}

function standsBelow(line: TariffLine, above: TariffLine): boolean {
  if (line.source.file !== above.source.file || line.source.row <= above.source.row) return false;
  if (line.lineNumber !== above.lineNumber) return isHigher(line.lineNumber, above.lineNumber);
  return isHigher(line.ordinal, above.ordinal);
}

/** Counts have no leading zeros, so the longer text is the higher one; odd texts are ordered too, in some way. */
function isHigher(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  return a.length > b.length || (a.length === b.length && a > b);
}

const isCorrection = ({ line: { duty } }: ComparedRow): boolean =>
  duty?.isNegative() === true && !duty.isZero();

/** Rows that know their place best come first, so that poorer rows find them; then by content, never by arrival. */
function byCompleteness(a: ComparedRow, b: ComparedRow): number {
  const placed = ({ cells }: ComparedRow): number =>
    (cells.has("line") ? 1 : 0) + (cells.has("ordinal") ? 1 : 0);
  return placed(b) - placed(a) || b.cells.size - a.cells.size || (a.text < b.text ? -1 : 1);
}

/** Different corrections are all used; only one that a file with other columns shows again is an echo. */
function correctionsIn(ordered: readonly ComparedRow[]): KeyGroup[] {
  const corrections = ordered.filter(isCorrection);
  if (haveOneShape(corrections)) return corrections.map((row) => [row]);
  const groups: KeyGroup[] = [];
  for (const row of corrections) {
    const same = groups.find(([first]) => claimsSameKey(row, first) && agree(row.cells, first.cells));
    if (same === undefined) groups.push([row]);
    else same.push(row);
  }
  return groups;
}

function keyGroupsOf(ordered: readonly ComparedRow[]): Iterable<KeyGroup> {
  if (haveOneShape(ordered)) return groupBy(ordered, keyOf).values();
  const byKey = new Map<string, KeyGroup>();
  const byTariff = new Map<string, KeyGroup[]>();
  for (const row of ordered) {
    const key = keyOf(row);
    const tariff = tariffKeyOf(row.line);
    const group = byKey.get(key) ?? rivalOf(row, byTariff.get(tariff) ?? []);
    if (group !== undefined) {
      group.push(row);
      continue;
    }
    const own: KeyGroup = [row];
    byKey.set(key, own);
    byTariff.set(tariff, [...(byTariff.get(tariff) ?? []), own]);
  }
  return byKey.values();
}

/** A row that does not know its whole place belongs to the row it agrees with, where there is a choice. */
function rivalOf(row: ComparedRow, groups: readonly KeyGroup[]): KeyGroup | undefined {
  const rivals = groups.filter((group) => group.some((other) => claimsSameKey(row, other)));
  return rivals.find((rival) => rival.every(({ cells }) => agree(row.cells, cells))) ?? rivals[0];
}

const keyOf = ({ line }: ComparedRow): string =>
  `${line.lineNumber ?? "-"}|${line.ordinal === null ? `hts ${tariffKeyOf(line)}` : `ordinal ${line.ordinal}`}`;

/** Could the two be one tariff number of one line, as far as both know their place? */
function claimsSameKey({ line: a }: ComparedRow, { line: b }: ComparedRow): boolean {
  const knownLines = a.lineNumber !== null && b.lineNumber !== null;
  if (knownLines && a.lineNumber !== b.lineNumber) return false;
  if (a.ordinal !== null && b.ordinal !== null) {
    if (a.ordinal !== b.ordinal) return false;
    const sameCount = knownLines || a.lineNumber === b.lineNumber;
    if (sameCount) return true;
  }
  return tariffKeyOf(a) === tariffKeyOf(b);
}

const allAgree = (group: KeyGroup): boolean =>
  group.every((row, index) => group.slice(index + 1).every((other) => agree(row.cells, other.cells)));

/** Stored variants back into conflicts: rows of one key belong together, whatever they say. */
export function groupLineConflicts(variants: readonly TariffLine[]): readonly LineConflict[] {
  const ordered = variants.map(toComparedRow).toSorted(byCompleteness);
  return [...keyGroupsOf(ordered)].map(([first, ...others]) => ({
    variants: [first.line, ...others.map(({ line }) => line)],
  }));
}
