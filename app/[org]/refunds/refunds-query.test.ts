import { describe, expect, it } from "vitest";

import { day, reconcileRefunds, usd, type PaymentRow, type PaymentStatus } from "@/lib/domain";

import { fitting, readRefundsQuery, refundsHref, shownBy } from "./refunds-query";

const payment = (refundNumber: string, status: PaymentStatus, total = "10.00"): PaymentRow => ({
  ...{ source: { file: "rev603.csv", row: 7 }, origin: "report", refundNumber, status, statusFound: "" },
  ...{ payeeNumber: "89-123456700", payeeName: null, day: day("2026-08-10"), trace: null, total: usd(total) },
});
const { payments } = reconcileRefunds(
  {
    payments: [payment("R1", "issued", "1204.50"), payment("R2", "diverted"), payment("R3", "sent")],
    ...{ bankLines: [], refunds: [], expected: [] },
  },
  day("2026-11-21"),
);
const numbers = (shown: typeof payments) => shown.map((each) => each.payment.refundNumber).toSorted();

describe("the filter of payments", () => {
  it.each([
    [{ show: "trouble" }, ["R2"]],
    [{ show: "on-the-way" }, ["R3"]],
    [{ show: "settled" }, []],
    [{ show: "nonsense" }, ["R1", "R2", "R3"]],
    [{ find: "r-1" }, ["R1"]],
    [{ find: "1,204.50" }, ["R1"]],
    [{ payee: "89-123456700" }, ["R1", "R2", "R3"]],
    [{ payee: "11-111111100" }, []],
  ] as const)("%j shows %j", (asked, expected) => {
    const query = readRefundsQuery(asked);
    expect(numbers(shownBy(query.show, fitting(query, payments)))).toEqual(expected);
  });

  it("stands in the address, without what is not asked", () => {
    expect(refundsHref("/a/refunds", readRefundsQuery({}))).toBe("/a/refunds");
    expect(refundsHref("/a/refunds", readRefundsQuery({ show: "differs", find: "R 1" }))).toBe(
      "/a/refunds?show=differs&find=R+1",
    );
  });
});
