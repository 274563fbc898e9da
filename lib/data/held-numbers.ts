import "server-only";

import { usd, type EntryNumber, type Lane, type Usd } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** What the books hold of an entry number that somebody has in a file. */
export type HeldNumber = {
  readonly number: EntryNumber;
  /** Null: no import shows it. */
  readonly lane: Lane | null;
  readonly refundable: Usd | null;
  readonly refundableMin: Usd | null;
  readonly refundableMax: Usd | null;
  readonly importerNumber: string | null;
  /** The live declaration it stands on. */
  readonly declaration: { readonly id: string; readonly fileName: string } | null;
};

/** In the order asked; numbers that no import shows are there, with nulls. */
export async function heldNumbers(
  t: Tenant,
  numbers: readonly EntryNumber[],
): Promise<readonly HeldNumber[]> {
  const rows = await queryOf(t)<HeldRow>(
    `SELECT n.number, s.lane, s.refundable::text, s.refundable_min::text AS min, s.refundable_max::text AS max,
       e.importer_number AS "importerNumber", d.id::text AS "declarationId", d.file_name AS "fileName"
     FROM unnest($2::text[]) WITH ORDINALITY AS n(number, place)
     LEFT JOIN entries e ON e.org_id = ${ORG} AND e.number = n.number
     LEFT JOIN screenings s ON s.org_id = ${ORG} AND s.entry_number = n.number
     LEFT JOIN declaration_entries l ON l.org_id = ${ORG} AND l.entry_number = n.number AND l.live
     LEFT JOIN declarations d ON d.org_id = ${ORG} AND d.id = l.declaration_id
     ORDER BY n.place`,
    [t.orgId, numbers],
  );
  return rows.map(({ refundable, min, max, declarationId, fileName, ...row }) => ({
    ...row,
    refundable: refundable === null ? null : usd(refundable),
    refundableMin: min === null ? null : usd(min),
    refundableMax: max === null ? null : usd(max),
    declaration: declarationId === null || fileName === null ? null : { id: declarationId, fileName },
  }));
}

type HeldRow = Pick<HeldNumber, "number" | "lane" | "importerNumber"> & {
  readonly refundable: string | null;
  readonly min: string | null;
  readonly max: string | null;
  readonly declarationId: string | null;
  readonly fileName: string | null;
};
