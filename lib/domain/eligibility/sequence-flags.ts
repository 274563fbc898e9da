import type { Day } from "../day";
import { type NumberSequence, RECIPROCAL_NUMBER, sequenceOn } from "../law/number-sequence";
import { allRowsOf, type EntryLine, type StackedRow } from "../refund/entry-line";
import type { LineRefund } from "../refund/refund-of";
import { placeOf, type RowFlag } from "../refund/row-flags";

/**
 * What is wrong with the numbers of a line as such: out of CBP's order, or one without the number it belongs to. Looked
 * at only on lines with IEEPA duty whose rows all carry an ordinal: other files are no picture of the whole line.
 */
export function sequenceFlagsOf(money: readonly LineRefund[], entered: Day | null): readonly RowFlag[] {
  const sequence = entered === null ? null : sequenceOn(entered);
  const isReciprocalDue =
    entered !== null && RECIPROCAL_NUMBER.from <= entered && entered <= RECIPROCAL_NUMBER.until;
  const flags: RowFlag[] = [];
  for (const { line } of money) {
    const duty = firstDutyOf(line);
    if (duty === null) continue;
    if (sequence !== null) flagOutOfSequence(flags, line, sequence);
    flagWithoutPartner(flags, line, duty, isReciprocalDue);
  }
  return flags;
}

/** The first number that bears IEEPA duty; null for none, and where a row has no ordinal. */
function firstDutyOf({ rows }: EntryLine): StackedRow | null {
  let first: StackedRow | null = null;
  for (const stacked of rows) {
    if (stacked.row.ordinal === null) return null;
    if (first === null && stacked.role.kind === "ieepa-duty") first = stacked;
  }
  return first;
}

/** Adds the first number that stands below one it belongs above. */
function flagOutOfSequence(flags: RowFlag[], { rows }: EntryLine, { places }: NumberSequence): void {
  let lowestPlace = 0;
  let lowest = rows[0];
  for (const stacked of areByOrdinal(rows) ? rows : rows.toSorted(byOrdinal)) {
    const { block } = stacked.role;
    if (block === null) continue;
    const [first, last] = places[block];
    const { hts } = stacked.row;
    const above = lowest?.row.hts;
    if (last < lowestPlace && hts && above) {
      flags.push({ kind: "number-out-of-sequence", place: placeOf(stacked.row), hts, above });
      return;
    }
    if (first > lowestPlace) [lowestPlace, lowest] = [first, stacked];
  }
}

function areByOrdinal(rows: readonly StackedRow[]): boolean {
  let above = rows[0];
  for (const stacked of rows) {
    if (above !== undefined && byOrdinal(above, stacked) > 0) return false;
    above = stacked;
  }
  return true;
}

// Ordinals have no leading zeros, so the shorter one is the smaller one.
function byOrdinal(a: StackedRow, b: StackedRow): number {
  const left = a.row.ordinal ?? "";
  const right = b.row.ordinal ?? "";
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}

/** A line needs its Chapter 1 to 97 number, and beside fentanyl duty a reciprocal number, with duty or as an exemption. */
function flagWithoutPartner(
  flags: RowFlag[],
  line: EntryLine,
  { row, role }: StackedRow,
  isReciprocalDue: boolean,
): void {
  if (role.kind !== "ieepa-duty") return;
  let [hasGoods, hasFentanyl, hasReciprocal] = [false, false, false];
  for (const other of allRowsOf(line)) {
    const { kind, block } = other.role;
    if (kind === "unreadable" || kind === "chapter-98") return;
    // A number that does not exist may be the reciprocal one, mistyped.
    if (block === "ieepa-reciprocal" || kind === "ieepa-unlisted") hasReciprocal = true;
    else if (block === "ieepa-fentanyl") hasFentanyl = true;
    else if (kind === "commodity") hasGoods = true;
  }
  const { code } = role.program;
  if (!hasGoods) flags.push({ kind: "no-commodity-number", place: placeOf(row), code });
  if (isReciprocalDue && hasFentanyl && !hasReciprocal)
    flags.push({ kind: "no-reciprocal-number", place: placeOf(row), code });
}
