import type { Tenant } from "../tenant";

const DAY = new Date("2026-11-21");

/** One row in each table of refunds and payments. */
export async function aRowOfMoney({ db, orgId, userId }: Tenant, importId: string): Promise<void> {
  const shown = { orgId, importId, status: "issued", statusFound: "Treasury Issued" };
  await db.paymentRow.create({ data: { ...shown, fileRow: 7, total: "1" } });
  await db.refundRow.create({ data: { ...shown, fileRow: 8, entryNumber: "ZZX10000011" } });
  await db.bankRow.create({
    data: { orgId, importId, fileRow: 9, bookedOn: DAY, amount: "1", description: "" },
  });
  await db.typedPayment.create({
    data: { orgId, paidOn: DAY, status: "issued", total: "1", typedBy: userId },
  });
  await db.passThroughWeight.create({
    data: { orgId, shareOf: "2026-11", position: 0, customer: "A", weight: "1" },
  });
}
