import "server-only";

import type {
  BookEvent,
  ClaimEventKind,
  ClaimOutcome,
  ClaimSources,
  ClaimStatement,
  Day,
  EntryEvidence,
  EntryNumber,
  OwnClaim,
} from "@/lib/domain";
import { usd } from "@/lib/domain";

import { ORG } from "./org-parameter";
import type { Query } from "./tenant";

/** The day of a file: as it says itself, or of its upload. Nothing was read after the day of the books. */
const FILE_DAY =
  "least(coalesce(i.export_date, (i.created_at AT TIME ZONE 'America/New_York')::date), $2::date)::text";
const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const FILE = `i.id::text AS file, ${FILE_DAY} AS file_day, ${instant("i.created_at")} AS recorded_at, i.created_by::text AS by`;

/** Entries of claims, ours or others'. */
const CLAIMED = `
  SELECT d.entry_number FROM claims c
    JOIN declaration_entries d ON d.org_id = c.org_id AND d.declaration_id = c.declaration_id
    WHERE c.org_id = ${ORG} AND d.org_id = ${ORG}
  UNION SELECT entry_number FROM claim_rows WHERE org_id = ${ORG}`;

/**
 * Everything that is known of claims, as `foldClaimBook` takes it: filed declarations with what was typed, what files say
 * of claims, and what files show of claimed entries.
 * @param asOf - the day of the books: a liquidation after it is a schedule
 */
export async function claimSources(query: Query, orgId: string, asOf: Day): Promise<ClaimSources> {
  const own = await ownClaims(query, orgId);
  const statements = await claimStatements(query, orgId, asOf);
  if (own.length + statements.length === 0) return { own, statements, evidence: [] };
  return {
    own,
    statements,
    evidence: [...(await vanished(query, orgId, asOf)), ...(await liquidations(query, orgId, asOf))],
  };
}

async function ownClaims(query: Query, orgId: string): Promise<readonly OwnClaim[]> {
  const claims = await query<{
    id: string;
    declaration_id: string;
    claim_number: string | null;
    declared: EntryNumber[];
  }>(
    `SELECT c.id::text, c.declaration_id::text, c.claim_number, array_agg(d.entry_number ORDER BY d.position) AS declared
     FROM claims c JOIN declaration_entries d ON d.org_id = c.org_id AND d.declaration_id = c.declaration_id
     WHERE c.org_id = ${ORG} AND d.org_id = ${ORG} GROUP BY c.id, c.declaration_id, c.claim_number ORDER BY c.id DESC`,
    [orgId],
  );
  const events = new Map<string, BookEvent[]>(claims.map(({ id }) => [id, []]));
  for (const { claim_id, ...row } of await typedEvents(query, orgId))
    events.get(claim_id)?.push(toTyped(row));
  return claims.map(({ id, declaration_id, claim_number, declared }) => ({
    ...{ id, declarationId: declaration_id, claimNumber: claim_number, declared },
    events: events.get(id) ?? [],
  }));
}

type TypedRow = {
  readonly id: string;
  readonly kind: ClaimEventKind;
  readonly day: Day;
  readonly entry_number: EntryNumber | null;
  readonly message: string | null;
  readonly amount: string | null;
  readonly by: string;
  readonly recorded_at: string;
};

const typedEvents = (query: Query, orgId: string) =>
  query<TypedRow & { readonly claim_id: string }>(
    `SELECT claim_id::text, id::text, kind, day::text, entry_number, message, amount::text, actor_id::text AS by,
            ${instant("recorded_at")} AS recorded_at
     FROM claim_events WHERE org_id = ${ORG} ORDER BY day, id`,
    [orgId],
  );

const toTyped = ({ entry_number, recorded_at, amount, ...row }: TypedRow): BookEvent => ({
  ...row,
  entryNumber: entry_number,
  recordedAt: recorded_at,
  amount: amount === null ? null : usd(amount),
  origin: { kind: "typed" },
});

type FileRow = {
  readonly file: string;
  readonly file_row: number;
  readonly file_day: Day;
  readonly recorded_at: string;
  readonly by: string;
  readonly number: EntryNumber;
};

const ofFile = ({ file, file_row, recorded_at, by }: FileRow) => ({
  source: { file, row: file_row },
  recordedAt: recorded_at,
  by,
});

