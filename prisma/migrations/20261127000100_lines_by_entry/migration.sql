-- What a file shows of an entry in one row, its lines in one column: a row with two keys for each of a million tariff lines
-- took a quarter of an import. Queries that look at single lines ask the view of the same name as the table had.
CREATE TABLE "entry_lines" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "entry_number" TEXT NOT NULL,
    "rows_used" INTEGER NOT NULL,
    "duty" DECIMAL NOT NULL,
    "numbers" TEXT[] NOT NULL,
    "lines" JSON NOT NULL,

    CONSTRAINT "entry_lines_pkey" PRIMARY KEY ("org_id", "entry_number", "import_id")
);
CREATE INDEX "entry_lines_org_id_import_id_entry_number_idx" ON "entry_lines" ("org_id", "import_id", "entry_number");
-- Lines are read with their entry, and compressing them took longer than writing them.
ALTER TABLE "entry_lines" SET (toast_tuple_target = 8160);
ALTER TABLE "entry_lines" ALTER COLUMN "lines" SET STATISTICS 0, ALTER COLUMN "numbers" SET STATISTICS 0,
  ALTER COLUMN "duty" SET STATISTICS 0;

-- The owner of the tables may not be one whom the policies let through.
ALTER TABLE tariff_lines NO FORCE ROW LEVEL SECURITY;
INSERT INTO entry_lines (org_id, import_id, entry_number, rows_used, duty, numbers, lines)
SELECT org_id, import_id, entry_number, count(DISTINCT file_row) FILTER (WHERE disposition = 'used'),
       coalesce(sum(duty), 0), coalesce(array_agg(DISTINCT hts) FILTER (WHERE hts IS NOT NULL), '{}'),
       json_agg(json_build_array(file_row, line_number, ordinal, hts, value::text, duty::text, origin, spi, other_cells,
         nullif(jsonb_strip_nulls(jsonb_build_object(
           'part', nullif(part, 0), 'htsFound', hts_found, 'dutyFound', duty_found,
           'disposition', nullif(disposition::text, 'used'))), '{}')) ORDER BY file_row, part)
FROM (SELECT *, trim_scale(coalesce(value_exact, value_cents / 100.0)) AS value,
             trim_scale(coalesce(duty_exact, duty_cents / 100.0)) AS duty FROM tariff_lines) l
GROUP BY org_id, import_id, entry_number;
DROP TABLE "tariff_lines";
DROP TYPE "line_disposition";

-- The places that `stored-lines.ts` gives the columns, by their names.
CREATE VIEW "tariff_lines" WITH (security_invoker = true) AS
SELECT e.org_id, e.import_id, e.entry_number, (l.line ->> 0)::int AS file_row,
       coalesce((l.line -> 9 ->> 'part')::int, 0) AS part, l.line ->> 1 AS line_number, l.line ->> 2 AS ordinal,
       l.line ->> 3 AS hts, l.line -> 9 ->> 'htsFound' AS hts_found, (l.line ->> 4)::numeric AS value,
       (l.line ->> 5)::numeric AS duty, l.line -> 9 ->> 'dutyFound' AS duty_found, l.line ->> 6 AS origin,
       l.line ->> 7 AS spi, l.line ->> 8 AS other_cells, coalesce(l.line -> 9 ->> 'disposition', 'used') AS disposition
FROM entry_lines e CROSS JOIN LATERAL json_array_elements(e.lines) AS l (line);

ALTER TABLE entry_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON entry_lines
  USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
GRANT SELECT, INSERT, UPDATE, DELETE ON entry_lines TO capedesk_tenant;
GRANT SELECT ON tariff_lines TO capedesk_tenant;

CREATE OR REPLACE FUNCTION refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
BEGIN
  ANALYZE public.entries, public.screenings, public.entry_lines, public.fact_rows, public.set_aside_rows,
    public.entry_clocks, public.claim_rows, public.declaration_entries;
EXCEPTION WHEN lock_not_available THEN NULL;
END $$;
