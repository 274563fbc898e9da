import "server-only";

import { knownValue, type EntryFacts, type ImporterTerms, type RateClass } from "@/lib/domain";

import type { Query, Tenant } from "./tenant";

export type Importer = {
  /** IOR number as the files show it. */
  readonly number: string;
  readonly name: string;
} & ImporterTerms;

const IMPORTER_COLUMNS = { number: true, name: true, rateClass: true, paysMonthly: true } as const;

export const importersOf = ({ orgId, db }: Tenant) => ({
  list(): Promise<readonly Importer[]> {
    return db.importer.findMany({
      where: { orgId },
      select: IMPORTER_COLUMNS,
      orderBy: { number: "asc" },
    });
  },

  find(number: string): Promise<Importer | null> {
    return db.importer.findUnique({
      where: { orgId_number: { orgId, number } },
      select: IMPORTER_COLUMNS,
    });
  },

  /** Those of these numbers, by number. */
  findAll(numbers: readonly string[]): Promise<readonly Importer[]> {
    return db.importer.findMany({
      where: { orgId, number: { in: [...new Set(numbers)] } },
      select: IMPORTER_COLUMNS,
      orderBy: { number: "asc" },
    });
  },

  async setTerms(number: string, { rateClass, paysMonthly }: ImporterTerms): Promise<void> {
    await db.importer.updateMany({ where: { orgId, number }, data: { rateClass, paysMonthly } });
  },
});

/** What each importer of the organization says of its interest, by IOR number. */
export async function importerTermsOf(
  query: Query,
  orgId: string,
): Promise<ReadonlyMap<string, ImporterTerms>> {
  const rows = await query<{ number: string; rate_class: RateClass; pays_monthly: boolean }>(
    "SELECT number, rate_class::text, pays_monthly FROM importers WHERE org_id = $1::uuid",
    [orgId],
  );
  return new Map(
    rows.map((row) => [row.number, { rateClass: row.rate_class, paysMonthly: row.pays_monthly }]),
  );
}

/** IOR numbers have twelve characters at most; an index takes no row of thousands. */
const IMPORTER_NUMBER_CHARACTERS_MAX = 100;

/** The importer of record by which an entry is found; null where files disagree or the cell can be no number. */
export function importerNumberIn({ importerNumber }: EntryFacts): string | null {
  const number = knownValue(importerNumber);
  return number === null || number.length > IMPORTER_NUMBER_CHARACTERS_MAX ? null : number;
}
