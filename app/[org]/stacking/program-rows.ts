import type { MoneyRange, ProgramRow } from "@/components/stacking/program-table";
import type { MonthRow } from "@/components/stacking/month-table";
import type { ProgramMonth } from "@/lib/data/program-totals";
import { sumMoney, usdText, type AmountRange, type MoneyTotals } from "@/lib/domain";
import { authorityOf, AUTHORITY_WORDS, programName } from "@/lib/wording/programs";

type AuthorityName = keyof typeof AUTHORITY_WORDS;

const toRange = ({ min, max }: AmountRange): MoneyRange => ({ min: usdText(min), max: max && usdText(max) });

const toMoney = ({ paid, refundable, stays }: MoneyTotals) => ({
  paid: toRange(paid),
  refundable: toRange(refundable),
  stays: toRange(stays),
});

const AUTHORITIES = Object.keys(AUTHORITY_WORDS) as AuthorityName[];

/** Duty by program: every IEEPA program on its own, as it is what comes back; the others by authority. */
export function toProgramRows(months: readonly ProgramMonth[]): readonly ProgramRow[] {
  return AUTHORITIES.flatMap((authority): readonly ProgramRow[] => {
    const own = months.filter(({ program }) => authorityOf(program) === authority);
    if (own.length === 0) return [];
    const whole = { name: AUTHORITY_WORDS[authority], ...toMoney(sumMoney(own)) };
    if (authority !== "IEEPA") return [{ id: authority, level: "authority", ...whole }];
    const programs = [...new Set(own.map(({ program }) => program))];
    return [
      ...programs.map((program) => ({
        id: program,
        level: "program" as const,
        name: programName(program),
        ...toMoney(sumMoney(own.filter((each) => each.program === program))),
      })),
      ...(programs.length > 1
        ? [{ id: "IEEPA in all", level: "subtotal" as const, ...whole, name: "IEEPA in all" }]
        : []),
    ];
  });
}

export const toStackingTotal = (months: readonly ProgramMonth[]) => toMoney(sumMoney(months));

/** The authorities that were paid to, which are the columns of the months. */
export const authoritiesIn = (months: readonly ProgramMonth[]): readonly AuthorityName[] =>
  AUTHORITIES.filter((authority) => months.some(({ program }) => authorityOf(program) === authority));

/** Duty by month of entry, oldest first; entries without an entry date last. */
export function toMonthRows(months: readonly ProgramMonth[]): readonly MonthRow[] {
  const columns = authoritiesIn(months);
  const names = [...new Set(months.map(({ month }) => month))].sort((a, b) =>
    (a ?? "9999") < (b ?? "9999") ? -1 : 1,
  );
  return names.map((name) => {
    const own = months.filter(({ month }) => month === name);
    const { refundable, stays } = toMoney(sumMoney(own));
    return {
      month: name,
      paid: columns.map((authority) =>
        toRange(sumMoney(own.filter(({ program }) => authorityOf(program) === authority)).paid),
      ),
      refundable,
      stays,
    };
  });
}
