-- Every clock that still runs, a row each: lists by day and by week are read from one index, in its order.
CREATE TABLE "entry_clocks" (
    "org_id" UUID NOT NULL,
    "entry_number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "counted_from" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "estimated" BOOLEAN NOT NULL,
    "disputed" BOOLEAN NOT NULL,
    -- What is lost when it runs out: null while only a range is known, 0 where nothing is.
    "at_risk" DECIMAL,

    CONSTRAINT "entry_clocks_pkey" PRIMARY KEY ("org_id", "entry_number", "kind")
);
ALTER TABLE "entry_clocks" ADD CONSTRAINT "entry_clocks_org_id_entry_number_fkey" FOREIGN KEY ("org_id", "entry_number")
  REFERENCES "screenings"("org_id", "entry_number") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "entry_clocks_by_day" ON "entry_clocks" ("org_id", "last_day", "kind", "entry_number")
  INCLUDE ("counted_from", "estimated", "disputed", "at_risk");
ALTER TABLE entry_clocks ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_clocks FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON entry_clocks
  USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
GRANT SELECT, INSERT, UPDATE, DELETE ON entry_clocks TO capedesk_tenant;

-- What hangs on a clock is the rules' to say, so the rows come with the next screening of each organization: at once.
UPDATE pgboss.job SET start_after = now(), data = data || '{"afresh": true}'
  WHERE name = 'screen-organization' AND state = 'created';
