import "server-only";

import { CAPE_LANES, sumUsd, usd, type Lane, type Usd } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { receivedOf, type Received } from "./received";
import { queryOf, type Tenant } from "./tenant";

type LaneTotal = {
  readonly lane: Lane;
  readonly entries: number;
  /** Certain figures above zero. */
  readonly refundable: Usd;
  /** Entries of which only a range is known. */
  readonly ranges: number;
  readonly interest: Usd;
};

export type Overview = {
  readonly entries: number;
  /** Certain duty in the lanes that CAPE takes today. */
  readonly refundable: Usd;
  readonly interest: Usd;
  /** On declarations that were filed and not rejected. */
  readonly filed: Usd;
  readonly received: Pick<Received, "basis" | "total">;
  /** On files that are frozen and that nobody has recorded as filed. */
  readonly frozen: { readonly files: number; readonly refundable: Usd };
  readonly lanes: readonly LaneTotal[];
};

/** The figures of the first page, each a sum over rows that the reader can open. */
export async function overviewOf(t: Tenant): Promise<Overview> {
  const lanes = await laneTotals(t);
  const ofCape = lanes.filter(({ lane }) => (CAPE_LANES as readonly Lane[]).includes(lane));
  return {
    entries: lanes.reduce((count, lane) => count + lane.entries, 0),
    refundable: sumUsd(ofCape.map(({ refundable }) => refundable)),
    interest: sumUsd(ofCape.map(({ interest }) => interest)),
    filed: await filedTotal(t),
    received: await receivedOf(t),
    frozen: await frozenTotal(t),
    lanes,
  };
}

/** How many entries stand in each lane; lanes without any are absent. */
export async function laneCounts(t: Tenant): Promise<ReadonlyMap<Lane, number>> {
  return new Map((await laneTotals(t)).map(({ lane, entries }) => [lane, entries]));
}

async function laneTotals(t: Tenant): Promise<readonly LaneTotal[]> {
  const rows = await queryOf(t)<{
    lane: Lane;
    entries: string;
    refundable: string;
    ranges: string;
    interest: string;
  }>(
    `SELECT lane, sum(entries)::text AS entries, sum(refundable)::text AS refundable,
            sum(ranges)::text AS ranges, sum(interest)::text AS interest
     FROM entry_totals WHERE org_id = ${ORG} GROUP BY lane HAVING sum(entries) > 0`,
    [t.orgId],
  );
  return rows.map((row) => ({
    lane: row.lane,
    entries: Number(row.entries),
    refundable: usd(row.refundable),
    ranges: Number(row.ranges),
    interest: usd(row.interest),
  }));
}

async function filedTotal(t: Tenant): Promise<Usd> {
  const [row] = await queryOf(t)<{ filed: string }>(
    `SELECT coalesce(sum(s.refundable) FILTER (WHERE s.refundable > 0), 0)::text AS filed
     FROM declaration_entries e
     JOIN declarations d ON d.org_id = e.org_id AND d.id = e.declaration_id AND d.state = 'filed'
     JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.entry_number
     WHERE e.org_id = ${ORG} AND e.live`,
    [t.orgId],
  );
  return usd(row?.filed ?? "0");
}

async function frozenTotal(t: Tenant): Promise<Overview["frozen"]> {
  const [row] = await queryOf(t)<{ files: string; refundable: string }>(
    `SELECT count(*)::text AS files, coalesce(sum(refundable), 0)::text AS refundable
     FROM declarations WHERE org_id = $1::uuid AND state = 'frozen'`,
    [t.orgId],
  );
  return { files: Number(row?.files ?? 0), refundable: usd(row?.refundable ?? "0") };
}
