import "server-only";

import { CHAPTER_99_ROWS, usd, type Column1Gap, type HtsNumber, type Usd } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** A tariff number on 15 % lines, whose refund hangs on its ordinary rate. */
export type NumberOn15PercentLines = {
  readonly hts: HtsNumber;
  readonly entries: number;
  /** USD, exact: paid on the 15 % numbers of these lines, ordinary duty included. */
  readonly paid: Usd;
};

/** As the lines keep them, without dots. */
const NUMBERS_INCLUDING_COLUMN_1: readonly string[] = [
  ...new Set(
    CHAPTER_99_ROWS.filter((row) => "includesColumn1" in row).map(({ code }) => code.replaceAll(".", "")),
  ),
];

/** The one gap that a rate closes; every other needs better rows. */
const NO_RATE: Column1Gap = "no-rate";

// A finding names its line; the line's 15 % rows hold the money. Few verdicts have such a finding: only theirs are opened.
const OPEN_LINES = `
  SELECT DISTINCT s.entry_number, f.value -> 'reason' ->> 'hts' AS hts,
         f.value -> 'reason' -> 'place' ->> 'lineNumber' AS line_number
  FROM screenings s CROSS JOIN LATERAL jsonb_array_elements(s.findings) f
  WHERE s.org_id = $1::uuid AND s.findings @> '[{"reason": {"kind": "column-1-unknown"}}]'
    AND f.value -> 'reason' ->> 'kind' = 'column-1-unknown' AND f.value -> 'reason' ->> 'because' = $3::text
    AND f.value -> 'reason' ->> 'hts' IS NOT NULL`;

/** Numbers without a known rate, most dollars first: until somebody gives it, their refunds are ranges of 0 to `paid`. */
export async function numbersWithoutRate(t: Tenant): Promise<readonly NumberOn15PercentLines[]> {
  const rows = await queryOf(t)<Row>(
    // OFFSET 0: each entry's lines are looked up by its key, where the planner would rather open those of all entries.
    `WITH open AS MATERIALIZED (${OPEN_LINES})
     SELECT o.hts, count(DISTINCT o.entry_number)::int AS entries, coalesce(sum(l.duty), 0)::text AS paid
     FROM open o CROSS JOIN LATERAL (
       SELECT line_number, duty FROM tariff_lines
       WHERE org_id = ${ORG} AND entry_number = o.entry_number AND disposition = 'used' AND hts = ANY ($2::text[])
       OFFSET 0) l
     WHERE l.line_number IS NOT DISTINCT FROM o.line_number
     GROUP BY o.hts ORDER BY sum(l.duty) DESC NULLS LAST, o.hts`,
    [t.orgId, NUMBERS_INCLUDING_COLUMN_1, NO_RATE],
  );
  return rows.map(toNumber);
}

/** Every tariff number that stands on a 15 % line, by number. */
export async function numbersOn15PercentLines(t: Tenant): Promise<readonly NumberOn15PercentLines[]> {
  const rows = await queryOf(t)<Row>(
    `WITH lines AS (
       SELECT entry_number, line_number, hts, duty FROM tariff_lines
       WHERE org_id = ${ORG} AND disposition = 'used' AND entry_number IN (
         SELECT entry_number FROM entry_lines WHERE org_id = ${ORG} AND numbers && $2::text[])),
     fifteen AS (
       SELECT entry_number, line_number, sum(duty) AS paid FROM lines
       WHERE hts = ANY ($2::text[]) GROUP BY entry_number, line_number)
     SELECT c.hts, count(DISTINCT f.entry_number)::int AS entries, coalesce(sum(f.paid), 0)::text AS paid
     FROM fifteen f
     JOIN (SELECT DISTINCT entry_number, line_number, hts FROM lines WHERE hts < '98') c
       ON c.entry_number = f.entry_number AND c.line_number IS NOT DISTINCT FROM f.line_number
     GROUP BY c.hts ORDER BY c.hts`,
    [t.orgId, NUMBERS_INCLUDING_COLUMN_1],
  );
  return rows.map(toNumber);
}

type Row = { readonly hts: HtsNumber; readonly entries: number; readonly paid: string };

const toNumber = ({ hts, entries, paid }: Row): NumberOn15PercentLines => ({ hts, entries, paid: usd(paid) });
