import type { Day } from "../day";
import { METALS_OF_CANADA_AND_MEXICO, RATE_LOCKED } from "../law/assessed-rates";
import type { TariffProgram } from "../law/chapter-99";
import { addUsd, isAboveZero, sumUsd, type Usd, ZERO_USD } from "../money";
import { dutyAt, isDutyAt, percentOf } from "./assessed-duty";
import { allRowsOf, type EntryLine, type StackedRow } from "./entry-line";
import { likelyCauseOf } from "./likely-cause";
import type { Mismatch } from "./mismatch";
import { flagNumber, originFlag, partialBaseFlag } from "./number-flags";
import type { LineRefund } from "./refund-of";
import { placeOf, type RowFlag } from "./row-flags";
import { holdsOrdinaryDuty } from "./tariff-role";

/** True where the rate may be that of another day than the day of entry. */
export const isRateLocked = (entryTypes: readonly string[]): boolean =>
  RATE_LOCKED.entryTypes.some((type) => entryTypes.includes(type));

/** Adds everything about the rows of a line that a broker should look at. None of it changes a lane or an amount. */
export function flagLine(
  flags: RowFlag[],
  refund: LineRefund,
  entered: Day | null,
  rateIsLocked: boolean,
): void {
  const { line } = refund;
  for (const stacked of allRowsOf(line)) {
    const { row, role } = stacked;
    if (role.kind === "commodity") continue;
    flagNumber(flags, stacked, entered);
    if (role.kind === "chapter-98") add(flags, partialBaseFlag(stacked, line));
    if (!("program" in role) || role.program === null || row.duty === null || row.duty.isZero()) continue;
    if (role.kind === "ieepa-exemption") add(flags, exemptionFlag(stacked, role.program, refund, entered));
    if (!isAboveZero(row.duty)) continue;
    if (!rateIsLocked) {
      add(flags, rateFlag(stacked, role.program, refund, entered));
      add(flags, originFlag(stacked, entered));
    }
    add(flags, metalsFlag(stacked, line, entered));
  }
}

function add(flags: RowFlag[], flag: RowFlag | null): void {
  if (flag !== null) flags.push(flag);
}

/**
 * The filed duty against the registry's rate on the line's value. Left out where the base is not the value (Chapter
 * 98), where the rate may be locked from an earlier day (type 06), and for corrections.
 */
function rateFlag(
  stacked: StackedRow,
  program: TariffProgram,
  refund: LineRefund,
  entered: Day | null,
): RowFlag | null {
  const { kind, ratePercent, code } = program;
  const { line } = refund;
  const { value } = line;
  const { duty } = stacked.row;
  if (kind !== "DUTY" || ratePercent === null || value === null || duty === null) return null;
  const ordinary = holdsOrdinaryDuty(stacked.role) ? sumUsd(line.goods.flatMap(dutyOfRow)) : ZERO_USD;
  const filed = addUsd(duty, ordinary);
  if (isDutyAt(filed, value, ratePercent) || standsTwice(stacked, line)) return null;
  const mismatch = toMismatch(stacked, program, refund, entered);
  if (mismatch === null) return null;
  const expected = dutyAt(value, ratePercent);
  const place = placeOf(stacked.row);
  if (!ordinary.isZero()) return { kind: "split-not-15-percent", place, code, duty: filed, expected };
  return {
    kind: "rate-mismatch",
    ...{ place, code, duty, expected },
    percentFiled: percentOf(duty, value) ?? "0",
    percentInRegistry: ratePercent,
    cause: likelyCauseOf(mismatch),
  };
}

/** The duty of another number is what mostly stands on an exemption: 9903.01.33 lies beside the Section 232 number. */
function exemptionFlag(
  stacked: StackedRow,
  program: TariffProgram,
  refund: LineRefund,
  entered: Day | null,
): RowFlag | null {
  const { duty } = stacked.row;
  if (duty === null) return null;
  const mismatch = isAboveZero(duty) ? toMismatch(stacked, program, refund, entered) : null;
  return {
    kind: "duty-on-exemption-number",
    ...{ place: placeOf(stacked.row), code: program.code, duty },
    cause: mismatch && likelyCauseOf(mismatch),
  };
}

/** Null where the duty cannot be compared with the value of the line. */
function toMismatch(
  { row }: StackedRow,
  program: TariffProgram,
  { line, column1 }: LineRefund,
  entered: Day | null,
): Mismatch | null {
  const { value, hasChapter98 } = line;
  if (entered === null || row.duty === null || !isAboveZero(value) || hasChapter98) return null;
  return { program, line, value, duty: row.duty, origin: row.origin, entered, column1 };
}

/** The same number once more on the line: the two share its duty. */
const standsTwice = (stacked: StackedRow, { rows }: EntryLine): boolean =>
  rows.some((other) => other.row !== stacked.row && other.row.hts === stacked.row.hts);

const dutyOfRow = ({ row: { duty } }: StackedRow): readonly Usd[] => (duty === null ? [] : [duty]);

function metalsFlag({ row, role }: StackedRow, line: EntryLine, entered: Day | null): RowFlag | null {
  const { from, until } = METALS_OF_CANADA_AND_MEXICO;
  if (role.kind !== "ieepa-duty" || entered === null || entered < from || entered > until) return null;
  if (!/^IEEPA_FENTANYL_(CA|MX)$/.test(role.program.program ?? "")) return null;
  const metal = line.goods.find(isOfMetal);
  if (!metal?.row.hts) return null;
  return {
    kind: "metals-of-canada-or-mexico",
    ...{ place: placeOf(row), code: role.program.code, hts: metal.row.hts },
  };
}

const isOfMetal = ({ row: { hts } }: StackedRow): boolean =>
  METALS_OF_CANADA_AND_MEXICO.chapters.some((chapter) => hts?.startsWith(chapter));
