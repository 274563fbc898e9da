-- The page of ordinary rates asks which verdicts wait for one: few do, and it opened all of them to find out.
CREATE INDEX "screenings_without_rate" ON "screenings" ("org_id", "entry_number")
  WHERE "findings" @> '[{"reason": {"kind": "column-1-unknown"}}]';
