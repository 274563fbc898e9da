-- No query compares these columns, so statistics of them would help none, and gathering them takes most of the time of
-- ANALYZE after an import.
ALTER TABLE "entries" ALTER COLUMN "facts" SET STATISTICS 0, ALTER COLUMN "answers" SET STATISTICS 0;
ALTER TABLE "screenings"
  ALTER COLUMN "findings" SET STATISTICS 0, ALTER COLUMN "missing" SET STATISTICS 0,
  ALTER COLUMN "last_days" SET STATISTICS 0, ALTER COLUMN "programs" SET STATISTICS 0,
  ALTER COLUMN "predicted" SET STATISTICS 0;
ALTER TABLE "set_aside_rows" ALTER COLUMN "problems" SET STATISTICS 0, ALTER COLUMN "cells" SET STATISTICS 0;
ALTER TABLE "fact_rows" ALTER COLUMN "content" SET STATISTICS 0;
ALTER TABLE "tariff_lines" ALTER COLUMN "other_cells" SET STATISTICS 0, ALTER COLUMN "hts_found" SET STATISTICS 0,
  ALTER COLUMN "duty_found" SET STATISTICS 0, ALTER COLUMN "value_exact" SET STATISTICS 0,
  ALTER COLUMN "duty_exact" SET STATISTICS 0;
