-- What CBP's reports and the bank say of refunds, row by row under the file that shows it: taking the file out takes them.
CREATE TABLE "payment_rows" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file_row" INTEGER NOT NULL,
    "refund_number" TEXT,
    "payee_number" TEXT,
    "payee_name" TEXT,
    "paid_on" DATE,
    "status" TEXT NOT NULL,
    "status_found" TEXT NOT NULL,
    "total" NUMERIC NOT NULL,
    "trace" TEXT,

    CONSTRAINT "payment_rows_pkey" PRIMARY KEY ("org_id", "import_id", "file_row")
);

CREATE TABLE "bank_rows" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file_row" INTEGER NOT NULL,
    "booked_on" DATE NOT NULL,
    "amount" NUMERIC NOT NULL,
    "description" TEXT NOT NULL,
    "trace" TEXT,

    CONSTRAINT "bank_rows_pkey" PRIMARY KEY ("org_id", "import_id", "file_row")
);

CREATE TABLE "refund_rows" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file_row" INTEGER NOT NULL,
    "entry_number" TEXT NOT NULL,
    "claim_number" TEXT,
    "importer_number" TEXT,
    "notify_number" TEXT,
    "liquidation_date" DATE,
    "principal" NUMERIC,
    "interest" NUMERIC,
    "refund_number" TEXT,
    "refund_date" DATE,
    "status" TEXT NOT NULL,
    "status_found" TEXT NOT NULL,
    "trace" TEXT,

    CONSTRAINT "refund_rows_pkey" PRIMARY KEY ("org_id", "import_id", "file_row")
);
CREATE INDEX "refund_rows_org_id_entry_number_idx" ON "refund_rows"("org_id", "entry_number");

-- A payment that a person typed, because no report shows it yet. Taken back, it stays as a record.
CREATE TABLE "typed_payments" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "refund_number" TEXT,
    "payee_number" TEXT,
    "paid_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "total" NUMERIC NOT NULL,
    "trace" TEXT,
    "typed_by" UUID NOT NULL,
    "typed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "typed_payments_pkey" PRIMARY KEY ("org_id", "id")
);

-- How refunds are passed on to customers: weights of one payment, or of all payments of a month.
CREATE TABLE "pass_through_weights" (
    "org_id" UUID NOT NULL,
    "share_of" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "customer" TEXT NOT NULL,
    "weight" NUMERIC NOT NULL,

    CONSTRAINT "pass_through_weights_pkey" PRIMARY KEY ("org_id", "share_of", "position")
);

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['payment_rows', 'bank_rows', 'refund_rows', 'typed_payments', 'pass_through_weights'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))',
      tenant_table);
  END LOOP;
END $$;

GRANT SELECT, INSERT, DELETE ON payment_rows, bank_rows, refund_rows TO capedesk_tenant;
GRANT SELECT, INSERT, UPDATE ON typed_payments TO capedesk_tenant;
GRANT SELECT, INSERT, DELETE ON pass_through_weights TO capedesk_tenant;
