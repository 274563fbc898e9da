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
  const sightings = new Map<EntryNumber, ClaimSighting[]>();
  for (const { row, events } of await coursesOf(query, orgId, numbers)) {
    const sighting = toSighting(row, events);
    sightings.set(row.number, [...(sightings.get(row.number) ?? []), sighting]);
  }
  const reported = new Map<EntryNumber, ClaimSighting[]>();
  for (const { number, ...sighting } of await claimsInReports(query, orgId, numbers))
    reported.set(number, [...(reported.get(number) ?? []), sighting]);
  for (const [number, told] of reported)
    sightings.set(number, [...answeredBy(told, sightings.get(number) ?? []), ...told]);
  return sightings;
}

type Course = { readonly row: EventRow; readonly events: ClaimEvent[] };

/** What happened to each of the entries on each claim that holds it. */
async function coursesOf(
  query: Query,
  orgId: string,
  numbers: readonly EntryNumber[],
): Promise<Iterable<Course>> {
  const byClaim = new Map<string, Course>();
  for (const row of await query<EventRow>(EVENTS, [orgId, numbers])) {
    const key = `${row.number} ${row.claim_id}`;
    const claim = byClaim.get(key) ?? { row, events: [] };
    claim.events.push(toEvent(row));
    byClaim.set(key, claim);
  }
  return byClaim.values();
}

/** Events that name the entry, and events of its whole claim. */
const byScope = (events: readonly ClaimEvent[]) =>
  [
    events.filter(({ entryNumber }) => entryNumber !== null),
    events.filter(({ entryNumber }) => entryNumber === null),
  ] as const;

/**
 * Our claims of an entry, of which CBP's answer may stand in a report: under the number of the claim or, where nobody typed
 * one and one claim alone waits, under a number that is none of ours.
 */
function answeredBy(told: readonly ClaimSighting[], own: readonly ClaimSighting[]): readonly ClaimSighting[] {
  const numbers = new Set(own.flatMap(({ claimNumber }) => claimNumber ?? []));
  const waiting = own.filter(({ outcome, claimNumber }) => outcome === "filed" && claimNumber === null);
  const isAnswerTo = (claim: ClaimSighting, { outcome, claimNumber }: ClaimSighting): boolean => {
    if (outcome !== "failed") return false;
    if (claim.claimNumber !== null) return claimNumber === claim.claimNumber;
    return waiting.length === 1 && (claimNumber === null || !numbers.has(claimNumber));
  };
  return own.map((claim) =>
    claim.outcome === "filed" ? (told.find((each) => isAnswerTo(claim, each)) ?? claim) : claim,
  );
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
  const { outcome, message } = foldRow(number, ...byScope(events));
  return { outcome: OUTCOMES[outcome], claimNumber: claim_number, message };
}
