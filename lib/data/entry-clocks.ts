import "server-only";

import { openClocksOf, type EntryNumber, type Screening } from "@/lib/domain";

import { insertByCopy, type Cell } from "./bulk";
import type { BulkTenant } from "./bulk-tenant";

type Screened = { readonly number: EntryNumber; readonly screening: Screening };

const KEY = ["org_id", "entry_number", "kind"] as const;
const FIGURES = ["counted_from", "last_day", "estimated", "disputed", "at_risk"] as const;
export const CLOCK_COLUMNS = [...KEY, ...FIGURES];

const OVERWRITE = FIGURES.map((column) => `${column} = excluded.${column}`).join(", ");
const rowOf = (table: string): string => `(${FIGURES.map((column) => `${table}.${column}`).join(", ")})`;

const OVERWRITE_CHANGED = `ON CONFLICT (${KEY.join(", ")}) DO UPDATE SET ${OVERWRITE}
  WHERE ${rowOf("entry_clocks")} IS DISTINCT FROM ${rowOf("excluded")}`;

/**
 * The clocks of screened entries that still run. Days pass and few clocks change with them: what is stored already is
 * left alone, and what runs no more goes.
 * @param areFirst - none of the entries was screened before
 */
export async function writeOpenClocks(
  { client, orgId }: BulkTenant,
  screened: readonly Screened[],
  areFirst: boolean,
): Promise<void> {
  const rows = screened.flatMap((entry) => clockCells(orgId, entry));
  if (!areFirst)
    await client.query(
      `DELETE FROM entry_clocks c WHERE c.org_id = $1::uuid AND c.entry_number = ANY ($2::text[])
       AND NOT EXISTS (SELECT FROM unnest($3::text[], $4::text[]) AS kept (entry_number, kind)
                       WHERE kept.entry_number = c.entry_number AND kept.kind = c.kind)`,
      [orgId, screened.map(({ number }) => number), rows.map((row) => row[1]), rows.map((row) => row[2])],
    );
  await insertByCopy(client, "entry_clocks", CLOCK_COLUMNS, rows, areFirst ? "" : OVERWRITE_CHANGED);
}

/** The cells of the clocks of a verdict that still run, one row for each. */
export const clockCells = (orgId: string, { number, screening }: Screened): readonly (readonly Cell[])[] =>
  openClocksOf(screening).map((clock) => [
    ...[orgId, number, clock.kind, clock.from, clock.lastDay],
    ...[String(clock.estimated), String(clock.disputed), clock.atRisk?.toFixed() ?? null],
  ]);
