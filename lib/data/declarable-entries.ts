import "server-only";

import {
  usd,
  ZERO_USD,
  type AssumedFact,
  type EntryNumber,
  type FilerCode,
  type Lane,
  type PredictedOutcome,
  type Usd,
} from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** An entry as the builder of declarations weighs it. */
export type DeclarableEntry = {
  readonly number: EntryNumber;
  readonly lane: Lane;
  /** Null: unknown, or two files name different importers. */
  readonly importerNumber: string | null;
  readonly refundable: Usd | null;
  readonly interest: Usd | null;
  /** The live declaration that holds it. */
  readonly declarationId: string | null;
  /** A file shows it on a claim that CBP has not answered. */
  readonly claimUnanswered: boolean;
  /** What CAPE would answer; null where it was last screened before that was foretold. */
  readonly predicted: PredictedOutcome | null;
  /** Facts no file shows, taken as absent. */
  readonly assumed: readonly AssumedFact[];
};

/** The entries of one lane and filer that stay outside a declaration. */
export type LaneSum = {
  readonly lane: Lane;
  readonly filerCode: FilerCode;
  readonly entries: number;
  /** Certain refundable duty, USD. */
  readonly refundable: Usd;
};

type Row = Omit<DeclarableEntry, "refundable" | "interest"> & {
  readonly refundable: string | null;
  readonly interest: string | null;
};

/** Of these importers (null: of all), and those whose importer is not known: they belong to somebody. */
const OF_IMPORTERS =
  "($2::text[] IS NULL OR e.importer_number = ANY ($2::text[]) OR e.importer_number IS NULL)";

/** Entries of these importers (null: of every importer) in the given lanes, by entry number. */
export async function declarableEntries(
  t: Tenant,
  importerNumbers: readonly string[] | null,
  lanes: readonly Lane[],
): Promise<readonly DeclarableEntry[]> {
  const rows = await queryOf(t)<Row>(
    `SELECT e.number, s.lane, e.importer_number AS "importerNumber", s.refundable::text, s.interest::text,
            d.declaration_id::text AS "declarationId", o.content AS predicted,
            jsonb_path_query_array(s.findings, '$[*].reason ? (@.kind == "not-provable-from-data").facts[*]') AS assumed,
            s.findings @> '[{"reason": {"kind": "claim-unanswered"}}]' AND d.declaration_id IS NULL AS "claimUnanswered"
     FROM entries e
     JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
     LEFT JOIN verdict_parts o ON o.org_id = s.org_id AND o.id = s.predicted
     LEFT JOIN declaration_entries d ON d.org_id = e.org_id AND d.entry_number = e.number AND d.live
     WHERE e.org_id = ${ORG} AND ${OF_IMPORTERS} AND s.lane = ANY ($3::text[])
     ORDER BY e.number COLLATE "C"`,
    [t.orgId, importerNumbers, lanes],
  );
  return rows.map(({ refundable, interest, ...row }) => ({
    ...row,
    refundable: refundable === null ? null : usd(refundable),
    interest: interest === null ? null : usd(interest),
  }));
}

/** The entries of these importers in every other lane: how many, and their dollars. */
export async function sumsOutsideLanes(
  t: Tenant,
  importerNumbers: readonly string[] | null,
  lanes: readonly Lane[],
): Promise<readonly LaneSum[]> {
  const rows = await queryOf(t)<Omit<LaneSum, "refundable"> & { readonly refundable: string | null }>(
    `SELECT s.lane, left(e.number, 3) AS "filerCode", count(*)::int AS entries,
            sum(s.refundable) FILTER (WHERE s.refundable > 0)::text AS refundable
     FROM entries e JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
     WHERE e.org_id = ${ORG} AND ${OF_IMPORTERS} AND s.lane <> ALL ($3::text[])
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [t.orgId, importerNumbers, lanes],
  );
  return rows.map((row) => ({
    ...row,
    refundable: row.refundable === null ? ZERO_USD : usd(row.refundable),
  }));
}
