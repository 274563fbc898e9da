-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'preparer', 'viewer');

-- CreateEnum
CREATE TYPE "rate_class" AS ENUM ('corporation', 'other');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('stored', 'reading', 'committed', 'refused');

-- CreateEnum
CREATE TYPE "line_disposition" AS ENUM ('used', 'conflict', 'echo');

-- CreateEnum
CREATE TYPE "declaration_state" AS ENUM ('draft', 'frozen', 'filed', 'withdrawn');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("org_id","user_id")
);

-- CreateTable
CREATE TABLE "importers" (
    "org_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rate_class" "rate_class" NOT NULL DEFAULT 'corporation',

    CONSTRAINT "importers_pkey" PRIMARY KEY ("org_id","number")
);

-- CreateTable
CREATE TABLE "imports" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "byte_size" BIGINT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'stored',
    "report_type" TEXT,
    "mapping" JSONB,
    "compared_columns" TEXT[],
    "recognition" JSONB,
    "export_date" DATE,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_used" INTEGER NOT NULL DEFAULT 0,
    "rows_set_aside" INTEGER NOT NULL DEFAULT 0,
    "set_aside_by_reason" JSONB NOT NULL DEFAULT '{}',
    "entry_count" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "money_not_screened" DECIMAL NOT NULL DEFAULT 0,
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "refusal" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committed_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "tariff_lines" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file_row" INTEGER NOT NULL,
    "entry_number" TEXT NOT NULL,
    "line_number" TEXT,
    "ordinal" TEXT,
    "hts" TEXT,
    "hts_found" TEXT,
    "value_cents" BIGINT,
    "value_exact" DECIMAL,
    "duty_cents" BIGINT,
    "duty_exact" DECIMAL,
    "duty_found" TEXT,
    "origin" TEXT,
    "spi" TEXT,
    "other_cells" TEXT,
    "disposition" "line_disposition" NOT NULL,

    CONSTRAINT "tariff_lines_pkey" PRIMARY KEY ("org_id","import_id","file_row")
);

-- CreateTable
CREATE TABLE "fact_rows" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file_row" INTEGER NOT NULL,
    "entry_number" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "fact_rows_pkey" PRIMARY KEY ("org_id","import_id","file_row")
);

-- CreateTable
CREATE TABLE "set_aside_rows" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file_row" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "entry_number" TEXT,
    "problems" JSONB NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "set_aside_rows_pkey" PRIMARY KEY ("org_id","import_id","file_row")
);

-- CreateTable
CREATE TABLE "column1_observations" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "hts" TEXT NOT NULL,
    "percent" TEXT NOT NULL,

    CONSTRAINT "column1_observations_pkey" PRIMARY KEY ("org_id","import_id","hts","percent")
);

-- CreateTable
CREATE TABLE "entries" (
    "org_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "answers" JSONB NOT NULL,
    "importer_number" TEXT,
    "entry_type" TEXT,
    "entry_date" DATE,
    "liquidation_date" DATE,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entries_pkey" PRIMARY KEY ("org_id","number")
);

-- CreateTable
CREATE TABLE "screenings" (
    "org_id" UUID NOT NULL,
    "entry_number" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "missing" JSONB NOT NULL,
    "clocks" JSONB NOT NULL,
    "ieepa_duty" DECIMAL NOT NULL,
    "refundable" DECIMAL,
    "refundable_min" DECIMAL NOT NULL,
    "refundable_max" DECIMAL,
    "interest" DECIMAL,
    "interest_from" DATE,
    "interest_to" DATE,
    "interest_basis" TEXT,
    "next_deadline" DATE,
    "deadline_kind" TEXT,
    "rules_version" TEXT NOT NULL,
    "as_of" DATE NOT NULL,

    CONSTRAINT "screenings_pkey" PRIMARY KEY ("org_id","entry_number")
);

-- CreateTable
CREATE TABLE "declarations" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "importer_number" TEXT NOT NULL,
    "filer_code" TEXT NOT NULL,
    "state" "declaration_state" NOT NULL DEFAULT 'draft',
    "file_name" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frozen_by" UUID,
    "frozen_at" TIMESTAMPTZ(3),
    "file_sha256" CHAR(64),
    "file_bytes" INTEGER,
    "refundable" DECIMAL,
    "interest" DECIMAL,
    "snapshot" JSONB,

    CONSTRAINT "declarations_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "declaration_entries" (
    "org_id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "entry_number" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "declaration_entries_pkey" PRIMARY KEY ("org_id","declaration_id","entry_number")
);

