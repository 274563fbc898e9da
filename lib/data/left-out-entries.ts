import "server-only";

import type { EntryNumber, Lane, Reason } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** An entry of the same importer and filer that is not on a declaration, as it is screened now. */
export type LeftOut = {
  readonly number: EntryNumber;
  readonly lane: Lane;
  /** USD as text; null where only a range is known. */
  readonly refundable: string | null;
  /** Null: it stands on another declaration. */
  readonly reason: Reason | null;
};

/** Entries with IEEPA duty that share importer (of a merged file: only the filer) and filer with a declaration and are not on it. */
export async function leftOutOf(
  t: Tenant,
  declaration: { readonly id: string; readonly importerNumber: string | null; readonly filerCode: string },
): Promise<readonly LeftOut[]> {
  return queryOf(t)<LeftOut>(
    `SELECT e.number, s.lane, s.refundable::text,
            CASE WHEN d.declaration_id IS NULL THEN s.findings -> 0 -> 'reason' END AS reason
     FROM entries e
     JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
     LEFT JOIN declaration_entries d ON d.org_id = e.org_id AND d.entry_number = e.number AND d.live
     WHERE e.org_id = ${ORG} AND ($2::text IS NULL OR e.importer_number = $2::text) AND left(e.number, 3) = $3::text
       AND s.lane <> 'not-ieepa' AND d.declaration_id IS DISTINCT FROM $4::uuid
     ORDER BY e.number COLLATE "C"`,
    [t.orgId, declaration.importerNumber, declaration.filerCode, declaration.id],
  );
}
