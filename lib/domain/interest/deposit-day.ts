import { addDays, type Day, day } from "../day";
import { DEPOSIT_RULES } from "../law/deposit-rules";
import { workingDayAfter } from "./working-days";

/** Which fact the deposit day rests on; all but the payment date are derived and shown as such. */
export type DepositBasis = "payment-date" | "ten-working-days" | "monthly-statement";

export type DepositDay = { readonly day: Day; readonly basis: DepositBasis };

/** What the files say of the payment. `monthly`: a statement column shows a periodic monthly statement. */
export type PaymentFacts = { readonly paymentDate: Day | null; readonly monthly: boolean };

/**
 * The day the estimated duty was deposited, on which interest starts (19 U.S.C. 1505(a), (c)): the payment date where
 * a file has one; else the 15th working day of the month after entry for monthly statements, and the tenth working
 * day after entry for the rest. Derived days throw for entries outside the years with known holidays.
 */
export function depositDayOf(entryDate: Day, { paymentDate, monthly }: PaymentFacts): DepositDay {
  if (paymentDate !== null) return { day: paymentDate, basis: "payment-date" };
  if (monthly) {
    const deposited = workingDayAfter(lastDayOfMonth(entryDate), DEPOSIT_RULES.monthlyStatement.workingDay);
    return { day: deposited, basis: "monthly-statement" };
  }
  return {
    day: workingDayAfter(entryDate, DEPOSIT_RULES.singleEntry.workingDays),
    basis: "ten-working-days",
  };
}

/** Remembers derived days as long as its holder lives: a year has few days of entry, and each counts its holidays. */
export function rememberingDepositDays(): typeof depositDayOf {
  const single = new Map<Day, DepositDay>();
  const monthly = new Map<Day, DepositDay>();
  return (entryDate, payment) => {
    if (payment.paymentDate !== null) return depositDayOf(entryDate, payment);
    const known = payment.monthly ? monthly : single;
    const before = known.get(entryDate);
    if (before !== undefined) return before;
    const derived = depositDayOf(entryDate, payment);
    known.set(entryDate, derived);
    return derived;
  };
}

function lastDayOfMonth(on: Day): Day {
  const inNextMonth = addDays(day(`${on.slice(0, 7)}-28`), 4);
  return addDays(day(`${inNextMonth.slice(0, 7)}-01`), -1);
}
