import "server-only";

import { knownValue, type EntryFacts, type RateClass } from "@/lib/domain";

import type { Query, Tenant } from "./tenant";

export type Importer = {
  /** IOR number as the files show it. */
  readonly number: string;
  readonly name: string;
  readonly rateClass: RateClass;
};

export const importersOf = ({ orgId, db }: Tenant) => ({
  list(): Promise<readonly Importer[]> {
    return db.importer.findMany({
      where: { orgId },
      select: { number: true, name: true, rateClass: true },
      orderBy: { number: "asc" },
    });
  },

  find(number: string): Promise<Importer | null> {
    return db.importer.findUnique({
      where: { orgId_number: { orgId, number } },
      select: { number: true, name: true, rateClass: true },
    });
  },

  async setRateClass(number: string, rateClass: RateClass): Promise<void> {
    await db.importer.updateMany({ where: { orgId, number }, data: { rateClass } });
  },
});

/** The rate class of each importer of the organization, by IOR number. */
export async function rateClassesOf(query: Query, orgId: string): Promise<ReadonlyMap<string, RateClass>> {
  const rows = await query<{ number: string; rate_class: RateClass }>(
    "SELECT number, rate_class::text FROM importers WHERE org_id = $1::uuid",
    [orgId],
  );
  return new Map(rows.map((row) => [row.number, row.rate_class]));
}

/** IOR numbers have twelve characters at most; an index takes no row of thousands. */
const IMPORTER_NUMBER_CHARACTERS_MAX = 100;

/** The importer of record by which an entry is found; null where files disagree or the cell can be no number. */
export function importerNumberIn({ importerNumber }: EntryFacts): string | null {
  const number = knownValue(importerNumber);
  return number === null || number.length > IMPORTER_NUMBER_CHARACTERS_MAX ? null : number;
}
