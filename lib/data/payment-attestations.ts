import "server-only";

import {
  CAPE_LANES,
  day,
  easternDay,
  usd,
  type AttestedPaymentPointId,
  type Lane,
  type PaymentAttestation,
  type PaymentTrouble,
  type Usd,
} from "@/lib/domain";

import { queryOf, type Tenant } from "./tenant";

/** A word on a point of an importer's payments. */
export type NewPaymentAttestation = {
  readonly importerNumber: string;
  readonly point: AttestedPaymentPointId;
  readonly holds: boolean;
  readonly note: string;
};

export type StoredPaymentAttestation = PaymentAttestation & { readonly importerNumber: string };

type AttestationRow = Awaited<ReturnType<Tenant["db"]["paymentAttestation"]["findMany"]>>[number];

export const paymentAttestationsOf = ({ orgId, userId, db }: Tenant) => ({
  /** Appends; the earlier word stays. */
  async add(said: NewPaymentAttestation, userName: string): Promise<void> {
    await db.paymentAttestation.create({ data: { orgId, userId, userName, ...said } });
  },

  /** The last word on each point of each importer. */
  async latest(): Promise<readonly StoredPaymentAttestation[]> {
    const rows = await db.paymentAttestation.findMany({
      where: { orgId },
      distinct: ["importerNumber", "point"],
      orderBy: [{ importerNumber: "asc" }, { point: "asc" }, { attestedAt: "desc" }, { id: "desc" }],
    });
    return rows.map(toAttestation);
  },
});

const toAttestation = (row: AttestationRow): StoredPaymentAttestation => ({
  importerNumber: row.importerNumber,
  point: row.point as AttestedPaymentPointId,
  holds: row.holds,
  note: row.note,
  name: row.userName,
  at: row.attestedAt.toISOString(),
  on: easternDay(row.attestedAt),
});

/** Refunds that came back or were taken for a bill, by importer, as they were noted on claims. */
export async function paymentTroubles(
  t: Tenant,
): Promise<readonly (PaymentTrouble & { readonly importerNumber: string })[]> {
  const rows = await queryOf(t)<{
    importer_number: string;
    kind: PaymentTrouble["kind"];
    times: string;
    amount: string | null;
    last_day: string;
  }>(
    `SELECT d.importer_number, v.kind, count(*)::text AS times, sum(v.amount)::text AS amount,
            max(v.day)::text AS last_day
     FROM claim_events v
     JOIN claims c ON c.org_id = v.org_id AND c.id = v.claim_id
     JOIN declarations d ON d.org_id = c.org_id AND d.id = c.declaration_id
     WHERE v.org_id = $1::uuid AND v.kind IN ('payment-returned', 'funds-diverted')
     GROUP BY d.importer_number, v.kind ORDER BY 1, 2`,
    [t.orgId],
  );
  return rows.map((row) => ({
    importerNumber: row.importer_number,
    kind: row.kind,
    times: Number(row.times),
    amount: row.amount === null ? null : usd(row.amount),
    lastDay: day(row.last_day),
  }));
}

/** Certain refundable duty of each importer that is claimed or may be: what hangs on its payment points. */
export async function moneyByImporter(t: Tenant): Promise<ReadonlyMap<string, Usd>> {
  const lanes: readonly Lane[] = [...CAPE_LANES, "already-claimed"];
  const rows = await queryOf(t)<{ importer_number: string; refundable: string }>(
    `SELECT importer_number, sum(refundable)::text AS refundable FROM entry_totals
     WHERE org_id = $1::uuid AND lane = ANY ($2::text[]) GROUP BY importer_number`,
    [t.orgId, lanes],
  );
  return new Map(rows.map((row) => [row.importer_number, usd(row.refundable)]));
}
