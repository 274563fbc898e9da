import { describe, expect, it } from "vitest";

import { usdText } from "../money";
import { headerSampleOf } from "./header-sample";
import { readBankRow, readPaymentRow } from "./read-payment-row";
import { readRefundRow } from "./read-refund-row";
import { recogniseHeader } from "./recognise-header";

const raw = (text: string, row = 2) => ({ row, cells: text.split("|") });

function layoutOf(headings: string, report: string) {
  const header = recogniseHeader([raw(headings, 1)]);
  if (header.kind !== "recognised") throw new Error(header.kind);
  expect(header).toMatchObject({ report, confidence: "certain" });
  return header.layout;
}

describe("a row of REV-603", () => {
  const layout = layoutOf(
    "Refund ID|Payee ID|Company Name|Refund Date|Refund Status|Refund Secondary Status|Total Refund Amount|Check/ACH Trace Number",
    "rev603",
  );

  it.each([
    ["R1|89-123456700|HARBOR|11/01/2026|Closed|Treasury Issued|$1,104.50|031", "issued", "1104.50"],
    ["R1|89-123456700|HARBOR|11/01/2026|Closed|Sent to Treasury|1104.50|031", "sent", "1104.50"],
    ["R1|89-123456700|HARBOR|11/01/2026|Closed|Funds Diverted|1104.50|031", "diverted", "1104.50"],
    ["R1|89-123456700|HARBOR|11/01/2026|Closed|Check/ACH Returned|1104.50|031", "returned", "1104.50"],
    ["R1|89-123456700|HARBOR|11/01/2026|Paid||1104.50|031", "issued", "1104.50"],
    ["R1|89-123456700|HARBOR|11/01/2026|Closed|Elsewhere|1104.50|031", "unknown", "1104.50"],
  ])("%s is a payment that is %s, of %s", (text, status, total) => {
    const reading = readPaymentRow(raw(text), layout, "a.csv");
    if (reading === "another-header" || reading.kind !== "payment") throw new Error("no payment");
    expect([reading.payment.status, usdText(reading.payment.total)]).toEqual([status, total]);
  });

  it.each([
    ["R1|89|HARBOR|11/01/2026|Closed|Treasury Issued||031", "payment-unreadable", 0],
    ["R1|89|HARBOR|11/01/2026|Closed|Treasury Issued|1.104,50|031", "payment-unreadable", 1],
    ["Total||||||1104.50|", "total-row", 0],
  ])("%s is set aside as %s", (text, reason, problems) => {
    const reading = readPaymentRow(raw(text), layout, "a.csv");
    expect(reading).toMatchObject({ kind: "set-aside", reason });
    if (reading !== "another-header" && reading.kind === "set-aside")
      expect(reading.problems).toHaveLength(problems);
  });

  it("keeps a payment whose date cannot be read, and says so", () => {
    const reading = readPaymentRow(
      raw("R1|89|H|31/12/2026|Closed|Treasury Issued|5.00|031"),
      layout,
      "a.csv",
    );
    expect(reading).toMatchObject({
      kind: "payment",
      payment: { day: null },
      problems: [{ kind: "date-unreadable" }],
    });
  });
});

describe("a row of a bank", () => {
  it.each([
    ["Posting Date|Description|Amount|Balance", "08/11/2026|US TREASURY|205.22|9.00", "205.22"],
    ["Date|Description|Credit|Debit|Balance", "2026-08-11|US TREASURY|205.22||9.00", "205.22"],
    ["Transaction Date|Memo|Credit/Debit|Amount", "08/11/2026|US TREASURY|CR|205.22", "205.22"],
    ["Date|Description|Credit|Debit|Balance", "2026-08-11|RENT||900.00|9.00", "no-credit"],
    ["Transaction Date|Memo|Credit/Debit|Amount", "08/11/2026|RENT|Debit|900.00", "no-credit"],
    ["Posting Date|Description|Amount|Balance", "08/11/2026|RENT|-900.00|9.00", "no-credit"],
    ["Posting Date|Description|Amount|Balance", "08/11/2026|HELD|0.00|9.00", "no-credit"],
    ["Posting Date|Description|Amount|Balance", "soon|US TREASURY|205.22|9.00", "payment-unreadable"],
    ["Posting Date|Description|Amount|Balance", "08/11/2026|US TREASURY|205,22|9.00", "payment-unreadable"],
  ])("under %s, %s is %s", (headings, text, expected) => {
    const reading = readBankRow(raw(text), layoutOf(headings, "bank-statement"), "bank.csv");
    if (reading === "another-header") throw new Error(reading);
    const found =
      reading.kind === "bank-line"
        ? usdText(reading.line.amount)
        : reading.kind === "set-aside"
          ? reading.reason
          : "";
    expect(found).toBe(expected);
  });

  it("is shown to nobody with its account number and balance", () => {
    const rows = [
      raw("Posting Date|Description|Amount|Balance|Account Number", 1),
      raw("08/11/2026|RENT|-9|77.10|12345678"),
    ];
    expect(JSON.stringify(headerSampleOf(recogniseHeader(rows), rows))).not.toMatch(/12345678|77\.10/);
  });
});

describe("a row of ES-022", () => {
  const layout = layoutOf(
    "Claim Number|Claim Status|Importer Number|CF4811 Number|Entry Summary Number|Liquidation Date|Refund Amount|Interest Amount|Refund Number|Refund Date|Refund Status",
    "es022",
  );

  it("shows a refund with both amounts, its number and its status", () => {
    const text =
      "900000000001|Accepted|89123456700|77-123456700|ZZX10000011|07/20/2026|100.00|2.61|R1|08/10/2026|Treasury Issued";
    expect(readRefundRow(raw(text), layout, "a.csv")).toMatchObject({
      refund: {
        number: "ZZX10000011",
        importerNumber: "89-123456700",
        notifyNumber: "77-123456700",
        refundNumber: "R1",
        status: "issued",
      },
      problems: [],
    });
  });

  it.each([
    ["900000000001|Accepted|89|| ZZX10000011||||||", 0, "nothing is computed yet"],
    ["900000000001|Accepted|89||Total||100.00|2.61|||", 0, "the row belongs to no entry"],
    ["900000000001|Accepted|89||ZZX10000011||x|||08/10/2026|", 1, "its amount cannot be read, which is said"],
  ])("%s shows none and %i problems, because %s", (text, problems) => {
    const reading = readRefundRow(raw(text), layout, "a.csv");
    expect([reading.refund, reading.problems.length]).toEqual([null, problems]);
  });
});
