import { describe, expect, it } from "vitest";

import { day } from "../day";
import { addUsd, usd } from "../money";
import type { BankLine } from "./refund-rows";
import { A, B, due, paidFor, paying, paymentOf, reconcile, refund } from "../testing/a-refund";

describe("joining", () => {
  it("compares refund numbers without the zeros and dashes that a spreadsheet loses", () => {
    const result = paying([refund(A, { refundNumber: "0-0123" })], { refundNumber: "123" });
    expect(result.payments[0]?.entries[0]?.basis).toBe("refund-number");
  });

  it("takes a typed payment and its row in the report for one, and the report's word over the typed one", () => {
    const total = paidFor(refund(A));
    const typed = paymentOf(addUsd(total, usd("1")), { origin: "typed", refundNumber: null });
    const { payments } = reconcile({
      refunds: [refund(A)],
      payments: [typed, paymentOf(total)],
      expected: [due(A)],
    });
    expect(payments).toMatchObject([
      { payment: { origins: ["report", "typed"], total, otherTotals: [typed.total] } },
    ]);
  });

  let row = 1;
  const credit = (change: Partial<BankLine> = {}): BankLine => ({
    ...{
      source: { file: "bank.csv", row: ++row },
      day: day("2026-08-11"),
      amount: paidFor(refund(A), refund(B)),
    },
    ...{ description: "US TREASURY 310 CBP REFUND", trace: null },
    ...change,
  });

  it("without a report of payments a credit of Treasury pays the refunds of a payee and day that are its sum", () => {
    const refunds = [refund(A, { refundNumber: null }), refund(B, { refundNumber: null })];
    const { payments } = reconcile({ refunds, bankLines: [credit()] });
    expect(payments).toMatchObject([
      { payment: { origins: ["bank"] }, entries: [{ basis: "equal-sum" }, { basis: "equal-sum" }] },
    ]);
  });

  it("joins nothing where two payments would fit", () => {
    const refunds = [refund(A, { refundNumber: null }), refund(B, { refundNumber: null })];
    const { payments, unpaid } = reconcile({ refunds, bankLines: [credit(), credit()] });
    expect([payments.length, unpaid.length]).toEqual([2, 2]);
  });

  it.each([
    [{ trace: "031036001000", description: "ACH" }, "seen", "its column names the trace number"],
    [{ description: "ACH CREDIT TRACE# 031036001000" }, "seen", "its words name the trace number"],
    [{}, "seen", "amount, day and Treasury's name fit it alone"],
    [{ description: "WIRE NORTHWIND" }, "not-told", "it names neither"],
    [{ day: day("2026-08-30") }, "not-told", "it came too late to be this one"],
  ] as const)("a credit %j is %s because %s", (change, state, _because) => {
    const refunds = [refund(A), refund(B)];
    const result = reconcile({
      refunds,
      payments: [paymentOf(paidFor(...refunds))],
      bankLines: [credit(change)],
    });
    const of = result.payments.find(({ payment }) => payment.refundNumber === "R1");
    expect(of?.bank.kind).toBe(state);
  });

  it("says when a payment is not on a statement that covers its days", () => {
    const around = [
      credit({ day: day("2026-08-01"), description: "SALE" }),
      credit({ day: day("2026-08-17"), description: "SALE" }),
    ];
    const result = reconcile({
      refunds: [refund(A)],
      payments: [paymentOf(paidFor(refund(A)))],
      bankLines: around,
    });
    expect(result.payments[0]?.bank.kind).toBe("not-seen");
  });

  it("counts a row once however often exports overlap, and equal credits of one statement as often as they stand", () => {
    const refunds = [refund(A), refund(B)];
    const again = refunds.map((each) => ({ ...each, source: { ...each.source, file: "es022-later.csv" } }));
    const one = paymentOf(paidFor(...refunds));
    const twice = [credit({ description: "CBP" }), credit({ description: "CBP" })];
    const later = twice.map((line) => ({ ...line, source: { ...line.source, file: "bank-later.csv" } }));
    const result = reconcile({
      refunds: [...refunds, ...again],
      payments: [one, { ...one, source: { file: "rev603-later.csv", row: 9 } }],
      bankLines: [...twice, ...later],
    });
    expect(result.payments.map(({ entries }) => entries.length).toSorted()).toEqual([0, 0, 2]);
  });

  it("keeps the totals that reports disagree about", () => {
    const refunds = [refund(A)];
    const first = paymentOf(usd("1"), { day: day("2026-08-01"), status: "sent" });
    const { payments } = reconcile({
      refunds,
      payments: [first, paymentOf(paidFor(...refunds))],
      expected: [due(A)],
    });
    expect(payments[0]?.payment).toMatchObject({ status: "issued", otherTotals: [usd("1")] });
  });
});