async function claimStatements(query: Query, orgId: string, asOf: Day): Promise<readonly ClaimStatement[]> {
  const rows = await query<
    FileRow & {
      readonly claim_number: string | null;
      readonly outcome: ClaimOutcome;
      readonly status: string;
      readonly status_of: "entry" | "claim";
      readonly message: string | null;
      readonly liquidated_on: Day | null;
      readonly refund_on: Day | null;
      readonly refund_status: string | null;
    }
  >(
    `SELECT r.file_row, r.entry_number AS number, r.claim_number, r.outcome, r.status, r.status_of, r.message,
            r.liquidated_on::text, r.refund_on::text, r.refund_status, ${FILE}
     FROM claim_rows r JOIN imports i ON i.org_id = r.org_id AND i.id = r.import_id
     WHERE r.org_id = ${ORG} AND i.org_id = ${ORG} ORDER BY r.import_id, r.file_row`,
    [orgId, asOf],
  );
  return rows.map((row) => ({
    ...{ ...ofFile(row), day: row.file_day, number: row.number, claimNumber: row.claim_number },
    ...{ outcome: row.outcome, status: row.status, statusOf: row.status_of, message: row.message },
    ...{ liquidatedOn: row.liquidated_on, refundOn: row.refund_on, refundStatus: row.refund_status },
  }));
}

const evidenceOf = (row: FileRow): Omit<EntryEvidence, "id" | "kind" | "day"> => {
  const { source, recordedAt, by } = ofFile(row);
  return {
    origin: { kind: "file", source },
    recordedAt,
    by,
    amount: null,
    entryNumber: row.number,
    message: null,
  };
};

/** Reports that show a claimed entry without the IEEPA rows that another report shows. */
async function vanished(query: Query, orgId: string, asOf: Day): Promise<readonly EntryEvidence[]> {
  const rows = await query<FileRow>(
    `WITH claimed AS (${CLAIMED})
     SELECT w.file_row, w.entry_number AS number, ${FILE}
     FROM claimed JOIN entries_without_ieepa w ON w.org_id = ${ORG} AND w.entry_number = claimed.entry_number
     JOIN screenings s ON s.org_id = ${ORG} AND s.entry_number = w.entry_number AND s.ieepa_duty <> 0
     JOIN imports i ON i.org_id = ${ORG} AND i.id = w.import_id ORDER BY w.entry_number, w.import_id`,
    [orgId, asOf],
  );
  return rows.map((row) => ({
    ...{ ...evidenceOf(row), id: `${row.file}:${String(row.file_row)}:lines-removed`, kind: "lines-removed" },
    ...{ day: row.file_day, dayIsLatest: true },
  }));
}

/**
 * The known liquidation of a claimed entry, up to today; what a row of a report of claims shows itself comes with that
 * row. An earlier one that some file shows makes it a reliquidation.
 */
async function liquidations(query: Query, orgId: string, asOf: Day): Promise<readonly EntryEvidence[]> {
  const rows = await query<FileRow & { readonly liquidated_on: Day; readonly again: boolean }>(
    `WITH claimed AS (${CLAIMED})
     SELECT e.number, e.liquidation_date::text AS liquidated_on, (shown ->> 1)::int AS file_row, ${FILE},
            EXISTS (SELECT FROM jsonb_array_elements(e.facts -> 'liquidationDate') o
                    WHERE (o ->> 0)::date < e.liquidation_date) AS again
     FROM claimed JOIN entries e ON e.org_id = ${ORG} AND e.number = claimed.entry_number
       AND e.liquidation_date <= $2::date
     JOIN LATERAL (SELECT e.facts -> 'from' -> (f ->> 1)::int AS shown
                   FROM jsonb_array_elements(e.facts -> 'liquidationDate') f
                   WHERE (f ->> 0)::date = e.liquidation_date LIMIT 1) sighting ON true
     JOIN imports i ON i.org_id = ${ORG} AND i.id = (shown ->> 0)::uuid
     WHERE NOT EXISTS (SELECT FROM claim_rows r WHERE r.org_id = ${ORG} AND r.entry_number = e.number
                       AND r.liquidated_on = e.liquidation_date)
     ORDER BY e.number`,
    [orgId, asOf],
  );
  return rows.map((row) => ({
    ...{ ...evidenceOf(row), id: `${row.number}:${row.liquidated_on}:liquidation`, day: row.liquidated_on },
    kind: row.again ? "reliquidated" : "liquidated",
  }));
}
