-- How often a member wants the digest; without a row it is the role's default.
CREATE TABLE "digest_settings" (
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "rhythm" TEXT,
    -- Signs the links of e-mails that need no session; a new one ends the old links.
    "link_key" CHAR(64) NOT NULL,

    CONSTRAINT "digest_settings_pkey" PRIMARY KEY ("org_id", "user_id"),
    CONSTRAINT "digest_settings_rhythm_known" CHECK ("rhythm" IN ('daily', 'weekly', 'off'))
);
ALTER TABLE "digest_settings" ADD CONSTRAINT "digest_settings_org_id_user_id_fkey" FOREIGN KEY ("org_id", "user_id")
  REFERENCES "memberships"("org_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One for each member and period: whoever writes the row sends the e-mail, and nobody else ever does.
CREATE TABLE "digests" (
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "period" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "mail" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "digests_pkey" PRIMARY KEY ("org_id", "user_id", "period"),
    CONSTRAINT "digests_mail_known" CHECK ("mail" IN ('none', 'sending', 'sent', 'not-sent', 'unknown'))
);
ALTER TABLE "digests" ADD CONSTRAINT "digests_org_id_user_id_fkey" FOREIGN KEY ("org_id", "user_id")
  REFERENCES "memberships"("org_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['digest_settings', 'digests'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))',
      tenant_table);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON digest_settings, digests TO capedesk_tenant;

SELECT pgboss.create_queue('send-digest', '{"policy":"short","retryLimit":4,"retryDelay":300,"retryBackoff":true,"expireInSeconds":900,"retentionMinutes":20160}');
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO capedesk_tenant;
