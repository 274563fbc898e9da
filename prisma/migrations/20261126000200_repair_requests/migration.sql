-- What somebody wants repaired in a file, until the worker has worked it out, and what became of it.
CREATE TABLE "repair_requests" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "wish" JSONB NOT NULL,
    -- NULL: it waits, or is under way.
    "outcome" JSONB,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "repair_requests_pkey" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "repair_requests_ended" CHECK (("outcome" IS NULL) = ("ended_at" IS NULL))
);
ALTER TABLE "repair_requests" ADD CONSTRAINT "repair_requests_org_id_import_id_fkey" FOREIGN KEY ("org_id", "import_id") REFERENCES "imports"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "repair_requests_org_id_import_id_idx" ON "repair_requests" ("org_id", "import_id");
-- A choice is made on the repairs that are there: the next one waits until they are.
CREATE UNIQUE INDEX "repair_requests_one_at_a_time" ON "repair_requests" ("org_id", "import_id") WHERE "outcome" IS NULL;

ALTER TABLE "repair_requests" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "repair_requests" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON "repair_requests"
  USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "repair_requests" TO capedesk_tenant;

SELECT pgboss.create_queue('repair-import', '{"policy":"standard","retryLimit":3,"retryDelay":1,"retryBackoff":false,"expireInSeconds":3600,"retentionMinutes":20160}');
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO capedesk_tenant;
