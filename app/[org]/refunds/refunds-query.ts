import { sameNumber, type ReconciledPayment } from "@/lib/domain";

import type { SearchParams } from "../../search-params";

/** Which payments are shown: all of it stands in the address. */
export const REFUND_FILTERS = ["all", "differs", "trouble", "on-the-way", "settled"] as const;
export type RefundFilter = (typeof REFUND_FILTERS)[number];

export type RefundsQuery = {
  readonly show: RefundFilter;
  readonly payee: string;
  /** A refund ID, trace number, entry number or amount, as typed. */
  readonly find: string;
};

export function readRefundsQuery(found: SearchParams): RefundsQuery {
  const one = (name: string): string => [found[name] ?? ""].flat()[0]?.trim() ?? "";
  const show = REFUND_FILTERS.find((filter) => filter === one("show")) ?? "all";
  return { show, payee: one("payee"), find: one("find") };
}

export function refundsHref(path: string, query: RefundsQuery): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== "" && value !== "all");
  const search = new URLSearchParams(pairs).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** Whether anything of a payment is off; what is only on its way is not. */
const differs = ({ ledger, variances, entries }: ReconciledPayment): boolean =>
  !ledger.unmatched.isZero() ||
  !ledger.notCompared.isZero() ||
  variances.some(({ kind }) => kind !== "timing") ||
  entries.some((entry) => entry.variances.length > 0);

const SHOWN_BY: Record<RefundFilter, (payment: ReconciledPayment) => boolean> = {
  all: () => true,
  differs,
  trouble: ({ payment: { status }, bank }) =>
    status === "diverted" || status === "returned" || bank.kind === "not-seen",
  "on-the-way": ({ payment: { status } }) => status === "sent",
  settled: (payment) => !differs(payment) && payment.payment.status !== "sent",
};

export const shownBy = (filter: RefundFilter, payments: readonly ReconciledPayment[]) =>
  payments.filter(SHOWN_BY[filter]);

/** By payee and by what was typed to find. */
export const fitting = ({ payee, find }: RefundsQuery, payments: readonly ReconciledPayment[]) =>
  payments.filter((payment) => isOfPayee(payment, payee) && isFound(payment, sameNumber(find)));

const isOfPayee = ({ payment, groups }: ReconciledPayment, payee: string): boolean =>
  payee === "" || payment.payeeNumber === payee || groups.some((group) => group.payee === payee);

const isFound = ({ payment, entries }: ReconciledPayment, find: string): boolean =>
  find === "" ||
  [
    payment.refundNumber,
    payment.trace,
    payment.total.toFixed(2),
    ...entries.map(({ refund }) => refund.number),
  ].some((text) => text !== null && sameNumber(text).includes(find));
