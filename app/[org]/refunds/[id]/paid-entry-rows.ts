import type { PaidEntryRow } from "@/components/refunds/paid-entries-table";
import type { SumLine } from "@/components/refunds/payment-sum";
import type { Description } from "@/components/ui/description-list";
import type { SourceFile } from "@/lib/data/source-files";
import {
  addUsd,
  formatEntryNumber,
  subtractUsd,
  sumUsd,
  usdText,
  ZERO_USD,
  type EntryVariance,
  type ReconciledEntry,
  type ReconciledPayment,
} from "@/lib/domain";
import { formatUsd } from "@/lib/wording/money";
import { causeText, GAP_SENTENCES, JOIN_BASIS_WORDS, VARIANCE_WORDS } from "@/lib/wording/refunds";
import { listOf } from "@/lib/wording/facts";
import { countOf } from "@/lib/wording/count";

import { badgeOf, bankText, payeeText } from "../payment-rows";

export function toPaidEntryRow(
  { refund, expected, gap, variances }: ReconciledEntry,
  base: string,
): PaidEntryRow {
  const { number, principal, interest, claimNumber, liquidationDate, refundNumber, otherAmounts } = refund;
  const text = (amount: typeof principal) => (amount === null ? null : usdText(amount));
  const isWhole =
    principal !== null && interest !== null && expected.principal !== null && expected.interest !== null;
  const kinds = [...new Set(variances.map(({ kind }) => kind))];
  return {
    key: `${number} ${refundNumber ?? ""}`,
    number: formatEntryNumber(number),
    href: `${base}/entries/${number}`,
    claim: claimNumber,
    liquidated: liquidationDate ?? expected.to,
    principalDue: text(expected.principal),
    principalPaid: text(principal),
    interestDue: text(expected.interest),
    interestPaid: text(interest),
    difference: isWhole
      ? usdText(subtractUsd(addUsd(principal, interest), addUsd(expected.principal, expected.interest)))
      : null,
    variances: kinds.map(badgeOf),
    notes: [
      ...variances.map(varianceNote),
      ...(gap === null ? [] : [GAP_SENTENCES[gap]]),
      ...(otherAmounts.length === 0
        ? []
        : [`Other rows say ${listOf(otherAmounts.map(amountsText))}. The latest row counts.`]),
    ],
  };
}

const amountsText = ({ principal, interest }: ReconciledEntry["refund"]["otherAmounts"][number]): string =>
  `${formatUsd(usdText(principal ?? ZERO_USD))} and interest ${formatUsd(usdText(interest ?? ZERO_USD))}`;

/** `Interest −3.12: rates a quarter early, corporation, from …`. */
function varianceNote({ kind, part, amount, cause }: EntryVariance): string {
  const figure = `${part === "principal" ? "Principal" : "Interest"} ${formatUsd(usdText(amount))}`;
  if (cause === null)
    return kind === "unexplained" ? `${figure}: no reading gives the paid cents.` : `${figure}.`;
  const others =
    cause.alsoFitting === 0
      ? ""
      : ` ${countOf(cause.alsoFitting, "other reading gives", "other readings give")} these cents too.`;
  const shared =
    cause.entriesExplained > 1
      ? ` It explains ${countOf(cause.entriesExplained, "entry", "entries")} of this payment.`
      : "";
  return `${figure}: ${causeText(cause)}.${shared}${others}`;
}

export const toMissingRows = (missing: ReconciledPayment["missing"], base: string): readonly PaidEntryRow[] =>
  missing.map(({ number, due }) => ({
    ...{
      key: number,
      number: formatEntryNumber(number),
      href: `${base}/entries/${number}`,
      claim: null,
      liquidated: null,
    },
    ...{ principalDue: null, principalPaid: null, interestDue: null, interestPaid: null, difference: null },
    variances: [badgeOf("entry-missing")],
    notes: [
      `No report names it. What is due on it, ${formatUsd(usdText(due))}, is part of the rest of this payment to the cent.`,
    ],
  }));

export function toPaymentFacts(
  reconciled: ReconciledPayment,
  sources: readonly SourceFile[],
): readonly Description[] {
  const { payment, groups, entries, bank } = reconciled;
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const files = payment.sources.map(({ file, row }) =>
    file === "typed" ? "typed by a person" : `${names.get(file) ?? file}, row ${String(row)}`,
  );
  const bases = [...new Set(entries.map(({ basis }) => JOIN_BASIS_WORDS[basis]))];
  return [
    { term: "Day", value: payment.day ?? "not known", mono: true },
    { term: "Payee", value: payeeText(reconciled) },
    { term: "Status in the report", value: payment.statusFound || "none" },
    { term: "Trace number", value: payment.trace ?? "not given", mono: true },
    { term: "Bank", value: bankText(bank) },
    {
      term: "Liquidated",
      value:
        [...new Set(groups.map(({ liquidationDate }) => liquidationDate ?? "not known"))].join(", ") ||
        "not known",
      mono: true,
    },
    { term: "Why these entries", value: bases.join("; ") || "no report names entries of this payment" },
    { term: "Shown by", value: files.join("; ") },
  ];
}

/** The sum that every cent of the payment has its place in. */
export function toSumLines({ payment, entries, ledger }: ReconciledPayment): readonly SumLine[] {
  const differences = new Map<EntryVariance["kind"], (typeof payment.total)[]>();
  for (const { kind, amount } of entries.flatMap(({ variances }) => variances))
    differences.set(kind, [...(differences.get(kind) ?? []), amount]);
  const line = (name: string, amount: typeof payment.total): SumLine => ({
    name,
    amount: usdText(amount),
    isTotal: false,
  });
  const optional = (name: string, amount: typeof payment.total) =>
    amount.isZero() ? [] : [line(name, amount)];
  return [
    line("Expected on the entries, principal and interest", ledger.expected),
    ...[...differences].map(([kind, amounts]) => line(VARIANCE_WORDS[kind].name, sumUsd(amounts))),
    ...optional("Paid on entries with nothing to compare", ledger.notCompared),
    ...optional("Paid on entries that no report names", ledger.missing),
    ...optional("Unmatched", ledger.unmatched),
    { name: "Paid", amount: usdText(payment.total), isTotal: true },
  ];
}
