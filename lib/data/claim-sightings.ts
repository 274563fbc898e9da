import "server-only";

import {
  foldRow,
  type ClaimEvent,
  type ClaimEventKind,
  type ClaimOutcome,
  type ClaimSighting,
  type Day,
  type EntryNumber,
  type RowOutcome,
} from "@/lib/domain";

import { claimsInReports } from "./claim-rows";
import type { Query } from "./tenant";

type EventRow = {
  readonly number: EntryNumber;
  readonly claim_id: string;
  readonly claim_number: string | null;
  readonly id: string;
  readonly kind: ClaimEventKind;
  readonly day: Day;
  readonly entry_number: EntryNumber | null;
  readonly message: string | null;
  readonly recorded_at: string;
};

const EVENTS = `
  SELECT d.entry_number AS number, c.id::text AS claim_id, c.claim_number,
         v.id::text, v.kind, v.day::text, v.entry_number, v.message,
         to_char(v.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS recorded_at
  FROM declaration_entries d
  JOIN claims c ON c.org_id = d.org_id AND c.declaration_id = d.declaration_id
  JOIN claim_events v ON v.org_id = c.org_id AND v.claim_id = c.id
    AND (v.entry_number IS NULL OR v.entry_number = d.entry_number)
  WHERE d.org_id = $1::uuid AND d.entry_number = ANY ($2::text[])
  ORDER BY d.entry_number, c.id, v.day, v.id`;

const OUTCOMES = { accepted: "accepted", failed: "failed", unanswered: "filed" } as const satisfies Record<
  RowOutcome,
  ClaimOutcome
>;

/** What our own claims and imported reports say of each entry; entries of which neither tells are absent. */
export async function claimSightingsOf(
  query: Query,
  orgId: string,
  numbers: readonly EntryNumber[],
): Promise<ReadonlyMap<EntryNumber, readonly ClaimSighting[]>> {
  const byClaim = new Map<string, { readonly row: EventRow; readonly events: ClaimEvent[] }>();
  for (const row of await query<EventRow>(EVENTS, [orgId, numbers])) {
    const key = `${row.number} ${row.claim_id}`;
    const claim = byClaim.get(key) ?? { row, events: [] };
    claim.events.push(toEvent(row));
    byClaim.set(key, claim);
  }
  const sightings = new Map<EntryNumber, ClaimSighting[]>();
  for (const { row, events } of byClaim.values()) {
    const sighting = toSighting(row, events);
    sightings.set(row.number, [...(sightings.get(row.number) ?? []), sighting]);
  }
  for (const { number, ...sighting } of await claimsInReports(query, orgId, numbers))
    sightings.set(number, [...(sightings.get(number) ?? []), sighting]);
  return sightings;
}

const toEvent = (row: EventRow): ClaimEvent => ({
  id: row.id,
  kind: row.kind,
  day: row.day,
  recordedAt: row.recorded_at,
  entryNumber: row.entry_number,
  message: row.message,
});

function toSighting({ number, claim_number }: EventRow, events: readonly ClaimEvent[]): ClaimSighting {
  const own = events.filter(({ entryNumber }) => entryNumber !== null);
  const ofClaim = events.filter(({ entryNumber }) => entryNumber === null);
  const { outcome, message } = foldRow(number, own, ofClaim);
  return { outcome: OUTCOMES[outcome], claimNumber: claim_number, message };
}
