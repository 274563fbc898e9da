import "server-only";

import {
  CHAPTER_99_PROGRAMS,
  day,
  HELD_REASONS,
  usd,
  type Authority,
  type ClockKind,
  type Confidence,
  type Day,
  type EntryNumber,
  type HeldReason,
  type Lane,
  type PredictedOutcome,
  type Usd,
} from "@/lib/domain";

import { entriesOfImport } from "./import-entries";
import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";
import { withGrounds, type GroundedFinding } from "./verdict-parts";

/** What some entries come to, USD: certain refunds above zero, and how many are ranges and in no sum. */
export type ScanMoney = {
  readonly entries: number;
  readonly refundable: Usd;
  readonly ranges: number;
};

export type ScannedLane = ScanMoney & { readonly lane: Lane };

/** One message that CAPE would give, with the entries that would get it; an entry may get several. */
export type ScannedRisk = ScanMoney & {
  readonly outcome: Exclude<PredictedOutcome["kind"], "accepted">;
  /** Null: CAPE's answer cannot be foretold, and no message for it is known. */
  readonly message: string | null;
  readonly surest: Confidence | null;
  /** The next last day of any of them. */
  readonly deadline: Day | null;
};

export type ScannedEntry = {
  readonly number: EntryNumber;
  readonly lane: Lane;
  readonly entryType: string | null;
  readonly outcome: PredictedOutcome["kind"] | null;
  readonly messages: readonly string[];
  readonly refundable: Usd | null;
  readonly refundableMin: Usd;
  readonly refundableMax: Usd | null;
  readonly deadline: Day | null;
  readonly deadlineKind: ClockKind | null;
};

export type HeldEntry = ScannedEntry & {
  readonly held: HeldReason;
  readonly law: string;
};

/** Entries that paid another duty beside IEEPA. */
export type StackedPair = ScanMoney & {
  readonly beside: Authority | "COLUMN_1" | "UNKNOWN";
  /** What stays of the other duty, USD, at least. */
  readonly stays: Usd;
};

const VERDICTS = "screenings s JOIN entries e ON e.org_id = s.org_id AND e.number = s.entry_number";
/** Each with CAPE's answer, if it was foretold. */
const ANSWERED = `${VERDICTS} LEFT JOIN verdict_parts o ON o.org_id = s.org_id AND o.id = s.predicted`;
const OF_IMPORT = `WHERE s.org_id = ${ORG} AND e.org_id = ${ORG} AND s.entry_number IN (${entriesOfImport("$2")})`;
const OWN = `FROM ${VERDICTS} ${OF_IMPORT}`;

const MONEY = `count(*)::int AS entries, coalesce(sum(refundable) FILTER (WHERE refundable > 0), 0)::text AS refundable,
  (count(*) FILTER (WHERE refundable IS NULL))::int AS ranges`;

type MoneyRow = { readonly entries: number; readonly refundable: string; readonly ranges: number };
const toMoney = ({ entries, refundable, ranges }: MoneyRow): ScanMoney => ({
  ...{ entries, ranges, refundable: usd(refundable) },
});

const CONFIDENCES: readonly Confidence[] = ["proven", "inferred", "unconfirmed", "unknown"];

const LISTED = `s.entry_number AS number, s.lane, e.entry_type AS "entryType", o.content ->> 'kind' AS outcome,
  ARRAY(SELECT m ->> 'message' FROM jsonb_array_elements(o.content -> 'messages') m) AS messages,
  s.refundable::text, s.refundable_min::text AS min, s.refundable_max::text AS max,
  s.next_deadline::text AS deadline, s.deadline_kind AS "deadlineKind"`;

type ListedRow = Omit<ScannedEntry, "refundable" | "refundableMin" | "refundableMax" | "deadline"> & {
  readonly refundable: string | null;
  readonly min: string;
  readonly max: string | null;
  readonly deadline: string | null;
};

const toScanned = ({ min, max, refundable, deadline, ...row }: ListedRow): ScannedEntry => ({
  ...row,
  refundable: refundable === null ? null : usd(refundable),
  refundableMin: usd(min),
  refundableMax: max === null ? null : usd(max),
  deadline: deadline === null ? null : day(deadline),
});

const PROGRAM_AUTHORITIES = JSON.stringify(
  Object.fromEntries(
    Object.entries(CHAPTER_99_PROGRAMS).map(([program, { authority }]) => [program, authority]),
  ),
);

/** The earliest day of any of its screenings, and the rules of the latest; null when it has no entry. */
export async function screenedImport(
  t: Tenant,
  importId: string,
): Promise<{ readonly on: Day; readonly rulesVersion: string } | null> {
  const [row] = await queryOf(t)<{ day: string | null; version: string | null }>(
    `SELECT min(s.as_of)::text AS day, max(s.rules_version) AS version ${OWN}`,
    [t.orgId, importId],
  );
  return row?.day == null || row.version === null ? null : { on: day(row.day), rulesVersion: row.version };
}

export async function scannedLanes(t: Tenant, importId: string): Promise<readonly ScannedLane[]> {
  const rows = await queryOf(t)<MoneyRow & { lane: Lane }>(`SELECT s.lane, ${MONEY} ${OWN} GROUP BY s.lane`, [
    t.orgId,
    importId,
  ]);
  return rows.map((row) => ({ lane: row.lane, ...toMoney(row) }));
}

