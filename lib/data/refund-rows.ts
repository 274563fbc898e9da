import "server-only";

import {
  sortedMoney,
  usd,
  type BankLine,
  type Day,
  type EntryNumber,
  type MoneyRow,
  type PaymentRow,
  type PaymentStatus,
  type RefundFileRows,
  type RefundRow,
  type Usd,
} from "@/lib/domain";

import { insertByCopy } from "./bulk";
import type { BulkTenant } from "./bulk-tenant";
import { fromDay, toDay, toUsd } from "./columns";
import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** Keeps what a file says of refunds and payments, row by row, also of entries that no file shows yet. */
export async function writeMoneyRows(t: BulkTenant, money: readonly MoneyRow[]): Promise<void> {
  if (money.length === 0) return;
  const rows = sortedMoney(money);
  const keys = ["org_id", "import_id", "file_row"] as const;
  const keyOf = ({ file, row }: PaymentRow["source"]) => [t.orgId, file, String(row)] as const;
  await insertByCopy(
    t.client,
    "payment_rows",
    [
      ...keys,
      "refund_number",
      "payee_number",
      "payee_name",
      "paid_on",
      "status",
      "status_found",
      "total",
      "trace",
    ],
    rows.payments.map((row) => [
      ...[...keyOf(row.source), row.refundNumber, row.payeeNumber, row.payeeName, row.day],
      ...[row.status, row.statusFound, row.total.toFixed(), row.trace],
    ]),
  );
  await insertByCopy(
    t.client,
    "bank_rows",
    [...keys, "booked_on", "amount", "description", "trace"],
    rows.bankLines.map((line) => [
      ...[...keyOf(line.source), line.day, line.amount.toFixed(), line.description, line.trace],
    ]),
  );
  await insertByCopy(
    t.client,
    "refund_rows",
    [
      ...[...keys, "entry_number", "claim_number", "importer_number", "notify_number", "liquidation_date"],
      ...["principal", "interest", "refund_number", "refund_date", "status", "status_found", "trace"],
    ],
    rows.refunds.map((row) => [
      ...[...keyOf(row.source), row.number, row.claimNumber, row.importerNumber, row.notifyNumber],
      ...[row.liquidationDate, row.principal?.toFixed() ?? null, row.interest?.toFixed() ?? null],
      ...[row.refundNumber, row.refundDate, row.status, row.statusFound, row.trace],
    ]),
  );
}

/** The source of payments that a person typed. */
const TYPED = "typed";

type StoredPayment = Omit<PaymentRow, "source" | "total"> & {
  readonly file: string;
  readonly row: number;
  readonly total: string;
};
type StoredLine = Omit<BankLine, "source" | "amount"> & {
  readonly file: string;
  readonly row: number;
  readonly amount: string;
};
type StoredRefund = Omit<RefundRow, "source" | "principal" | "interest"> & {
  readonly file: string;
  readonly row: number;
  readonly principal: string | null;
  readonly interest: string | null;
};

/** Every row that shows a payment, typed ones included. */
export async function paymentRowsOf(t: Tenant): Promise<readonly PaymentRow[]> {
  const payments = await queryOf(t)<StoredPayment>(
    `SELECT import_id::text AS file, file_row AS row, 'report' AS origin, refund_number AS "refundNumber",
            payee_number AS "payeeNumber", payee_name AS "payeeName", paid_on::text AS day, status,
            status_found AS "statusFound", total::text, trace
     FROM payment_rows WHERE org_id = ${ORG}
     UNION ALL
     SELECT '${TYPED}', (row_number() OVER (ORDER BY id))::int, 'typed', refund_number, payee_number, NULL, paid_on::text,
            status, '', total::text, trace
     FROM typed_payments WHERE org_id = ${ORG} AND taken_back_at IS NULL`,
    [t.orgId],
  );
  return payments.map(({ file, row, total, ...rest }) => ({
    ...rest,
    source: { file, row },
    total: usd(total),
  }));
}

/** All that the books hold of refunds and payments. */
export async function refundRowsOf(t: Tenant): Promise<RefundFileRows> {
  const lines = await queryOf(t)<StoredLine>(
    `SELECT import_id::text AS file, file_row AS row, booked_on::text AS day, amount::text, description, trace
     FROM bank_rows WHERE org_id = ${ORG}`,
    [t.orgId],
  );
  return {
    payments: await paymentRowsOf(t),
    bankLines: lines.map(({ file, row, amount, ...rest }) => ({
      ...rest,
      source: { file, row },
      amount: usd(amount),
    })),
    refunds: await refundsOf(t, null),
  };
}

/** @param number - of one entry; null: of all */
export async function refundsOf(t: Tenant, number: EntryNumber | null): Promise<readonly RefundRow[]> {
  const rows = await queryOf(t)<StoredRefund>(
    `SELECT import_id::text AS file, file_row AS row, entry_number AS number, claim_number AS "claimNumber",
            importer_number AS "importerNumber", notify_number AS "notifyNumber",
            liquidation_date::text AS "liquidationDate", principal::text, interest::text,
            refund_number AS "refundNumber", refund_date::text AS "refundDate", status, status_found AS "statusFound", trace
     FROM refund_rows WHERE org_id = ${ORG} AND ($2::text IS NULL OR entry_number = $2)`,
    [t.orgId, number],
  );
  return rows.map(({ file, row, principal, interest, ...rest }) => ({
    ...rest,
    source: { file, row },
    principal: principal === null ? null : usd(principal),
    interest: interest === null ? null : usd(interest),
  }));
}

export type NewPayment = {
  readonly refundNumber: string | null;
  readonly payeeNumber: string | null;
  readonly day: Day;
  readonly status: PaymentStatus;
  readonly total: Usd;
  readonly trace: string | null;
};
export type TypedPayment = NewPayment & { readonly id: string };

export const typedPaymentsOf = ({ orgId, userId, db }: Tenant) => ({
  async add({ day, total, ...payment }: NewPayment): Promise<string> {
    const { id } = await db.typedPayment.create({
      data: { ...payment, orgId, paidOn: fromDay(day), total: total.toFixed(), typedBy: userId },
      select: { id: true },
    });
    return id;
  },

  /** Newest first, without those taken back. */
  async list(): Promise<readonly TypedPayment[]> {
    const rows = await db.typedPayment.findMany({
      where: { orgId, takenBackAt: null },
      orderBy: { id: "desc" },
    });
    return rows.map(({ id, refundNumber, payeeNumber, paidOn, status, total, trace }) => ({
      ...{ id, refundNumber, payeeNumber, trace, day: toDay(paidOn), total: toUsd(total) },
      status: status as PaymentStatus,
    }));
  },

  /** @returns false when there is no such payment, or it was taken back before */
  async takeBack(id: string, at: Date): Promise<boolean> {
    const { count } = await db.typedPayment.updateMany({
      where: { orgId, id, takenBackAt: null },
      data: { takenBackAt: at },
    });
    return count === 1;
  },
});
