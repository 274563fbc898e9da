import "server-only";

import { usd, type Usd } from "@/lib/domain";

import { queryOn, type BulkTenant } from "./bulk-tenant";

/** An import as counted and as stored; all of it as text, so that equal means equal. */
type Conservation = Readonly<
  Record<
    | ("id" | "orphans" | "read" | "used" | "set_aside" | "stored_used" | "stored_aside")
    | ("entries" | "stored_entries"),
    string
  >
> & { readonly reasons_hold: boolean };

const CONSERVATION = `
  SELECT i.id::text, i.rows_read::text AS read, i.rows_used::text AS used, i.rows_set_aside::text AS set_aside,
         i.entry_count::text AS entries, (l.used + f.used + c.used + p.used)::text AS stored_used, s.aside::text AS stored_aside,
         (SELECT count(*) FROM (
            SELECT entry_number FROM entry_lines WHERE org_id = i.org_id AND import_id = i.id
            UNION SELECT entry_number FROM fact_rows WHERE org_id = i.org_id AND import_id = i.id
            UNION SELECT entry_number FROM set_aside_rows
              WHERE org_id = i.org_id AND import_id = i.id AND entry_number IS NOT NULL) named)::text AS stored_entries,
         (SELECT count(*) FROM (
            SELECT entry_number FROM entry_lines WHERE org_id = i.org_id AND import_id = i.id
            EXCEPT SELECT number FROM entries WHERE org_id = i.org_id) orphans)::text AS orphans,
         NOT EXISTS (
           (SELECT key, value::bigint FROM jsonb_each_text(i.set_aside_by_reason) WHERE value <> '0')
           EXCEPT
           (SELECT reason, count(*) FROM set_aside_rows s WHERE s.org_id = i.org_id AND s.import_id = i.id GROUP BY reason)
         ) AS reasons_hold
  FROM imports i
  CROSS JOIN LATERAL (SELECT coalesce(sum(rows_used), 0) AS used FROM entry_lines
    WHERE org_id = i.org_id AND import_id = i.id) l
  CROSS JOIN LATERAL (SELECT count(*) AS used FROM fact_rows WHERE org_id = i.org_id AND import_id = i.id) f
  CROSS JOIN LATERAL (SELECT count(*) AS used FROM claim_rows r WHERE r.org_id = i.org_id AND r.import_id = i.id
    AND NOT EXISTS (SELECT FROM fact_rows o
      WHERE o.org_id = i.org_id AND o.import_id = i.id AND o.file_row = r.file_row)
    AND NOT EXISTS (SELECT FROM set_aside_rows o
      WHERE o.org_id = i.org_id AND o.import_id = i.id AND o.file_row = r.file_row)) c
  CROSS JOIN LATERAL (SELECT count(*) AS used FROM (
    SELECT file_row FROM payment_rows WHERE org_id = i.org_id AND import_id = i.id
    UNION ALL SELECT file_row FROM bank_rows WHERE org_id = i.org_id AND import_id = i.id) paid) p
  CROSS JOIN LATERAL (SELECT count(*) AS aside FROM set_aside_rows WHERE org_id = i.org_id AND import_id = i.id) s
  WHERE i.org_id = $1::uuid AND i.id = ANY ($2::uuid[])`;

/**
 * Sums that must hold before commit, instead of a foreign key on every line: a broken one is our fault and undoes all.
 * @param importIds - the import at hand, and earlier ones of which it moved rows
 */
export async function assertConserved(t: BulkTenant, importIds: readonly string[]): Promise<void> {
  const rows = await queryOn(t)<Conservation>(CONSERVATION, [t.orgId, importIds]);
  for (const row of rows)
    if (!isConserved(row)) throw new Error(`Import ${row.id} does not add up: ${JSON.stringify(row)}`);
  if (rows.length < importIds.length) throw new Error(`Not every import is there: ${importIds.join(", ")}`);
}

/** Duty on the stored lines of an import, used or in conflict or as echoes, USD, exact. */
export async function storedDuty(t: BulkTenant, importId: string): Promise<Usd> {
  const [row] = await queryOn(t)<{ stored: string }>(
    `SELECT coalesce(sum(duty), 0)::text AS stored FROM entry_lines
     WHERE org_id = $1::uuid AND import_id = $2::uuid`,
    [t.orgId, importId],
  );
  return usd(row?.stored ?? "0");
}

/** To the cent, and to the fraction of one: what the entries keep of the file's duty is what is stored of it. */
export async function assertDutyStored(t: BulkTenant, importId: string, duty: Usd): Promise<void> {
  const stored = await storedDuty(t, importId);
  if (!stored.equals(duty))
    throw new Error(`Import ${importId} does not add up: duty ${duty.toFixed()}, stored ${stored.toFixed()}`);
}

const isConserved = (row: Conservation): boolean =>
  row.orphans === "0" &&
  row.used === row.stored_used &&
  row.set_aside === row.stored_aside &&
  row.entries === row.stored_entries &&
  BigInt(row.read) === BigInt(row.used) + BigInt(row.set_aside) &&
  row.reasons_hold;
