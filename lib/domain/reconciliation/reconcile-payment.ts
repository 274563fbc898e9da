import type { Day } from "../day";
import type { EntryNumber } from "../identifiers";
import { addUsd, subtractUsd, sumUsd, toCents, type Usd, ZERO_USD } from "../money";
import type { BankState } from "./bank-lines";
import { compareRefunds, type ReconciledEntry } from "./compare-refund";
import { type Payment, sameNumber } from "./fold-payments";
import { interestBy } from "./interest-cause";
import type { InterestSearch } from "./interest-search";
import { amountOf, groupOf, type JoinedRefund, type RefundGroup } from "./join-refunds";
import type { ExpectedRefund } from "./refund-rows";

/** What is to say of a payment as a whole. */
export type PaymentVariance = {
  readonly kind:
    | "diverted"
    | "returned"
    | "timing"
    | "other-payee"
    | "entry-missing"
    /** No entry explains it. */
    | "unexplained";
  /** USD. */
  readonly amount: Usd;
};

/**
 * Every cent of a payment has one place, USD: total = expected + differences + not compared + missing + unmatched.
 * Differences are signed, paid less expected, and each is named.
 */
export type PaymentLedger = {
  readonly expected: Usd;
  readonly differences: Usd;
  /** Paid on entries of which we cannot tell what was due. */
  readonly notCompared: Usd;
  /** Paid on entries that no report names, and that give the rest of the payment to the cent. */
  readonly missing: Usd;
  readonly unmatched: Usd;
};

export type ReconciledPayment = {
  readonly payment: Payment;
  readonly groups: readonly RefundGroup[];
  readonly entries: readonly ReconciledEntry[];
  /** Entries that the reports leave out and the payment pays: their dues are the rest of it, to the cent. */
  readonly missing: readonly { readonly number: EntryNumber; readonly due: Usd }[];
  readonly variances: readonly PaymentVariance[];
  readonly ledger: PaymentLedger;
  readonly bank: BankState;
};

type PaymentContext = {
  readonly due: ReadonlyMap<EntryNumber, ExpectedRefund>;
  /** Filed entries that no report of refunds names. */
  readonly without: readonly ExpectedRefund[];
  readonly search: InterestSearch;
  readonly bank: BankState;
  readonly asOf: Day;
};

/** A payment beside the entries it pays. */
export function reconcilePayment(
  payment: Payment,
  joined: readonly JoinedRefund[],
  context: PaymentContext,
): ReconciledPayment {
  const dueOf = ({ number }: { readonly number: EntryNumber }) => context.due.get(number) ?? null;
  const entries = compareRefunds(joined, dueOf, context.search, context.asOf);
  const groups = groupsOf(entries);
  const rest = subtractUsd(payment.total, sumUsd(joined.map(({ refund }) => amountOf(refund))));
  const missing = rest.gt(0) ? missingEntries(rest, payment, groups, context) : [];
  const unmatched = missing.length > 0 ? ZERO_USD : rest;
  return {
    ...{ payment, groups, entries, missing, bank: context.bank },
    variances: variancesOf(payment, entries, rest, unmatched),
    ledger: { ...ledgerOf(entries), missing: subtractUsd(rest, unmatched), unmatched },
  };
}

function groupsOf(entries: readonly ReconciledEntry[]): readonly RefundGroup[] {
  const groups = new Map(entries.map(({ refund }) => [JSON.stringify(groupOf(refund)), groupOf(refund)]));
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function ledgerOf(entries: readonly ReconciledEntry[]): Omit<PaymentLedger, "missing" | "unmatched"> {
  let [expectedSum, differences, notCompared] = [ZERO_USD, ZERO_USD, ZERO_USD];
  for (const { refund, expected } of entries) {
    for (const part of ["principal", "interest"] as const) {
      const [paid, due] = [refund[part], expected[part]];
      if (paid === null) continue;
      if (due === null) notCompared = addUsd(notCompared, paid);
      else {
        expectedSum = addUsd(expectedSum, due);
        differences = addUsd(differences, subtractUsd(paid, due));
      }
    }
  }
  return { expected: expectedSum, differences, notCompared };
}

/** Filed entries of this payee, liquidated on a day of this payment: all of them together, or one alone, give the rest. */
function missingEntries(
  rest: Usd,
  { payeeNumber }: Payment,
  groups: readonly RefundGroup[],
  { without, search: { tables } }: PaymentContext,
): ReconciledPayment["missing"] {
  const candidates = without.flatMap((entry) => {
    const { importerNumber, liquidatedOn, depositedOn, principal, rateClass, number } = entry;
    if (liquidatedOn === null || depositedOn === null || principal === null || entry.standing !== "accepted")
      return [];
    const isOfDay =
      groups.length === 0 || groups.some(({ liquidationDate }) => liquidationDate === liquidatedOn);
    if (!isOfDay || !isSameParty(payeeNumber, importerNumber)) return [];
    const interest = interestBy(tables, principal, depositedOn, liquidatedOn, {
      convention: "default",
      rateClass,
    });
    return [{ number, due: addUsd(toCents(principal), interest) }];
  });
  if (candidates.length > 0 && sumUsd(candidates.map(({ due }) => due)).eq(rest)) return candidates;
  const alone = candidates.filter(({ due }) => due.eq(rest));
  return alone.length === 1 ? alone : [];
}

/** Parties that are not known may be the same. */
const isSameParty = (a: string | null, b: string | null): boolean =>
  a === null || b === null || sameNumber(a) === sameNumber(b);

function variancesOf(
  { status, total, payeeNumber }: Payment,
  entries: readonly ReconciledEntry[],
  rest: Usd,
  unmatched: Usd,
): readonly PaymentVariance[] {
  const variances: PaymentVariance[] = [];
  if (status === "diverted" || status === "returned") variances.push({ kind: status, amount: total });
  if (status === "sent") variances.push({ kind: "timing", amount: total });
  const isOther =
    entries.length > 0 && entries.every(({ refund }) => !isSameParty(payeeNumber, refund.importerNumber));
  if (isOther) variances.push({ kind: "other-payee", amount: total });
  if (!unmatched.isZero()) variances.push({ kind: "unexplained", amount: unmatched });
  else if (!rest.isZero()) variances.push({ kind: "entry-missing", amount: rest });
  return variances;
}
