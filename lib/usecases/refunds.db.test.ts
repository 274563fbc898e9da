import { beforeEach, describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { aMember } from "@/lib/data/testing/a-member";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import type { NewPayment } from "@/lib/data/refund-rows";
import { inOrganization } from "@/lib/data/tenant";
import { day, usd, usdText, type Day } from "@/lib/domain";

import { takeBackPayment, typePayment } from "./type-payment";
import { giveWeights, viewPassThrough } from "./pass-through";
import { added } from "./testing/read-into-books";
import { askToUndo, undoImport } from "./undo-import";
import { viewBooks } from "./view-books";
import { viewRefunds } from "./view-refunds";

let scope: OrgScope;
beforeEach(async () => {
  ({ scope } = await aMember());
});

const A = entryNumber(1);
const B = entryNumber(2);
const AS_OF: Day = day("2026-11-21");

const ES022 =
  "Claim Number,Claim Status,Importer Number,Entry Summary Number,Entry Date,Liquidation Date,Refund Amount,Interest Amount,Refund Number,Refund Date,Refund Status";
const refundOf = (number: string, interest: string) =>
  `900000000001,Accepted,89-123456700,${number},01/14/2026,07/20/2026,100.00,${interest},R1,08/10/2026,Treasury Issued`;
const es022 = (...rows: readonly string[]) => [ES022, ...rows, ""].join("\n");
const rev603 = (total: string, status = "Treasury Issued") =>
  `Trade Refund Report\n\nRun Date: 11/19/2026\n\n\nRefund ID,Payee ID,Company Name,Refund Date,Refund Status,Refund Secondary Status,Total Refund Amount,Check/ACH Trace Number\nR1,89-123456700,HARBOR,08/10/2026,Closed,${status},${total},031036001000\n`;
const bank = (amount: string) =>
  `Posting Date,Description,Amount,Account Number\n08/11/2026,US TREASURY 310 TRACE 031036001000,${amount},12345678\n08/12/2026,RENT,-900.00,12345678\n`;

// $100 deposited 2026-01-29, ten working days after entry, to 2026-07-20: 6 %, 5 % and 6 % for 61, 91 and 20 days.
const INTEREST = "2.61";

const viewed = () => inOrganization(scope, (t) => viewRefunds(t, AS_OF));
/** Payment by payment: expected, differences, unmatched, paid, and what the bank says. */
const payments = async () =>
  (await viewed()).reconciliation.payments.map(({ payment, ledger, entries, bank: state }) =>
    [
      ...[payment.status, payment.origins.join("+"), String(entries.length)],
      ...[ledger.expected, ledger.differences, ledger.unmatched, payment.total].map(usdText),
      state.kind,
    ].join(" "),
  );

const threeFiles = async () => {
  await added(scope, anEs003([aReadyRow(A), aReadyRow(B)]), "es003.csv");
  const entries = await added(scope, es022(refundOf(A, INTEREST), refundOf(B, INTEREST)), "es022.csv");
  const paid = await added(scope, rev603("205.22"), "rev603.csv");
  const arrived = await added(scope, bank("205.22"), "bank.csv");
  return { entries, paid, arrived };
};

describe("refunds", () => {
  it("find their payment, and the payment its credit, to the cent", async () => {
    await threeFiles();
    expect(await payments()).toEqual(["issued report 2 205.22 0.00 0.00 205.22 seen"]);
  });

  it("of overlapping exports count once, in any order", async () => {
    await added(scope, rev603("205.22", "Sent to Treasury"), "earlier.csv");
    await added(scope, es022(refundOf(B, INTEREST)), "b.csv");
    await threeFiles();
    expect(await payments()).toEqual(["issued report 2 205.22 0.00 0.00 205.22 seen"]);
  });

  it("go when their files are taken out, one by one", async () => {
    const { entries, paid, arrived } = await threeFiles();
    const takeOut = async (id: string) => {
      expect(await askToUndo(scope, id)).toMatchObject({ ok: true });
      await undoImport(scope, id);
    };
    await takeOut(entries);
    expect(await payments()).toEqual(["issued report 0 0.00 0.00 205.22 205.22 seen"]);
    await takeOut(paid);
    expect(await payments()).toEqual(["issued bank 0 0.00 0.00 205.22 205.22 not-told"]);
    await takeOut(arrived);
    expect(await payments()).toEqual([]);
  });

  it("of another organization are not there", async () => {
    await threeFiles();
    ({ scope } = await aMember());
    expect(await payments()).toEqual([]);
  });
});

describe("a typed payment", () => {
  const typed: NewPayment = {
    ...{ refundNumber: "R1", payeeNumber: "89-123456700", trace: null },
    ...{ day: day("2026-08-10"), status: "issued", total: usd("205.22") },
  };

  it("pays its entries until it is taken back, and is one with its row in a report", async () => {
    await added(scope, anEs003([aReadyRow(A), aReadyRow(B)]), "es003.csv");
    await added(scope, es022(refundOf(A, INTEREST), refundOf(B, INTEREST)), "es022.csv");
    expect(await typePayment(scope, typed)).toMatchObject({ ok: true });
    expect(await payments()).toEqual(["issued typed 2 205.22 0.00 0.00 205.22 not-told"]);
    await added(scope, rev603("205.22"), "rev603.csv");
    expect(await payments()).toEqual(["issued report+typed 2 205.22 0.00 0.00 205.22 not-told"]);
  });

  it("is refused ahead of its day, and taken back once", async () => {
    expect(await typePayment(scope, { ...typed, day: day("2199-01-01") })).toMatchObject({ ok: false });
    expect(await takeBackPayment(scope, "01978f9a-0000-7000-8000-000000000000")).toMatchObject({ ok: false });
  });
});

describe("the books", () => {
  const passedOn = (id: string) =>
    inOrganization(scope, async (t) => viewPassThrough(t, id, await viewBooks(t, AS_OF)));

  it("show the receivable opened by the filing and closed by the payment", async () => {
    await threeFiles();
    const { receivables } = await inOrganization(scope, (t) => viewBooks(t, AS_OF));
    expect(
      receivables.map(({ steps, paid }) => [steps.map(({ kind, day: on }) => `${kind} ${on}`), paid.length]),
    ).toEqual([
      [["filed 2026-07-20"], 1],
      [["filed 2026-07-20"], 1],
    ]);
  });

  it("divide a payment among customers to the cent, until the division is removed", async () => {
    await threeFiles();
    const [found] = (await viewed()).reconciliation.payments;
    const id = found?.payment.id ?? "";
    expect(await giveWeights(scope, id, "Northwind, 2\nSouthsea, 1")).toMatchObject({ ok: true });
    const passed = await passedOn(id);
    expect(
      passed?.shares.map(
        ({ customer, principal, interest }) => `${customer} ${usdText(principal)} ${usdText(interest)}`,
      ),
    ).toEqual(["Northwind 133.33 3.48", "Southsea 66.67 1.74"]);
    expect(await giveWeights(scope, "no-such", "Northwind, 1")).toEqual({
      ok: false,
      problem: { kind: "payment-not-found" },
    });
    expect(await giveWeights(scope, id, "Northwind, x")).toMatchObject({ ok: false });
    expect(await giveWeights(scope, id, " ")).toMatchObject({ ok: true });
    expect((await passedOn(id))?.shares).toEqual([]);
  });
});
