import { AUTHORITY_NAMES } from "../law/chapter-99-prefixes";
import { type Authority, CHAPTER_99_PROGRAMS, type Chapter99Program } from "../law/chapter-99-rows";
import { ZERO_USD } from "../money";
import {
  addRanges,
  type AmountRange,
  certainAmount,
  exactly,
  NOTHING,
  spanOf,
  subtractFrom,
  UNBOUNDED,
  upTo,
} from "./amount-range";
import type { StackedRow } from "./entry-line";
import { contradicts, type OrdinaryDuty, refundableOf } from "./ordinary-duty";
import type { LineRefund } from "./refund-of";
import { holdsOrdinaryDuty, ieepaPaidOnRow, type TariffRole } from "./tariff-role";

/** What was paid, what of it comes back and what stays, USD, exact, corrections netted. */
export type MoneyTotals = {
  readonly paid: AmountRange;
  readonly refundable: AmountRange;
  readonly stays: AmountRange;
};

/**
 * A program; its authority alone where only the prefix of the number is known; COLUMN_1, the ordinary duty on commodity
 * numbers; UNKNOWN, numbers that cannot be read, and rows that contradict each other about the program.
 */
export type ProgramKey = Chapter99Program | Authority | "COLUMN_1" | "UNKNOWN";

export type ProgramTotal = MoneyTotals & { readonly program: ProgramKey };

const NO_MONEY: MoneyTotals = { paid: NOTHING, refundable: NOTHING, stays: NOTHING };

/** In the order of the table of programs, IEEPA first; ordinary duty and what is not known come last. */
const ORDER: ReadonlyMap<ProgramKey, number> = new Map(
  (
    [
      ...Object.keys(CHAPTER_99_PROGRAMS),
      ...Object.keys(AUTHORITY_NAMES),
      ...["COLUMN_1", "UNKNOWN"],
    ] as ProgramKey[]
  ).map((key, index) => [key, index]),
);

/**
 * Duty of the lines by program, with every program that has a row. The refundable parts add up to `refundOfLines`, and
 * what was paid to all duty of all rows: both are read off the same rows, once.
 */
export function programTotals(lines: readonly LineRefund[]): readonly ProgramTotal[] {
  const totals = new Map<ProgramKey, MoneyTotals>();
  for (const line of lines) addLine(totals, line);
  return [...totals]
    .map(([program, total]) => ({ program, ...total }))
    .sort((a, b) => (ORDER.get(a.program) ?? 0) - (ORDER.get(b.program) ?? 0));
}

/** All of them together. */
export const sumMoney = (totals: readonly MoneyTotals[]): MoneyTotals => totals.reduce(addMoney, NO_MONEY);

/** The same where nothing can be claimed: all that was paid stays. */
export const withNothingToClaim = <T extends MoneyTotals>(totals: readonly T[]): readonly T[] =>
  totals.map((total) => ({ ...total, refundable: NOTHING, stays: total.paid }));

/** Mostly one part is all that was paid and the other nothing, so that one addition does. */
function addMoney(a: MoneyTotals, b: MoneyTotals): MoneyTotals {
  if (a === NO_MONEY) return b;
  if (b === NO_MONEY) return a;
  const paid = addRanges(a.paid, b.paid);
  const isAllPaid = (part: "refundable" | "stays"): boolean => a[part] === a.paid && b[part] === b.paid;
  return {
    paid,
    refundable: isAllPaid("refundable") ? paid : addRanges(a.refundable, b.refundable),
    stays: isAllPaid("stays") ? paid : addRanges(a.stays, b.stays),
  };
}

function addLine(totals: Map<ProgramKey, MoneyTotals>, refund: LineRefund): void {
  const add = (key: ProgramKey, money: MoneyTotals): void => {
    totals.set(key, addMoney(totals.get(key) ?? NO_MONEY, money));
  };
  let key15: ProgramKey | null = null;
  for (const stacked of refund.line.rows) {
    const key = keyOf(stacked.role);
    if (holdsOrdinaryDuty(stacked.role)) key15 = key;
    add(key, holdsOrdinaryDuty(stacked.role) ? onlyPaid(stacked) : moneyOf(stacked));
  }
  for (const { variants } of refund.line.conflicts) {
    const bearing = variants.find(({ role }) => holdsOrdinaryDuty(role));
    if (bearing) key15 = keyOf(bearing.role);
    const money = spanOfMoney(variants.map(moneyOf));
    const [key = "UNKNOWN", ...more] = new Set(variants.map(({ role }) => keyOf(role)));
    if (bearing) add(keyOf(bearing.role), { ...money, refundable: NOTHING });
    else add(more.length > 0 ? "UNKNOWN" : key, money);
  }
  // The 15 % rows of a line refund together: the ordinary duty comes off once.
  const { ordinaryDuty, paidWithOrdinaryDuty: paid } = refund;
  if (key15 === null || ordinaryDuty === null) return;
  const refundable = refundableOf(paid, ordinaryDuty);
  add(key15, { paid: NOTHING, refundable, stays: ordinaryPartOf(paid, refundable, ordinaryDuty) });
}

function keyOf(role: TariffRole): ProgramKey {
  if (role.kind === "unreadable") return "UNKNOWN";
  if (!("program" in role)) return "COLUMN_1";
  return role.program?.program ?? role.program?.authority ?? "UNKNOWN";
}

/** Money of one row; the ordinary duty inside a 15 % number is left to its line. */
function moneyOf({ row, role }: StackedRow): MoneyTotals {
  if (row.duty?.isZero()) return NO_MONEY;
  const paid = row.duty === null ? blankDuty(row.dutyFound, role) : exactly(row.duty);
  if (role.kind === "ieepa-duty") return { paid, refundable: paid, stays: NOTHING };
  const refundable = ieepaPaidOnRow(row, role);
  if (refundable === NOTHING) return { paid, refundable, stays: paid };
  if (row.duty === null) return { paid, refundable, stays: UNBOUNDED };
  return { paid, refundable, stays: upTo(paid) };
}

/** What a blank or unreadable duty cell may hide: nothing on an exemption or without a number, else no one knows. */
function blankDuty(found: string, role: TariffRole): AmountRange {
  const isFree = role.kind === "unreadable" || ("program" in role && role.program?.kind === "EXEMPTION");
  return isFree && found.trim() === "" ? NOTHING : UNBOUNDED;
}

const onlyPaid = (stacked: StackedRow): MoneyTotals => ({
  ...NO_MONEY,
  paid: moneyOf(stacked).paid,
});

const spanOfMoney = (variants: readonly MoneyTotals[]): MoneyTotals => ({
  paid: spanOf(variants.map(({ paid }) => paid)),
  refundable: spanOf(variants.map(({ refundable }) => refundable)),
  stays: spanOf(variants.map(({ stays }) => stays)),
});

/** The ordinary duty inside what was paid on the 15 % numbers: it stays. */
function ordinaryPartOf(paid: AmountRange, refundable: AmountRange, ordinary: OrdinaryDuty): AmountRange {
  if (ordinary.kind === "on-commodity-row") return NOTHING;
  const certain = certainAmount(refundable);
  if (certain && certainAmount(paid)) return subtractFrom(paid, certain);
  const isKnown = ordinary.kind === "known" && !contradicts(ordinary, paid);
  if (isKnown && !ordinary.duty.greaterThan(paid.min)) return exactly(ordinary.duty);
  return paid.max === null ? { min: ZERO_USD, max: null } : upTo(paid);
}