-- CreateTable
CREATE TABLE "declaration_attestations" (
    "org_id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "point" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "attested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "declaration_attestations_pkey" PRIMARY KEY ("org_id","declaration_id","point")
);

-- CreateTable
CREATE TABLE "claims" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "claim_number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "claim_events" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "entry_number" TEXT,
    "message" TEXT,
    "amount" DECIMAL,
    "source" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_events_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "documents" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "content" BYTEA NOT NULL,
    "declaration_id" UUID,
    "claim_id" UUID,
    "entry_number" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "imports_org_id_sha256_key" ON "imports"("org_id", "sha256");

-- CreateIndex
CREATE INDEX "tariff_lines_org_id_entry_number_idx" ON "tariff_lines"("org_id", "entry_number");

-- CreateIndex
CREATE INDEX "fact_rows_org_id_entry_number_idx" ON "fact_rows"("org_id", "entry_number");

-- CreateIndex
CREATE INDEX "set_aside_rows_org_id_import_id_reason_file_row_idx" ON "set_aside_rows"("org_id", "import_id", "reason", "file_row");

-- CreateIndex
CREATE INDEX "column1_observations_org_id_hts_idx" ON "column1_observations"("org_id", "hts");

-- CreateIndex
CREATE INDEX "entries_org_id_importer_number_number_idx" ON "entries"("org_id", "importer_number", "number");

-- CreateIndex
CREATE INDEX "screenings_org_id_lane_entry_number_idx" ON "screenings"("org_id", "lane", "entry_number");

-- CreateIndex
CREATE INDEX "screenings_org_id_next_deadline_idx" ON "screenings"("org_id", "next_deadline");

-- CreateIndex
CREATE INDEX "declaration_entries_org_id_entry_number_idx" ON "declaration_entries"("org_id", "entry_number");

-- CreateIndex
CREATE UNIQUE INDEX "claims_org_id_declaration_id_key" ON "claims"("org_id", "declaration_id");

-- CreateIndex
CREATE UNIQUE INDEX "claims_org_id_claim_number_key" ON "claims"("org_id", "claim_number");

-- CreateIndex
CREATE INDEX "claim_events_org_id_claim_id_day_idx" ON "claim_events"("org_id", "claim_id", "day");

-- CreateIndex
CREATE INDEX "documents_org_id_declaration_id_idx" ON "documents"("org_id", "declaration_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "set_aside_rows" ADD CONSTRAINT "set_aside_rows_org_id_import_id_fkey" FOREIGN KEY ("org_id", "import_id") REFERENCES "imports"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column1_observations" ADD CONSTRAINT "column1_observations_org_id_import_id_fkey" FOREIGN KEY ("org_id", "import_id") REFERENCES "imports"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_org_id_entry_number_fkey" FOREIGN KEY ("org_id", "entry_number") REFERENCES "entries"("org_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_org_id_importer_number_fkey" FOREIGN KEY ("org_id", "importer_number") REFERENCES "importers"("org_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_entries" ADD CONSTRAINT "declaration_entries_org_id_declaration_id_fkey" FOREIGN KEY ("org_id", "declaration_id") REFERENCES "declarations"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_entries" ADD CONSTRAINT "declaration_entries_org_id_entry_number_fkey" FOREIGN KEY ("org_id", "entry_number") REFERENCES "entries"("org_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_attestations" ADD CONSTRAINT "declaration_attestations_org_id_declaration_id_fkey" FOREIGN KEY ("org_id", "declaration_id") REFERENCES "declarations"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_org_id_declaration_id_fkey" FOREIGN KEY ("org_id", "declaration_id") REFERENCES "declarations"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_events" ADD CONSTRAINT "claim_events_org_id_claim_id_fkey" FOREIGN KEY ("org_id", "claim_id") REFERENCES "claims"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_org_id_declaration_id_fkey" FOREIGN KEY ("org_id", "declaration_id") REFERENCES "declarations"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_org_id_claim_id_fkey" FOREIGN KEY ("org_id", "claim_id") REFERENCES "claims"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


