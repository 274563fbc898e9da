import type { Day } from "../day";
import { RECIPROCAL_NUMBER, type SequenceBlock, sequenceOn } from "../law/number-sequence";
import { allRowsOf, type EntryLine, type StackedRow } from "../refund/entry-line";
import type { LineRefund } from "../refund/refund-of";
import { placeOf, type RowFlag } from "../refund/row-flags";

/**
 * What is wrong with the numbers of a line as such: out of CBP's order, or one without the number it belongs to. Looked
 * at only on lines with IEEPA duty whose rows all carry an ordinal: other files are no picture of the whole line.
 */
export function sequenceFlagsOf(money: readonly LineRefund[], entered: Day | null): readonly RowFlag[] {
  return money.flatMap(({ line }) => {
    const duty = line.rows.find(({ role }) => role.kind === "ieepa-duty");
    if (duty === undefined || line.rows.some(({ row }) => row.ordinal === null)) return [];
    return [...outOfSequence(line, entered), ...withoutPartner(line, duty, entered)];
  });
}

/** The first number that stands below one it belongs above. */
function outOfSequence({ rows }: EntryLine, entered: Day | null): readonly RowFlag[] {
  const sequence = entered === null ? null : sequenceOn(entered);
  if (sequence === null) return [];
  let lowest = { place: 0, row: rows[0] };
  const inOrder = rows.every((row, at) => at === 0 || byOrdinal(rows[at - 1] ?? row, row) <= 0);
  for (const stacked of inOrder ? rows : [...rows].sort(byOrdinal)) {
    const block = blockOf(stacked);
    if (block === null) continue;
    const [first, last] = sequence.places[block];
    const [hts, above] = [stacked.row.hts, lowest.row?.row.hts];
    if (last < lowest.place && hts && above)
      return [{ kind: "number-out-of-sequence", place: placeOf(stacked.row), hts, above }];
    if (first > lowest.place) lowest = { place: first, row: stacked };
  }
  return [];
}

// Ordinals have no leading zeros, so the shorter one is the smaller one.
function byOrdinal(a: StackedRow, b: StackedRow): number {
  const [left, right] = [a.row.ordinal ?? "", b.row.ordinal ?? ""];
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}

/** Null: CBP's order does not name the program. Civil aircraft (9903.96) also frees from Section 232 and may follow it. */
function blockOf({ role }: StackedRow): SequenceBlock | null {
  if (role.kind === "commodity" || role.kind === "chapter-98") return role.kind;
  if (!("program" in role) || role.program === null) return null;
  const { authority, program, code } = role.program;
  if (authority === "SECTION_301") return "section-301";
  if (authority === "SECTION_232" || authority === "SECTION_201") return "section-232-or-201";
  if (authority !== "IEEPA" || program === null || code.startsWith("9903.96")) return null;
  if (program.startsWith("IEEPA_FENTANYL")) return "ieepa-fentanyl";
  return program.startsWith("IEEPA_RECIPROCAL") ? "ieepa-reciprocal" : "ieepa-other";
}

/** A line needs its Chapter 1 to 97 number, and beside fentanyl duty a reciprocal number, with duty or as an exemption. */
function withoutPartner(line: EntryLine, duty: StackedRow, entered: Day | null): readonly RowFlag[] {
  const rows = allRowsOf(line);
  if (rows.some(({ role }) => role.kind === "unreadable" || role.kind === "chapter-98")) return [];
  if (duty.role.kind !== "ieepa-duty") return [];
  const flag = { place: placeOf(duty.row), code: duty.role.program.code };
  const flags: RowFlag[] = [];
  if (!rows.some(({ role }) => role.kind === "commodity"))
    flags.push({ kind: "no-commodity-number", ...flag });
  const isDue = entered !== null && RECIPROCAL_NUMBER.from <= entered && entered <= RECIPROCAL_NUMBER.until;
  const has = (block: SequenceBlock): boolean => rows.some((row) => blockOf(row) === block);
  // A number that does not exist may be the reciprocal one, mistyped.
  const isMistyped = rows.some(({ role }) => role.kind === "ieepa-unlisted");
  if (isDue && has("ieepa-fentanyl") && !has("ieepa-reciprocal") && !isMistyped)
    flags.push({ kind: "no-reciprocal-number", ...flag });
  return flags;
}
