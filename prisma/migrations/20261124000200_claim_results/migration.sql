-- What files of CBP say of claims is kept row by row; the state of a claim is folded from these rows and from what people
-- typed, so a file that is taken out takes its events with it.
ALTER TABLE "claim_rows"
  ADD COLUMN "status_of" TEXT NOT NULL DEFAULT 'entry',
  ADD COLUMN "liquidated_on" DATE,
  ADD COLUMN "refund_on" DATE,
  ADD COLUMN "refund_status" TEXT;
CREATE INDEX "claim_rows_org_id_claim_number_idx" ON "claim_rows"("org_id", "claim_number");
CREATE INDEX "claim_events_org_id_entry_number_idx" ON "claim_events"("org_id", "entry_number");

-- A report that lists tariff rows shows the entry, and no IEEPA number on any of them.
CREATE TABLE "entries_without_ieepa" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "entry_number" TEXT NOT NULL,
    "file_row" INTEGER NOT NULL,

    CONSTRAINT "entries_without_ieepa_pkey" PRIMARY KEY ("org_id", "import_id", "entry_number")
);
CREATE INDEX "entries_without_ieepa_org_id_entry_number_idx" ON "entries_without_ieepa"("org_id", "entry_number");

-- What somebody found out of a message of CBP that no table of ours explains.
CREATE TABLE "message_notes" (
    "org_id" UUID NOT NULL,
    "text_key" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "noted_by" UUID NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_notes_pkey" PRIMARY KEY ("org_id", "text_key")
);

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['entries_without_ieepa', 'message_notes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))',
      tenant_table);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON entries_without_ieepa TO capedesk_tenant;
GRANT SELECT, INSERT, UPDATE ON message_notes TO capedesk_tenant;

-- A row that CBP dropped goes on a later declaration; both show the way to the other.
ALTER TABLE "declaration_entries" ADD COLUMN "refiled_from" UUID;
ALTER TABLE "declaration_entries" ADD CONSTRAINT "declaration_entries_org_id_refiled_from_fkey"
  FOREIGN KEY ("org_id", "refiled_from") REFERENCES "declarations"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "declaration_entries_org_id_refiled_from_idx" ON "declaration_entries"("org_id", "refiled_from");

-- CBP rejects an entry that it accepted before as a duplicate, and an accepted declaration cannot be withdrawn (CSMS
-- 68340863). Which of these entries CBP accepted, by name or with its whole claim, ours or another's.
CREATE FUNCTION accepted_entries(of_org uuid, numbers text[]) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT r.entry_number FROM claim_rows r
    WHERE r.org_id = of_org AND r.entry_number = ANY (numbers) AND r.outcome = 'accepted'
  UNION
  SELECT e.entry_number FROM claim_events e
    WHERE e.org_id = of_org AND e.entry_number = ANY (numbers)
      AND e.kind IN ('accepted', 'lines-removed', 'sent-to-treasury', 'treasury-issued', 'funds-diverted',
                     'payment-returned', 'matched')
  UNION
  SELECT d.entry_number FROM declaration_entries d
    JOIN claims c ON c.org_id = d.org_id AND c.declaration_id = d.declaration_id
    WHERE d.org_id = of_org AND d.entry_number = ANY (numbers)
      AND EXISTS (SELECT FROM claim_events e WHERE e.org_id = c.org_id AND e.claim_id = c.id
                  AND e.entry_number IS NULL AND e.kind = 'accepted')
      AND NOT EXISTS (SELECT FROM claim_events e WHERE e.org_id = c.org_id AND e.claim_id = c.id
                      AND ((e.entry_number IS NULL AND e.kind = 'accepted-with-errors')
                        OR (e.entry_number = d.entry_number AND e.kind = 'rejected')))
      AND NOT EXISTS (SELECT FROM claim_rows r WHERE r.org_id = c.org_id AND r.entry_number = d.entry_number
                      AND r.claim_number = c.claim_number AND r.outcome = 'failed')
$$;

CREATE FUNCTION refuse_accepted_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  accepted text;
BEGIN
  SELECT a INTO accepted FROM (SELECT org_id, array_agg(entry_number) AS numbers FROM added GROUP BY org_id) of_org,
    accepted_entries(of_org.org_id, of_org.numbers) AS a LIMIT 1;
  IF accepted IS NOT NULL THEN
    RAISE EXCEPTION 'entry % was accepted by CBP', accepted USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER refuse_accepted AFTER INSERT ON declaration_entries
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_accepted_entries();

-- Accepted between the draft and its file: the file is not made. Whoever freezes holds the books, as whoever adds a file
-- or a status does, so nothing is accepted in between.
CREATE FUNCTION refuse_freezing_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  accepted text;
BEGIN
  SELECT a INTO accepted FROM accepted_entries(NEW.org_id, ARRAY(
    SELECT entry_number FROM declaration_entries WHERE org_id = NEW.org_id AND declaration_id = NEW.id)) AS a LIMIT 1;
  IF accepted IS NOT NULL THEN
    RAISE EXCEPTION 'entry % was accepted by CBP', accepted USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_accepted BEFORE UPDATE ON declarations
  FOR EACH ROW WHEN (OLD.state = 'draft' AND NEW.state = 'frozen') EXECUTE FUNCTION refuse_freezing_accepted();
