-- Totals are kept while tables fill whose statistics say that they are empty: autovacuum may come in the middle of an
-- import, and counts nothing of it. The planner then read every entry for every piece, and an import of 30,000 entries
-- took ten times as long. OFFSET 0 leaves it no choice: each verdict looks its own entry up, by its key.
CREATE OR REPLACE FUNCTION total_verdicts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  figures CONSTANT text := 's.org_id, s.lane, e.importer_number, e.entry_date,
    s.refundable, s.refundable_min, s.refundable_max, s.interest';
  its_entry CONSTANT text := ' s CROSS JOIN LATERAL (
    SELECT importer_number, entry_date FROM entries WHERE org_id = s.org_id AND number = s.entry_number OFFSET 0) e';
  come CONSTANT text := 'SELECT 1 AS sign, ' || figures || ' FROM come' || its_entry;
  gone CONSTANT text := 'SELECT -1 AS sign, ' || figures || ' FROM gone' || its_entry;
BEGIN
  EXECUTE adding_to_entry_totals(
    CASE TG_OP WHEN 'INSERT' THEN come WHEN 'DELETE' THEN gone ELSE come || ' UNION ALL ' || gone END);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION total_moved_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE adding_to_entry_totals(
    'SELECT m.sign, m.org_id, s.lane, m.importer_number, m.entry_date,
            s.refundable, s.refundable_min, s.refundable_max, s.interest
     FROM (SELECT c.org_id, c.number, c.importer_number AS importer_after, c.entry_date AS day_after,
                  g.importer_number AS importer_before, g.entry_date AS day_before
           FROM come c JOIN gone g ON g.org_id = c.org_id AND g.number = c.number
             AND (g.importer_number, g.entry_date) IS DISTINCT FROM (c.importer_number, c.entry_date)
           OFFSET 0) moved
     CROSS JOIN LATERAL (VALUES (1, moved.org_id, moved.importer_after, moved.day_after),
                                (-1, moved.org_id, moved.importer_before, moved.day_before))
       AS m (sign, org_id, importer_number, entry_date)
     CROSS JOIN LATERAL (SELECT * FROM screenings
       WHERE org_id = moved.org_id AND entry_number = moved.number OFFSET 0) s');
  RETURN NULL;
END $$;
