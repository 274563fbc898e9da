-- The planner is told of an import at once, so that no page waits for autovacuum. It need know that a table is large and which
-- values are frequent: a sample of 6,000 rows says that as well as one of 30,000, for a sixth of the work. Autovacuum comes
-- with the larger one.
ALTER FUNCTION refresh_statistics() SET default_statistics_target = 20;
