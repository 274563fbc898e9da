import type { OpenPoint } from "@/components/refunds/open-points-table";
import type { NamedBadge, PaymentRow } from "@/components/refunds/payments-table";
import {
  addUsd,
  amountOf,
  formatEntryNumber,
  subtractUsd,
  toCents,
  usd,
  usdText,
  ZERO_USD,
  type BankState,
  type Payment,
  type ReconciledPayment,
  type RefundReconciliation,
} from "@/lib/domain";
import { formatUsd } from "@/lib/wording/money";
import {
  BANK_BASIS_WORDS,
  PAYMENT_STATUS_WORDS,
  VARIANCE_WORDS,
  type VarianceKind,
} from "@/lib/wording/refunds";

export const paymentName = ({ refundNumber, trace, statusFound, id }: Payment): string =>
  refundNumber ?? trace ?? (statusFound || id);

export const payeeText = ({ payment, groups }: ReconciledPayment): string => {
  const { payeeName, payeeNumber } = payment;
  const number = payeeNumber ?? groups[0]?.payee ?? null;
  if (payeeName !== null) return number === null ? payeeName : `${payeeName} (${number})`;
  return number ?? "not named";
};

export const badgeOf = (kind: VarianceKind): NamedBadge => {
  const { name, tone } = VARIANCE_WORDS[kind];
  return { name, tone };
};

/** Every kind of difference of a payment and its entries, each once. */
export function variancesOf({ variances, entries, ledger }: ReconciledPayment): readonly NamedBadge[] {
  const kinds = new Set<VarianceKind>([
    // Said by its status already.
    ...variances
      .map(({ kind }) => kind)
      .filter((kind) => kind !== "diverted" && kind !== "returned" && kind !== "timing"),
    ...entries.flatMap((entry) => entry.variances.map(({ kind }) => kind)),
  ]);
  const notCompared = ledger.notCompared.isZero() ? [] : [{ name: "Not compared", tone: "caution" } as const];
  return [...[...kinds].map(badgeOf), ...notCompared];
}

export function bankText(bank: BankState): string {
  if (bank.kind === "not-told") return "no statement";
  if (bank.kind === "not-seen") return "not on the statement";
  const seen = `${bank.line.day}, ${BANK_BASIS_WORDS[bank.basis]}`;
  return bank.difference.isZero() ? seen : `${seen}; differs by ${formatUsd(usdText(bank.difference))}`;
}

export function toPaymentRow(reconciled: ReconciledPayment, base: string): PaymentRow {
  const { payment, ledger, entries, missing, bank } = reconciled;
  const isKnown = ledger.notCompared.isZero();
  const expected = addUsd(ledger.expected, ledger.missing);
  return {
    id: payment.id,
    href: `${base}/refunds/${payment.id}`,
    day: payment.day,
    name: paymentName(payment),
    payee: payeeText(reconciled),
    entries: entries.length + missing.length,
    expected: isKnown ? usdText(expected) : null,
    paid: usdText(payment.total),
    difference: isKnown ? usdText(subtractUsd(payment.total, expected)) : null,
    status: PAYMENT_STATUS_WORDS[payment.status],
    variances: variancesOf(reconciled),
    bank: bankText(bank),
  };
}

/** Money that nothing explains, or that did not arrive, the largest first. */
export function toOpenPoints(
  { payments, unpaid, unrefunded }: RefundReconciliation,
  base: string,
): readonly OpenPoint[] {
  const points = [
    ...payments.flatMap((payment) => pointsOfPayment(payment, base)),
    ...unpaid.flatMap(({ refund, kind, dueBy }) => {
      if (kind === "timing") return [];
      const late = dueBy === null ? "" : ` It was due by ${dueBy}.`;
      return {
        id: `${refund.number} ${refund.refundNumber ?? ""}`,
        kind: badgeOf(kind),
        what: formatEntryNumber(refund.number),
        href: `${base}/entries/${refund.number}`,
        amount: usdText(amountOf(refund)),
        sentence: `A refund without a payment.${late} ${VARIANCE_WORDS[kind].sentence}`,
      };
    }),
    ...unrefunded.flatMap(({ due, kind, dueBy }) =>
      kind === "timing"
        ? []
        : {
            id: due.number,
            kind: badgeOf(kind),
            what: formatEntryNumber(due.number),
            href: `${base}/entries/${due.number}`,
            amount: usdText(toCents(due.principal ?? ZERO_USD)),
            sentence: `Refund due by ${dueBy ?? "now"}. ${VARIANCE_WORDS[kind].sentence}`,
          },
    ),
  ];
  return points.toSorted((a, b) => usd(b.amount).abs().comparedTo(usd(a.amount).abs()));
}

function pointsOfPayment(
  { payment, variances, ledger, bank, entries }: ReconciledPayment,
  base: string,
): OpenPoint[] {
  const of = { what: paymentName(payment), href: `${base}/refunds/${payment.id}` };
  const point = (kind: NamedBadge, amount: string, sentence: string): OpenPoint => ({
    ...{ ...of, kind, amount, sentence },
    id: `${payment.id} ${kind.name}`,
  });
  const points = variances.flatMap(({ kind, amount }) =>
    kind === "timing" ? [] : [point(badgeOf(kind), usdText(amount), VARIANCE_WORDS[kind].sentence)],
  );
  if (entries.length === 0 && points.length === 0)
    points.push(
      point(
        badgeOf("unexplained"),
        usdText(payment.total),
        "No report names the entries of this payment. Import ES-022.",
      ),
    );
  if (!ledger.notCompared.isZero())
    points.push(
      point(
        { name: "Not compared", tone: "caution" },
        usdText(ledger.notCompared),
        "What was due on some entries is not known. The payment says why.",
      ),
    );
  if (bank.kind === "not-seen")
    points.push(
      point(
        { name: "Not in the bank", tone: "blocked" },
        usdText(payment.total),
        "Issued by Treasury, and not on the statement that covers its days. Ask the bank with the trace number.",
      ),
    );
  if (bank.kind === "seen" && !bank.difference.isZero())
    points.push(
      point(
        { name: "Bank differs", tone: "blocked" },
        usdText(bank.difference),
        "The credit is not the amount that CBP reports.",
      ),
    );
  if (payment.otherTotals.length > 0)
    points.push(
      point(
        { name: "Reports disagree", tone: "caution" },
        usdText(payment.total),
        `Other rows say ${payment.otherTotals.map((total) => formatUsd(usdText(total))).join(", ")}. The latest row counts.`,
      ),
    );
  return points;
}
