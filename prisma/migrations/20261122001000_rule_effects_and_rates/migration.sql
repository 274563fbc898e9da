ALTER TABLE "importers" ADD COLUMN "pays_monthly" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "screenings" ADD COLUMN "programs" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "screenings" ADD COLUMN "predicted" JSONB;

CREATE TABLE "rule_effects" (
    "org_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "rules_version" TEXT NOT NULL,
    "entry_number" TEXT NOT NULL,
    "lane_before" TEXT NOT NULL,
    "lane_after" TEXT NOT NULL,
    "refundable_before" DECIMAL,
    "refundable_after" DECIMAL,
    "as_of" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_effects_pkey" PRIMARY KEY ("org_id","effective_on","rules_version","entry_number")
);
CREATE INDEX "rule_effects_org_id_entry_number_idx" ON "rule_effects"("org_id", "entry_number");
ALTER TABLE "rule_effects" ADD CONSTRAINT "rule_effects_org_id_entry_number_fkey" FOREIGN KEY ("org_id", "entry_number") REFERENCES "entries"("org_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "given_rates" (
    "org_id" UUID NOT NULL,
    "hts" TEXT NOT NULL,
    "percent" TEXT NOT NULL,
    "given_by" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "given_rates_pkey" PRIMARY KEY ("org_id","hts")
);

CREATE TABLE "published_rates" (
    "hts" TEXT NOT NULL,
    "general" TEXT NOT NULL,
    "percent" TEXT,
    "edition" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "published_rates_pkey" PRIMARY KEY ("hts")
);

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['rule_effects', 'given_rates'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))',
      tenant_table);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON rule_effects, given_rates TO capedesk_tenant;
-- The tariff schedule is the same for everybody; the owner loads it, the web role reads it.
GRANT SELECT ON published_rates TO capedesk_tenant;
