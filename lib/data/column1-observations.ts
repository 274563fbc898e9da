import "server-only";

import {
  ratesBehind,
  withGivenRates,
  withPublishedRates,
  type Column1Evidence,
  type Column1Rates,
  type EntryNumber,
  type HtsNumber,
} from "@/lib/domain";

import { insertByCopy } from "./bulk";
import { queryOn, type BulkTenant } from "./bulk-tenant";
import { givenRatesOf } from "./given-rates";
import { publishedRatesOf } from "./published-rates";
import type { Query } from "./tenant";

/**
 * Every ordinary rate the organization may rely on: given by a person, else published, else learnt from its lines.
 * @param numbers - only the published rates of these, which are thousands; left out, all of them
 */
export async function column1RatesOf(
  query: Query,
  orgId: string,
  numbers: readonly HtsNumber[] | null = null,
): Promise<Column1Rates> {
  const learnt = await learntRatesOf(query, orgId);
  const { percents, edition } = await publishedRatesOf(query, numbers);
  return withGivenRates(withPublishedRates(learnt, percents, edition), await givenRatesOf(query, orgId));
}

/** What the organization's own lines teach of ordinary rates, all imports together. */
async function learntRatesOf(query: Query, orgId: string): Promise<Column1Rates> {
  const rows = await query<{ hts: HtsNumber; percent: string }>(
    "SELECT DISTINCT hts, percent FROM column1_observations WHERE org_id = $1::uuid",
    [orgId],
  );
  return ratesBehind(rows.map(({ hts, percent }) => ({ hts, percent: percent === "" ? null : percent })));
}

/** Entries with a line of one of these tariff numbers, by number; a number of eight digits stands for all below it. */
export async function entriesWithTariffNumbers(
  t: BulkTenant,
  numbers: readonly HtsNumber[],
): Promise<readonly EntryNumber[]> {
  const rows = await queryOn(t)<{ entry_number: EntryNumber }>(
    `SELECT DISTINCT entry_number FROM entry_lines
     WHERE org_id = $1::uuid AND EXISTS (SELECT FROM unnest(numbers) AS hts
       WHERE hts = ANY ($2::text[]) OR left(hts, 8) = ANY ($2::text[])) ORDER BY entry_number`,
    [t.orgId, numbers],
  );
  return rows.map(({ entry_number }) => entry_number);
}

/** Keeps what the lines of one import teach, once for each number. */
export async function writeColumn1Evidence(
  { client, orgId }: BulkTenant,
  importId: string,
  evidence: readonly Column1Evidence[],
): Promise<void> {
  await insertByCopy(
    client,
    "column1_observations",
    ["org_id", "import_id", "hts", "percent"],
    evidence.map(({ hts, percent }) => [orgId, importId, hts, percent ?? ""]),
  );
}
