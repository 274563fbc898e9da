-- The clocks of an entry follow from its dates and its lane: 33,000 entries have 1,589 different sets of them. A row with
-- two keys for each clock of each entry took a quarter of an import, so a set that many verdicts share is stored once.
-- Queries that look at the clocks of single entries ask the view of the same name as the table had.
--
-- A verdict names its set, and no foreign key can name a set of rows. What holds instead: both are written in one
-- transaction that holds the books of the organization, and the nightly screening, which holds them too, clears what no
-- verdict names any more.
CREATE TABLE "clock_sets" (
    "org_id" UUID NOT NULL,
    -- Of the set's own text, so that equal sets are the same rows: see `clock-sets.ts`.
    "set_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "last_day" DATE NOT NULL,
    -- Still to be told of. Of a clock that runs no more the lists show its last day alone.
    "runs" BOOLEAN NOT NULL,
    -- Whether something is lost in the lane of the verdicts when it runs out, whatever it comes to.
    "takes_away" BOOLEAN NOT NULL,
    "counted_from" DATE,
    "estimated" BOOLEAN,
    "disputed" BOOLEAN,

    CONSTRAINT "clock_sets_pkey" PRIMARY KEY ("org_id", "set_id", "kind"),
    CONSTRAINT "clock_sets_told_while_running"
      CHECK (num_nulls("counted_from", "estimated", "disputed") = CASE WHEN "runs" THEN 0 ELSE 3 END),
    CONSTRAINT "clock_sets_taken_while_running" CHECK ("runs" OR NOT "takes_away")
);
CREATE INDEX "clock_sets_by_day" ON "clock_sets" ("org_id", "last_day", "kind") WHERE "runs";

-- Null where an entry has no clock.
ALTER TABLE "screenings" ADD COLUMN "clocks" UUID;

-- The owner of the tables may not be one whom the policies let through.
ALTER TABLE screenings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE entry_clocks NO FORCE ROW LEVEL SECURITY;
-- Where nothing is refundable, a clock that takes the refund away took 0, as the others do: both say the same below.
CREATE TEMP TABLE clocks_until_now ON COMMIT DROP AS
SELECT s.org_id, s.entry_number, d.key AS kind, d.value::date AS last_day, c.kind IS NOT NULL AS runs,
       c.kind IS NOT NULL AND c.at_risk IS DISTINCT FROM 0 AS takes_away, c.counted_from, c.estimated, c.disputed
FROM screenings s CROSS JOIN LATERAL jsonb_each_text(s.last_days) d
LEFT JOIN entry_clocks c ON c.org_id = s.org_id AND c.entry_number = s.entry_number AND c.kind = d.key;
CREATE TEMP TABLE sets_until_now ON COMMIT DROP AS
SELECT org_id, entry_number, left(encode(sha256(convert_to(
         jsonb_agg(jsonb_build_array(kind, last_day, runs, takes_away, counted_from, estimated, disputed) ORDER BY kind)::text,
         'UTF8')), 'hex'), 32)::uuid AS set_id
FROM clocks_until_now GROUP BY org_id, entry_number;
INSERT INTO clock_sets (org_id, set_id, kind, last_day, runs, takes_away, counted_from, estimated, disputed)
SELECT DISTINCT org_id, set_id, kind, last_day, runs, takes_away, counted_from, estimated, disputed
FROM sets_until_now JOIN clocks_until_now USING (org_id, entry_number);
-- No figure changes, so that no total does.
ALTER TABLE "screenings" DISABLE TRIGGER "total_changed";
UPDATE screenings s SET clocks = u.set_id FROM sets_until_now u WHERE u.org_id = s.org_id AND u.entry_number = s.entry_number;
ALTER TABLE "screenings" ENABLE TRIGGER "total_changed";
ALTER TABLE screenings FORCE ROW LEVEL SECURITY;
DROP TABLE "entry_clocks";
ALTER TABLE "screenings" DROP COLUMN "last_days";

-- What hangs on the clocks of a set is summed from here, without the verdicts themselves.
CREATE INDEX "screenings_by_clocks" ON "screenings" ("org_id", "clocks") INCLUDE ("refundable", "entry_number");

-- What hangs on a clock is the domain's to say (`dollarsAtRisk`): null while only a range is known, 0 where nothing is lost.
CREATE VIEW "entry_clocks" WITH (security_invoker = true) AS
SELECT s.org_id, s.entry_number, c.kind, c.counted_from, c.last_day, c.estimated, c.disputed,
       CASE WHEN c.takes_away AND (s.refundable < 0) IS NOT TRUE THEN s.refundable ELSE 0 END AS at_risk
FROM screenings s JOIN clock_sets c ON c.org_id = s.org_id AND c.set_id = s.clocks
WHERE c.runs;

ALTER TABLE clock_sets ENABLE ROW LEVEL SECURITY;
ALTER TABLE clock_sets FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON clock_sets
  USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
-- A set never changes: its id is of its text.
GRANT SELECT, INSERT, DELETE ON clock_sets TO capedesk_tenant;
GRANT SELECT ON entry_clocks TO capedesk_tenant;

CREATE OR REPLACE FUNCTION refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
BEGIN
  ANALYZE public.entries, public.screenings, public.entry_lines, public.fact_rows, public.set_aside_rows,
    public.clock_sets, public.claim_rows, public.declaration_entries;
EXCEPTION WHEN lock_not_available THEN NULL;
END $$;
