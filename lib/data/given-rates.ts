import "server-only";

import type { HtsNumber } from "@/lib/domain";

import { queryOn, type BulkTenant } from "./bulk-tenant";
import type { Query } from "./tenant";

/** Ordinary rates that people of the organization typed in. "2.5" means 2.5 % of the value. */
export async function givenRatesOf(query: Query, orgId: string): Promise<ReadonlyMap<HtsNumber, string>> {
  const rows = await query<{ hts: HtsNumber; percent: string }>(
    "SELECT hts, percent FROM given_rates WHERE org_id = $1::uuid",
    [orgId],
  );
  return new Map(rows.map(({ hts, percent }) => [hts, percent]));
}

export type GivenRate = {
  readonly hts: HtsNumber;
  readonly percent: string;
  /** The name of whoever gave it. */
  readonly givenBy: string;
  readonly givenAt: Date;
};

/** Every given rate with who stands behind it, by tariff number. */
export async function listGivenRates(query: Query, orgId: string): Promise<readonly GivenRate[]> {
  const rows = await query<{ hts: HtsNumber; percent: string; name: string; given_at: Date }>(
    `SELECT g.hts, g.percent, u.name, g.given_at FROM given_rates g JOIN users u ON u.id = g.given_by
     WHERE g.org_id = $1::uuid ORDER BY g.hts`,
    [orgId],
  );
  return rows.map((row) => ({
    hts: row.hts,
    percent: row.percent,
    givenBy: row.name,
    givenAt: row.given_at,
  }));
}

/** Keeps one rate for a tariff number: the last one given stands. */
export async function writeGivenRate(t: BulkTenant, hts: HtsNumber, percent: string): Promise<void> {
  await queryOn(t)(
    `INSERT INTO given_rates (org_id, hts, percent, given_by) VALUES ($1::uuid, $2::text, $3::text, $4::uuid)
     ON CONFLICT (org_id, hts) DO UPDATE SET percent = excluded.percent, given_by = excluded.given_by, given_at = now()`,
    [t.orgId, hts, percent, t.userId],
  );
}

/** @returns the rate that was withdrawn; null when none was given */
export async function deleteGivenRate(t: BulkTenant, hts: HtsNumber): Promise<string | null> {
  const [row] = await queryOn(t)<{ percent: string }>(
    "DELETE FROM given_rates WHERE org_id = $1::uuid AND hts = $2::text RETURNING percent",
    [t.orgId, hts],
  );
  return row?.percent ?? null;
}
