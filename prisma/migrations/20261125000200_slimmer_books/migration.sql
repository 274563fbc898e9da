-- What an import writes for every entry, made small: facts name each source once, amounts of zero and what other tables
-- hold are left out; and as few indexes as
-- the lists need.

-- The owner of the tables may not be one whom the policies let through.
ALTER TABLE entries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE screenings NO FORCE ROW LEVEL SECURITY;

-- { entryType: [{ value, source: { file, row, part } }], … } becomes { from: [[file, row, part]], entryType: [[value, 0]] }.
UPDATE entries e SET facts = (
  WITH sighted AS (
    SELECT f.key AS name, s.place, s.sighting -> 'value' AS value,
           jsonb_build_array(s.sighting -> 'source' -> 'file', s.sighting -> 'source' -> 'row')
             || CASE WHEN s.sighting -> 'source' ? 'part' THEN jsonb_build_array(s.sighting -> 'source' -> 'part') ELSE '[]' END AS source
    FROM jsonb_each(e.facts) f CROSS JOIN LATERAL jsonb_array_elements(f.value) WITH ORDINALITY AS s (sighting, place)
  ), sources AS (SELECT source, row_number() OVER (ORDER BY source) - 1 AS place FROM (SELECT DISTINCT source FROM sighted) d)
  SELECT jsonb_build_object('from', coalesce((SELECT jsonb_agg(source ORDER BY place) FROM sources), '[]'))
    || coalesce((SELECT jsonb_object_agg(name, sightings) FROM (
         SELECT g.name, jsonb_agg(jsonb_build_array(g.value, o.place) ORDER BY g.place) AS sightings
         FROM sighted g JOIN sources o ON o.source = g.source GROUP BY g.name) named), '{}'))
WHERE NOT e.facts ? 'from';

-- Of every clock the lists show its last day alone; the clocks that run have a table of their own.
ALTER TABLE "screenings" ADD COLUMN "last_days" JSONB NOT NULL DEFAULT '{}';
UPDATE screenings s SET
  last_days = coalesce((SELECT jsonb_object_agg(c ->> 'kind', c -> 'lastDay') FROM jsonb_array_elements(s.clocks) c), '{}'),
  programs = coalesce((
    SELECT jsonb_agg(jsonb_build_object('program', p -> 'program') || coalesce((
      SELECT jsonb_object_agg(a.key, a.value) FROM (VALUES ('paid'), ('refundable'), ('stays')) m (name)
      CROSS JOIN LATERAL (VALUES
        (m.name, CASE WHEN (p ->> (m.name || '_min'))::numeric <> 0 THEN p -> (m.name || '_min') END),
        (m.name || '_max', CASE WHEN p ->> (m.name || '_max') IS NULL THEN '"Infinity"'::jsonb
          WHEN (p ->> (m.name || '_max'))::numeric <> (p ->> (m.name || '_min'))::numeric THEN p -> (m.name || '_max') END)
      ) a (key, value) WHERE a.value IS NOT NULL), '{}') ORDER BY place)
    FROM jsonb_array_elements(s.programs) WITH ORDINALITY AS t (p, place)), '[]');
ALTER TABLE "screenings" DROP COLUMN "clocks";

ALTER TABLE entries FORCE ROW LEVEL SECURITY;
ALTER TABLE screenings FORCE ROW LEVEL SECURITY;

-- The primary key carries the figures that searches read; what runs out next has an index with its figures already.
DROP INDEX "screenings_org_id_next_deadline_idx";
DROP INDEX "screenings_figures";
ALTER TABLE "entry_clocks" DROP CONSTRAINT "entry_clocks_org_id_entry_number_fkey";
ALTER TABLE "screenings" DROP CONSTRAINT "screenings_pkey";
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_pkey" PRIMARY KEY ("org_id", "entry_number")
  INCLUDE ("lane", "refundable", "refundable_min", "refundable_max", "interest");
ALTER TABLE "entry_clocks" ADD CONSTRAINT "entry_clocks_org_id_entry_number_fkey" FOREIGN KEY ("org_id", "entry_number")
  REFERENCES "screenings"("org_id", "entry_number") ON DELETE CASCADE ON UPDATE CASCADE;

-- Answered entries are few, and every piece of a file with a protest on it asks for them.
CREATE INDEX "entries_with_protest_answer" ON "entries" ("org_id")
  WHERE "answers" ->> 'protestOnlyAboutIeepa' IS NOT NULL;
