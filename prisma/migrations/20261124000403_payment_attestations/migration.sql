-- Who said what of the way the money takes, and when. Append-only: a later word stands beside the earlier one.
-- No key to the importers: what was said stays when the file that named the importer is taken out again.
CREATE TABLE "payment_attestations" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "importer_number" TEXT NOT NULL,
    "point" TEXT NOT NULL,
    "holds" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "attested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_attestations_pkey" PRIMARY KEY ("org_id", "id")
);
CREATE INDEX "payment_attestations_latest" ON "payment_attestations" ("org_id", "importer_number", "point", "attested_at" DESC);

ALTER TABLE payment_attestations ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_attestations FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON payment_attestations
  USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
GRANT SELECT, INSERT ON payment_attestations TO capedesk_tenant;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_attestations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
