import "server-only";

import type { HtsNumber } from "@/lib/domain";

import type { Query } from "./tenant";

export type PublishedRates = {
  /** As people name it; null while none is loaded. */
  readonly edition: string | null;
  /** By eight or ten digits. "2.5" means 2.5 % of the value. */
  readonly percents: ReadonlyMap<HtsNumber, string>;
};

/**
 * Ordinary rates of the tariff schedule as USITC publishes it, where they are a percentage of the value. The table
 * belongs to nobody's organization; the owner of the database loads it, the web reads it.
 * @param numbers - what these ten or eight digits may rest on, and no more; null: everything
 */
export async function publishedRatesOf(
  query: Query,
  numbers: readonly HtsNumber[] | null,
): Promise<PublishedRates> {
  const rows = await query<{ hts: HtsNumber; percent: string; edition: string }>(
    `SELECT hts, percent, edition FROM published_rates
     WHERE percent IS NOT NULL AND ($1::text[] IS NULL OR hts = ANY ($1::text[]))`,
    [numbers && withParents(numbers)],
  );
  return {
    edition: rows[0]?.edition ?? null,
    percents: new Map(rows.map(({ hts, percent }) => [hts, percent])),
  };
}

export type PublishedEdition = {
  readonly edition: string;
  readonly numbers: number;
  /** Of these, rates that are no percentage of the value. */
  readonly otherThanPercent: number;
  readonly loadedAt: Date;
};

/** The edition of the tariff schedule that is loaded; null while none is. */
export async function publishedEdition(query: Query): Promise<PublishedEdition | null> {
  const [row] = await query<{ edition: string; numbers: number; other: number; loaded_at: Date }>(
    `SELECT edition, count(*)::int AS numbers, (count(*) FILTER (WHERE percent IS NULL))::int AS other,
            max(loaded_at) AS loaded_at
     FROM published_rates GROUP BY edition ORDER BY max(loaded_at) DESC LIMIT 1`,
    [],
  );
  return row
    ? {
        edition: row.edition,
        numbers: row.numbers,
        otherThanPercent: row.other,
        loadedAt: row.loaded_at,
      }
    : null;
}

/** What the schedule prints for numbers whose rate is no percentage of the value, such as `3.7¢/kg`. */
export async function publishedInOtherUnits(
  query: Query,
  numbers: readonly HtsNumber[],
): Promise<ReadonlyMap<HtsNumber, string>> {
  const rows = await query<{ hts: HtsNumber; general: string }>(
    "SELECT hts, general FROM published_rates WHERE percent IS NULL AND hts = ANY ($1::text[])",
    [withParents(numbers)],
  );
  return new Map(rows.map(({ hts, general }) => [hts, general]));
}

/** Rates are published for eight digits and hold for all numbers below them. */
const withParents = (numbers: readonly HtsNumber[]): readonly string[] => [
  ...new Set(numbers.flatMap((hts) => [hts, hts.slice(0, 8)])),
];
