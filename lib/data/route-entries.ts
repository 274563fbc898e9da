import "server-only";

import { day, usd, type ClockKind, type Day, type EntryNumber, type Lane, type Usd } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** Entries of one lane and importer; null: of every importer, those without one included. */
export type RouteFilter = { readonly lane: Lane; readonly importerNumber: string | null };

/** An entry that CAPE does not take, for whoever takes it further. */
export type RouteEntry = {
  readonly number: EntryNumber;
  readonly entryType: string | null;
  readonly importerNumber: string | null;
  readonly entryDate: Day | null;
  readonly liquidationDate: Day | null;
  readonly refundable: Usd | null;
  readonly refundableMin: Usd;
  readonly refundableMax: Usd | null;
  readonly interest: Usd | null;
  /** Of each clock that ever started, run out or not. */
  readonly lastDays: Readonly<Partial<Record<ClockKind, Day>>>;
};

/** What a route comes to, USD: certain refunds above zero. */
export type RouteTotal = {
  readonly lane: Lane;
  readonly importerNumber: string | null;
  readonly entries: number;
  readonly refundable: Usd;
  readonly ranges: number;
  /** Of the clock that runs out next. */
  readonly nextDeadline: Day | null;
};

/** By lane and importer. */
export async function routeTotals(t: Tenant, lanes: readonly Lane[]): Promise<readonly RouteTotal[]> {
  const rows = await queryOf(t)<
    Omit<RouteTotal, "refundable" | "nextDeadline"> & { sum: string; next: string | null }
  >(
    `SELECT s.lane, e.importer_number AS "importerNumber", count(*)::int AS entries,
       coalesce(sum(s.refundable) FILTER (WHERE s.refundable > 0), 0)::text AS sum,
       (count(*) FILTER (WHERE s.refundable IS NULL))::int AS ranges, min(s.next_deadline)::text AS next
     FROM screenings s JOIN entries e ON e.org_id = s.org_id AND e.number = s.entry_number
     WHERE s.org_id = ${ORG} AND e.org_id = ${ORG} AND s.lane = ANY ($2::text[])
     GROUP BY s.lane, e.importer_number ORDER BY s.lane, e.importer_number`,
    [t.orgId, lanes],
  );
  return rows.map(({ sum, next, ...row }) => ({
    ...row,
    refundable: usd(sum),
    nextDeadline: next === null ? null : day(next),
  }));
}

/** By entry number, at most `limit`. */
export async function routeEntries(
  t: Tenant,
  { lane, importerNumber }: RouteFilter,
  limit: number,
): Promise<readonly RouteEntry[]> {
  const rows = await queryOf(t)<RouteRow>(
    `SELECT s.entry_number AS number, e.entry_type AS "entryType", e.importer_number AS "importerNumber",
       e.entry_date::text AS entered, e.liquidation_date::text AS liquidated, s.refundable::text,
       s.refundable_min::text AS min, s.refundable_max::text AS max, s.interest::text,
       (SELECT coalesce(jsonb_object_agg(c.kind, c.last_day), '{}') FROM clock_sets c
        WHERE c.org_id = ${ORG} AND c.set_id = s.clocks) AS "lastDays"
     FROM screenings s JOIN entries e ON e.org_id = s.org_id AND e.number = s.entry_number
     WHERE s.org_id = ${ORG} AND e.org_id = ${ORG} AND s.lane = $2::text
       AND ($3::text IS NULL OR e.importer_number = $3::text)
     ORDER BY s.entry_number COLLATE "C" LIMIT $4::int`,
    [t.orgId, lane, importerNumber, limit],
  );
  return rows.map(({ entered, liquidated, min, max, refundable, interest, ...row }) => ({
    ...row,
    entryDate: entered === null ? null : day(entered),
    liquidationDate: liquidated === null ? null : day(liquidated),
    refundable: refundable === null ? null : usd(refundable),
    refundableMin: usd(min),
    refundableMax: max === null ? null : usd(max),
    interest: interest === null ? null : usd(interest),
  }));
}

type RouteRow = Pick<RouteEntry, "number" | "entryType" | "importerNumber" | "lastDays"> & {
  readonly entered: string | null;
  readonly liquidated: string | null;
  readonly refundable: string | null;
  readonly min: string;
  readonly max: string | null;
  readonly interest: string | null;
};

/** Who filed for an importer: the filer code, and how many entries of the books. */
export type FilerOfImporter = {
  readonly importerNumber: string;
  readonly filerCode: string;
  readonly entries: number;
  readonly firstEntered: Day | null;
  readonly lastEntered: Day | null;
};

export async function filersOfImporters(t: Tenant): Promise<readonly FilerOfImporter[]> {
  const rows = await queryOf(t)<
    Omit<FilerOfImporter, "firstEntered" | "lastEntered"> & { first: string | null; last: string | null }
  >(
    `SELECT importer_number AS "importerNumber", left(number, 3) AS "filerCode", count(*)::int AS entries,
       min(entry_date)::text AS first, max(entry_date)::text AS last
     FROM entries WHERE org_id = ${ORG} AND importer_number IS NOT NULL GROUP BY 1, 2 ORDER BY 1, count(*) DESC, 2`,
    [t.orgId],
  );
  return rows.map(({ first, last, ...row }) => ({
    ...row,
    firstEntered: first === null ? null : day(first),
    lastEntered: last === null ? null : day(last),
  }));
}

/** Entries of one filer whose lane or refund waits for a fact. */
export async function openEntriesOf(
  t: Tenant,
  { importerNumber, filerCode }: Pick<FilerOfImporter, "importerNumber" | "filerCode">,
  limit: number,
): Promise<{ readonly count: number; readonly numbers: readonly EntryNumber[] }> {
  const rows = await queryOf(t)<{ number: EntryNumber; count: number }>(
    `SELECT e.number, (count(*) OVER ())::int AS count
     FROM entries e JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
     WHERE e.org_id = ${ORG} AND s.org_id = ${ORG} AND e.importer_number = $2::text AND left(e.number, 3) = $3::text
       AND (s.lane = 'needs-data' OR (s.refundable IS NULL AND s.lane <> 'not-ieepa'))
     ORDER BY e.number COLLATE "C" LIMIT $4::int`,
    [t.orgId, importerNumber, filerCode, limit],
  );
  return { count: rows[0]?.count ?? 0, numbers: rows.map(({ number }) => number) };
}
