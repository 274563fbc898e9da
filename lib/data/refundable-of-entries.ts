import "server-only";

import { usd, type EntryNumber, type Usd } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** What entries come to as they are screened now. */
export type RefundableOfEntries = {
  /** Certain refunds above zero, USD; ranges are left out. */
  readonly refundable: Usd;
  /** Entries in the books; the others are named by files of CBP only. */
  readonly known: number;
  /** Names of their importers, each once. */
  readonly importers: readonly string[];
};

export async function refundableOf(t: Tenant, numbers: readonly EntryNumber[]): Promise<RefundableOfEntries> {
  const [row] = await queryOf(t)<{ refundable: string; known: number; importers: string[] }>(
    `SELECT coalesce(sum(s.refundable) FILTER (WHERE s.refundable > 0), 0)::text AS refundable, count(*)::int AS known,
            coalesce(array_agg(DISTINCT coalesce(nullif(i.name, ''), e.importer_number))
                     FILTER (WHERE e.importer_number IS NOT NULL), '{}') AS importers
     FROM entries e JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
     LEFT JOIN importers i ON i.org_id = e.org_id AND i.number = e.importer_number
     WHERE e.org_id = ${ORG} AND e.number = ANY ($2::text[])`,
    [t.orgId, numbers],
  );
  if (!row) throw new Error("An aggregate without GROUP BY always gives one row");
  return { ...row, refundable: usd(row.refundable) };
}
