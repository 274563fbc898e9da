import { describe, expect, it } from "vitest";

import { addDays, day } from "../day";
import { addUsd, subtractUsd, type Usd, usd, usdText } from "../money";
import {
  A,
  B,
  C,
  DEPOSITED,
  due,
  interest,
  named,
  paidFor,
  paying,
  paymentOf,
  reconcile,
  refund,
} from "../testing/a-refund";

describe("a variance is named", () => {
  const difference = (found: Usd): string => usdText(subtractUsd(found, interest("50000")));
  it.each([
    ["nothing", {}, []],
    [
      "a short principal, and the interest that is short with it",
      { principal: usd("49990"), interest: interest("49990") },
      ["principal principal-short -10.00", `interest principal-short ${difference(interest("49990"))}`],
    ],
    [
      "a principal over",
      { principal: usd("50010") },
      [
        "principal principal-over 10.00",
        `interest principal-over ${difference(interest("50010"))}`,
        `interest unexplained ${usdText(subtractUsd(interest("50000"), interest("50010")))}`,
      ],
    ],
    [
      "the rate of another quarter",
      { interest: interest("50000", "rates-quarter-late") },
      [`interest interest-rate ${difference(interest("50000", "rates-quarter-late"))}`],
    ],
    [
      "the rate of another class",
      { interest: interest("50000", "default", "other") },
      [`interest interest-rate ${difference(interest("50000", "default", "other"))}`],
    ],
    [
      "a start two days late",
      { interest: interest("50000", "default", "corporation", addDays(DEPOSITED, 2)) },
      [
        `interest interest-days ${difference(interest("50000", "default", "corporation", addDays(DEPOSITED, 2)))}`,
      ],
    ],
    [
      "simple interest",
      { interest: interest("50000", "simple") },
      [`interest interest-method ${difference(interest("50000", "simple"))}`],
    ],
    [
      "an interest that no reading gives",
      { interest: usd("1.23") },
      [`interest unexplained ${difference(usd("1.23"))}`],
    ],
  ] as const)("for %s", (_what, change, expected) => {
    expect(named(paying([refund(A, change)]))).toEqual(expected);
  });

  it.each([
    ["diverted", { status: "diverted" }],
    ["returned", { status: "returned" }],
    ["timing", { status: "sent" }],
    ["other-payee", { payeeNumber: "11-111111100" }],
  ] as const)("for a payment that is %s", (kind, change) => {
    const result = paying([refund(A)], change);
    expect(named(result)).toEqual([`payment ${kind} ${usdText(paidFor(refund(A)))}`]);
  });

  it("for an entry that the reports leave out and the payment pays", () => {
    const result = reconcile({ refunds: [refund(A)], payments: [paymentOf(paidFor(refund(A), refund(B)))] });
    expect(result.payments[0]).toMatchObject({
      missing: [{ number: B }],
      variances: [{ kind: "entry-missing" }],
    });
    expect(result.unrefunded).toEqual([]);
  });

  it("for cents that no entry explains", () => {
    const result = reconcile({
      ...{
        refunds: [refund(A)],
        payments: [paymentOf(addUsd(paidFor(refund(A)), usd("7.77")))],
        expected: [due(A)],
      },
    });
    expect(named(result)).toEqual(["payment unexplained 7.77"]);
    expect(usdText(result.payments[0]?.ledger.unmatched ?? usd("0"))).toBe("7.77");
  });

  it.each([
    ["2026-11-01", "unpaid timing", "30 days are not over"],
    ["2026-10-22", "unpaid timing", "2026-11-21 is day 30"],
    ["2026-10-21", "unpaid unexplained", "2026-11-21 is day 31"],
  ])("for a refund of an entry liquidated on %s without a payment: %s because %s", (on, expected) => {
    expect(
      named(reconcile({ refunds: [refund(A, { liquidationDate: day(on) })], expected: [due(A)] })),
    ).toEqual([expected]);
  });

  it.each([
    [{ liquidatedOn: day("2026-10-22") }, "timing", "it was liquidated 30 days ago"],
    [{ liquidatedOn: day("2026-10-21") }, "entry-missing", "it was liquidated 31 days ago"],
    [{ liquidatedOn: null, filedOn: day("2026-08-23") }, "timing", "it was filed 90 days ago"],
    [{ liquidatedOn: null, filedOn: day("2026-08-22") }, "entry-missing", "it was filed 91 days ago"],
    [
      { liquidatedOn: day("2026-09-01"), filedOn: day("2026-10-01") },
      "timing",
      "that liquidation came before the filing",
    ],
    [{ standing: "waiting", filedOn: day("2026-01-05") }, "timing", "CBP has not accepted it"],
  ] as const)("for a filed entry without a refund, %j: %s because %s", (change, kind, _because) => {
    expect(named(reconcile({ expected: [due(A, change)] }))).toEqual([`unrefunded ${kind}`]);
  });
});

it("a rejected entry waits for no refund", () => {
  expect(named(reconcile({ expected: [due(A, { standing: "rejected" })] }))).toEqual([]);
});

describe("the arithmetic of an interest", () => {
  it("is asked of all entries of a payment together: a coincidence on one small entry does not win", () => {
    const small = { principal: usd("12.00"), interest: interest("12", "rates-quarter-late") };
    const late = { interest: interest("50000", "rates-quarter-late") };
    const refunds = [refund(A, small), refund(B, late), refund(C, late)];
    const result = paying(refunds, {}, [due(A, { principal: usd("12") }), due(B), due(C)]);
    for (const { variances } of result.payments[0]?.entries.slice(1) ?? [])
      expect(variances).toMatchObject([
        { kind: "interest-rate", cause: { convention: "rates-quarter-late" } },
      ]);
  });

  it("finds two departures at once", () => {
    const found = interest("50000", "rates-quarter-late", "other");
    expect(paying([refund(A, { interest: found })]).payments[0]?.entries[0]?.variances).toMatchObject([
      { kind: "interest-rate", cause: { convention: "rates-quarter-late", rateClass: "other" } },
    ]);
  });
});

describe("what cannot be known", () => {
  it.each([
    [[], "entry-unknown"],
    [[due(A, { principal: null })], "amount-open"],
    [[due(A, { depositedOn: null })], "deposit-day-unknown"],
  ] as const)("is said, and its cents are not called right: %#", (expected, gap) => {
    const [payment] = paying([refund(A)], {}, [...expected]).payments;
    expect(payment?.entries[0]?.gap).toBe(gap);
    expect(payment?.ledger.notCompared.isZero()).toBe(false);
    expect(payment?.ledger.unmatched.isZero()).toBe(true);
  });
});
