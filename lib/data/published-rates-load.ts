import type { HtsNumber } from "@/lib/domain";

/** One number of the tariff schedule; percent is null where the rate is no percentage of the value. */
type Rate = { readonly hts: HtsNumber; readonly general: string; readonly percent: string | null };

/** A connection of the owner of the database: the web role may only read the schedule. */
export type OwnerClient = {
  readonly query: (text: string, values?: unknown[]) => Promise<{ readonly rowCount: number | null }>;
};

/**
 * Replaces the tariff schedule in one transaction: another edition goes, and files of one edition, such as its chapters,
 * come together. Every organization is then screened again, each by the screening that waits for it.
 * @returns how many screenings were brought forward
 */
export async function replacePublishedRates(
  client: OwnerClient,
  edition: string,
  rates: readonly Rate[],
): Promise<number> {
  await client.query("BEGIN");
  try {
    await client.query("DELETE FROM published_rates WHERE edition <> $1", [edition]);
    await client.query(
      `INSERT INTO published_rates (hts, general, percent, edition)
       SELECT hts, general, percent, $4::text FROM unnest($1::text[], $2::text[], $3::text[]) AS r(hts, general, percent)
       ON CONFLICT (hts) DO UPDATE SET general = excluded.general, percent = excluded.percent, loaded_at = now()`,
      [
        rates.map(({ hts }) => hts),
        rates.map(({ general }) => general),
        rates.map(({ percent }) => percent),
        edition,
      ],
    );
    const { rowCount } = await client.query(
      `UPDATE pgboss.job SET start_after = now(), data = data || '{"afresh": true}'
       WHERE name = 'screen-organization' AND state = 'created'`,
    );
    await client.query("COMMIT");
    return rowCount ?? 0;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
