-- Invitations that can be accepted or ran out: what was accepted, revoked or replaced is gone, and the audit log tells it.
CREATE TABLE "invitations" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    -- The secret itself stands in the link alone.
    "secret_hash" CHAR(64) NOT NULL,
    "invited_by" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("org_id", "id")
);
CREATE UNIQUE INDEX "invitations_org_id_email_key" ON "invitations" ("org_id", "email");

ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitations" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON "invitations"
  USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
GRANT SELECT, INSERT, DELETE ON "invitations" TO capedesk_tenant;

-- A membership ends; calendar address, digest rhythm and digests go with it.
GRANT DELETE ON memberships TO capedesk_tenant;

-- Who left is named from the record of his leaving, and invitations of a day are counted.
CREATE INDEX "audit_log_org_id_action_at_idx" ON "audit_log" ("org_id", "action", "at");
