-- What an organization says of itself: whose entries it may declare, and how its files are built and signed.
ALTER TABLE "organizations"
  ADD COLUMN "filing_role" TEXT,
  ADD COLUMN "own_numbers" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "merges_importers" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "needs_sign_off" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "organizations_filing_role_check" CHECK (
    (filing_role IS NULL AND own_numbers = '{}')
    OR (filing_role IN ('importer', 'broker') AND own_numbers <> '{}'));

-- A broker's file of several importers belongs to none of them alone.
ALTER TABLE "declarations" ALTER COLUMN "importer_number" DROP NOT NULL;

-- What was attested, as it read then, and what it rests on.
ALTER TABLE "declaration_attestations"
  ADD COLUMN "statement" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

-- A second person's yes to one state of a draft. It counts while the draft is still that state, and is never taken back.
CREATE TABLE "declaration_sign_offs" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "content_sha256" CHAR(64) NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "declaration_sign_offs_pkey" PRIMARY KEY ("org_id", "id")
);
CREATE INDEX "declaration_sign_offs_org_id_declaration_id_idx" ON "declaration_sign_offs"("org_id", "declaration_id");
ALTER TABLE "declaration_sign_offs" ADD CONSTRAINT "declaration_sign_offs_org_id_declaration_id_fkey" FOREIGN KEY ("org_id", "declaration_id") REFERENCES "declarations"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "declaration_sign_offs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "declaration_sign_offs" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON "declaration_sign_offs"
  USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
GRANT SELECT, INSERT ON "declaration_sign_offs" TO capedesk_tenant;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "declaration_sign_offs"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
