import "server-only";

import type { Day, EntryNumber } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** An entry on one claim, ours or one that a report shows. */
export type Filing = {
  readonly number: EntryNumber;
  /** Of a claim that only reports show: the first day on which one did, so it was filed then at the latest. */
  readonly filedOn: Day;
  readonly rejectedOn: Day | null;
  readonly accepted: boolean;
};

type Row = {
  readonly number: EntryNumber;
  readonly filedOn: Day;
  readonly failedOn: Day | null;
  readonly failed: boolean;
  readonly accepted: boolean;
  readonly claimFailed: boolean;
  readonly claimAccepted: boolean;
};

const FILINGS = `
  WITH said AS (
    SELECT d.entry_number, coalesce(c.claim_number, c.id::text) AS claim, v.day, v.entry_number IS NOT NULL AS of_entry,
           v.kind = 'rejected' AS failed,
           v.kind IN ('accepted', 'lines-removed', 'sent-to-treasury', 'treasury-issued', 'funds-diverted',
                      'payment-returned', 'matched') AS accepted
    FROM declaration_entries d
    JOIN claims c ON c.org_id = d.org_id AND c.declaration_id = d.declaration_id
    JOIN claim_events v ON v.org_id = c.org_id AND v.claim_id = c.id
      AND (v.entry_number IS NULL OR v.entry_number = d.entry_number)
    WHERE d.org_id = ${ORG} AND v.kind NOT IN ('drafted', 'downloaded')
    UNION ALL
    SELECT r.entry_number, coalesce(r.claim_number, ''),
           coalesce(i.export_date, (i.committed_at AT TIME ZONE 'America/New_York')::date), true,
           r.outcome = 'failed', r.outcome = 'accepted'
    FROM claim_rows r JOIN imports i ON i.org_id = r.org_id AND i.id = r.import_id
    WHERE r.org_id = ${ORG})
  SELECT entry_number AS number, min(day)::text AS "filedOn", (min(day) FILTER (WHERE failed))::text AS "failedOn",
         coalesce(bool_or(failed) FILTER (WHERE of_entry), false) AS failed,
         coalesce(bool_or(accepted) FILTER (WHERE of_entry), false) AS accepted,
         coalesce(bool_or(failed) FILTER (WHERE NOT of_entry), false) AS "claimFailed",
         coalesce(bool_or(accepted) FILTER (WHERE NOT of_entry), false) AS "claimAccepted"
  FROM said GROUP BY entry_number, claim ORDER BY 1, 2`;

/** Every entry on every claim, by the days. What is said of the entry itself counts before what is said of its claim. */
export async function filingsOf(t: Tenant): Promise<readonly Filing[]> {
  const rows = await queryOf(t)<Row>(FILINGS, [t.orgId]);
  return rows.map(({ number, filedOn, failedOn, failed, accepted, claimFailed, claimAccepted }) => {
    const isAccepted = accepted || (claimAccepted && !failed);
    return {
      number,
      filedOn,
      accepted: isAccepted,
      rejectedOn: !isAccepted && (failed || claimFailed) ? failedOn : null,
    };
  });
}
