import "server-only";

import { usd, type Day, type EntryNumber, type Lane, type Usd } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** What the books hold of an entry that CBP dropped, as it is screened now. */
export type RejectedEntry = {
  readonly number: EntryNumber;
  readonly lane: Lane;
  readonly importerNumber: string | null;
  readonly importerName: string;
  /** Null: only a range is known. */
  readonly refundable: Usd | null;
  readonly interest: Usd | null;
  /** The last day of CAPE for the entry; null while it is not liquidated. */
  readonly windowEnds: Day | null;
  /** The live declaration that holds it. */
  readonly declaration: { readonly id: string; readonly fileName: string; readonly filed: boolean } | null;
};

type Row = {
  readonly number: EntryNumber;
  readonly lane: Lane;
  readonly importer_number: string | null;
  readonly importer_name: string | null;
  readonly refundable: string | null;
  readonly interest: string | null;
  readonly window_ends: Day | null;
  readonly declaration_id: string | null;
  readonly file_name: string | null;
  readonly filed: boolean | null;
};

/** Entries that no file shows are absent. */
export async function rejectedEntries(
  t: Tenant,
  numbers: readonly EntryNumber[],
): Promise<ReadonlyMap<EntryNumber, RejectedEntry>> {
  const rows = await queryOf(t)<Row>(
    `SELECT e.number, s.lane, e.importer_number, i.name AS importer_name, s.refundable::text, s.interest::text,
            c.last_day::text AS window_ends,
            d.id::text AS declaration_id, d.file_name, d.state = 'filed' AS filed
     FROM entries e JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
     LEFT JOIN clock_sets c ON c.org_id = s.org_id AND c.set_id = s.clocks AND c.kind = 'cape-window'
     LEFT JOIN importers i ON i.org_id = e.org_id AND i.number = e.importer_number
     LEFT JOIN declaration_entries l ON l.org_id = e.org_id AND l.entry_number = e.number AND l.live
     LEFT JOIN declarations d ON d.org_id = l.org_id AND d.id = l.declaration_id
     WHERE e.org_id = ${ORG} AND e.number = ANY ($2::text[])`,
    [t.orgId, numbers],
  );
  return new Map(rows.map((row) => [row.number, toRejectedEntry(row)]));
}

const toRejectedEntry = (row: Row): RejectedEntry => ({
  ...{ number: row.number, lane: row.lane, importerNumber: row.importer_number },
  importerName: row.importer_name ?? "",
  refundable: row.refundable === null ? null : usd(row.refundable),
  interest: row.interest === null ? null : usd(row.interest),
  windowEnds: row.window_ends,
  declaration:
    row.declaration_id === null
      ? null
      : { id: row.declaration_id, fileName: row.file_name ?? "", filed: row.filed === true },
});
