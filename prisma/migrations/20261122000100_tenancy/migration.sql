-- Who may see and change what. Queries name the organization as well: index plans need it, and two locks hold better
-- than one. The web process logs in as a member of capedesk_tenant, which owns nothing and cannot bypass any of this.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'capedesk_tenant') THEN
    CREATE ROLE capedesk_tenant NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
END $$;

-- Set for one transaction at a time. Unset or emptied, they are null: every policy then shows nothing.
CREATE FUNCTION current_org() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.org_id', true), '')::uuid;
CREATE FUNCTION current_app_user() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.user_id', true), '')::uuid;

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'importers', 'imports', 'tariff_lines', 'fact_rows', 'set_aside_rows', 'column1_observations', 'entries', 'screenings',
    'declarations', 'declaration_entries', 'declaration_attestations', 'claims', 'claim_events', 'documents', 'audit_log'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()))',
      tenant_table);
  END LOOP;
END $$;

-- Before an organization is chosen, a person sees the memberships that are his own, and their organizations.
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON memberships
  USING (org_id = (SELECT current_org()) OR user_id = (SELECT current_app_user()))
  WITH CHECK (org_id = (SELECT current_org()));

ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON organizations
  USING (id = (SELECT current_org())
    OR id IN (SELECT org_id FROM memberships WHERE user_id = (SELECT current_app_user())))
  WITH CHECK (id = (SELECT current_org()));

GRANT USAGE ON SCHEMA public TO capedesk_tenant;
GRANT SELECT, INSERT, UPDATE ON users, sessions, organizations, memberships TO capedesk_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_limits TO capedesk_tenant;
GRANT SELECT, INSERT, UPDATE ON importers, declarations, claims TO capedesk_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  imports, tariff_lines, fact_rows, set_aside_rows, column1_observations, entries, screenings, declaration_entries,
  declaration_attestations TO capedesk_tenant;
GRANT SELECT, INSERT ON claim_events, documents, audit_log TO capedesk_tenant;

-- An entry stands on at most one declaration that is alive. Two people building at once: one wins, the other is told.
CREATE UNIQUE INDEX declaration_entries_one_live ON declaration_entries (org_id, entry_number) WHERE live;

-- Append-only for everybody, the owner of the tables included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON claim_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was downloaded is evidence: after the freeze a declaration keeps its rows, its snapshot and its file.
CREATE FUNCTION keep_frozen_declaration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (
    NEW.state = 'draft'
    OR (NEW.importer_number, NEW.filer_code, NEW.file_name, NEW.file_sha256, NEW.file_bytes, NEW.refundable, NEW.interest, NEW.snapshot, NEW.frozen_at, NEW.frozen_by)
      IS DISTINCT FROM
      (OLD.importer_number, OLD.filer_code, OLD.file_name, OLD.file_sha256, OLD.file_bytes, OLD.refundable, OLD.interest, OLD.snapshot, OLD.frozen_at, OLD.frozen_by)
  ) THEN
    RAISE EXCEPTION 'declaration % is frozen', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_frozen BEFORE UPDATE ON declarations
  FOR EACH ROW EXECUTE FUNCTION keep_frozen_declaration();

CREATE FUNCTION keep_frozen_declaration_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  declaration_row declaration_entries := coalesce(NEW, OLD);
  declaration_state declaration_state;
BEGIN
  SELECT state INTO declaration_state FROM declarations
    WHERE org_id = declaration_row.org_id AND id = declaration_row.declaration_id;
  IF declaration_state <> 'draft' AND (TG_OP <> 'UPDATE' OR NEW.entry_number <> OLD.entry_number
    OR NEW.position <> OLD.position OR (NEW.live AND NOT OLD.live)) THEN
    RAISE EXCEPTION 'declaration % is frozen', declaration_row.declaration_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN declaration_row;
END $$;
CREATE TRIGGER keep_frozen BEFORE INSERT OR UPDATE OR DELETE ON declaration_entries
  FOR EACH ROW EXECUTE FUNCTION keep_frozen_declaration_entries();
