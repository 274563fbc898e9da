import "server-only";

/**
 * What the verdicts `s` of each set come to, to be joined with the clocks `c` of the set: for who sums clocks of all entries.
 * A row for each entry, from a narrow index, and a few thousand sets take a third of the time of a row for each clock of each
 * entry (`entry_clocks`).
 * @param conditions - on `s`, the organization among them
 */
export const clocksWithVerdicts = (conditions: string): string => `
  clock_sets c JOIN (
    SELECT s.clocks, count(*) AS entries, sum(s.refundable) FILTER (WHERE s.refundable > 0) AS refundable,
           count(*) FILTER (WHERE s.refundable IS NULL) AS ranges
    FROM screenings s WHERE ${conditions} GROUP BY s.clocks
  ) v ON c.runs AND v.clocks = c.set_id`;

/** Verdicts that lose something with a clock that takes the refund away; the others lose 0. */
export const LOSES = "(s.refundable > 0 OR s.refundable IS NULL)";