/** Most money first. */
export async function scannedRisks(t: Tenant, importId: string): Promise<readonly ScannedRisk[]> {
  const rows = await queryOf(t)<RiskRow>(
    `SELECT outcome, message, min(place)::int AS place, ${MONEY}, min(next_deadline)::text AS deadline
       FROM (SELECT s.predicted, s.refundable, s.next_deadline ${OWN}) s
       JOIN (SELECT o.id, o.content ->> 'kind' AS outcome, m ->> 'message' AS message,
               array_position($3::text[], m ->> 'confidence') AS place
             FROM verdict_parts o LEFT JOIN LATERAL jsonb_array_elements(o.content -> 'messages') m ON true
             WHERE o.org_id = ${ORG} AND o.content ->> 'kind' <> 'accepted') told ON told.id = s.predicted
       GROUP BY outcome, message ORDER BY sum(refundable) DESC NULLS LAST, message`,
    [t.orgId, importId, CONFIDENCES],
  );
  return rows.map((row) => ({
    ...toMoney(row),
    outcome: row.outcome,
    message: row.message,
    surest: row.place === null ? null : (CONFIDENCES[row.place - 1] ?? null),
    deadline: row.deadline === null ? null : day(row.deadline),
  }));
}

/** Entries that CAPE would reject or may reject, most money first. */
export async function riskyEntries(
  t: Tenant,
  importId: string,
  limit: number,
): Promise<{ readonly count: number; readonly entries: readonly ScannedEntry[] }> {
  const rows = await queryOf(t)<ListedRow & { count: number }>(
    `SELECT ${LISTED}, (count(*) OVER ())::int AS count
       FROM ${ANSWERED} ${OF_IMPORT} AND o.content ->> 'kind' <> 'accepted'
       ORDER BY coalesce(s.refundable, s.refundable_min) DESC, s.entry_number LIMIT $3::int`,
    [t.orgId, importId, limit],
  );
  return { count: rows[0]?.count ?? 0, entries: rows.map(({ count: _count, ...row }) => toScanned(row)) };
}

/** Entries whose refund waits for somebody else, most money first; an entry stands under each reason. */
export async function heldEntries(
  t: Tenant,
  importId: string,
  limit: number,
): Promise<{ readonly count: number; readonly entries: readonly HeldEntry[] }> {
  const rows = await queryOf(t)<ListedRow & { count: number; finding: HeldFinding }>(
    `SELECT ${LISTED}, f AS finding, (count(*) OVER ())::int AS count
       FROM ${ANSWERED} CROSS JOIN LATERAL jsonb_array_elements(s.findings) f
       ${OF_IMPORT} AND f -> 'reason' ->> 'kind' = ANY ($3::text[]) AND s.lane NOT IN ('not-ieepa', 'already-claimed')
       ORDER BY coalesce(s.refundable, s.refundable_min) DESC, s.entry_number LIMIT $4::int`,
    [t.orgId, importId, HELD_REASONS, limit],
  );
  const whole = await withGrounds(
    queryOf(t),
    t.orgId,
    rows.map(({ finding }) => finding),
  );
  return {
    count: rows[0]?.count ?? 0,
    entries: rows.map(({ count: _count, finding, ...row }) => ({
      ...toScanned(row),
      held: finding.reason.kind,
      law: whole(finding).law[0].law,
    })),
  };
}

/** For each other duty: the entries that paid it beside IEEPA. */
export async function stackedPairs(t: Tenant, importId: string): Promise<readonly StackedPair[]> {
  const rows = await queryOf(t)<MoneyRow & { beside: StackedPair["beside"]; stays: string }>(
    `WITH paid AS (
         SELECT f.number, f.refundable, coalesce($3::jsonb ->> p.program, p.program) AS authority,
           coalesce(sum(p.stays), 0) AS stays
         FROM (SELECT s.entry_number AS number, s.refundable, s.programs ${OWN}) f
         CROSS JOIN LATERAL jsonb_to_recordset(f.programs) AS p(program text, paid numeric, stays numeric)
         GROUP BY 1, 2, 3 HAVING sum(p.paid) > 0)
       SELECT o.authority AS beside, count(*)::int AS entries,
         coalesce(sum(i.refundable) FILTER (WHERE i.refundable > 0), 0)::text AS refundable,
         (count(*) FILTER (WHERE i.refundable IS NULL))::int AS ranges, sum(o.stays)::text AS stays
       FROM paid i JOIN paid o USING (number) WHERE i.authority = 'IEEPA' AND o.authority <> 'IEEPA'
       GROUP BY o.authority ORDER BY count(*) DESC, o.authority`,
    [t.orgId, importId, PROGRAM_AUTHORITIES],
  );
  return rows.map((row) => ({ ...toMoney(row), beside: row.beside, stays: usd(row.stays) }));
}

type HeldFinding = GroundedFinding & { readonly reason: { readonly kind: HeldReason } };

type RiskRow = MoneyRow & {
  readonly outcome: ScannedRisk["outcome"];
  readonly message: string | null;
  readonly place: number | null;
  readonly deadline: string | null;
};
