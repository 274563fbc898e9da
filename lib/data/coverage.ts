import "server-only";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** What was uploaded of one filer's entries for one importer in one month of entry. */
export type CoveredMonth = {
  readonly filer: string;
  /** Null: unknown, or the files disagree. */
  readonly importerNumber: string | null;
  readonly importerName: string | null;
  /** `2025-02`; null where no file shows the entry date, or they disagree. */
  readonly month: string | null;
  readonly entries: number;
  /** Rows of all files on these entries, repeats included. */
  readonly rows: number;
  /** Entries that several files show. */
  readonly shared: number;
};

/** Rows of each file on each entry, used or set aside; a row with several tariff numbers is one row. */
const SHOWN = `
  SELECT import_id, entry_number, sum(rows) AS rows FROM (
    SELECT import_id, entry_number, rows_used AS rows FROM entry_lines WHERE org_id = ${ORG}
    UNION ALL SELECT import_id, entry_number, 1 FROM fact_rows WHERE org_id = ${ORG}
    UNION ALL SELECT import_id, entry_number, 1 FROM set_aside_rows
      WHERE org_id = ${ORG} AND entry_number IS NOT NULL) placed
  GROUP BY import_id, entry_number HAVING sum(rows) > 0`;

/** Every month with entries, by filer, importer and month. */
export const coveredMonths = (t: Tenant): Promise<readonly CoveredMonth[]> =>
  queryOf(t)<CoveredMonth>(
    `WITH per_entry AS (
       SELECT entry_number, sum(rows) AS rows, count(*) AS files FROM (${SHOWN}) shown GROUP BY entry_number)
     SELECT left(e.number, 3) AS filer, e.importer_number AS "importerNumber", i.name AS "importerName",
            to_char(e.entry_date, 'YYYY-MM') AS month, count(*)::int AS entries, sum(p.rows)::int AS rows,
            (count(*) FILTER (WHERE p.files > 1))::int AS shared
     FROM entries e JOIN per_entry p ON p.entry_number = e.number
     LEFT JOIN importers i ON i.org_id = e.org_id AND i.number = e.importer_number
     WHERE e.org_id = ${ORG}
     GROUP BY 1, 2, 3, 4 ORDER BY 1, 2 NULLS LAST, 4`,
    [t.orgId],
  );

/** What one file covers. */
export type CoveringFile = {
  readonly importId: string;
  readonly entries: number;
  readonly rows: number;
  /** Entries that another file shows too. */
  readonly shared: number;
  /** Months of the first and the last entry; null where no entry date is known. */
  readonly from: string | null;
  readonly until: string | null;
};

/** Every file in the books, the newest first. */
export const coveringFiles = (t: Tenant): Promise<readonly CoveringFile[]> =>
  queryOf(t)<CoveringFile>(
    `WITH shown AS MATERIALIZED (${SHOWN}),
          per_entry AS (SELECT entry_number, count(*) AS files FROM shown GROUP BY entry_number)
     SELECT s.import_id::text AS "importId", count(*)::int AS entries, sum(s.rows)::int AS rows,
            (count(*) FILTER (WHERE p.files > 1))::int AS shared,
            to_char(min(e.entry_date), 'YYYY-MM') AS from, to_char(max(e.entry_date), 'YYYY-MM') AS until
     FROM shown s JOIN per_entry p ON p.entry_number = s.entry_number
     JOIN entries e ON e.org_id = ${ORG} AND e.number = s.entry_number
     GROUP BY s.import_id ORDER BY s.import_id DESC`,
    [t.orgId],
  );
