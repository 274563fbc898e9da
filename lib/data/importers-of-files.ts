import "server-only";

import type { EntryNumber } from "@/lib/domain";

import { queryOn, type BulkTenant } from "./bulk-tenant";

/** Whom each file alone names as the importer of an entry, and by which name; a file that names two names none. */
const NAMED = `
  SELECT number.file, number.value AS number, name.value AS name, name.row
  FROM entries e
  CROSS JOIN LATERAL (
    SELECT e.facts -> 'from' -> (s ->> 1)::int ->> 0 AS file, min(s ->> 0) AS value
    FROM jsonb_array_elements(e.facts -> 'importerNumber') s GROUP BY 1 HAVING count(*) = 1) number
  LEFT JOIN LATERAL (
    SELECT e.facts -> 'from' -> (s ->> 1)::int ->> 0 AS file, min(s ->> 0) AS value,
           min((e.facts -> 'from' -> (s ->> 1)::int ->> 1)::int) AS row
    FROM jsonb_array_elements(e.facts -> 'importerName') s GROUP BY 1 HAVING count(*) = 1) name ON name.file = number.file
  WHERE e.org_id = $1::uuid`;

/** The importers that an import names on these entries. */
export async function importersNamedBy(
  t: BulkTenant,
  importId: string,
  entries: readonly EntryNumber[],
): Promise<readonly string[]> {
  const rows = await queryOn(t)<{ number: string }>(
    `SELECT DISTINCT number FROM (${NAMED} AND e.number = ANY ($3::text[])) named WHERE file = $2::text`,
    [t.orgId, importId, entries],
  );
  return rows.map(({ number }) => number);
}

/**
 * After a file was taken out: an importer that no other file names goes, unless a person chose it for an entry or a
 * declaration is made out for it; one that others name bears the name that the first of them gives.
 */
export async function renameImporters(t: BulkTenant, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return;
  const query = queryOn(t);
  await query(
    `WITH first AS (
       SELECT DISTINCT ON (named.number) named.number, coalesce(named.name, '') AS name
       FROM (${NAMED}) named JOIN imports i ON i.org_id = $1::uuid AND i.id = named.file::uuid
       WHERE named.number = ANY ($2::text[])
       ORDER BY named.number, named.name IS NULL, i.committed_at, i.id, named.row)
     UPDATE importers SET name = first.name FROM first
     WHERE importers.org_id = $1::uuid AND importers.number = first.number`,
    [t.orgId, numbers],
  );
  await query(
    `DELETE FROM importers i WHERE i.org_id = $1::uuid AND i.number = ANY ($2::text[])
       AND NOT EXISTS (SELECT FROM entries e WHERE e.org_id = i.org_id AND e.importer_number = i.number)
       AND NOT EXISTS (SELECT FROM declarations d WHERE d.org_id = i.org_id AND d.importer_number = i.number)
       AND NOT EXISTS (SELECT FROM (${NAMED}) named WHERE named.number = i.number)`,
    [t.orgId, numbers],
  );
}
