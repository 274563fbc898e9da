import { AUTHORITY_NAMES } from "../law/chapter-99-prefixes";
import { type Authority, CHAPTER_99_PROGRAMS, type Chapter99Program } from "../law/chapter-99-rows";
import { addUsd, compareUsd, type Usd, ZERO_USD } from "../money";
import { type AmountRange, certainAmount, exactly, NOTHING, subtractFrom, upTo } from "./amount-range";
import type { StackedRow } from "./entry-line";
import {
  addMoney,
  allRefundable,
  allStays,
  moneyOf,
  type MoneyTotals,
  NO_MONEY,
  onlyPaid,
  spanOfMoney,
} from "./money-totals";
import { contradicts, type OrdinaryDuty, refundableOf } from "./ordinary-duty";
import type { LineRefund } from "./refund-of";
import { holdsOrdinaryDuty, type TariffRole } from "./tariff-role";

/**
 * A program; its authority alone where only the prefix of the number is known; COLUMN_1, the ordinary duty on commodity
 * numbers; UNKNOWN, numbers that cannot be read, and rows that contradict each other about the program.
 */
export type ProgramKey = Chapter99Program | Authority | "COLUMN_1" | "UNKNOWN";

export type ProgramTotal = MoneyTotals & { readonly program: ProgramKey };

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

/** What is added up for one program. Most rows come back or stay whole, so that one addition does for each. */
type Sum = {
  readonly program: ProgramKey;
  readonly place: number;
  comesBack: Usd;
  stays: Usd;
  rest: MoneyTotals;
};

/**
 * Duty of the lines by program, with every program that has a row. The refundable parts add up to `refundOfLines`, and
 * what was paid to all duty of all rows: both are read off the same rows, once.
 */
export function programTotals(lines: readonly LineRefund[]): readonly ProgramTotal[] {
  const sums: Sum[] = [];
  for (const line of lines) addLine(sums, line);
  return sums.map(totalOf);
}

/** Few programs meet on an entry: looking through them, in their order, is quicker than a table of them. */
function sumOf(sums: Sum[], program: ProgramKey): Sum {
  for (const sum of sums) if (sum.program === program) return sum;
  const place = ORDER.get(program) ?? 0;
  const started = { program, place, comesBack: ZERO_USD, stays: ZERO_USD, rest: NO_MONEY };
  sums.push(started);
  for (let at = sums.length - 1; at > 0; at--) {
    const above = sums[at - 1];
    if (above === undefined || above.place < place) break;
    [sums[at - 1], sums[at]] = [started, above];
  }
  return started;
}

function totalOf({ program, comesBack, stays, rest }: Sum): ProgramTotal {
  const { paid, refundable, stays: staying } = addMoney(ofWhole(comesBack, stays), rest);
  return { program, paid, refundable, stays: staying };
}

/** Nearly always one of the two is nothing. */
function ofWhole(comesBack: Usd, stays: Usd): MoneyTotals {
  if (stays === ZERO_USD) return allRefundable(comesBack);
  return comesBack === ZERO_USD ? allStays(stays) : addMoney(allRefundable(comesBack), allStays(stays));
}

function addRest(sum: Sum, money: MoneyTotals): void {
  sum.rest = addMoney(sum.rest, money);
}

function addLine(sums: Sum[], refund: LineRefund): void {
  let sum15: Sum | null = null;
  for (const stacked of refund.line.rows) {
    const sum = sumOf(sums, keyOf(stacked.role));
    if (holdsOrdinaryDuty(stacked.role)) addRest((sum15 = sum), onlyPaid(stacked));
    else addRow(sum, stacked);
  }
  for (const { variants } of refund.line.conflicts) {
    const bearing = variants.find(({ role }) => holdsOrdinaryDuty(role));
    const money = spanOfMoney(variants.map(moneyOf));
    const [key = "UNKNOWN", ...more] = new Set(variants.map(({ role }) => keyOf(role)));
    if (bearing) addRest((sum15 = sumOf(sums, keyOf(bearing.role))), { ...money, refundable: NOTHING });
    else addRest(sumOf(sums, more.length > 0 ? "UNKNOWN" : key), money);
  }
  // The 15 % rows of a line refund together: the ordinary duty comes off once.
  const { ordinaryDuty, paidWithOrdinaryDuty: paid } = refund;
  if (sum15 === null || ordinaryDuty === null) return;
  const refundable = refundableOf(paid, ordinaryDuty);
  const stays = ordinaryPartOf(paid, refundable, ordinaryDuty);
  addRest(sum15, { paid: NOTHING, refundable, stays });
}

function addRow(sum: Sum, stacked: StackedRow): void {
  const { duty } = stacked.row;
  const { kind } = stacked.role;
  if (duty === null || kind === "ieepa-unlisted" || kind === "unreadable") addRest(sum, moneyOf(stacked));
  else if (kind === "ieepa-duty") sum.comesBack = addUsd(sum.comesBack, duty);
  else sum.stays = addUsd(sum.stays, duty);
}

function keyOf(role: TariffRole): ProgramKey {
  if (role.kind === "unreadable") return "UNKNOWN";
  if (!("program" in role)) return "COLUMN_1";
  return role.program?.program ?? role.program?.authority ?? "UNKNOWN";
}

/** The ordinary duty inside what was paid on the 15 % numbers: it stays. */
function ordinaryPartOf(paid: AmountRange, refundable: AmountRange, ordinary: OrdinaryDuty): AmountRange {
  if (ordinary.kind === "on-commodity-row") return NOTHING;
  const certain = certainAmount(refundable);
  if (certain && certainAmount(paid)) return subtractFrom(paid, certain);
  const isKnown = ordinary.kind === "known" && !contradicts(ordinary, paid);
  if (isKnown && compareUsd(ordinary.duty, paid.min) <= 0) return exactly(ordinary.duty);
  return paid.max === null ? { min: ZERO_USD, max: null } : upTo(paid);
}
