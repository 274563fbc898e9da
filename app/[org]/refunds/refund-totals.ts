import type { RefundFiguresProps } from "@/components/refunds/refund-figures";
import type { TypedPaymentRow } from "@/components/refunds/typed-payments-table";
import type { Option } from "@/components/ui/field";
import type { TypedPayment } from "@/lib/data/refund-rows";
import {
  addUsd,
  subtractUsd,
  sumUsd,
  usdText,
  ZERO_USD,
  type ReconciledPayment,
  type RefundReconciliation,
  type Usd,
} from "@/lib/domain";
import { countOf, formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";
import { PAYMENT_STATUS_WORDS } from "@/lib/wording/refunds";

import { payeeText } from "./payment-rows";
import type { RefundFilter } from "./refunds-query";

export const FILTER_LABELS = {
  all: "All",
  differs: "With differences",
  trouble: "Did not arrive",
  "on-the-way": "On the way",
  settled: "Settled to the cent",
} as const satisfies Record<RefundFilter, string>;

export const STATUS_OPTIONS: readonly Option[] = (["issued", "sent", "diverted", "returned"] as const).map(
  (value) => ({
    value,
    label: PAYMENT_STATUS_WORDS[value].name,
  }),
);

/** The four figures above the payments; they are of all payments, whatever the filter. */
export function toFigures({ payments }: RefundReconciliation): RefundFiguresProps {
  const arrived = payments.filter(({ payment: { status } }) => status === "issued" || status === "unknown");
  const stopped = payments.filter(
    ({ payment: { status } }) => status === "diverted" || status === "returned",
  );
  const totalOf = (of: readonly ReconciledPayment[]) =>
    usdText(sumUsd(of.map(({ payment }) => payment.total)));
  const ledgers = payments.map(({ ledger }) => ledger);
  const differences = sumUsd(ledgers.map((ledger) => ledger.differences));
  const unmatched = sumUsd(ledgers.flatMap((ledger) => [absolute(ledger.unmatched), ledger.notCompared]));
  return {
    received: { amount: totalOf(arrived), note: countOf(arrived.length, "payment", "payments") },
    stopped: {
      amount: totalOf(stopped),
      note:
        stopped.length === 0
          ? "none diverted or returned"
          : `${formatCount(stopped.length)} diverted or returned`,
    },
    differences: { amount: usdText(differences), note: "paid less expected, each named" },
    unmatched: { amount: usdText(unmatched), note: "no entry, or nothing to compare with" },
  };
}

/** Too much and too little do not make up for each other. */
const absolute = (amount: Usd): Usd => (amount.isNegative() ? subtractUsd(ZERO_USD, amount) : amount);

/** What is not here yet and not late. */
export function waitingSentence({ unpaid, unrefunded }: RefundReconciliation): string {
  const announced = unpaid.filter(({ kind }) => kind === "timing");
  const waiting = unrefunded.filter(({ kind }) => kind === "timing");
  const amount = waiting.reduce((sum, { due }) => addUsd(sum, due.principal ?? ZERO_USD), ZERO_USD);
  return [
    ...(announced.length === 0
      ? []
      : [`${countOf(announced.length, "refund is", "refunds are")} announced and not paid yet.`]),
    ...(waiting.length === 0
      ? []
      : [
          `${countOf(waiting.length, "filed entry waits", "filed entries wait")} for a refund of ${formatUsd(usdText(amount))} and interest.`,
        ]),
  ].join(" ");
}

export function payeesIn(payments: readonly ReconciledPayment[]): readonly Option[] {
  const payees = new Map<string, string>();
  for (const payment of payments) {
    const number = payment.payment.payeeNumber ?? payment.groups[0]?.payee ?? null;
    if (number !== null && !payees.has(number)) payees.set(number, payeeText(payment));
  }
  return [
    { value: "", label: "All payees" },
    ...[...payees]
      .map(([value, label]) => ({ value, label }))
      .toSorted((a, b) => (a.label < b.label ? -1 : 1)),
  ];
}

export const toTypedRow = ({
  id,
  day,
  total,
  refundNumber,
  trace,
  status,
}: TypedPayment): TypedPaymentRow => ({
  ...{ id, day, refundNumber, trace },
  total: usdText(total),
  status: PAYMENT_STATUS_WORDS[status].name,
});
