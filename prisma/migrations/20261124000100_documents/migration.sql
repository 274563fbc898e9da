-- Papers that people attach to entries, declarations and claims. Their bytes lie in the document store under their
-- SHA-256; only the frozen file of a declaration stays in the row, where no backup can part it from its snapshot.
ALTER TABLE "documents" ALTER COLUMN "content" DROP NOT NULL;
ALTER TABLE "documents"
  ADD CONSTRAINT "documents_content" CHECK ((content IS NOT NULL) = (kind = 'declaration-file')),
  ADD CONSTRAINT "documents_one_subject" CHECK (num_nonnulls(declaration_id, claim_id, entry_number) = 1);

-- The same bytes are attached to one thing once. No foreign key on the entry: undoing an import takes its entries out,
-- and a paper about them stays until somebody removes it.
CREATE UNIQUE INDEX "documents_once_each" ON "documents"
  ("org_id", "declaration_id", "claim_id", "entry_number", "sha256") NULLS NOT DISTINCT;
CREATE INDEX "documents_org_id_entry_number_idx" ON "documents"("org_id", "entry_number");
CREATE INDEX "documents_org_id_claim_id_idx" ON "documents"("org_id", "claim_id");
CREATE INDEX "documents_org_id_sha256_idx" ON "documents"("org_id", "sha256");

GRANT DELETE ON documents TO capedesk_tenant;

-- A paper never changes. It may be removed, unless it was there when a declaration was frozen whose evidence it is.
CREATE FUNCTION keep_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR OLD.kind = 'declaration-file' OR EXISTS (
    SELECT FROM declarations d WHERE d.org_id = OLD.org_id AND d.frozen_at >= OLD.created_at AND (
      d.id = OLD.declaration_id
      OR d.id = (SELECT c.declaration_id FROM claims c WHERE c.org_id = OLD.org_id AND c.id = OLD.claim_id)
      OR EXISTS (SELECT FROM declaration_entries e
        WHERE e.org_id = OLD.org_id AND e.declaration_id = d.id AND e.entry_number = OLD.entry_number)))
  THEN
    RAISE EXCEPTION 'document % is evidence', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER keep_documents BEFORE UPDATE OR DELETE ON documents
  FOR EACH ROW EXECUTE FUNCTION keep_documents();
