-- Pages of an organization with a million tariff rows: each list has an index in its own order, and counts and sums of a
-- filter are kept as they change, because adding up a hundred thousand verdicts takes longer than a page may.

CREATE INDEX "entries_by_entry_date" ON "entries"
  ("org_id", coalesce("entry_date", '9999-12-31'::date), "number");
CREATE INDEX "entries_by_liquidation" ON "entries"
  ("org_id", coalesce("liquidation_date", '9999-12-31'::date), "number");
CREATE INDEX "screenings_by_refundable" ON "screenings"
  ("org_id", coalesce("refundable", "refundable_min"), "entry_number");
CREATE INDEX "screenings_by_lane_and_refundable" ON "screenings"
  ("org_id", "lane", coalesce("refundable", "refundable_min"), "entry_number");
CREATE INDEX "screenings_by_deadline" ON "screenings"
  ("org_id", coalesce("next_deadline", '9999-12-31'::date), "entry_number");
-- Read alone, without the verdicts behind it: a search for part of a number, and what runs out next.
CREATE INDEX "screenings_figures" ON "screenings" ("org_id", "entry_number")
  INCLUDE ("lane", "refundable", "refundable_min", "refundable_max", "interest");
CREATE INDEX "screenings_deadline_figures" ON "screenings" ("org_id", "next_deadline")
  INCLUDE ("deadline_kind", "refundable", "entry_number") WHERE "next_deadline" IS NOT NULL;

-- What the verdicts of an organization come to, by lane, importer and month of entry. An unknown importer or month is ''.
CREATE TABLE "entry_totals" (
    "org_id" UUID NOT NULL,
    "lane" TEXT NOT NULL,
    "importer_number" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    "ranges" INTEGER NOT NULL,
    "unbounded" INTEGER NOT NULL,
    "refundable" DECIMAL NOT NULL,
    "refundable_min" DECIMAL NOT NULL,
    "refundable_max" DECIMAL NOT NULL,
    "interest" DECIMAL NOT NULL,

    CONSTRAINT "entry_totals_pkey" PRIMARY KEY ("org_id", "lane", "importer_number", "month")
);

-- The statement that adds what some verdicts come to, once (sign 1) or taken back (sign -1). Writers of one organization
-- wait for each other before they touch its verdicts, so two never wait here for one another.
CREATE FUNCTION adding_to_entry_totals(verdicts text) RETURNS text LANGUAGE sql IMMUTABLE RETURN
  $$INSERT INTO entry_totals AS t
    SELECT org_id, lane, coalesce(importer_number, ''), coalesce(to_char(entry_date, 'YYYY-MM'), ''), sum(sign),
           coalesce(sum(sign) FILTER (WHERE refundable IS NULL), 0),
           coalesce(sum(sign) FILTER (WHERE refundable_max IS NULL), 0),
           coalesce(sum(sign * refundable) FILTER (WHERE refundable > 0), 0),
           sum(sign * greatest(refundable_min, 0)), sum(sign * greatest(refundable_max, 0)),
           coalesce(sum(sign * interest), 0)
    FROM ($$ || verdicts || $$) v GROUP BY 1, 2, 3, 4
    ON CONFLICT (org_id, lane, importer_number, month) DO UPDATE SET
      entries = t.entries + excluded.entries, ranges = t.ranges + excluded.ranges,
      unbounded = t.unbounded + excluded.unbounded, refundable = t.refundable + excluded.refundable,
      refundable_min = t.refundable_min + excluded.refundable_min,
      refundable_max = t.refundable_max + excluded.refundable_max, interest = t.interest + excluded.interest$$;

CREATE FUNCTION total_verdicts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  figures CONSTANT text := 's.org_id, s.lane, e.importer_number, e.entry_date,
    s.refundable, s.refundable_min, s.refundable_max, s.interest';
  come CONSTANT text := 'SELECT 1 AS sign, ' || figures ||
    ' FROM come s JOIN entries e ON e.org_id = s.org_id AND e.number = s.entry_number';
  gone CONSTANT text := 'SELECT -1 AS sign, ' || figures ||
    ' FROM gone s JOIN entries e ON e.org_id = s.org_id AND e.number = s.entry_number';
BEGIN
  EXECUTE adding_to_entry_totals(
    CASE TG_OP WHEN 'INSERT' THEN come WHEN 'DELETE' THEN gone ELSE come || ' UNION ALL ' || gone END);
  RETURN NULL;
END $$;
CREATE TRIGGER total_new AFTER INSERT ON screenings
  REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION total_verdicts();
CREATE TRIGGER total_changed AFTER UPDATE ON screenings
  REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION total_verdicts();
CREATE TRIGGER total_deleted AFTER DELETE ON screenings
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION total_verdicts();

-- An entry that changes its importer or its date takes its verdict along.
CREATE FUNCTION total_moved_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE adding_to_entry_totals(
    'SELECT m.sign, m.org_id, s.lane, m.importer_number, m.entry_date,
            s.refundable, s.refundable_min, s.refundable_max, s.interest
     FROM come c JOIN gone g ON g.org_id = c.org_id AND g.number = c.number
       AND (g.importer_number, g.entry_date) IS DISTINCT FROM (c.importer_number, c.entry_date)
     CROSS JOIN LATERAL (VALUES (1, c.org_id, c.number, c.importer_number, c.entry_date),
                                (-1, g.org_id, g.number, g.importer_number, g.entry_date))
       AS m (sign, org_id, number, importer_number, entry_date)
     JOIN screenings s ON s.org_id = m.org_id AND s.entry_number = m.number');
  RETURN NULL;
END $$;
CREATE TRIGGER total_moved AFTER UPDATE ON entries
  REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION total_moved_entries();

-- What is there already; the owner of the tables may not be one whom the policies let through.
ALTER TABLE entries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE screenings NO FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE adding_to_entry_totals(
    'SELECT 1 AS sign, s.org_id, s.lane, e.importer_number, e.entry_date,
            s.refundable, s.refundable_min, s.refundable_max, s.interest
     FROM screenings s JOIN entries e ON e.org_id = s.org_id AND e.number = s.entry_number');
END $$;
ALTER TABLE entries FORCE ROW LEVEL SECURITY;
ALTER TABLE screenings FORCE ROW LEVEL SECURITY;

ALTER TABLE entry_totals ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_totals FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON entry_totals
  USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
GRANT SELECT, INSERT, UPDATE ON entry_totals TO capedesk_tenant;
