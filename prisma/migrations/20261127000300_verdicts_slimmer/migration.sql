-- What verdicts repeat word for word is stored once: what a finding rests on, and what CAPE would answer. Both were most of
-- the text that an import hands over.
CREATE TABLE "verdict_parts" (
    "org_id" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "verdict_parts_pkey" PRIMARY KEY ("org_id", "id")
);

-- The first 48 bits of a hash, of another spelling than the program's: an id is only a name, and the same words under two
-- names do no harm.
CREATE FUNCTION pg_temp.part_id(content jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT ('x' || left(encode(sha256(convert_to(content::text, 'UTF8')), 'hex'), 12))::bit(48)::bigint
$$;
-- What a finding rests on.
CREATE FUNCTION pg_temp.ground(finding jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT finding - 'reason' - 'lane'
$$;
CREATE FUNCTION pg_temp.grounded(findings jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('reason', f.value -> 'reason', 'lane', f.value -> 'lane',
    'ground', pg_temp.part_id(pg_temp.ground(f.value))) ORDER BY f.place), '[]')
  FROM jsonb_array_elements(findings) WITH ORDINALITY AS f (value, place)
$$;
-- Without the rows of the files that show a message: they are found afresh where they are shown.
CREATE FUNCTION pg_temp.answer(predicted jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE WHEN predicted ? 'messages' THEN jsonb_set(predicted, '{messages}', (
    SELECT coalesce(jsonb_agg(m.value - 'evidence' ORDER BY m.place), '[]')
    FROM jsonb_array_elements(predicted -> 'messages') WITH ORDINALITY AS m (value, place))) ELSE predicted END
$$;

-- The owner of the tables may not be one whom the policies let through. Two parts under one id end the migration.
ALTER TABLE screenings NO FORCE ROW LEVEL SECURITY;
INSERT INTO verdict_parts (org_id, id, content)
SELECT org_id, pg_temp.part_id(content), content FROM (
  SELECT s.org_id, pg_temp.ground(f.value) AS content
  FROM screenings s CROSS JOIN LATERAL jsonb_array_elements(s.findings) f
  UNION SELECT org_id, pg_temp.answer(predicted) FROM screenings WHERE predicted IS NOT NULL) parts;
ALTER TABLE screenings FORCE ROW LEVEL SECURITY;

-- Written anew in one go, past the triggers: no lane and no amount changes.
ALTER TABLE "screenings"
  ALTER COLUMN "findings" TYPE jsonb USING pg_temp.grounded(findings),
  ALTER COLUMN "predicted" TYPE bigint USING pg_temp.part_id(pg_temp.answer(predicted));
DROP FUNCTION pg_temp.grounded(jsonb), pg_temp.answer(jsonb), pg_temp.ground(jsonb), pg_temp.part_id(jsonb);

-- Parts are neither changed nor cleared.
ALTER TABLE verdict_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE verdict_parts FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON verdict_parts
  USING (org_id = (SELECT current_org())) WITH CHECK (org_id = (SELECT current_org()));
GRANT SELECT, INSERT ON verdict_parts TO capedesk_tenant;
