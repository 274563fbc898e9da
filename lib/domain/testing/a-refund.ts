import { day } from "../day";
import { createInterestTable } from "../interest/accrue";
import { type ConventionName, conventionNamed } from "../interest/convention";
import type { RateClass } from "../law/interest-rates";
import { sumUsd, type Usd, usd, usdText } from "../money";
import {
  reconcileRefunds,
  type RefundReconciliation,
  type RefundSources,
} from "../reconciliation/reconcile-refunds";
import type { ExpectedRefund, PaymentRow, RefundRow } from "../reconciliation/refund-rows";
import { entryNumbers } from "./an-entry";

export const AS_OF = day("2026-11-21");
export const DEPOSITED = day("2025-10-15");
export const LIQUIDATED = day("2026-07-20");
const IMPORTER = "89-123456700";
export const NUMBERS = entryNumbers(8);
export const [A, B, C] = NUMBERS as [RefundRow["number"], RefundRow["number"], RefundRow["number"]];

export const interest = (
  principal: string,
  name: ConventionName = "default",
  rateClass: RateClass = "corporation",
  from = DEPOSITED,
) => createInterestTable(conventionNamed(name)).centsOn(usd(principal), from, LIQUIDATED, rateClass);

export const due = (number: RefundRow["number"], change: Partial<ExpectedRefund> = {}): ExpectedRefund => ({
  ...{
    number,
    importerNumber: IMPORTER,
    principal: usd("50000"),
    basis: "declaration",
    depositedOn: DEPOSITED,
  },
  ...{ depositBasis: "payment-date", rateClass: "corporation", monthly: false, entryDate: day("2025-10-01") },
  ...{ liquidatedOn: LIQUIDATED, filedOn: day("2026-06-10"), standing: "accepted" },
  ...change,
});
let row = 1;
export const refund = (number: RefundRow["number"], change: Partial<RefundRow> = {}): RefundRow => ({
  ...{
    source: { file: "es022.csv", row: ++row },
    number,
    claimNumber: "900000000001",
    importerNumber: IMPORTER,
  },
  ...{
    notifyNumber: null,
    liquidationDate: LIQUIDATED,
    principal: usd("50000"),
    interest: interest("50000"),
  },
  ...{
    refundNumber: "R1",
    refundDate: day("2026-08-10"),
    status: "issued",
    statusFound: "Treasury Issued",
    trace: null,
  },
  ...change,
});
export const paymentOf = (total: Usd, change: Partial<PaymentRow> = {}): PaymentRow => ({
  ...{
    source: { file: "rev603.csv", row: ++row },
    origin: "report",
    refundNumber: "R1",
    payeeNumber: IMPORTER,
  },
  ...{ payeeName: "HARBOR", day: day("2026-08-10"), status: "issued", statusFound: "Treasury Issued", total },
  ...{ trace: "031036001000" },
  ...change,
});
const sources = (change: Partial<RefundSources>): RefundSources => ({
  ...{ payments: [], bankLines: [], refunds: [], expected: [due(A), due(B)] },
  ...change,
});
export const paidFor = (...refunds: readonly RefundRow[]): Usd =>
  sumUsd(refunds.flatMap(({ principal, interest: earned }) => [principal ?? usd("0"), earned ?? usd("0")]));

/** `entry principal-short −10.00` and `payment diverted 104.00`, in order. */
export const named = ({ payments, unpaid, unrefunded }: RefundReconciliation): readonly string[] => [
  ...payments.flatMap(({ variances, entries }) => [
    ...variances.map(({ kind, amount }) => `payment ${kind} ${usdText(amount)}`),
    ...entries.flatMap((entry) =>
      entry.variances.map(({ kind, part, amount }) => `${part} ${kind} ${usdText(amount)}`),
    ),
  ]),
  ...unpaid.map(({ kind }) => `unpaid ${kind}`),
  ...unrefunded.map(({ kind }) => `unrefunded ${kind}`),
];
export const reconcile = (change: Partial<RefundSources>) => reconcileRefunds(sources(change), AS_OF);
/** One payment of these refunds, or of another total. */
export const paying = (
  refunds: readonly RefundRow[],
  change: Partial<PaymentRow> = {},
  expected = refunds.map(({ number }) => due(number)),
) => reconcile({ refunds, payments: [paymentOf(paidFor(...refunds), change)], expected });
