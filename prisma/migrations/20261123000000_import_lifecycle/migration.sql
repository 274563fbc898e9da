-- A file is read, shown as it would change the books, added, and may be taken out again.
ALTER TYPE "import_state" ADD VALUE 'needs_mapping';
ALTER TYPE "import_state" ADD VALUE 'previewed';
ALTER TYPE "import_state" ADD VALUE 'adding';
ALTER TYPE "import_state" ADD VALUE 'cancelled';
ALTER TYPE "import_state" ADD VALUE 'undone';

ALTER TABLE "organizations" ADD COLUMN "adds_files_unasked" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "imports"
  ADD COLUMN "sheet" TEXT,
  ADD COLUMN "sheets" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "mapping_basis" TEXT,
  ADD COLUMN "given_mapping" JSONB,
  ADD COLUMN "header_sample" JSONB,
  ADD COLUMN "preview" JSONB,
  ADD COLUMN "stage" TEXT,
  ADD COLUMN "cancel_asked" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "undone_at" TIMESTAMPTZ(3),
  ADD COLUMN "undone_by" UUID;

-- A row of a wide report pays several programs: each is a tariff row of its own under the same row of the file.
ALTER TABLE "tariff_lines" ADD COLUMN "part" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE "tariff_lines" DROP CONSTRAINT "tariff_lines_pkey";
ALTER TABLE "tariff_lines" ADD CONSTRAINT "tariff_lines_pkey" PRIMARY KEY ("org_id", "import_id", "file_row", "part");

CREATE TABLE "learned_mappings" (
    "org_id" UUID NOT NULL,
    "headings_key" CHAR(64) NOT NULL,
    "report_type" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "given_by" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "learned_mappings_pkey" PRIMARY KEY ("org_id", "headings_key")
);

CREATE TABLE "row_repairs" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file_row" INTEGER NOT NULL,
    "column_index" INTEGER NOT NULL,
    "original" TEXT NOT NULL,
    "repaired" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "repaired_by" UUID NOT NULL,
    "repaired_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "row_repairs_pkey" PRIMARY KEY ("org_id", "import_id", "file_row", "column_index")
);
ALTER TABLE "row_repairs" ADD CONSTRAINT "row_repairs_org_id_import_id_fkey" FOREIGN KEY ("org_id", "import_id") REFERENCES "imports"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a report of CBP says became of an entry in a claim, ours or not: it guards against filing an entry twice.
CREATE TABLE "claim_rows" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file_row" INTEGER NOT NULL,
    "entry_number" TEXT NOT NULL,
    "claim_number" TEXT,
    "outcome" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "message" TEXT,

    CONSTRAINT "claim_rows_pkey" PRIMARY KEY ("org_id", "import_id", "file_row")
);
CREATE INDEX "claim_rows_org_id_entry_number_idx" ON "claim_rows"("org_id", "entry_number");

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['learned_mappings', 'row_repairs', 'claim_rows'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))',
      tenant_table);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON learned_mappings, row_repairs, claim_rows TO capedesk_tenant;

SELECT pgboss.create_queue('undo-import', '{"policy":"standard","retryLimit":3,"retryDelay":1,"retryBackoff":false,"expireInSeconds":3600,"retentionMinutes":20160}');
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO capedesk_tenant;

-- An importer that one file alone names goes with it.
GRANT DELETE ON importers TO capedesk_tenant;

-- A declaration that was withdrawn as a draft was never downloaded: its entries may leave it when their only file is undone.
CREATE OR REPLACE FUNCTION keep_frozen_declaration_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  declaration_row declaration_entries := coalesce(NEW, OLD);
  declaration_state declaration_state;
  was_frozen boolean;
BEGIN
  SELECT state, frozen_at IS NOT NULL INTO declaration_state, was_frozen FROM declarations
    WHERE org_id = declaration_row.org_id AND id = declaration_row.declaration_id;
  IF declaration_state <> 'draft' AND NOT (TG_OP = 'DELETE' AND declaration_state = 'withdrawn' AND NOT was_frozen)
    AND (TG_OP <> 'UPDATE' OR NEW.entry_number <> OLD.entry_number
    OR NEW.position <> OLD.position OR (NEW.live AND NOT OLD.live)) THEN
    RAISE EXCEPTION 'declaration % is frozen', declaration_row.declaration_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN declaration_row;
END $$;
