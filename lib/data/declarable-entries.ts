import "server-only";

import { usd, type EntryNumber, type Lane, type Usd } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** An entry as the builder of declarations weighs it. */
export type DeclarableEntry = {
  readonly number: EntryNumber;
  readonly lane: Lane;
  /** Null: unknown, or two files name different importers. */
  readonly importerNumber: string | null;
  readonly refundable: Usd | null;
  readonly refundableMin: Usd;
  readonly refundableMax: Usd | null;
  readonly interest: Usd | null;
  /** The live declaration that holds it. */
  readonly declarationId: string | null;
};

type Row = {
  readonly number: EntryNumber;
  readonly lane: Lane;
  readonly importer_number: string | null;
  readonly refundable: string | null;
  readonly refundable_min: string;
  readonly refundable_max: string | null;
  readonly interest: string | null;
  readonly declaration_id: string | null;
};

/** Entries of one importer (null: every importer), of the given lanes or of every other lane, by entry number. */
export async function declarableEntries(
  t: Tenant,
  filter: {
    readonly importerNumber: string | null;
    readonly lanes: readonly Lane[];
    readonly inLanes: boolean;
  },
): Promise<readonly DeclarableEntry[]> {
  const rows = await queryOf(t)<Row>(
    `SELECT e.number, s.lane, e.importer_number, s.refundable::text, s.refundable_min::text, s.refundable_max::text, s.interest::text,
            d.declaration_id::text
     FROM entries e
     JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
     LEFT JOIN declaration_entries d ON d.org_id = e.org_id AND d.entry_number = e.number AND d.live
     WHERE e.org_id = ${ORG} AND ($2::text IS NULL OR e.importer_number = $2::text OR e.importer_number IS NULL)
       AND (s.lane = ANY ($3::text[])) = $4::boolean
     ORDER BY e.number COLLATE "C"`,
    [t.orgId, filter.importerNumber, filter.lanes, filter.inLanes],
  );
  return rows.map((row) => ({
    number: row.number,
    lane: row.lane,
    importerNumber: row.importer_number,
    refundable: row.refundable === null ? null : usd(row.refundable),
    refundableMin: usd(row.refundable_min),
    refundableMax: row.refundable_max === null ? null : usd(row.refundable_max),
    interest: row.interest === null ? null : usd(row.interest),
    declarationId: row.declaration_id,
  }));
}
