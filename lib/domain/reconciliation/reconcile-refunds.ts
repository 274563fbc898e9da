import { addDays, type Day } from "../day";
import type { EntryNumber } from "../identifiers";
import { CLOCKS } from "../law/clocks";
import { DEPOSIT_RULES } from "../law/deposit-rules";
import { reconcilePayment, type ReconciledPayment } from "./reconcile-payment";
import { matchBank } from "./bank-lines";
import { foldPayments } from "./fold-payments";
import { type EntryRefund, foldRefunds } from "./fold-refunds";
import { interestSearch } from "./interest-search";
import { joinRefunds } from "./join-refunds";
import type { BankLine, ExpectedRefund, RefundFileRows } from "./refund-rows";
import { byText } from "../text-order";

export type RefundSources = RefundFileRows & {
  /** Every entry that was filed, and every one that a refund names, as far as it is known. */
  readonly expected: readonly ExpectedRefund[];
};

/** A refund that a report announces and no payment carries. `dueBy`: the last day on which it is not late. */
export type UnpaidRefund = {
  readonly refund: EntryRefund;
  readonly kind: "timing" | "diverted" | "returned" | "unexplained";
  readonly dueBy: Day | null;
};

/** A filed entry that CBP has not rejected and no report of refunds names. */
export type UnrefundedEntry = {
  readonly due: ExpectedRefund;
  readonly kind: "timing" | "entry-missing";
  readonly dueBy: Day | null;
};

export type RefundReconciliation = {
  /** Newest first. */
  readonly payments: readonly ReconciledPayment[];
  readonly unpaid: readonly UnpaidRefund[];
  readonly unrefunded: readonly UnrefundedEntry[];
  /** Credits of the bank that have nothing to do with refunds. */
  readonly otherCredits: readonly BankLine[];
};

/**
 * Payments, the entries they pay and what was due, joined and compared to the cent. The order of the rows and how far
 * files overlap changes nothing; every payment, refund and filed entry is in the answer once.
 */
export function reconcileRefunds(sources: RefundSources, asOf: Day): RefundReconciliation {
  const reported = foldPayments(sources.payments);
  const bank = matchBank(reported, sources.bankLines);
  const payments = [...reported, ...bank.unreported];
  const refunds = foldRefunds(sources.refunds);
  const { ofPayment, unpaid } = joinRefunds(payments, refunds);
  const due = new Map(sources.expected.map((expected) => [expected.number, expected]));
  const refunded = new Set<EntryNumber>(refunds.map(({ number }) => number));
  const without = sources.expected.filter(
    ({ number, standing }) => standing !== "rejected" && !refunded.has(number),
  );
  const search = interestSearch();
  const missing = new Set<EntryNumber>();
  const reconciled = payments.map((payment) => {
    const free = without.filter(({ number }) => !missing.has(number));
    const result = reconcilePayment(payment, ofPayment.get(payment.id) ?? [], {
      ...{ due, without: free, search, asOf, bank: bank.stateOf(payment) },
    });
    for (const { number } of result.missing) missing.add(number);
    return result;
  });
  return {
    payments: reconciled.toSorted(byDay),
    unpaid: unpaid.map((refund) => unpaidRefund(refund, asOf)),
    unrefunded: without
      .filter(({ number }) => !missing.has(number))
      .map((entry) => unrefunded(entry, asOf))
      .toSorted((a, b) => (a.due.number < b.due.number ? -1 : 1)),
    otherCredits: bank.others,
  };
}

const byDay = ({ payment: a }: ReconciledPayment, { payment: b }: ReconciledPayment): number =>
  byText(b.day ?? "", a.day ?? "") || byText(a.id, b.id);

/** Refunds are to be paid within 30 days of the (re)liquidation (19 U.S.C. 1505(b)). */
const refundDueBy = (liquidated: Day): Day => addDays(liquidated, DEPOSIT_RULES.lateRefund.periodDays);

function unpaidRefund(refund: EntryRefund, asOf: Day): UnpaidRefund {
  const dueBy = refund.liquidationDate === null ? null : refundDueBy(refund.liquidationDate);
  if (refund.status === "diverted" || refund.status === "returned")
    return { refund, kind: refund.status, dueBy };
  return { refund, kind: dueBy === null || asOf <= dueBy ? "timing" : "unexplained", dueBy };
}

/** A liquidation before the filing is the one that CAPE sets aside: the refund comes with the next. */
function unrefunded(due: ExpectedRefund, asOf: Day): UnrefundedEntry {
  const { filedOn, liquidatedOn, standing } = due;
  const byCape = liquidatedOn !== null && filedOn !== null && liquidatedOn >= filedOn && liquidatedOn <= asOf;
  const latest = filedOn === null ? null : addDays(filedOn, CLOCKS["acceptance-to-refund"].daysMax);
  const dueBy = byCape ? refundDueBy(liquidatedOn) : latest;
  return {
    due,
    kind: standing === "accepted" && dueBy !== null && asOf > dueBy ? "entry-missing" : "timing",
    dueBy,
  };
}
